//! Writes TBX-Basic.

use std::fmt::Write as _;

use quick_xml::escape::escape;

use crate::lexicon::exchange::language::Status;
use crate::lexicon::exchange::{Exported, TermWarning};
use crate::lexicon::model::{Concept, Direction, PartOfSpeech};
use crate::text::Side;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <sourceDesc><p>duizhao</p></sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
"#;

const FOOT: &str = "    </body>\n  </text>\n</tbx>\n";

/// Writes `concepts`.
pub(in crate::lexicon::exchange) fn write(concepts: &[Concept]) -> Exported {
    let mut text = String::from(HEAD);
    let mut warnings = Vec::new();
    for (number, concept) in (1..).zip(concepts) {
        text.push_str(&entry(number, concept));
        for message in lost(concept) {
            let line = Some(u64::from(concept.origin.line.get()));
            warnings.push(TermWarning { line, message });
        }
    }
    text.push_str(FOOT);
    Exported { text, warnings }
}

/// What TBX-Basic has no place for.
fn lost(concept: &Concept) -> Vec<String> {
    let name = concept.zh.first().or(concept.en.first()).map_or("", String::as_str);
    let mut lost = Vec::new();
    if concept.direction != Direction::Both {
        lost.push("direction");
    }
    if !concept.near.is_empty() {
        lost.push("near");
    }
    if concept.contrast.is_some() {
        lost.push("contrast");
    }
    if concept.case_sensitive.is_some() {
        lost.push("case-sensitive");
    }
    if concept.forbidden.iter().any(|forbidden| forbidden.anywhere) {
        lost.push("anywhere");
    }
    lost.iter().map(|key| format!("`{name}`: TBX has no place for `{key}`: left out")).collect()
}

/// Writing to a String cannot fail, so results of `write!` are dropped here.
fn entry(number: usize, concept: &Concept) -> String {
    let mut text = format!("      <conceptEntry id=\"c{number}\">\n");
    if let Some(domain) = &concept.domain {
        let _ =
            writeln!(text, "        <descrip type=\"subjectField\">{}</descrip>", escape(domain));
    }
    if concept.keep {
        text.push_str("        <descrip type=\"Translation needed\">No</descrip>\n");
    }
    if let Some(note) = &concept.note {
        let _ = writeln!(text, "        <note>{}</note>", escape(note));
    }
    for side in Side::BOTH {
        let allowed = concept.forms(side).iter().enumerate().map(|(index, form)| {
            let status = if index == 0 { Status::Preferred } else { Status::Admitted };
            term(form, status, concept.part_of_speech, None)
        });
        let forbidden = concept.forbidden.iter().filter(|forbidden| forbidden.side == side);
        let forbidden = forbidden.map(|forbidden| {
            let reason = forbidden.reason.as_deref();
            term(&forbidden.form, Status::Forbidden, concept.part_of_speech, reason)
        });
        let terms: String = allowed.chain(forbidden).collect();
        if !terms.is_empty() {
            let code = side.code();
            let _ =
                write!(text, "        <langSec xml:lang=\"{code}\">\n{terms}        </langSec>\n");
        }
    }
    text + "      </conceptEntry>\n"
}

fn term(form: &str, status: Status, part_of_speech: PartOfSpeech, reason: Option<&str>) -> String {
    let status = match status {
        Status::Preferred => "preferredTerm-admn-sts",
        Status::Admitted => "admittedTerm-admn-sts",
        Status::Forbidden => "deprecatedTerm-admn-sts",
    };
    let part_of_speech = match part_of_speech {
        PartOfSpeech::Noun => "noun",
        PartOfSpeech::Verb => "verb",
        PartOfSpeech::Adjective => "adjective",
        PartOfSpeech::Name => "properNoun",
    };
    let note = reason.map(|reason| format!("            <note>{}</note>\n", escape(reason)));
    format!(
        "          <termSec>\n            <term>{}</term>\n            \
         <termNote type=\"partOfSpeech\">{part_of_speech}</termNote>\n            \
         <termNote type=\"administrativeStatus\">{status}</termNote>\n{}          </termSec>\n",
        escape(form),
        note.unwrap_or_default(),
    )
}
