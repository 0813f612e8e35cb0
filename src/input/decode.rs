//! Bytes of a file to text: which encoding it is in, and an error where it is none.

use std::path::{Path, PathBuf};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, DecoderResult, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

use crate::text::{Origin, Source, is_han};

/// Why the bytes of a file are no text.
#[derive(Debug, thiserror::Error)]
#[error("{}: {kind}", path.display())]
pub struct DecodeError {
    /// The file.
    pub path: PathBuf,
    /// What is wrong with it.
    pub kind: DecodeErrorKind,
}

/// What keeps a file from being read as text.
#[derive(Debug, thiserror::Error)]
pub enum DecodeErrorKind {
    /// The file has no bytes, or nothing but a byte order mark.
    #[error("the file is empty")]
    Empty,
    /// The file holds zero bytes and is not UTF-16.
    #[error(
        "this is a binary file (a zero byte at byte {byte}); expected text in UTF-8, UTF-16, GB18030 or Big5"
    )]
    Binary {
        /// The first zero byte, counted from 0.
        byte: usize,
    },
    /// A byte sequence that the encoding does not have.
    #[error(
        "cannot decode byte {byte} as {encoding}; save the file as UTF-8, or mend it at that place"
    )]
    Undecodable {
        /// The name of the encoding that the rest of the file is in.
        encoding: &'static str,
        /// The first byte that does not fit, counted from 0.
        byte: usize,
    },
    /// Bytes that are in none of the encodings that Chinese is written in.
    #[error(
        "cannot decode byte {byte}: the file is neither UTF-8 nor UTF-16, GB18030 or Big5; save it as UTF-8"
    )]
    UnknownEncoding {
        /// The first byte that is no UTF-8, counted from 0.
        byte: usize,
    },
    /// It is no transcript that somebody held.
    #[error(
        "the text has more than {} MB; split it, or give it as a corpus with one pair a line",
        LONGEST_TEXT >> 20
    )]
    TooLarge,
}

/// A text that is held in memory as a whole has no more bytes: a hundred hours of talk have less than
/// a tenth of that.
pub const LONGEST_TEXT: usize = 64 << 20;

/// Decodes the bytes of the file at `path`: UTF-8 with or without a byte order mark, UTF-16 of
/// either byte order, GB18030 (and so GBK and GB2312) or Big5.
///
/// # Errors
/// Where the bytes are no text in one of these, with the byte that shows it.
pub fn decode(path: &Path, bytes: &[u8]) -> Result<Source, DecodeError> {
    decode_kind(path, bytes).map_err(|kind| DecodeError { path: path.to_owned(), kind })
}

fn decode_kind(path: &Path, bytes: &[u8]) -> Result<Source, DecodeErrorKind> {
    if bytes.len() > LONGEST_TEXT {
        return Err(DecodeErrorKind::TooLarge);
    }
    let (encoding, mark) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, mark),
        None => (guess(bytes)?, 0),
    };
    let body = &bytes[mark..];
    if body.is_empty() {
        return Err(DecodeErrorKind::Empty);
    }
    let text = decode_as(encoding, body, mark)?;
    if let Some(at) = memchr::memchr(0, text.as_bytes()) {
        let byte = if encoding == UTF_8 { at + mark } else { mark };
        return Err(DecodeErrorKind::Binary { byte });
    }
    let origin = if encoding == UTF_8 {
        Origin::Utf8 { mark: mark as u8 }
    } else {
        Origin::Other { encoding, line_bytes: line_bytes(encoding, bytes, mark) }
    };
    Ok(Source::new(path.to_owned(), text, origin))
}

/// The encoding of a stream that starts with `head`, and how long its byte order mark is. What is none of
/// those that are known is taken for UTF-8, and found to be none where it is read.
pub(super) fn of_stream(head: &[u8]) -> (&'static Encoding, usize) {
    if let Some(found) = Encoding::for_bom(head) {
        return found;
    }
    // The end of the head may divide a character.
    let lines = memchr::memrchr(b'\n', head).map_or(head, |end| &head[..=end]);
    let is_cut = |error: std::str::Utf8Error| error.error_len().is_none();
    match std::str::from_utf8(head) {
        Err(error) if !is_cut(error) => (guess(lines).unwrap_or(UTF_8), 0),
        _ => (UTF_8, 0),
    }
}

/// The encoding of bytes without a byte order mark.
fn guess(bytes: &[u8]) -> Result<&'static Encoding, DecodeErrorKind> {
    let zero = memchr::memchr(0, bytes);
    if let Some(byte) = zero {
        let utf_16 =
            [UTF_16LE, UTF_16BE].into_iter().find(|encoding| reads_as_prose(encoding, bytes));
        return utf_16.ok_or(DecodeErrorKind::Binary { byte });
    }
    let Err(error) = std::str::from_utf8(bytes) else { return Ok(UTF_8) };
    let byte = error.valid_up_to();
    if is_damaged_utf_8(bytes) {
        return Err(DecodeErrorKind::Undecodable { encoding: "UTF-8", byte });
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // Of a short file the detector may think as Korean or Japanese; then the two encodings that
    // Chinese is written in are tried.
    let guess = detector.guess(None, Utf8Detection::Deny);
    match guess {
        _ if guess == GBK || guess == GB18030 => Ok(GB18030),
        _ if guess == BIG5 => Ok(BIG5),
        _ => [GB18030, BIG5]
            .into_iter()
            .find(|encoding| reads_as_prose(encoding, bytes))
            .ok_or(DecodeErrorKind::UnknownEncoding { byte }),
    }
}

/// Whether the bytes are UTF-8 but for a few: text in another encoding makes hardly any valid
/// multi-byte sequences by chance.
fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let (mut valid, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|character| character.len_utf8() > 2).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    valid > 0 && valid >= broken
}

/// Whether the bytes, read in `encoding`, are text that somebody could have written.
fn reads_as_prose(encoding: &&'static Encoding, bytes: &[u8]) -> bool {
    let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) else {
        return false;
    };
    let expected = |character: char| {
        is_han(character)
            || (character.is_ascii() && character != '\0')
            || matches!(character, '\u{2010}'..='\u{2030}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}')
    };
    let (total, good) = text.chars().fold((0_usize, 0_usize), |(total, good), character| {
        (total + 1, good + usize::from(expected(character)))
    });
    good * 10 >= total * 9
}

fn decode_as(
    encoding: &'static Encoding,
    body: &[u8],
    mark: usize,
) -> Result<String, DecodeErrorKind> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let capacity = decoder.max_utf8_buffer_length_without_replacement(body.len());
    let mut text = String::with_capacity(capacity.unwrap_or(body.len()));
    match decoder.decode_to_string_without_replacement(body, &mut text, true) {
        (DecoderResult::InputEmpty, _) => Ok(text),
        (DecoderResult::Malformed(length, after), read) => {
            let byte = (mark + read).saturating_sub(usize::from(length) + usize::from(after));
            Err(DecodeErrorKind::Undecodable { encoding: encoding.name(), byte })
        }
        (DecoderResult::OutputFull, _) => Err(DecodeErrorKind::TooLarge),
    }
}

/// The byte of the file at which each line starts, for encodings whose bytes are not the text's.
fn line_bytes(encoding: &'static Encoding, bytes: &[u8], mark: usize) -> Vec<u64> {
    // In GB18030 and Big5 a byte 0A or 0D is never part of a longer character.
    let unit = if encoding == UTF_16LE || encoding == UTF_16BE { 2 } else { 1 };
    let value = |at: usize| -> Option<u16> {
        match (bytes.get(at..at + unit)?, encoding == UTF_16BE) {
            ([low, high], false) => Some(u16::from_le_bytes([*low, *high])),
            ([high, low], true) => Some(u16::from_be_bytes([*high, *low])),
            ([byte], _) => Some(u16::from(*byte)),
            _ => None,
        }
    };
    let mut starts = vec![mark as u64];
    let mut at = mark;
    while let Some(current) = value(at) {
        at += unit;
        let pair = current == u16::from(b'\r') && value(at) == Some(u16::from(b'\n'));
        if (current == u16::from(b'\n') || current == u16::from(b'\r')) && !pair {
            starts.push(at as u64);
        }
    }
    starts
}

/// `text` as bytes of a file written as `source` was: in its encoding, with a byte order mark if it
/// had one.
///
/// # Errors
/// Where `text` has a character that the encoding has not; it is named.
pub fn encode(source: &Source, text: &str) -> Result<Vec<u8>, char> {
    let (encoding, mark) = match source.origin() {
        Origin::Utf8 { mark } => (UTF_8, u64::from(*mark)),
        Origin::Other { encoding, line_bytes } => {
            (*encoding, line_bytes.first().copied().unwrap_or(0))
        }
    };
    let marked = if mark > 0 { format!("\u{feff}{text}") } else { text.to_owned() };
    if encoding == UTF_16LE {
        return Ok(marked.encode_utf16().flat_map(u16::to_le_bytes).collect());
    }
    if encoding == UTF_16BE {
        return Ok(marked.encode_utf16().flat_map(u16::to_be_bytes).collect());
    }
    let (bytes, _, unmappable) = encoding.encode(&marked);
    if unmappable {
        let missing = |character: &char| encoding.encode(&character.to_string()).2;
        return Err(text.chars().find(missing).unwrap_or_default());
    }
    Ok(bytes.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "**甲：** 收入是 50 亿美元。\r\n\r\n**A:** Revenue was $5 billion.\n第三行\n";

    fn encodings() -> Vec<(&'static str, Vec<u8>)> {
        let utf_16 = |little: bool| -> Vec<u8> {
            let units = TEXT.encode_utf16();
            units.flat_map(|u| if little { u.to_le_bytes() } else { u.to_be_bytes() }).collect()
        };
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark.to_vec(), bytes].concat();
        vec![
            ("UTF-8", TEXT.as_bytes().to_vec()),
            ("UTF-8 with a mark", marked(&[0xEF, 0xBB, 0xBF], TEXT.as_bytes().to_vec())),
            ("UTF-16LE", utf_16(true)),
            ("UTF-16BE", utf_16(false)),
            ("UTF-16LE with a mark", marked(&[0xFF, 0xFE], utf_16(true))),
            ("UTF-16BE with a mark", marked(&[0xFE, 0xFF], utf_16(false))),
            ("GB18030", GB18030.encode(TEXT).0.into_owned()),
        ]
    }

    #[test]
    fn a_place_leads_back_to_the_bytes_of_the_file_in_every_encoding() {
        for (name, bytes) in encodings() {
            let source = decode(Path::new("a.md"), &bytes).expect(name);
            assert_eq!(source.text(), TEXT, "{name}");
            assert_eq!(encode(&source, TEXT), Ok(bytes.clone()), "{name}");
            for needle in ["50 亿美元", "$5 billion", "第三行", "甲"] {
                let at = TEXT.find(needle).expect(needle);
                let byte = |offset: usize| source.position(offset as u32).byte as usize;
                let slice = &bytes[byte(at)..byte(at + needle.len())];
                let encoding = match source.origin() {
                    Origin::Utf8 { .. } => UTF_8,
                    Origin::Other { encoding, .. } => encoding,
                };
                let back = encoding.decode_without_bom_handling(slice).0;
                assert_eq!(back, needle, "{name}");
            }
        }
    }

    #[test]
    fn big5_is_told_from_gb18030() {
        let text = "**主持人：** 我們三年前談過一次。在你看來，過去三年最大的變化是什麼？\n";
        let bytes = BIG5.encode(text).0.into_owned();
        assert_eq!(decode(Path::new("a.md"), &bytes).expect("Big5").text(), text);
    }

    #[test]
    fn one_broken_byte_in_utf_8_is_named() {
        let mut bytes = "对照是一种方法".as_bytes().to_vec();
        bytes[7] = 0xFF;
        let error = decode(Path::new("a.md"), &bytes).expect_err("broken").to_string();
        assert_eq!(
            error,
            "a.md: cannot decode byte 6 as UTF-8; save the file as UTF-8, or mend it at that place"
        );
    }

    #[test]
    fn a_zero_byte_makes_a_binary_file() {
        let error = decode(Path::new("a.md"), b"PNG\x00\x01\x02\xFE").expect_err("binary");
        assert!(matches!(error.kind, DecodeErrorKind::Binary { byte: 3 }), "{error}");
    }
}
