//! Streams that are packed or in another encoding than UTF-8: told by their first bytes, whatever the file
//! is called.

use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use encoding_rs::{Encoding, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;
use flate2::bufread::MultiGzDecoder;

use super::decode::of_stream;

/// The ends of the names of packed files.
const PACKED: [&str; 2] = [".gz", ".zst"];

/// The extension that tells what a file holds, in small letters: that of `pairs.TSV.gz` is `tsv`.
pub fn extension(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_string_lossy().to_ascii_lowercase();
    let unpacked = PACKED.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name);
    Some(Path::new(unpacked).extension()?.to_string_lossy().into_owned())
}

/// What `input` holds, unpacked where it is packed. It is unpacked as it is read, so that a small file
/// which unpacks to a large one costs no memory.
///
/// # Errors
/// Where the first bytes cannot be read, or the head of the packed data is not sound.
pub fn unpacked<'r>(input: impl Read + Send + 'r) -> io::Result<Box<dyn BufRead + Send + 'r>> {
    let mut input = BufReader::with_capacity(1 << 16, input);
    let head = input.fill_buf()?;
    if head.starts_with(&[0x1f, 0x8b]) {
        return Ok(Box::new(BufReader::with_capacity(1 << 16, MultiGzDecoder::new(input))));
    }
    if head.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
        let decoder = zstd::stream::read::Decoder::with_buffer(input)?;
        return Ok(Box::new(BufReader::with_capacity(1 << 16, decoder)));
    }
    Ok(Box::new(input))
}

/// A stream of text as UTF-8.
pub struct Transcoded<'r> {
    /// The text.
    pub input: Box<dyn BufRead + Send + 'r>,
    /// What it was in.
    pub encoding: &'static Encoding,
    /// Bytes of the byte order mark that was left out.
    pub mark: usize,
}

/// What `input` holds as UTF-8, whether it is UTF-8, UTF-16, GB18030 or Big5. UTF-8 is passed on as it is;
/// in the others, what is no character becomes U+FFFD.
///
/// # Errors
/// Where the first bytes cannot be read.
pub fn transcoded<'r>(mut input: Box<dyn BufRead + Send + 'r>) -> io::Result<Transcoded<'r>> {
    let (encoding, mark) = of_stream(input.fill_buf()?);
    input.consume(mark);
    if encoding != UTF_8 {
        let decoder = DecodeReaderBytesBuilder::new()
            .encoding(Some(encoding))
            .bom_override(false)
            .bom_sniffing(false)
            .build(input);
        input = Box::new(BufReader::with_capacity(1 << 16, decoder));
    }
    Ok(Transcoded { input, encoding, mark })
}
