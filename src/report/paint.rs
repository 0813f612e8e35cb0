//! How text for people is dressed: width, and colours where they are wanted.

use crate::finding::Severity;

/// How a report for people is dressed. Formats for programs pay no heed to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether to colour with ANSI escapes.
    pub color: bool,
    /// Width of a line in terminal cells.
    pub width: usize,
    /// Only the summary line.
    pub quiet: bool,
    /// Whether places are links that a terminal opens (OSC 8).
    pub links: bool,
}

impl Default for Style {
    fn default() -> Style {
        Style { color: false, width: 80, quiet: false, links: false }
    }
}

/// What a piece of output is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Error,
    Warning,
    Info,
    Good,
    Strong,
    Frame,
}

impl Role {
    pub(super) fn of(severity: Severity) -> Role {
        match severity {
            Severity::Error => Role::Error,
            Severity::Warning => Role::Warning,
            Severity::Info => Role::Info,
        }
    }

    /// The parameters of the ANSI "select graphic rendition" sequence (ECMA-48).
    fn code(self) -> &'static str {
        match self {
            Role::Error => "1;31",
            Role::Warning => "1;33",
            Role::Info => "1;36",
            Role::Good => "1;32",
            Role::Strong => "1",
            Role::Frame => "34",
        }
    }
}

/// Colours text, or leaves it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paint {
    pub(super) on: bool,
}

impl Paint {
    pub(super) fn text(self, role: Role, text: &str) -> String {
        if self.on { format!("\u{1b}[{}m{text}\u{1b}[0m", role.code()) } else { text.to_owned() }
    }
}
