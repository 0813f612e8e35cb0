//! Files to documents: decoding, and one reader for each format.

mod compressed;
pub mod corpus;
mod decode;
mod lines;
pub mod subtitles;
pub mod transcript;

pub use compressed::unpacked;
pub use decode::{DecodeError, DecodeErrorKind, LONGEST_TEXT, decode, encode, file_range};
pub use lines::lines;
