//! Message catalogues of GNU gettext
//! (<https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html>).

use super::fault::{Fault, foreign};
use super::message::Part;
use super::{Cell, Row};
use crate::text::{Side, Span, is_han};

/// What was read so far of a catalogue.
#[derive(Debug, Default)]
pub(super) struct Catalogue {
    /// Whether it has an entry, if only its head or an obsolete one.
    has_entries: bool,
    fault: Option<Fault>,
}

impl Catalogue {
    /// What is wrong with the file.
    pub(super) fn fault(&self) -> Option<&Fault> {
        self.fault.as_ref()
    }

    /// Whether the file is not worth reading any further.
    pub(super) fn is_over(&self) -> bool {
        self.fault.is_some()
    }

    /// What is wrong with a file that ends here.
    pub(super) fn end(&self) -> Option<String> {
        let is_one = self.has_entries || self.fault.is_some();
        (!is_one).then(|| "expected messages of gettext (`msgid`), found none".to_owned())
    }

    /// The row of an entry.
    fn add(&mut self, entry: Entry) -> Option<Row> {
        self.has_entries |= entry.start.is_some();
        if let Some((at, language)) = entry.foreign_language() {
            self.fault.get_or_insert(Fault {
                at: at as u32,
                problem: foreign(language),
                is_final: true,
            });
        }
        entry.finished()
    }
}

/// The rows of a stretch of a catalogue, one for each message. Obsolete and fuzzy messages, and those without a
/// translation, are left out, as every program that uses the catalogue leaves them out.
pub(super) fn rows(text: &str, catalogue: &mut Catalogue) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut entry = Entry::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        if bare.is_empty() {
            rows.extend(catalogue.add(std::mem::take(&mut entry)));
            if catalogue.is_over() {
                return rows;
            }
            continue;
        }
        if bare.starts_with("#~") {
            catalogue.has_entries = true;
            continue;
        }
        // Not every program writes a blank line between two messages.
        if entry.is_over(bare) {
            rows.extend(catalogue.add(std::mem::take(&mut entry)));
            if catalogue.is_over() {
                return rows;
            }
        }
        if bare.starts_with('#') {
            entry.fuzzy |= bare.starts_with("#,") && bare.contains("fuzzy");
            continue;
        }
        entry.start.get_or_insert(start);
        entry.line(text, bare, start);
    }
    rows.extend(catalogue.add(entry));
    rows
}

/// Messages that are no text: their translation names the translators.
const CREDITS: &[&str] =
    &["translator-credits", "translator_credits", "NAME OF TRANSLATORS", "EMAIL OF TRANSLATORS"];

/// Which string of an entry a line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Source,
    Target,
    /// The text for several, where the message has one for one.
    Plural,
    /// What tells messages of one text apart.
    Context,
    Other,
}

#[derive(Default)]
struct Entry {
    start: Option<usize>,
    fuzzy: bool,
    field: Option<Field>,
    source: Part,
    plural: Part,
    /// The translations: one, or one for each number that the language tells apart.
    targets: Vec<Part>,
    context: Part,
    /// The language that the head of the catalogue names, and the line that does.
    language: Option<(usize, String)>,
    problem: Option<String>,
}

impl Entry {
    /// Whether `line` begins the next message: a comment, a context or a text behind the translation.
    fn is_over(&self, line: &str) -> bool {
        let begins = ["#", "msgctxt", "msgid"].iter().any(|start| line.starts_with(start));
        begins && !line.starts_with("msgid_plural") && !self.targets.is_empty()
    }

    fn line(&mut self, text: &str, line: &str, start: usize) {
        let (keyword, rest) = match line.find('"') {
            Some(quote) => (line[..quote].trim(), quote),
            None => {
                self.problem.get_or_insert_with(|| "expected a quoted string".to_owned());
                return;
            }
        };
        if !keyword.is_empty() {
            self.field = Some(match keyword {
                "msgid" => Field::Source,
                "msgid_plural" => Field::Plural,
                "msgctxt" => Field::Context,
                _ if keyword == "msgstr" || keyword.starts_with("msgstr[") => {
                    self.targets.push(Part::default());
                    Field::Target
                }
                _ => Field::Other,
            });
        }
        let Some(inner) = line[rest..].strip_prefix('"').and_then(|line| line.strip_suffix('"'))
        else {
            self.problem.get_or_insert_with(|| "a string is not closed".to_owned());
            return;
        };
        if self.field == Some(Field::Target) && self.source.as_str().is_empty() {
            let language = inner.split("\\n").find_map(|line| line.strip_prefix("Language:"));
            self.language =
                language.map(|name| (start, name.trim().to_owned())).or(self.language.take());
        }
        let from = start + rest + 1;
        let part = match self.field {
            Some(Field::Source) => Some(&mut self.source),
            Some(Field::Plural) => Some(&mut self.plural),
            Some(Field::Target) => self.targets.last_mut(),
            Some(Field::Context) => Some(&mut self.context),
            _ => None,
        };
        let Some(part) = part else { return };
        part.push(text, Span::at(from..from + inner.len()));
    }

    /// The language of the catalogue and the line that names it, if it is neither of the two.
    fn foreign_language(&self) -> Option<(usize, &str)> {
        let (at, name) = self.language.as_ref()?;
        let is_other = !name.is_empty() && Side::of_language(name).is_none();
        (is_other && self.source.as_str().is_empty()).then_some((*at, name))
    }

    fn finished(self) -> Option<Row> {
        let start = self.start?;
        if let Some(problem) = self.problem {
            return Some(Row::new(start, Err(problem)));
        }
        if self.source.is_empty() || self.fuzzy || CREDITS.contains(&self.source.as_str()) {
            return None;
        }
        if self.targets.is_empty() {
            return Some(Row::new(start, Err("the message has no `msgstr`".to_owned())));
        }
        // The text for one may name no number ("One file"). Chinese has one form for all, which translates the
        // text for several; so does the last one of English.
        let source = if self.plural.is_empty() { self.source } else { self.plural };
        let target = self.targets.into_iter().rev().find(|form| !form.is_empty())?;
        let source = source.without_context(&target);
        // Catalogues go from English to Chinese, but some go the other way.
        let swapped = source.as_str().chars().any(is_han) && !target.as_str().chars().any(is_han);
        let cell = |part: Part| {
            let (text, marks) = part.read();
            Cell { text, extent: part.extent().unwrap_or(Span::at(start..start)), marks }
        };
        let (zh, en) = if swapped { (source, target) } else { (target, source) };
        let context = self.context.as_str();
        let id = (!context.is_empty()).then(|| context.into());
        Some(Row { id, ..Row::new(start, Ok([cell(zh), cell(en)])) })
    }
}
