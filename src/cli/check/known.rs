//! Baselines: what a run says of the one it goes by, and what it writes into a new one.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::CheckArgs;
use super::setup::Setup;
use crate::cli::complain;
use crate::cli::output::Target;
use crate::report::Baseline;
use crate::text::counted;

/// The baseline that is to be written anew; an empty one where there is none yet.
///
/// # Errors
/// Where there is something else in its place.
pub(super) fn replaced(path: &Path) -> anyhow::Result<Baseline> {
    let holds_something =
        fs::metadata(path).is_ok_and(|metadata| metadata.is_file() && metadata.len() > 0);
    if path == Path::new("-") || !holds_something {
        return Ok(Baseline::default());
    }
    let shown = path.display();
    Baseline::load(path).with_context(|| {
        format!("cannot write {shown} over what is there; delete it, or name another file")
    })
}

/// Writes a baseline: what was found, and what the `old` one knows that this run could not have found.
///
/// # Errors
/// Where it cannot be written.
pub(super) fn write(
    args: &CheckArgs,
    setup: &Setup,
    path: &Path,
    (mut written, old): (Baseline, Baseline),
) -> anyhow::Result<()> {
    let folders: Vec<PathBuf> = if args.zh.is_some() {
        Vec::new()
    } else {
        args.wanted().into_iter().filter(|path| path.is_dir()).collect()
    };
    let kept = written.keep(&old, &folders, |rule| setup.judges(rule));
    Target::new(Some(path)).write(|out| out.write_all(written.to_json().as_bytes()))?;
    if !args.quiet {
        let findings = counted(written.len(), "finding");
        let kept = match kept {
            0 => String::new(),
            kept => format!("; {kept} of them of files and rules that were not checked"),
        };
        complain(&format!("wrote {findings} to {}{kept}", path.display()));
    }
    Ok(())
}

/// Says what a baseline let pass and what of it is gone.
pub(super) fn tell(baseline: &Baseline, setup: &Setup) {
    let (passed, gone) = (baseline.passed(), baseline.gone(|rule| setup.judges(rule)));
    let tell = |count: usize, one: &str, several: &str| {
        if count > 0 {
            let said = if count == 1 { one } else { several };
            complain(&format!("{} of the baseline {said}", counted(count, "finding")));
        }
    };
    tell(passed, "was let pass", "were let pass");
    tell(
        gone,
        "is gone; `--write-baseline` writes it without",
        "are gone; `--write-baseline` writes it without them",
    );
}
