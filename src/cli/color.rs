//! Whether to colour, and what else only a terminal understands.

use std::ffi::OsStr;
use std::io::{self, IsTerminal};

use clap::ValueEnum;

use super::output::Target;
use super::terminal_width;
use crate::report::Style;

/// When to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal that shows colours, unless `NO_COLOR` is set; elsewhere where `FORCE_COLOR` or
    /// `CLICOLOR_FORCE` is.
    #[default]
    Auto,
    Always,
    Never,
}

impl Color {
    fn on(self, is_terminal: bool) -> bool {
        match self {
            Color::Always => true,
            Color::Never => false,
            Color::Auto if is_set("NO_COLOR") => false,
            Color::Auto if is_on("FORCE_COLOR") || is_on("CLICOLOR_FORCE") => true,
            Color::Auto => is_terminal && !is_dumb() && !is_off("CLICOLOR"),
        }
    }
}

/// <https://no-color.org>: any value but an empty one counts.
fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// <https://bixense.com/clicolors>: `0` says no.
fn is_on(name: &str) -> bool {
    is_set(name) && !is_off(name)
}

fn is_off(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| value == OsStr::new("0"))
}

/// Whether the terminal is one that shows what is written and no more.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_none_or(|term| term == "dumb")
}

/// How to dress what goes to `target`. What is set for terminals is not for files: they are coloured only
/// where `--color always` asks for it.
pub(super) fn style(color: Color, target: &Target, quiet: bool) -> Style {
    let terminal = target.is_stdout() && io::stdout().is_terminal();
    let color_on = if target.is_stdout() { color.on(terminal) } else { color == Color::Always };
    Style {
        // Who wants no colours wants no other escapes either.
        links: terminal && color_on && !is_dumb() && std::env::var_os("CI").is_none(),
        color: color_on,
        width: if target.is_stdout() { terminal_width() } else { 80 },
        quiet,
    }
}
