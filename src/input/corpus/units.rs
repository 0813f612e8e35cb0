//! Translation units of XML formats: TMX 1.4b, XLIFF 1.2 and XLIFF 2.
//!
//! Units are read one by one, so that memory does not grow with the file. Inline elements stand for
//! markup of the original and are kept out of the text; they are noted as marks, which
//! `placeholder-mismatch` compares. Entities other than the five of XML are not resolved: what a file
//! declares is not expanded.

use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::outline::Outline;
use super::{Cell, Mark, Row};
use crate::text::{MappedText, Side, Span, is_han};

/// Why a unit is broken inside which another one begins.
const UNENDED: &str = "the unit does not end before the next one begins";

/// Which element holds a unit, and which its two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    Tmx,
    Xliff,
}

impl Dialect {
    /// The outermost element of a file.
    pub(super) fn root(self) -> &'static str {
        match self {
            Dialect::Tmx => "tmx",
            Dialect::Xliff => "xliff",
        }
    }

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

/// What an element is called in its file.
fn id(start: &BytesStart<'_>) -> Option<Box<str>> {
    let id = attribute(start, &["id", "tuid"])?;
    Some(unescape(&id).map_or_else(|_| id.as_str().into(), Into::into))
}

/// Whether what stands in an element is not to be translated, where it says so.
fn is_fixed(start: &BytesStart<'_>) -> Option<bool> {
    match attribute(start, &["translate"])?.as_str() {
        "no" => Some(true),
        "yes" => Some(false),
        _ => None,
    }
}

/// The rows of a stretch of a file.
pub(super) fn rows(text: &str, dialect: Dialect, outline: &mut Outline) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut from = 0;
    let opens: &[&str] =
        if dialect == Dialect::Tmx { &["<tu"] } else { &["<trans-unit", "<segment"] };
    // Where each of them stands next, as far as that is known.
    let mut next = vec![Some(0); opens.len()];
    while from < text.len() {
        let Some(Broken { at, depth, problem }) =
            Units::new(text, from, dialect, outline).read(&mut rows)
        else {
            break;
        };
        outline.skip_unit(depth);
        rows.push(Row::new(at, Err(problem)));
        // What follows a broken unit may be sound.
        let behind = text.ceil_char_boundary(at + 1);
        for (next, &open) in next.iter_mut().zip(opens) {
            if next.is_some_and(|next| next < behind) {
                *next = next_open(text, behind, open);
            }
        }
        match next.iter().flatten().min() {
            Some(next) => from = *next,
            None => break,
        }
    }
    rows
}

/// Where an element that begins with `open` stands from byte `from` on, whatever white space follows its name.
fn next_open(text: &str, from: usize, open: &str) -> Option<usize> {
    let mut found = text.get(from..)?.match_indices(open).map(|(at, _)| from + at);
    found.find(|at| {
        let behind = text.as_bytes().get(at + open.len());
        behind.is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'))
    })
}

/// A unit that cannot be read: where it starts, how many elements are open around it, and why.
struct Broken {
    at: usize,
    depth: usize,
    problem: String,
}

struct Units<'t, 'o> {
    reader: Reader<&'t [u8]>,
    text: &'t str,
    base: usize,
    dialect: Dialect,
    outline: &'o mut Outline,
}

/// The cells of a unit as far as they were read.
#[derive(Default)]
struct Unit {
    start: usize,
    /// How many elements are open around it.
    depth: usize,
    id: Option<Box<str>>,
    /// Whether it is not to be translated.
    is_fixed: bool,
    cells: [Option<Cell>; 2],
    /// The side that the next text has, where an element around it says so.
    side: Option<Side>,
    /// Whether it has a text in another language, as in a memory of several.
    has_others: bool,
    /// Where a text begins that does not say which language it is in.
    unnamed: Option<usize>,
}

impl<'t, 'o> Units<'t, 'o> {
    fn new(
        text: &'t str,
        base: usize,
        dialect: Dialect,
        outline: &'o mut Outline,
    ) -> Units<'t, 'o> {
        let mut reader = Reader::from_str(&text[base..]);
        // A stretch starts and ends inside the elements around its units.
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
        Units { reader, text, base, dialect, outline }
    }

    fn at(&self) -> usize {
        self.base + self.reader.buffer_position() as usize
    }

    /// Reads units until the end, or until one that cannot be read.
    fn read(&mut self, rows: &mut Vec<Row>) -> Option<Broken> {
        let mut unit: Option<Unit> = None;
        let mut skipped: usize = 0;
        while !self.outline.is_over() {
            let before = self.at();
            let depth = unit.as_ref().map_or(self.outline.depth(), |unit| unit.depth);
            let start = unit.as_ref().map_or(before, |unit| unit.start);
            let broken = |problem| Some(Broken { at: start, depth, problem });
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(error) => return broken(format!("this is no XML: {error}")),
            };
            match event {
                Event::Start(element) => {
                    let name = element.local_name().as_ref().to_owned();
                    self.outline.meet(&name, self.dialect.root(), before);
                    if let Err(problem) = self.outline.open(&name, is_fixed(&element)) {
                        return broken(problem);
                    }
                    if unit.is_some() && self.dialect.is_unit(&name) {
                        return broken(UNENDED.to_owned());
                    }
                    if name == "alt-trans" || name == "notes" || name == "note" {
                        skipped += 1;
                    } else if self.dialect.is_unit(&name) {
                        unit = Some(self.unit(&element, &name, before, depth));
                    } else if self.dialect.is_text(&name) && skipped == 0 && unit.is_some() {
                        let cell = match self.cell(&name) {
                            Ok(cell) => cell,
                            Err(problem) => return broken(problem),
                        };
                        if let Some(unit) = &mut unit {
                            self.place(unit, &name, cell);
                        }
                    } else {
                        self.declare(&element, &name, before, &mut unit);
                    }
                }
                Event::Empty(element) => {
                    let name = element.local_name().as_ref().to_owned();
                    self.outline.meet(&name, self.dialect.root(), before);
                    self.declare(&element, &name, before, &mut unit);
                }
                Event::End(element) => {
                    let name = element.local_name().as_ref().to_owned();
                    match self.outline.close(&name) {
                        Err(problem) if unit.is_some() => return broken(problem),
                        Err(problem) => self.outline.note(before, problem),
                        Ok(()) => {}
                    }
                    if name == "alt-trans" || name == "notes" || name == "note" {
                        skipped = skipped.saturating_sub(1);
                    } else if self.dialect.is_unit(&name)
                        && let Some(unit) = unit.take()
                    {
                        rows.push(finished(unit));
                    }
                }
                Event::Eof => {
                    let ends = |_| broken("the file ends inside this unit".to_owned());
                    return unit.as_ref().and_then(ends);
                }
                _ => {}
            }
        }
        None
    }

    /// The unit that `element` opens.
    fn unit(&self, element: &BytesStart<'_>, name: &str, start: usize, depth: usize) -> Unit {
        // The name of a segment only tells it from others inside its unit.
        let id = if name == "segment" { self.outline.id.clone() } else { id(element) };
        Unit { start, depth, id, is_fixed: self.outline.is_fixed(), ..Unit::default() }
    }

    /// Notes what an element says of the units in it: their languages, their name.
    fn declare(
        &mut self,
        element: &BytesStart<'_>,
        name: &str,
        at: usize,
        unit: &mut Option<Unit>,
    ) {
        match name {
            "tuv" => {
                if let Some(unit) = unit {
                    let code = attribute(element, &["xml:lang", "lang"]).unwrap_or_default();
                    unit.side = Side::of_language(&code);
                    if code.trim().is_empty() {
                        unit.unnamed.get_or_insert(at);
                    } else {
                        unit.has_others |= unit.side.is_none();
                    }
                }
            }
            "file" | "xliff" if self.dialect == Dialect::Xliff => {
                let source = attribute(element, &["source-language", "srcLang"]);
                let target = attribute(element, &["target-language", "trgLang"]);
                self.outline.declare(at, source, target);
            }
            "unit" => self.outline.id = id(element),
            _ => {}
        }
    }

    fn place(&self, unit: &mut Unit, name: &str, cell: Cell) {
        let declared = match name {
            "source" => self.outline.source.or(self.outline.target.map(Side::other)),
            "target" => self.outline.target.or(self.outline.source.map(Side::other)),
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
        let depth = self.outline.depth();
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
                    self.outline.open(&name, None)?;
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
                    let name = inner.local_name().as_ref().to_owned();
                    self.outline.close(&name)?;
                    if name == element && self.outline.depth() < depth {
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

/// A unit as a row. One that lacks a side on purpose has nothing to compare, which is no fault of the file.
fn finished(unit: Unit) -> Row {
    let Unit { start, id, is_fixed, has_others, unnamed, cells: [zh, en], .. } = unit;
    let extent = Span::at(start..start);
    let empty = || Cell { text: MappedText::new(), extent, marks: Vec::new() };
    let is_whole = zh.is_some() && en.is_some();
    if let Some(at) = unnamed.filter(|_| !is_whole) {
        let problem = "this `<tuv>` says no language: expected `xml:lang`, as in `xml:lang=\"en\"`";
        return Row::new(at, Err(problem.to_owned()));
    }
    let cells = match (zh, en) {
        (None, None) => Err("expected a Chinese and an English text; found neither".to_owned()),
        (zh, en) if is_fixed || has_others => {
            let both = zh.zip(en).map(|(zh, en)| [zh, en]);
            Ok(both.unwrap_or_else(|| [empty(), empty()]))
        }
        (zh, en) => Ok([zh.unwrap_or_else(empty), en.unwrap_or_else(empty)]),
    };
    Row { id, ..Row::new(start, cells) }
}
