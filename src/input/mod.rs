//! Files to documents: decoding, and one reader for each format.

pub mod corpus;
mod decode;
mod lines;
mod looks;
mod stream;
pub mod subtitles;
pub mod transcript;

pub use decode::{DecodeError, DecodeErrorKind, LONGEST_TEXT, decode, encode};
pub use lines::lines;
pub use looks::{HEAD, Looks, looks_like};
pub use stream::{Transcoded, extension, transcoded, unpacked};
