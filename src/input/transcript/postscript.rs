//! The end of a talk.

use super::label::Label;
use super::lines::{Line, LineKind};

/// Where the talk ends and a few words follow that nobody says: "END", thanks, who wrote it down. They stand
/// behind a rule with no label behind it, or in brackets at the end.
pub(super) fn postscript(text: &str, lines: &[Line], labels: &[Option<Label>]) -> usize {
    const LINES: usize = 4;
    const BYTES: u32 = 300;
    let note = |line: &Line| {
        let line = line.span.of(text);
        line.starts_with(['（', '(', '[', '［']) && line.ends_with(['）', ')', ']', '］'])
    };
    let (mut end, mut after_blank) = (lines.len(), true);
    for (at, line) in lines.iter().enumerate().rev() {
        match line.kind {
            LineKind::Prose if note(line) => (end, after_blank) = (at, false),
            LineKind::Prose | LineKind::Heading(_) => {
                // What stands right below a label is said by somebody.
                after_blank &= labels[at].is_none_or(|label| label.rest < line.span.end());
                break;
            }
            _ => after_blank = true,
        }
    }
    // A note in brackets in the middle of a paragraph belongs to it.
    let end = if after_blank { end } else { lines.len() };
    let rule = lines.iter().rposition(|line| line.kind == LineKind::Rule);
    let Some(rule) = rule.filter(|rule| labels[*rule..].iter().all(Option::is_none)) else {
        return end;
    };
    let behind = || lines[rule..].iter().filter(|line| line.kind == LineKind::Prose);
    let bytes: u32 = behind().map(|line| line.span.len()).sum();
    if behind().count() <= LINES && bytes <= BYTES { rule } else { end }
}
