//! Translation units of XML formats: TMX 1.4b, XLIFF 1.2 and XLIFF 2.
//!
//! Units are read one by one, so that memory does not grow with the file. Inline elements stand for
//! markup of the original and are kept out of the text; they are noted as marks, which
//! `placeholder-mismatch` compares. Entities other than the five of XML are not resolved: what a file
//! declares is not expanded.

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::{Cell, Mark, Row};
use crate::text::{MappedText, Side, Span, is_han};

/// No sane unit nests its elements deeper.
const DEEPEST: usize = 64;

/// Why a unit is broken inside which another one begins.
const UNENDED: &str = "the unit does not end before the next one begins";

/// The languages that a file declares for all of its units.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Languages {
    /// The side of XLIFF's source.
    source: Option<Side>,
    target: Option<Side>,
}

/// Which element holds a unit, and which its two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    Tmx,
    Xliff,
}

impl Dialect {
    fn is_unit(self, name: &str) -> bool {
        match self {
            Dialect::Tmx => name == "tu",
            Dialect::Xliff => matches!(name, "trans-unit" | "segment"),
        }
    }

    fn is_text(self, name: &str) -> bool {
        match self {
            Dialect::Tmx => name == "seg",
            Dialect::Xliff => matches!(name, "source" | "target"),
        }
    }
}

fn attribute(start: &BytesStart<'_>, names: &[&str]) -> Option<String> {
    let mut all = start.attributes().flatten();
    let found = all.find(|attribute| names.contains(&attribute.key.as_ref()))?;
    Some(found.value.into_owned())
}

/// The rows of a stretch of a file, each with the byte at which it starts.
pub(super) fn rows(text: &str, dialect: Dialect, languages: &mut Languages) -> Vec<(u32, Row)> {
    let mut rows = Vec::new();
    let mut from = 0;
    let opens =
        if dialect == Dialect::Tmx { ["<tu ", "<tu>"] } else { ["<trans-unit", "<segment"] };
    // Where each of them stands next, as far as that is known.
    let mut next = [Some(0); 2];
    while from < text.len() {
        let mut units = Units::new(text, from, dialect, *languages);
        let failed = units.read(&mut rows);
        *languages = units.languages;
        let Some((at, problem)) = failed else { break };
        rows.push((at as u32, Err(problem)));
        // What follows a broken unit may be sound.
        let behind = text.ceil_char_boundary(at + 1);
        for (next, open) in next.iter_mut().zip(opens) {
            if next.is_some_and(|next| next < behind) {
                let rest = text.get(behind..).unwrap_or_default();
                *next = rest.find(open).map(|found| behind + found);
            }
        }
        match next.into_iter().flatten().min() {
            Some(next) => from = next,
            None => break,
        }
    }
    rows
}

struct Units<'t> {
    reader: Reader<&'t [u8]>,
    text: &'t str,
    base: usize,
    dialect: Dialect,
    languages: Languages,
    depth: usize,
}

/// The cells of a unit as far as they were read.
#[derive(Default)]
struct Unit {
    start: usize,
    cells: [Option<Cell>; 2],
    /// The side that the next text has, where an element around it says so.
    side: Option<Side>,
}

impl<'t> Units<'t> {
    fn new(text: &'t str, base: usize, dialect: Dialect, languages: Languages) -> Units<'t> {
        let mut reader = Reader::from_str(&text[base..]);
        // A stretch starts and ends inside the elements around its units.
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
        Units { reader, text, base, dialect, languages, depth: 0 }
    }

    fn at(&self) -> usize {
        self.base + self.reader.buffer_position() as usize
    }

    /// Reads units until the end, or until one that cannot be read: where it starts, and why.
    fn read(&mut self, rows: &mut Vec<(u32, Row)>) -> Option<(usize, String)> {
        let mut unit: Option<Unit> = None;
        let mut skipped: usize = 0;
        loop {
            let before = self.at();
            let start = unit.as_ref().map_or(before, |unit| unit.start);
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(error) => return Some((start, format!("this is no XML: {error}"))),
            };
            match event {
                Event::Start(element) => {
                    let name = element.local_name().as_ref().to_owned();
                    if let Err(problem) = self.open(&name) {
                        return Some((start, problem));
                    }
                    if unit.is_some() && self.dialect.is_unit(&name) {
                        return Some((start, UNENDED.to_owned()));
                    }
                    if name == "alt-trans" || name == "notes" || name == "note" {
                        skipped += 1;
                    } else if self.dialect.is_unit(&name) {
                        unit = Some(Unit { start: before, ..Unit::default() });
                    } else if self.dialect.is_text(&name) && skipped == 0 && unit.is_some() {
                        let cell = match self.cell(&name) {
                            Ok(cell) => cell,
                            Err(problem) => return Some((start, problem)),
                        };
                        if let Some(unit) = &mut unit {
                            self.place(unit, &name, cell);
                        }
                    } else {
                        self.declare(&element, &name, &mut unit);
                    }
                }
                Event::Empty(element) => {
                    let name = element.local_name().as_ref().to_owned();
                    self.declare(&element, &name, &mut unit);
                }
                Event::End(element) => {
                    self.depth = self.depth.saturating_sub(1);
                    let name = element.local_name().as_ref().to_owned();
                    if name == "alt-trans" || name == "notes" || name == "note" {
                        skipped = skipped.saturating_sub(1);
                    } else if self.dialect.is_unit(&name)
                        && let Some(unit) = unit.take()
                    {
                        rows.push((unit.start as u32, finished(unit)));
                    }
                }
                Event::Eof => {
                    return unit
                        .map(|unit| (unit.start, "the file ends inside this unit".to_owned()));
                }
                _ => {}
            }
        }
    }

    /// Takes note that an element opens, where it can be one.
    fn open(&mut self, name: &str) -> Result<(), String> {
        if !name.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            return Err(format!("this is no XML: `<{name}` is no element"));
        }
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err("elements are nested too deep".to_owned());
        }
        Ok(())
    }

    /// Notes the languages that an element declares.
    fn declare(&mut self, element: &BytesStart<'_>, name: &str, unit: &mut Option<Unit>) {
        match name {
            "tuv" => {
                if let Some(unit) = unit {
                    let code = attribute(element, &["xml:lang", "lang"]);
                    unit.side = code.as_deref().and_then(Side::of_language);
                }
            }
            "file" | "xliff" => {
                let side = |names: &[&str]| {
                    attribute(element, names).as_deref().and_then(Side::of_language)
                };
                self.languages.source =
                    side(&["source-language", "srcLang"]).or(self.languages.source);
                self.languages.target =
                    side(&["target-language", "trgLang"]).or(self.languages.target);
            }
            _ => {}
        }
    }

    fn place(&self, unit: &mut Unit, name: &str, cell: Cell) {
        let declared = match name {
            "source" => self.languages.source.or(self.languages.target.map(Side::other)),
            "target" => self.languages.target.or(self.languages.source.map(Side::other)),
            _ => unit.side,
        };
        // Without a declaration, the script tells.
        let side = declared.or_else(|| {
            let han = cell.text.as_str().chars().any(is_han);
            (name != "seg").then_some(if han { Side::Zh } else { Side::En })
        });
        if let Some(side) = side {
            unit.cells[side as usize].get_or_insert(cell);
        }
    }

    /// What stands in a text element, up to its end.
    fn cell(&mut self, element: &str) -> Result<Cell, String> {
        let mut text = MappedText::new();
        let mut marks = Vec::new();
        let start = self.at();
        let depth = self.depth;
        // Elements that hold code of the original and no text.
        let mut code: usize = 0;
        loop {
            let before = self.at();
            let event =
                self.reader.read_event().map_err(|error| format!("this is no XML: {error}"))?;
            let span = Span::at(before..self.at());
            match event {
                Event::Start(inner) => {
                    let name = inner.local_name().as_ref().to_owned();
                    self.open(&name)?;
                    // Else each of many broken units would be read to the end of the stretch.
                    if self.dialect.is_unit(&name) {
                        return Err(UNENDED.to_owned());
                    }
                    if matches!(name.as_str(), "bpt" | "ept" | "ph" | "it" | "ut") {
                        code += 1;
                    }
                    marks.extend(mark(&inner, &name, span));
                }
                Event::Empty(inner) => {
                    let name = inner.local_name().as_ref().to_owned();
                    marks.extend(mark(&inner, &name, span));
                }
                Event::End(inner) => {
                    self.depth = self.depth.saturating_sub(1);
                    let name = inner.local_name().as_ref().to_owned();
                    if name == element && self.depth < depth {
                        let extent = Span::at(start..before);
                        return Ok(Cell { text, extent, marks });
                    }
                    if matches!(name.as_str(), "bpt" | "ept" | "ph" | "it" | "ut") {
                        code = code.saturating_sub(1);
                    }
                }
                Event::Text(_) | Event::CData(_) if code > 0 => {}
                Event::Text(_) => text.push_verbatim(self.text, span),
                Event::CData(inner) => text.push_mapped(&inner, span),
                Event::GeneralRef(name) if code == 0 => {
                    let name: &str = &name;
                    let resolved = reference(name).ok_or_else(|| {
                        format!("`&{name};` is no entity of XML, and others are not resolved")
                    })?;
                    text.push_mapped(&resolved.to_string(), span);
                }
                Event::Eof => return Err("the file ends inside this unit".to_owned()),
                _ => {}
            }
        }
    }
}

/// The character that an entity stands for.
fn reference(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

/// How an inline element is told from others: by its name and its number. Annotations are none.
fn mark(element: &BytesStart<'_>, name: &str, span: Span) -> Option<Mark> {
    if matches!(name, "mrk" | "sub" | "hi" | "ec" | "ept" | "ex") {
        return None;
    }
    let id = attribute(element, &["id", "i", "x", "rid"]).unwrap_or_default();
    Some(Mark { text: format!("<{name} {id}>").replace(" >", ">"), span })
}

/// A unit as a row. One without a side has nothing to compare, which is no fault of the file.
fn finished(unit: Unit) -> Row {
    let [zh, en] = unit.cells;
    let empty = || Cell {
        text: MappedText::new(),
        extent: Span::new(unit.start as u32, unit.start as u32),
        marks: Vec::new(),
    };
    match (zh, en) {
        (None, None) => Err("expected a Chinese and an English text; found neither".to_owned()),
        (zh, en) => Ok([zh.unwrap_or_else(empty), en.unwrap_or_else(empty)]),
    }
}
