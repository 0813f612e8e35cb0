//! `duizhao fix`.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, bail};
use clap::Args;

use super::complain;
use super::exit::ExitStatus;
use super::kind::Corpus;
use super::output::Target;
use super::read::read_one;
use crate::check::Checker;
use crate::fix;
use crate::input::{self, transcript::TranscriptError};
use crate::text::Side;

#[derive(Debug, Args)]
pub(super) struct FixArgs {
    /// A transcript with both languages, or - for standard input
    path: PathBuf,
    /// Replace the file instead of writing to standard output
    #[arg(long, conflicts_with = "output")]
    write: bool,
    /// Where to write it instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What to do where one language is missing: here it cannot come from a second file.
fn one_file(error: anyhow::Error, path: &Path) -> anyhow::Error {
    match error.downcast_ref() {
        Some(TranscriptError::OneLanguage { side, .. }) => anyhow!(
            "{}: all of it is in {}; `fix` re-pairs a file that holds both languages",
            path.display(),
            side.name()
        ),
        _ => error,
    }
}

pub(super) fn run(args: &FixArgs) -> anyhow::Result<ExitStatus> {
    if args.write && args.path == Path::new("-") {
        bail!("standard input cannot be replaced; leave `--write` out");
    }
    let shown = args.path.display();
    if Corpus::at(&args.path).is_some() {
        bail!(
            "{shown} is a corpus: its rows belong together as they stand, and `fix` re-pairs \
             transcripts; `duizhao check {shown}` checks it"
        );
    }
    let document = read_one(&args.path).map_err(|error| one_file(error, &args.path))?;
    let links = Checker::new().link(&document);
    let fixed = fix::fix(&document, &links).with_context(|| format!("cannot fix {shown}"))?;
    let source = document.source(Side::Zh);
    let bytes = input::encode(source, &fixed.text).map_err(|character| {
        anyhow!("cannot write {shown} in its encoding: it has no `{character}`")
    })?;
    let unchanged = fixed.text == source.text();
    let target = if args.write { Some(args.path.as_path()) } else { args.output.as_deref() };
    if !(args.write && unchanged) {
        Target::new(target).write(|out| out.write_all(&bytes))?;
    }
    complain(&format!("{shown}: {}", fixed.changes));
    Ok(ExitStatus::Clean)
}
