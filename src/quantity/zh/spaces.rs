//! Spaces inside Chinese numerals: 六 点 五 成 is 六点五成.

use crate::quantity::Quantity;
use crate::text::Span;

/// A text without the spaces that stand inside its numerals, and the way back.
pub(super) struct Closed {
    pub(super) text: String,
    /// Where in `text` a space was left out, and how many bytes up to there all together.
    gaps: Vec<(usize, usize)>,
}

/// `text` closed up, or nothing where no numeral has a space.
pub(super) fn closed(text: &str) -> Option<Closed> {
    let mut kept = String::new();
    let mut gaps = Vec::new();
    let mut done = 0;
    let mut removed = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find(' ') {
        let start = at + found;
        let rest = text[start..].trim_start_matches(' ');
        at = text.len() - rest.len();
        if !joins(&text[done..start], rest) {
            continue;
        }
        kept.push_str(&text[done..start]);
        removed += at - start;
        gaps.push((kept.len(), removed));
        done = at;
    }
    if gaps.is_empty() {
        return None;
    }
    kept.push_str(&text[done..]);
    Some(Closed { text: kept, gaps })
}

impl Closed {
    /// The quantity with its span in the text as it was.
    pub(super) fn opened(&self, mut quantity: Quantity) -> Quantity {
        let before = |at: u32, inclusive: bool| {
            let at = at as usize;
            let passed = |gap: &(usize, usize)| if inclusive { gap.0 <= at } else { gap.0 < at };
            let gaps = self.gaps.partition_point(passed);
            at + gaps.checked_sub(1).map_or(0, |last| self.gaps[last].1)
        };
        let (start, end) = (quantity.span.start(), quantity.span.end());
        quantity.span = Span::at(before(start, true)..before(end, false));
        quantity
    }
}

/// Whether what stands around a space is one numeral. Two digits beside each other are rather two
/// numbers (一 二 三), unless 折 makes one of them.
fn joins(before: &str, behind: &str) -> bool {
    let Some(last) = before.chars().next_back() else { return false };
    let mut next = behind.chars();
    let Some(first) = next.next() else { return false };
    let is_unit = |c: char| !c.is_ascii() && "十拾百佰千仟万亿兆点分之又成折几余".contains(c);
    let is_digit =
        |c: char| !c.is_ascii() && "零〇一二三四五六七八九两壹贰叁参肆伍陆柒捌玖".contains(c);
    let is_part = |c| is_unit(c) || is_digit(c);
    let mut discount = || next.find(|c| *c != ' ') == Some('折');
    is_part(last) && is_part(first) && (is_unit(last) || is_unit(first) || discount())
}
