//! Files to documents: decoding, and one reader for each format.

mod decode;
pub mod transcript;

pub use decode::{DecodeError, DecodeErrorKind, decode, file_range};
