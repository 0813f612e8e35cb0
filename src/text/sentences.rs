//! Sentences, in both languages.
//!
//! Some twenty rules of thumb instead of the Unicode sentence breaks (UAX #29): those know neither
//! abbreviations nor the half-width punctuation that stands in much Chinese text, and they split
//! a quotation from its closing mark.

use super::{Side, Span, is_han};

/// The sentences of `text`, which is mostly in the language of `side`: in order, without the white
/// space around them, none of them empty. Together they hold all of the text but white space.
///
/// ```
/// use duizhao::text::{Side, sentences};
/// let text = "涨了 3.5%。\"真的吗?\"他问……";
/// let cut: Vec<_> = sentences(text, Side::Zh).iter().map(|span| span.of(text)).collect();
/// assert_eq!(cut, ["涨了 3.5%。", "\"真的吗?\"", "他问……"]);
/// ```
pub fn sentences(text: &str, side: Side) -> Vec<Span> {
    if let Some(whole) = only_sentence(text) {
        return vec![whole];
    }
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut quoted = false;
    let lower = is_lower_case(text);
    while let Some(&(_, letter)) = chars.get(at) {
        if letter == '"' {
            quoted = !quoted;
        }
        if letter == '\n' {
            push_trimmed(&mut found, text, byte(&chars, text, start), byte(&chars, text, at));
            (start, quoted) = (at + 1, false);
        } else if is_mark(letter) {
            let (end, still_quoted) = mark_end(&chars, at, quoted);
            let aside = Aside::behind(&chars, end);
            let goes_on = aside.as_ref().map_or(end, |aside| aside.end);
            let after = after(&chars, goes_on).filter(|_| !lower);
            if ends_sentence(&chars, start, at, end, side, after) {
                let end = aside.filter(|aside| !aside.is_label).map_or(end, |aside| aside.end);
                push_trimmed(&mut found, text, byte(&chars, text, start), byte(&chars, text, end));
                (start, at) = (end, end);
            } else {
                at = end;
            }
            quoted = still_quoted;
            continue;
        }
        at += 1;
    }
    push_trimmed(&mut found, text, byte(&chars, text, start), text.len());
    found
}

/// The whole of a text that has no mark but the one at its end, as most rows of a corpus.
fn only_sentence(text: &str) -> Option<Span> {
    let trimmed = text.trim();
    let last = trimmed.chars().next_back()?;
    let inner = &trimmed[..trimmed.len() - last.len_utf8()];
    let start = text.len() - text.trim_start().len();
    (!holds_mark(inner)).then(|| Span::at(start..start + trimmed.len()))
}

/// Whether a mark or the end of a line stands in `text`.
fn holds_mark(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(next) = bytes[from..].iter().position(|&byte| OPENS_MARK[usize::from(byte)]) {
        let at = from + next;
        if bytes[at].is_ascii() || text[at..].starts_with(is_mark) {
            return true;
        }
        from = at + 1;
    }
    false
}

/// For each byte whether a mark or the end of a line may begin with it in UTF-8. Marks outside ASCII begin with
/// one of three bytes, which few other characters do.
const OPENS_MARK: [bool; 256] = {
    let mut opens = [false; 256];
    let bytes = [b'.', b'!', b'?', b'\n', 0xE2, 0xE3, 0xEF];
    let mut at = 0;
    while at < bytes.len() {
        opens[bytes[at] as usize] = true;
        at += 1;
    }
    opens
};

fn byte(chars: &[(usize, char)], text: &str, at: usize) -> usize {
    chars.get(at).map_or(text.len(), |&(byte, _)| byte)
}

fn push_trimmed(found: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let part = &text[start..end];
    let start = start + part.len() - part.trim_start().len();
    let end = start + part.trim().len();
    if start < end {
        found.push(Span::at(start..end));
    }
}

/// Whether a text is written without capitals, as quick notes are: then a sentence may begin with any
/// letter.
fn is_lower_case(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| word == "I" || !word.starts_with(char::is_uppercase))
}

/// The letter that the text goes on with behind `end`, whatever opens before it.
fn after(chars: &[(usize, char)], end: usize) -> Option<char> {
    let opens = |letter: &char| {
        letter.is_whitespace() || matches!(letter, '"' | '“' | '‘' | '(' | '[' | '「' | '『' | '\'')
    };
    chars[end..].iter().map(|&(_, letter)| letter).find(|letter| !opens(letter))
}

/// Whether a clause ends with `letter`, before `rest`: a comma inside a number ends nothing.
pub(crate) fn ends_clause(letter: char, rest: &str) -> bool {
    let marks = matches!(letter, '，' | ',' | '；' | ';' | '：' | ':' | '—');
    marks && (letter == '，' || rest.starts_with([' ', '\n']) || rest.starts_with(is_han))
}

/// Whether `text` comes to the end of a sentence.
pub(crate) fn is_finished(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches(['"', '”', '’', '」', '』', ')', '）']);
    text.ends_with(['。', '！', '？', '.', '!', '?'])
}

/// Whether a sentence may end with this character.
fn is_mark(letter: char) -> bool {
    matches!(letter, '。' | '！' | '？' | '．' | '｡' | '!' | '?' | '.' | '…')
}

/// Where the marks that start at `at` end, closing quotes and brackets included, and whether a
/// straight quotation is still open there.
fn mark_end(chars: &[(usize, char)], at: usize, mut quoted: bool) -> (usize, bool) {
    let letter = |at: usize| chars.get(at).map(|&(_, letter)| letter);
    let mut end = at + 1;
    while let Some(next) = letter(end) {
        match next {
            '"' if quoted => quoted = false,
            '”' | '’' | '」' | '』' | '）' | ')' | '】' | ']' | '》' | '〉' => {}
            '\'' if letter(end + 1).is_none_or(|after| !after.is_alphanumeric()) => {}
            _ if is_mark(next) => {}
            _ => break,
        }
        end += 1;
    }
    (end, quoted)
}

/// A few words in brackets behind a sentence.
struct Aside {
    /// The place behind the closing bracket.
    end: usize,
    /// Whether it numbers what follows, as (a) and （三） do. Else it belongs to what was said: "(laughs)", （笑）.
    is_label: bool,
}

impl Aside {
    /// That behind the marks that end at `at`.
    fn behind(chars: &[(usize, char)], at: usize) -> Option<Aside> {
        const LONGEST: usize = 24;
        let skip = chars[at..].iter().take_while(|&&(_, letter)| letter == ' ').count();
        let (&(_, opens), inside) = chars.get(at + skip..)?.split_first()?;
        let length = inside
            .iter()
            .take(LONGEST)
            .position(|&(_, letter)| is_closing(letter) || is_mark(letter) || letter == '\n')?;
        let is_whole = matches!(opens, '(' | '（' | '[' | '【') && is_closing(inside[length].1);
        (is_whole && length > 0)
            .then(|| Aside { end: at + skip + length + 2, is_label: is_label(&inside[..length]) })
    }
}

fn is_closing(letter: char) -> bool {
    matches!(letter, ')' | '）' | ']' | '】')
}

/// Whether what stands in brackets numbers what follows: (a), (2), (iv), （三）.
fn is_label(inside: &[(usize, char)]) -> bool {
    let numbers =
        |letter: char| letter.is_ascii_digit() || "ivxIVX一二三四五六七八九十".contains(letter);
    matches!(inside, [(_, letter)] if letter.is_ascii())
        || inside.iter().all(|&(_, letter)| numbers(letter))
}

/// Whether the marks from `at` to `end` close the sentence that began at `start`, where `after` is the
/// letter that the text goes on with, if that tells anything.
fn ends_sentence(
    chars: &[(usize, char)],
    start: usize,
    at: usize,
    end: usize,
    side: Side,
    after: Option<char>,
) -> bool {
    let letter = |at: usize| chars.get(at).map(|&(_, letter)| letter);
    let Some(next) = letter(end) else { return true };
    // "……" alone opens a thought that goes on; so does a mark at the very start.
    if start == at && !chars[at..end].iter().any(|&(_, letter)| letter.is_alphanumeric()) {
        return false;
    }
    if matches!(next, ',' | '，' | '、' | ';' | '；' | ':' | '：' | '—' | '-' | '–') {
        return false;
    }
    let mark = chars[at].1;
    let full_width = matches!(mark, '。' | '！' | '？' | '．' | '｡');
    if side == Side::Zh && (full_width || matches!(mark, '!' | '?' | '…')) {
        return true;
    }
    let spaced = next.is_whitespace();
    let han_next = after.is_some_and(is_han);
    if !full_width && !spaced && !han_next {
        // 3.5, U.S., example.org, "What?"he.
        return false;
    }
    if mark == '.' && end == at + 1 && is_abbreviation(&chars[start..at], after) {
        return false;
    }
    // "…" or a quoted question in the middle of a sentence goes on in lower case.
    after.is_none_or(|after| !after.is_lowercase())
}

/// Whether the full stop after `before` belongs to an abbreviation, with `after` the first letter
/// of the next word.
fn is_abbreviation(before: &[(usize, char)], after: Option<char>) -> bool {
    let mut word: Vec<char> = before
        .iter()
        .rev()
        .map(|&(_, letter)| letter)
        .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '.')
        .collect();
    word.reverse();
    let word: String = word.into_iter().collect();
    // Initials and U.S., but "I" ends sentences.
    let initials =
        word.split('.').all(|part| part.len() == 1 && part.as_bytes()[0].is_ascii_uppercase());
    if initials {
        return word != "I";
    }
    if TITLES.contains(&word.as_str()) {
        return true;
    }
    let number_follows = after.is_some_and(|after| after.is_ascii_digit());
    (matches!(word.as_str(), "No" | "Nos" | "p" | "pp" | "Fig" | "Vol") && number_follows)
        || word.ends_with("e.g")
        || word.ends_with("i.e")
}

/// Abbreviations that a name or a further word always follows.
const TITLES: [&str; 16] = [
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "Sgt", "St", "Mt",
    "vs", "cf",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, side: Side) -> Vec<&str> {
        sentences(text, side).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn no_mark_is_passed_over() {
        let marks = ('\0'..=char::MAX).filter(|&letter| is_mark(letter) || letter == '\n');
        for mark in marks {
            assert!(OPENS_MARK[usize::from(mark.to_string().as_bytes()[0])], "{mark}");
        }
    }

    #[test]
    fn english_abbreviations_and_decimals_do_not_end_sentences() {
        let text = "Dr. Smith paid $3.5 million, e.g. No. 5 in the U.S. economy. It worked.";
        assert_eq!(cut(text, Side::En).len(), 2, "{:?}", cut(text, Side::En));
    }

    #[test]
    fn quotations_keep_their_closing_marks() {
        assert_eq!(
            cut("He said, \"What is it?\" and left. \"Fine.\" Done (yes!). OK.", Side::En),
            ["He said, \"What is it?\" and left.", "\"Fine.\"", "Done (yes!).", "OK."]
        );
        assert_eq!(
            cut("他说\"哦,这是问题。\"但你应该比较。“好！”他说。", Side::Zh),
            ["他说\"哦,这是问题。\"", "但你应该比较。", "“好！”", "他说。"]
        );
    }

    #[test]
    fn ellipses_end_chinese_sentences_and_english_ones_before_a_capital() {
        assert_eq!(cut("我认为……你会知道。", Side::Zh), ["我认为……", "你会知道。"]);
        assert_eq!(cut("That is... You know. I mean… well.", Side::En).len(), 3);
    }

    #[test]
    fn asides_belong_to_what_was_said_before() {
        assert_eq!(
            cut("By hard work. (laughs) It was found. [Laughter] Then it stopped.", Side::En),
            ["By hard work. (laughs)", "It was found. [Laughter]", "Then it stopped."]
        );
        assert_eq!(cut("靠的是勤奋。（笑）它是后来发现的。", Side::Zh).len(), 2);
        // A label belongs to what it numbers.
        assert_eq!(
            cut("It applies. (a) The buyer pays. (ii) The seller delivers.", Side::En),
            ["It applies.", "(a) The buyer pays.", "(ii) The seller delivers."]
        );
        assert_eq!(cut("如下。（一）买方付款。", Side::Zh), ["如下。", "（一）买方付款。"]);
        // A sentence in brackets is one of its own.
        assert_eq!(cut("It grew. (It had to.) Then it stopped.", Side::En).len(), 3);
    }

    #[test]
    fn half_width_marks_end_chinese_sentences() {
        assert_eq!(cut("是什么?我用 GPT-4.5 做.然后呢!", Side::Zh).len(), 3);
    }

    #[test]
    fn a_text_without_capitals_has_sentences_too() {
        assert_eq!(cut("any pain? I see. is there anything else, e.g. fever?", Side::En).len(), 3);
    }

    #[test]
    fn paragraphs_end_sentences() {
        assert_eq!(cut("one\ntwo", Side::En), ["one", "two"]);
        assert!(cut(" \n ", Side::En).is_empty());
    }
}
