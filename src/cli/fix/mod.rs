//! `duizhao fix`.

mod diff;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow, bail};
use clap::Args;

use super::complain;
use super::exit::ExitStatus;
use super::kind::Corpus;
use super::origin::Origin;
use super::output::Target;
use super::read::read_one;
use crate::check::Checker;
use crate::fix::{self, Fixed};
use crate::input::{self, transcript::TranscriptError};
use crate::text::{Side, Source, counted};

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
    /// Write a unified diff of what would change instead of the text; status 1 if anything would
    #[arg(long, conflicts_with_all = ["write", "output"])]
    diff: bool,
    /// Write nothing; status 1 if anything would change
    #[arg(long, conflicts_with_all = ["write", "output", "diff"])]
    check: bool,
}

/// Labels that are listed one by one; the others are counted.
const MOST_LABELS: usize = 20;

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
    let origin = Origin::of(&args.path);
    if Corpus::at(origin).is_some() {
        bail!(
            "{shown} is a corpus: its rows belong together as they stand, and `fix` re-pairs \
             transcripts; `duizhao check {shown}` checks it"
        );
    }
    let document = read_one(origin).map_err(|error| one_file(error, &args.path))?;
    let links = Checker::new().link(&document);
    let fixed = fix::fix(&document, &links).with_context(|| format!("cannot fix {shown}"))?;
    let source = document.source(Side::Zh);
    let is_changed = fixed.text != source.text();
    if args.diff && is_changed {
        let name = shown.to_string();
        let (before, after) = (source.text(), &fixed.text);
        Target::Stdout.write(|out| diff::write(&name, before, after, out))?;
    }
    if !args.is_trial() && (is_changed || !args.write) {
        write(args, source, &fixed.text)?;
    }
    complain(&format!("{shown}: {}", summary(&fixed, is_changed, args.is_trial())));
    Ok(if args.is_trial() && is_changed { ExitStatus::Findings } else { ExitStatus::Clean })
}

impl FixArgs {
    /// Whether it is only told what would change.
    fn is_trial(&self) -> bool {
        self.diff || self.check
    }
}

/// Writes `text` in the encoding of `source`.
fn write(args: &FixArgs, source: &Source, text: &str) -> anyhow::Result<()> {
    let bytes = input::encode(source, text).map_err(|character| {
        let shown = args.path.display();
        anyhow!("cannot write {shown} in its encoding: it has no `{character}`")
    })?;
    let target = if args.write { Some(args.path.as_path()) } else { args.output.as_deref() };
    Target::new(target).write(|out| out.write_all(&bytes))
}

/// What was done, or would be. Where the text is written, each new label has its line there.
fn summary(fixed: &Fixed, is_changed: bool, is_trial: bool) -> String {
    if !is_changed {
        return "nothing to change".to_owned();
    }
    let changes = fixed.changes.to_string();
    if is_trial {
        return format!("would be changed; {changes}");
    }
    let mut lines = vec![changes];
    lines.extend(fixed.labels.iter().take(MOST_LABELS).map(|label| format!("  {label}")));
    match fixed.labels.len().saturating_sub(MOST_LABELS) {
        0 => {}
        more => lines.push(format!("  and {}", counted(more, "more label"))),
    }
    lines.join("\n")
}
