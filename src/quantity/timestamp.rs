//! Timestamps of ISO 8601 (`2016-06-14T06:27:59Z`): written for programs, they are no dates that a text tells.

use super::Quantity;
use crate::text::Span;

/// `quantities` without those that were read from a timestamp in `text`.
pub(super) fn without_timestamps(text: &str, mut quantities: Vec<Quantity>) -> Vec<Quantity> {
    if !quantities.is_empty() {
        for stamp in memchr::memchr_iter(b'T', text.as_bytes()).filter_map(|at| stamp(text, at)) {
            quantities.retain(|quantity| !quantity.span.overlaps(stamp));
        }
    }
    quantities
}

/// The timestamp whose date ends at byte `at`, where its time begins.
fn stamp(text: &str, at: usize) -> Option<Span> {
    const DATE: &[u8] = b"dddd-dd-dd";
    const TIME: &[u8] = b"dd:dd";
    let bytes = text.as_bytes();
    let is_like = |from: usize, form: &[u8]| {
        let part = bytes.get(from..from + form.len());
        part.is_some_and(|part| {
            part.iter().zip(form).all(|(byte, form)| match form {
                b'd' => byte.is_ascii_digit(),
                form => byte == form,
            })
        })
    };
    let start = at.checked_sub(DATE.len())?;
    if !is_like(start, DATE) || !is_like(at + 1, TIME) {
        return None;
    }
    let is_part =
        |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'.' | b'+' | b'-');
    let length = bytes[at..].iter().take_while(is_part).count();
    Some(Span::at(start..at + length))
}
