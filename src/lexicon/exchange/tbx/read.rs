//! Reads TBX as a stream of elements.

use std::path::Path;
use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::lexicon::error::{LexiconError, LexiconErrorKind, offset, source_of};
use crate::lexicon::exchange::draft::{Draft, DraftTerm};
use crate::lexicon::exchange::language::{Status, flag, part_of_speech};
use crate::lexicon::exchange::{Imported, TermWarning};
use crate::text::Side;

/// Reads `text`, which stands in the file at `path`.
pub(in crate::lexicon::exchange) fn read(
    path: &Arc<Path>,
    text: &str,
) -> Result<Imported, LexiconError> {
    let source = source_of(path, text)?;
    let mut reader = Reader::from_str(text);
    let mut state = State::default();
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let broken = |error: &quick_xml::Error, reader: &Reader<&[u8]>| {
            let at = usize::try_from(reader.error_position()).unwrap_or(usize::MAX);
            let kind = LexiconErrorKind::NoXml(error.to_string());
            LexiconError {
                path: path.to_path_buf(),
                at: Some(source.position(offset(at))),
                kind: Box::new(kind),
            }
        };
        match reader.read_event().map_err(|error| broken(&error, &reader))? {
            Event::Start(element) => {
                let line = u64::from(source.line(offset(at)).get());
                state.open(&element, line);
            }
            Event::Empty(element) => {
                let line = u64::from(source.line(offset(at)).get());
                state.open(&element, line);
                state.close(path);
            }
            Event::End(_) => state.close(path),
            Event::Text(text) => state.text.push_str(&text.xml10_content()),
            Event::CData(text) => state.text.push_str(&text),
            Event::GeneralRef(name) => state.text.push_str(&resolve(&name)),
            Event::Eof => match state.open.last() {
                Some(open) => {
                    let kind = LexiconErrorKind::NoXml(format!("the file ends inside <{open}>"));
                    let at = Some(source.position(offset(at)));
                    return Err(LexiconError {
                        path: path.to_path_buf(),
                        at,
                        kind: Box::new(kind),
                    });
                }
                None => break,
            },
            _ => {}
        }
    }
    if !state.is_tbx {
        let fault = "holds no <conceptEntry> or <termEntry>: expected a TBX term base";
        let kind = Box::new(LexiconErrorKind::NoTerms(fault));
        return Err(LexiconError { path: path.to_path_buf(), at: None, kind });
    }
    Ok(state.read)
}

fn resolve(name: &BytesRef<'_>) -> String {
    match name.resolve_char_ref() {
        Ok(Some(c)) => c.to_string(),
        _ => resolve_predefined_entity(name).unwrap_or_default().to_owned(),
    }
}

#[derive(Default)]
struct State {
    is_tbx: bool,
    read: Imported,
    /// What each open element is about: its category.
    open: Vec<String>,
    text: String,
    entry: Option<Draft>,
    side: Option<Side>,
    term: Option<DraftTerm>,
}

impl State {
    fn open(&mut self, element: &BytesStart<'_>, line: u64) {
        let name = element.local_name().as_ref().to_owned();
        let attribute = |name: &str| {
            let found =
                element.attributes().flatten().find(|attribute| attribute.key.as_ref() == name);
            found.and_then(|found| {
                found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
            })
        };
        match name.as_str() {
            "conceptEntry" | "termEntry" => {
                self.is_tbx = true;
                self.entry = Some(Draft { line, ..Draft::default() });
            }
            "langSec" | "langSet" => {
                self.side = attribute("xml:lang").and_then(|language| Side::of_language(&language));
            }
            "termSec" | "tig" | "ntig" => {
                self.term = self.side.map(|side| DraftTerm {
                    side,
                    text: String::new(),
                    status: Status::default(),
                    reason: None,
                    anywhere: false,
                });
            }
            _ => {}
        }
        self.text.clear();
        // DCA writes the category as an attribute, DCT as the element's name.
        let category = match name.as_str() {
            "termNote" | "descrip" | "admin" => attribute("type").unwrap_or(name),
            _ => name,
        };
        self.open.push(category);
    }

    fn close(&mut self, path: &Arc<Path>) {
        let Some(category) = self.open.pop() else { return };
        let text = std::mem::take(&mut self.text);
        let text = text.trim();
        match category.as_str() {
            "conceptEntry" | "termEntry" => {
                let Some(entry) = self.entry.take() else { return };
                let line = Some(entry.line);
                match entry.finish(path) {
                    Ok(concept) => self.read.concepts.push(concept),
                    Err(message) => self.read.warnings.push(TermWarning { line, message }),
                }
            }
            "langSec" | "langSet" => self.side = None,
            "termSec" | "tig" | "ntig" => {
                let (Some(entry), Some(mut term)) = (&mut self.entry, self.term.take()) else {
                    return;
                };
                // Of an allowed form, what is noted is a note; of a forbidden one, the reason.
                if term.status != Status::Forbidden
                    && let Some(note) = term.reason.take()
                {
                    entry.add_note(&note);
                }
                if !term.text.is_empty() {
                    entry.terms.push(term);
                }
            }
            _ if text.is_empty() => {}
            _ => self.note(&category, text),
        }
    }

    /// Takes in what an element says of the entry or of the term that is open.
    fn note(&mut self, category: &str, text: &str) {
        let Some(entry) = &mut self.entry else { return };
        match category {
            "term" => {
                if let Some(term) = &mut self.term {
                    term.text = text.to_owned();
                }
            }
            "administrativeStatus" | "normativeAuthorization" => {
                if let (Some(term), Some(status)) = (&mut self.term, Status::read(text)) {
                    term.status = status;
                }
            }
            "partOfSpeech" => {
                entry.part_of_speech = entry.part_of_speech.or(Some(part_of_speech(text)));
            }
            "subjectField" => entry.domain = Some(text.to_owned()),
            "Translation needed" => entry.keep = flag(text) == Some(false),
            "note" | "definition" | "context" | "usageNote" => match &mut self.term {
                Some(term) => term.reason = Some(text.to_owned()),
                None => entry.add_note(text),
            },
            _ => {}
        }
    }
}
