//! Files to documents: decoding, and one reader for each format.

pub mod corpus;
mod decode;
pub mod transcript;

pub use decode::{DecodeError, DecodeErrorKind, decode, encode, file_range};
