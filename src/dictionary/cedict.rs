//! Reads CC-CEDICT files: `傳統 传统 [chuan2 tong3] /tradition/traditional/`, one word a line.
//!
//! The format is described at <https://cc-cedict.org/wiki/format:syntax>.

use super::compile::Entry;

/// A line that is neither a comment nor a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Malformed {
    /// Its number, from 1.
    pub(super) line: usize,
}

/// The entries of a CC-CEDICT text.
pub(super) fn parse(text: &str) -> Result<Vec<Entry>, Malformed> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|(index, line)| entry(line).ok_or(Malformed { line: index + 1 }))
        .collect()
}

fn entry(line: &str) -> Option<Entry> {
    let (traditional, rest) = line.trim_end().split_once(' ')?;
    let (simplified, rest) = rest.split_once(' ')?;
    let definitions = rest.split_once("] /")?.1.strip_suffix('/')?;
    Some(Entry {
        traditional: traditional.to_owned(),
        simplified: simplified.to_owned(),
        definitions: definitions.split('/').map(str::to_owned).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_comments_is_read() {
        let text =
            "# CC-CEDICT\r\n#! version=1\r\n傳統 传统 [chuan2 tong3] /tradition/traditional/\r\n";
        let entries = parse(text).unwrap();
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].simplified, "传统");
        assert_eq!(entries[0].definitions, ["tradition", "traditional"]);
    }

    #[test]
    fn a_broken_line_is_named() {
        assert_eq!(parse("#\n傳統 tradition\n").unwrap_err(), Malformed { line: 2 });
    }
}
