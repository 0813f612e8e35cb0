//! What a text is by its content, where its name does not say so.
//!
//! A transcript that is taken for rows is checked wrongly from end to end, and rows that are taken for a
//! transcript are told at once; so only what can hardly be anything else is taken for a corpus.

use std::io::{Cursor, Read};

use super::corpus::{Columns, CorpusFormat};
use super::stream::{transcoded, unpacked};
use crate::text::{Side, language_of};

/// What a text was found to be, if it is no transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// Rows; of a table with the columns, where no head names them.
    Corpus(CorpusFormat, Option<Columns>),
    /// SubRip or WebVTT.
    Subtitles,
}

/// How many bytes are looked at.
pub const HEAD: usize = 1 << 16;

/// What a text looks like that begins with `bytes`, packed or not, in any encoding that is read. `is_cut`: it
/// goes on behind them.
pub fn looks_like(bytes: &[u8], is_cut: bool) -> Option<Looks> {
    let input = unpacked(Cursor::new(bytes)).and_then(transcoded).ok()?.input;
    let mut head = Vec::new();
    // What is packed ends in the middle where it is cut; what came before counts.
    let ended = input.take(HEAD as u64).read_to_end(&mut head).is_ok() && head.len() < HEAD;
    if is_cut || !ended {
        head.truncate(memchr::memrchr(b'\n', &head)? + 1);
    }
    of_text(&String::from_utf8_lossy(&head))
}

fn of_text(text: &str) -> Option<Looks> {
    let corpus = |format| Some(Looks::Corpus(format, None));
    match () {
        () if is_json_lines(text) => corpus(CorpusFormat::Jsonl),
        () if root(text) == Some("tmx") => corpus(CorpusFormat::Tmx),
        () if root(text) == Some("xliff") => corpus(CorpusFormat::Xliff),
        () if is_catalogue(text) => corpus(CorpusFormat::Po),
        () if is_subtitles(text) => Some(Looks::Subtitles),
        () => columns(text).map(|columns| Looks::Corpus(CorpusFormat::Tsv, columns)),
    }
}

fn filled_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// Whether the first lines are JSON objects, one a line.
fn is_json_lines(text: &str) -> bool {
    type Object = serde_json::Map<String, serde_json::Value>;
    let mut first = filled_lines(text).take(2).peekable();
    first.peek().is_some() && first.all(|line| serde_json::from_str::<Object>(line).is_ok())
}

/// The name of the outermost element of an XML text.
fn root(text: &str) -> Option<&str> {
    let mut rest = text.trim_start();
    loop {
        let inside = rest.strip_prefix('<')?;
        let end = match inside.get(..1)? {
            "?" => "?>",
            "!" if inside.starts_with("!--") => "-->",
            "!" => ">",
            _ => return inside.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next(),
        };
        rest = inside.split_once(end)?.1.trim_start();
    }
}

/// Whether it is a message catalogue of gettext.
fn is_catalogue(text: &str) -> bool {
    let mut lines = filled_lines(text).filter(|line| !line.starts_with('#'));
    let opens = |line: &str| line.starts_with("msgid \"") || line.starts_with("msgctxt \"");
    lines.next().is_some_and(opens) && lines.any(|line| line.starts_with("msgstr"))
}

fn is_subtitles(text: &str) -> bool {
    let mut lines = filled_lines(text);
    let Some(first) = lines.next() else { return false };
    if first == "WEBVTT" || first.starts_with("WEBVTT ") {
        return true;
    }
    let is_number = first.chars().all(|c| c.is_ascii_digit());
    is_number && lines.next().is_some_and(|line| line.contains(" --> "))
}

/// The columns of rows that are parted by tabs, or nothing where a head names them; nothing at all where the
/// text is no such table.
fn columns(text: &str) -> Option<Option<Columns>> {
    /// Fewer rows are not enough to go by.
    const LEAST: usize = 2;
    let text = text.trim_end();
    let first = text.lines().next()?;
    if first.contains('\t') && Columns::from_header(first.split('\t')).is_some() {
        return Some(None);
    }
    let (mut rows, mut of_side, mut labels) = (0, [0, 0], 0);
    for line in text.lines() {
        rows += 1;
        if let Some(side) = first_of_two(line) {
            of_side[side as usize] += 1;
        }
        labels += usize::from(is_labelled(line));
    }
    let nearly_all = |count: usize| rows >= LEAST && count * 20 >= rows * 19;
    match of_side {
        _ if labels * 2 >= rows => None,
        [zh_first, _] if nearly_all(zh_first) => Some(Some(Columns { zh: 0, en: 1 })),
        [_, en_first] if nearly_all(en_first) => Some(Some(Columns { zh: 1, en: 0 })),
        _ => None,
    }
}

/// The language of the first cell of a row with one cell in each language and no others.
fn first_of_two(line: &str) -> Option<Side> {
    let mut cells = line.split('\t').map(|cell| language_of(cell).certain());
    match (cells.next()??, cells.next()??, cells.next()) {
        (first, second, None) if first != second => Some(first),
        _ => None,
    }
}

/// Whether a line begins with who speaks, or when: then it is one of a transcript.
fn is_labelled(line: &str) -> bool {
    const LABEL: usize = 24;
    line.chars().take(LABEL).take_while(|c| *c != '\t').any(|c| matches!(c, ':' | '：'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: Columns = Columns { zh: 0, en: 1 };

    fn of(text: &str) -> Option<Looks> {
        looks_like(text.as_bytes(), false)
    }

    #[test]
    fn what_can_hardly_be_anything_else() {
        let corpus = |format| Some(Looks::Corpus(format, None));
        let table = |columns| Some(Looks::Corpus(CorpusFormat::Tsv, Some(columns)));
        let rows = "去年的收入很好。\tRevenue was good last year.\n我们很高兴。\tWe are happy.\n";
        let swapped = "We are happy.\t我们很高兴。\nIt rains today.\t今天下雨。\n";
        for (text, looks) in [
            ("{\"zh\": \"好。\", \"en\": \"Good.\"}\n", corpus(CorpusFormat::Jsonl)),
            (
                "\u{feff}<?xml version=\"1.0\"?>\n<!-- x -->\n<tmx version=\"1.4\">",
                corpus(CorpusFormat::Tmx),
            ),
            ("<!DOCTYPE xliff>\n<xliff>", corpus(CorpusFormat::Xliff)),
            ("# Title\nmsgid \"\"\nmsgstr \"\"\n", corpus(CorpusFormat::Po)),
            ("1\n00:00:01,000 --> 00:00:02,000\nHello\n", Some(Looks::Subtitles)),
            ("WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n", Some(Looks::Subtitles)),
            ("zh\ten\n好\tOK\n", corpus(CorpusFormat::Tsv)),
            (rows, table(COLUMNS)),
            (swapped, table(Columns { zh: 1, en: 0 })),
        ] {
            assert_eq!(of(text), looks, "{text}");
        }
    }

    #[test]
    fn a_transcript_stays_one() {
        for text in [
            "",
            "**安：** 你好。\n\n**Ann:** Hello.\n",
            // One row may be a line with a tab in it.
            "去年的收入很好。\tRevenue was good last year.\n",
            "安：去年的收入很好。\tRevenue was good last year.\n本：我们很高兴。\tWe are happy.\n",
            "去年的收入很好。\tRevenue was good last year.\n\n我们很高兴。\tWe are happy.\n",
            "{ a note }\n\n**安：** 你好。\n\n**Ann:** Hello.\n",
            "<!-- note -->\n**安：** 你好。\n\n**Ann:** Hello.\n",
            "1\n\n**安：** 你好。\n\n**Ann:** Hello.\n",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn a_line_that_is_cut_is_not_looked_at() {
        let rows = "去年的收入很好。\tRevenue was good last year.\n我们很高兴。\tWe are happy.\n今";
        assert_eq!(of(rows), None);
        let looks = looks_like(rows.as_bytes(), true);
        assert_eq!(looks, Some(Looks::Corpus(CorpusFormat::Tsv, Some(COLUMNS))));
    }
}
