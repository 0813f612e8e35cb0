//! Writes terms as a table.

use csv::{Writer, WriterBuilder};

use super::formula::as_text;

use crate::lexicon::exchange::language::Status;
use crate::lexicon::exchange::{Exported, TableShape, TermWarning};
use crate::lexicon::model::{Concept, PartOfSpeech};
use crate::lexicon::read::{DIRECTIONS, PARTS_OF_SPEECH};
use crate::text::Side;

const HEADS: [&str; 14] = [
    "concept",
    "language",
    "term",
    "status",
    "part of speech",
    "case sensitive",
    "translatable",
    "direction",
    "near",
    "contrast",
    "domain",
    "note",
    "reason",
    "anywhere",
];

/// Writes `concepts` with `delimiter` between the cells.
pub(in crate::lexicon::exchange) fn write(
    concepts: &[Concept],
    delimiter: u8,
    shape: TableShape,
) -> Exported {
    let mut writer = WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    let mut warnings = Vec::new();
    let written = match shape {
        TableShape::Terms => write_terms(&mut writer, concepts),
        TableShape::Pairs => write_pairs(&mut writer, concepts, &mut warnings),
    };
    let bytes =
        written.and_then(|()| writer.into_inner().map_err(|error| error.into_error().into()));
    let text = bytes.ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    Exported { text, warnings }
}

fn write_terms(writer: &mut Writer<Vec<u8>>, concepts: &[Concept]) -> csv::Result<()> {
    writer.write_record(HEADS)?;
    for (number, concept) in (1..).zip(concepts) {
        let about = About::new(number, concept);
        for side in Side::BOTH {
            for (index, form) in concept.forms(side).iter().enumerate() {
                let status = if index == 0 { Status::Preferred } else { Status::Admitted };
                write_row(writer, about.row(side, form, status, "", ""))?;
            }
        }
        for forbidden in &concept.forbidden {
            let reason = forbidden.reason.as_deref().unwrap_or_default();
            let anywhere = if forbidden.anywhere { "true" } else { "" };
            let (side, form) = (forbidden.side, &forbidden.form);
            write_row(writer, about.row(side, form, Status::Forbidden, reason, anywhere))?;
        }
    }
    Ok(())
}

/// Writes cells that no spreadsheet takes for anything but text.
fn write_row<const N: usize>(writer: &mut Writer<Vec<u8>>, cells: [&str; N]) -> csv::Result<()> {
    writer.write_record(cells.map(as_text).iter().map(|cell| cell.as_bytes()))
}

/// What every row of an entry says.
struct About<'c> {
    number: String,
    part_of_speech: &'c str,
    case_sensitive: &'c str,
    translatable: &'c str,
    direction: &'c str,
    near: String,
    contrast: &'c str,
    domain: &'c str,
    note: &'c str,
}

impl<'c> About<'c> {
    fn new(number: usize, concept: &'c Concept) -> About<'c> {
        let part_of_speech = match concept.part_of_speech {
            PartOfSpeech::Name => "proper noun",
            other => word(PARTS_OF_SPEECH, other),
        };
        About {
            number: number.to_string(),
            part_of_speech,
            case_sensitive: match concept.case_sensitive {
                None => "",
                Some(true) => "true",
                Some(false) => "false",
            },
            translatable: if concept.keep { "false" } else { "" },
            direction: word(DIRECTIONS, concept.direction),
            near: concept.near.join("|"),
            contrast: concept.contrast.as_deref().unwrap_or_default(),
            domain: concept.domain.as_deref().unwrap_or_default(),
            note: concept.note.as_deref().unwrap_or_default(),
        }
    }

    fn row<'r>(
        &'r self,
        side: Side,
        form: &'r str,
        status: Status,
        reason: &'r str,
        anywhere: &'r str,
    ) -> [&'r str; 14] {
        [
            &self.number,
            side.code(),
            form,
            status.word(),
            self.part_of_speech,
            self.case_sensitive,
            self.translatable,
            self.direction,
            &self.near,
            self.contrast,
            self.domain,
            self.note,
            reason,
            anywhere,
        ]
    }
}

fn word<T: PartialEq>(words: &[(&'static str, T)], value: T) -> &'static str {
    words.iter().find(|(_, meaning)| *meaning == value).map_or("", |(word, _)| word)
}

fn write_pairs(
    writer: &mut Writer<Vec<u8>>,
    concepts: &[Concept],
    warnings: &mut Vec<TermWarning>,
) -> csv::Result<()> {
    writer.write_record(["zh", "en"])?;
    for concept in concepts {
        let mut warn = |message: String| {
            let line = Some(u64::from(concept.origin.line.get()));
            warnings.push(TermWarning { line, message });
        };
        let Some(en) = concept.en.first() else {
            warn("an entry that only forbids cannot be a pair: left out".to_owned());
            continue;
        };
        let zh = concept.zh.first().filter(|_| !concept.keep).unwrap_or(en);
        let others = (concept.zh.len() + concept.en.len()).saturating_sub(2);
        if others > 0 || !concept.forbidden.is_empty() {
            let forbidden = concept.forbidden.len();
            warn(format!("`{zh}`: {others} other and {forbidden} forbidden forms left out"));
        }
        write_row(writer, [zh.as_str(), en.as_str()])?;
    }
    Ok(())
}
