//! The command line: arguments, files, progress, exit status. What a library user would miss
//! stands elsewhere.

mod align;
mod check;
mod color;
mod exit;
mod failures;
mod files;
mod fix;
mod kind;
mod left_out;
mod lexicon;
mod man;
mod origin;
mod output;
mod progress;
mod project;
mod quantities;
mod read;
mod render;
mod rules;
mod values;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use clap::{Parser, Subcommand};

pub use exit::ExitStatus;

use crate::lexicon::LexiconError;
use crate::report::for_terminal;

/// Checks a Chinese-English text for translation mismatches.
#[derive(Debug, Parser)]
#[command(name = "duizhao", version, max_term_width = 100, after_help = BEGIN)]
struct Args {
    #[command(subcommand)]
    command: Option<Command>,
}

const BEGIN: &str = "\
To begin:
  duizhao check talk.md                    one transcript with both languages
  duizhao check --zh talk.zh.md --en talk.en.md
  duizhao check transcripts/               every transcript in a folder
  duizhao explain number-mismatch          what a rule looks for

Exit status: 0 clean, 1 findings, 2 could not do what was asked.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Check files, folders, or - for standard input
    Check(Box<check::CheckArgs>),
    /// Show which turn belongs to which, and why the pairing broke
    Align(align::AlignArgs),
    /// Write a transcript anew with every turn beside its translation
    Fix(fix::FixArgs),
    /// Turn a saved JSON report into any other format
    Render(render::RenderArgs),
    /// Show how the numbers of each line of a text are read
    Quantities(quantities::QuantitiesArgs),
    /// Write a commented duizhao.toml
    Init(project::InitArgs),
    /// Write completions for a shell
    Completions(project::CompletionsArgs),
    /// Write the manual page, or one page for each command
    Man(man::ManArgs),
    /// Check a lexicon, or exchange it with other programs
    Lexicon(lexicon::LexiconArgs),
    /// List every rule
    Rules(rules::RulesArgs),
    /// Explain one rule: what it looks for, examples, how to silence it
    Explain(rules::ExplainArgs),
}

/// Runs the program with the arguments of the process.
pub fn main() -> ExitStatus {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // `--help` and `--version` come this way too, and go to standard output.
            let failed = error.use_stderr();
            let _ = error.print();
            return if failed { ExitStatus::Failed } else { ExitStatus::Clean };
        }
    };
    let result = match args.command {
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Align(args)) => align::run(&args),
        Some(Command::Fix(args)) => fix::run(&args),
        Some(Command::Render(args)) => render::run(&args),
        Some(Command::Quantities(args)) => quantities::run(&args),
        Some(Command::Init(args)) => project::init(&args),
        Some(Command::Completions(args)) => project::completions(&args),
        Some(Command::Man(args)) => man::run(&args),
        Some(Command::Lexicon(args)) => lexicon::run(&args),
        Some(Command::Rules(args)) => rules::list(&args),
        Some(Command::Explain(args)) => rules::explain(&args),
        None => {
            complain(&format!("nothing to do\n\n{BEGIN}"));
            return ExitStatus::Failed;
        }
    };
    result.unwrap_or_else(|error| {
        let help = error.chain().find_map(|cause| cause.downcast_ref::<LexiconError>()?.help());
        let help = help.map_or(String::new(), |help| format!("\n  help: {help}"));
        complain(&format!("{error:#}{help}"));
        ExitStatus::Failed
    })
}

/// Says on standard error what went wrong. Nobody may be listening; that is no failure of its own. File
/// names and what is quoted from files do not act on the terminal.
fn complain(message: &str) {
    let lines: Vec<_> = message.split('\n').map(for_terminal).collect();
    let _ = writeln!(io::stderr(), "duizhao: {}", lines.join("\n"));
}

/// Cells in a line of the terminal, or 80 where there is none.
fn terminal_width() -> usize {
    const NARROWEST: usize = 40;
    const WIDEST: usize = 120;
    let columns = || std::env::var("COLUMNS").ok()?.parse().ok();
    let width = if io::stdout().is_terminal() {
        terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)).or_else(columns)
    } else {
        None
    };
    width.unwrap_or(80).clamp(NARROWEST, WIDEST)
}

/// Absent paths stand for the folder one is in.
fn or_current_folder(paths: &[PathBuf]) -> Vec<PathBuf> {
    if paths.is_empty() { vec![PathBuf::from(".")] } else { paths.to_vec() }
}
