//! `duizhao lexicon`.

mod extract;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, bail};
use clap::{Args, Subcommand, ValueEnum};

use super::exit::ExitStatus;
use super::output::{Target, refuse_overwriting};
use super::{complain, values};
use crate::lexicon::{
    Concept, Lexicon, LexiconFile, TableShape, TermFormat, TermWarning, audit, export, import,
};
use crate::text::counted;

#[derive(Debug, Args)]
pub(super) struct LexiconArgs {
    #[command(subcommand)]
    command: LexiconCommand,
}

#[derive(Debug, Subcommand)]
enum LexiconCommand {
    /// Look for entries that contradict each other, never match or match too much
    Check {
        /// Lexicons; without one, those that ship with the program
        files: Vec<PathBuf>,
    },
    /// Propose a lexicon from texts: terms that they render in one way, with counts and an example
    Extract {
        /// Transcripts, corpora, or folders of transcripts
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,
        /// The most entries to propose
        #[arg(long, value_name = "N", default_value_t = 200, value_parser = values::count)]
        limit: usize,
        /// Where to write the lexicon instead of standard output
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
        /// No progress bar
        #[arg(long)]
        no_progress: bool,
    },
    /// Turn a glossary (CSV, TSV, UTX, TBX) into a lexicon to edit
    Import {
        /// The glossary
        file: PathBuf,
        /// Where to write the lexicon instead of standard output
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Turn lexicons into a glossary for other programs
    Export {
        /// Lexicons; without one, those that ship with the program
        files: Vec<PathBuf>,
        /// The format of the glossary
        #[arg(long, value_enum, default_value_t = Glossary::Csv)]
        format: Glossary,
        /// One row for each entry with nothing but the preferred forms
        #[arg(long)]
        pairs: bool,
        /// Where to write it instead of standard output
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Glossary {
    Csv,
    Tsv,
    Tbx,
    Toml,
}

impl From<Glossary> for TermFormat {
    fn from(glossary: Glossary) -> TermFormat {
        match glossary {
            Glossary::Csv => TermFormat::Csv,
            Glossary::Tsv => TermFormat::Tsv,
            Glossary::Tbx => TermFormat::Tbx,
            Glossary::Toml => TermFormat::Toml,
        }
    }
}

pub(super) fn run(args: &LexiconArgs) -> anyhow::Result<ExitStatus> {
    match &args.command {
        LexiconCommand::Check { files } => check(files),
        LexiconCommand::Extract { paths, limit, output, no_progress } => {
            extract::run(paths, *limit, output.as_deref(), !no_progress)
        }
        LexiconCommand::Import { file, output } => import_file(file, output.as_deref()),
        LexiconCommand::Export { files, format, pairs, output } => {
            refuse_overwriting(output.as_deref(), files.iter().map(PathBuf::as_path))?;
            let shape = if *pairs { TableShape::Pairs } else { TableShape::Terms };
            let exported = export(&concepts(files)?, (*format).into(), shape);
            let place = match files.as_slice() {
                [file] => file.display().to_string(),
                _ => "export".to_owned(),
            };
            warn(&place, &exported.warnings);
            write(output.as_deref(), &exported.text)
        }
    }
}

/// The entries of `files`, or those that ship with the program.
fn concepts(files: &[PathBuf]) -> anyhow::Result<Vec<Concept>> {
    if files.is_empty() {
        return Ok(Lexicon::builtin().concepts().to_vec());
    }
    refuse_glossaries(files)?;
    let mut concepts = Vec::new();
    for file in files {
        concepts.extend(LexiconFile::read(file)?.concepts);
    }
    Ok(concepts)
}

fn check(files: &[PathBuf]) -> anyhow::Result<ExitStatus> {
    let concepts = concepts(files)?;
    let remarks = audit(&concepts);
    Target::Stdout.write(|out| {
        for remark in &remarks {
            writeln!(out, "{remark}")?;
        }
        let entries = counted(concepts.len(), "entry");
        writeln!(out, "{entries}, {}.", counted(remarks.len(), "remark"))
    })?;
    Ok(if remarks.is_empty() { ExitStatus::Clean } else { ExitStatus::Findings })
}

/// Sees to it that lexicons are lexicons, and no glossaries of other programs.
///
/// # Errors
/// Where one is called like such a glossary.
pub(super) fn refuse_glossaries(files: &[PathBuf]) -> anyhow::Result<()> {
    for file in files {
        if TermFormat::of_path(file).is_some_and(|format| format != TermFormat::Toml) {
            let shown = file.display();
            let lexicon = file.with_extension("toml");
            bail!(
                "{shown} is a glossary and no lexicon; make one of it first: \
                 duizhao lexicon import {shown} -o {}",
                lexicon.display()
            );
        }
    }
    Ok(())
}

fn import_file(file: &Path, output: Option<&Path>) -> anyhow::Result<ExitStatus> {
    refuse_overwriting(output, [file])?;
    let format = TermFormat::of_path(file).ok_or_else(|| {
        anyhow!("{}: expected a file ending in .csv, .tsv, .utx, .tbx or .toml", file.display())
    })?;
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let imported = import(file, &bytes, format)?;
    let exported = export(&imported.concepts, TermFormat::Toml, TableShape::Terms);
    let shown = file.display().to_string();
    warn(&shown, &imported.warnings);
    warn(&shown, &exported.warnings);
    write(output, &exported.text)
}

/// Says what was lost: the first few losses by name, the rest by number.
fn warn(place: &str, warnings: &[TermWarning]) {
    const NAMED: usize = 10;
    for warning in warnings.iter().take(NAMED) {
        complain(&format!("{place}: {warning}"));
    }
    if let Some(more) = warnings.len().checked_sub(NAMED).filter(|more| *more > 0) {
        complain(&format!("{place}: {more} more entries or rows lost something"));
    }
}

fn write(output: Option<&Path>, text: &str) -> anyhow::Result<ExitStatus> {
    Target::new(output).write(|out| out.write_all(text.as_bytes()))?;
    Ok(ExitStatus::Clean)
}
