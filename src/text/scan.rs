//! Looking for bytes of a kind, sixteen at a time.

/// The place of the first byte that `is`. What it is asked of must be cheap and free of branches, so that sixteen bytes
/// cost little more than one.
pub(crate) fn position(bytes: &[u8], is: impl Fn(u8) -> bool) -> Option<usize> {
    let (chunks, rest) = bytes.as_chunks::<16>();
    let holds = |chunk: &[u8; 16]| chunk.iter().fold(false, |any, &byte| any | is(byte));
    let in_chunk = chunks.iter().position(holds);
    let (start, near) = match in_chunk {
        Some(at) => (16 * at, &chunks[at][..]),
        None => (16 * chunks.len(), rest),
    };
    near.iter().position(|&byte| is(byte)).map(|at| start + at)
}

#[cfg(test)]
mod tests {
    use super::position;

    #[test]
    fn the_first_one_is_found_wherever_it_stands() {
        for at in 0..70 {
            let mut bytes = vec![b'a'; 70];
            bytes[at] = b'B';
            assert_eq!(position(&bytes, |byte| byte.is_ascii_uppercase()), Some(at));
            assert_eq!(position(&bytes[..at], |byte| byte.is_ascii_uppercase()), None);
        }
    }
}
