//! The two languages.

use std::fmt;

/// A language, and the side of the bilingual document that it fills.
///
/// Chinese is the source side of every comparison and English the target, whichever was written
/// first: it only decides in which order things are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Chinese, in simplified or traditional characters.
    Zh,
    /// English.
    En,
}

impl Side {
    /// Both sides, Chinese first.
    pub const BOTH: [Side; 2] = [Side::Zh, Side::En];

    /// The other side.
    pub fn other(self) -> Side {
        match self {
            Side::Zh => Side::En,
            Side::En => Side::Zh,
        }
    }

    /// The language code, `zh` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Side::Zh => "zh",
            Side::En => "en",
        }
    }

    /// The English name of the language.
    pub fn name(self) -> &'static str {
        match self {
            Side::Zh => "Chinese",
            Side::En => "English",
        }
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
