//! What stands around the units of an XML file: the elements that are open from one stretch to the next, and what
//! they say of the units inside.

use super::fault::{Fault, foreign};
use crate::text::Side;

/// No sane unit nests its elements deeper.
const DEEPEST: usize = 64;

/// What was read so far of a file.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// The side of XLIFF's source.
    pub(super) source: Option<Side>,
    pub(super) target: Option<Side>,
    /// What the unit around segments of XLIFF 2 is called.
    pub(super) id: Option<Box<str>>,
    /// The elements that are open, outermost first.
    open: Vec<Open>,
    has_root: bool,
    /// Whether a unit was broken, so that nobody knows what is open behind it. That was told already.
    is_broken: bool,
    fault: Option<Fault>,
}

/// An element that is open.
#[derive(Debug)]
struct Open {
    name: String,
    /// Whether what stands in it is not to be translated.
    is_fixed: bool,
}

impl Outline {
    /// Whether what comes next is not to be translated, as the innermost element says that says so.
    pub(super) fn is_fixed(&self) -> bool {
        self.open.last().is_some_and(|open| open.is_fixed)
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// What is wrong with the file.
    pub(super) fn fault(&self) -> Option<&Fault> {
        self.fault.as_ref()
    }

    /// Whether the file is not worth reading any further.
    pub(super) fn is_over(&self) -> bool {
        self.fault.as_ref().is_some_and(|fault| fault.is_final)
    }

    /// Takes note of an element, at byte `at`. The outermost one must be `root`.
    pub(super) fn meet(&mut self, name: &str, root: &str, at: usize) {
        if !self.has_root && !self.is_broken && name != root {
            let problem = format!("expected the root element <{root}>, found <{name}>");
            self.fault.get_or_insert(Fault { at: at as u32, problem, is_final: true });
        }
        self.has_root = true;
    }

    /// Takes note that an element opens, and of what it says of its text, if anything: that it is not to be
    /// translated, or that it is.
    ///
    /// # Errors
    /// Where it can be none.
    pub(super) fn open(&mut self, name: &str, is_fixed: Option<bool>) -> Result<(), String> {
        if !name.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            return Err(format!("this is no XML: `<{name}` is no element"));
        }
        if self.open.len() >= DEEPEST {
            return Err("elements are nested too deep".to_owned());
        }
        let is_fixed = is_fixed.unwrap_or_else(|| self.is_fixed());
        self.open.push(Open { name: name.to_owned(), is_fixed });
        Ok(())
    }

    /// Takes note that an element ends.
    ///
    /// # Errors
    /// Where it is not the one that was opened last.
    pub(super) fn close(&mut self, name: &str) -> Result<(), String> {
        match self.open.pop() {
            _ if self.is_broken => Ok(()),
            Some(open) if open.name == name => Ok(()),
            Some(Open { name: open, .. }) => {
                Err(format!("this is no XML: expected `</{open}>`, found `</{name}>`"))
            }
            None => Err(format!("this is no XML: `</{name}>` ends no element")),
        }
    }

    /// Notes what is wrong outside of units. What comes behind it is read all the same.
    pub(super) fn note(&mut self, at: usize, problem: String) {
        self.fault.get_or_insert(Fault { at: at as u32, problem, is_final: false });
        self.is_broken = true;
    }

    /// Goes on behind a unit that is broken, around which `depth` elements were open.
    pub(super) fn skip_unit(&mut self, depth: usize) {
        self.open.truncate(depth);
        self.is_broken = true;
    }

    /// Notes the languages of the units to come, as an element at byte `at` declares them.
    pub(super) fn declare(&mut self, at: usize, source: Option<String>, target: Option<String>) {
        let both = [source, target].map(|code| code.filter(|code| is_language(code)));
        let sides = both.each_ref().map(|code| code.as_deref().map(Side::of_language));
        if sides.contains(&Some(None)) || (sides[0].is_some() && sides[0] == sides[1]) {
            let codes: Vec<&str> = both.iter().flatten().map(String::as_str).collect();
            self.fault.get_or_insert(Fault {
                at: at as u32,
                problem: foreign(&codes.join(" and ")),
                is_final: true,
            });
        }
        let [source, target] = sides.map(Option::flatten);
        self.source = source.or(self.source);
        self.target = target.or(self.target);
    }

    /// What is wrong with a file that ends here.
    pub(super) fn end(&self, root: &str) -> Option<String> {
        match self.open.last() {
            _ if self.is_broken => None,
            Some(Open { name, .. }) => {
                Some(format!("the file ends before `</{name}>`: it is cut off"))
            }
            None if self.has_root => None,
            None => Some(format!("expected the root element <{root}>, found none")),
        }
    }
}

/// Whether a code names a language at all.
fn is_language(code: &str) -> bool {
    !matches!(code.trim(), "" | "und" | "mul" | "zxx")
}
