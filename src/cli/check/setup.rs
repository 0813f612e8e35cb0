//! What a run checks with: the command line over the configuration over the defaults.

use std::path::Path;

use anyhow::Context as _;

use super::CheckArgs;
use super::basis::Basis;
use super::since::Since;
use crate::check::Checker;
use crate::cli::complain;
use crate::cli::files::{Candidate, Found};
use crate::cli::left_out::Why;
use crate::cli::lexicon::refuse_glossaries;
use crate::config::{Effective, FailOn};
use crate::dictionary::Dictionary;
use crate::gate::{Earlier, Selection};
use crate::lexicon::Lexicon;
use crate::report::Baseline;
use crate::rules;

/// Everything that is settled before the first file is read.
pub(super) struct Setup {
    base: Checker,
    pub(super) basis: Basis,
    select: Vec<String>,
    ignore: Vec<String>,
    /// What the command line alone lets run.
    asked: Selection,
    since: Option<Since>,
    /// Whether only some rows are checked.
    is_sample: bool,
    pub(super) fail_on: FailOn,
    pub(super) baseline: Option<Baseline>,
}

impl Setup {
    pub(super) fn new(args: &CheckArgs) -> anyhow::Result<Setup> {
        // Names on the command line are checked at once, whatever the configuration says.
        let asked = Selection::new(&args.select, &args.ignore)?;
        let basis = Basis::new(args)?;
        let mut base = Checker::new();
        refuse_glossaries(&basis.lexicons)?;
        if !basis.lexicons.is_empty() {
            base = base.with_lexicon(Lexicon::load(&basis.lexicons)?);
        }
        if let Some(path) = &basis.dictionary {
            base = base.with_dictionary(Dictionary::from_cedict(path)?);
        }
        let config = basis.loaded.as_ref().map(|loaded| &loaded.config);
        let baseline = basis.baseline.as_ref().map(|path| {
            Baseline::load(path).with_context(|| format!("cannot read {}", path.display()))
        });
        Ok(Setup {
            base,
            select: args.select.clone(),
            ignore: args.ignore.clone(),
            asked,
            is_sample: args.sample.is_some(),
            since: None,
            fail_on: args
                .fail_on
                .or(config.and_then(|config| config.fail_on))
                .unwrap_or(FailOn::Error),
            baseline: if args.write_baseline.is_some() { None } else { baseline.transpose()? },
            basis,
        })
    }

    /// Whether this run would find what a rule finds. What the configuration leaves out for good is
    /// not found any more; what the command line leaves out was only not looked for.
    pub(super) fn judges(&self, rule: &str) -> bool {
        if self.since.is_some() || self.is_sample {
            return false;
        }
        if rules::find(rule).is_none() {
            return true;
        }
        let is_named_by =
            |names: &[String]| names.iter().any(|name| rules::names_rule(name.trim(), rule));
        !is_named_by(&self.ignore) && (self.select.is_empty() || is_named_by(&self.select))
    }

    /// Looks up the revision of `--since` where the files lie that are to be checked.
    ///
    /// # Errors
    /// As [`Since::new`].
    pub(super) fn look_back(
        &mut self,
        args: &CheckArgs,
        files: &[Candidate],
    ) -> anyhow::Result<()> {
        if let Some(revision) = &args.since {
            let files = files.iter().map(|candidate| candidate.path.as_path());
            let files = files.filter(|path| *path != Path::new("-"));
            self.since = Some(Since::new(revision, args.named(), files)?);
        }
        Ok(())
    }

    /// What applies to a file; without one, to a file that no entry of `overrides` speaks of.
    pub(super) fn effective(&self, file: Option<&Path>) -> Effective {
        let (select, ignore) = (&self.select, &self.ignore);
        match (&self.basis.loaded, file) {
            (Some(loaded), Some(file)) => loaded.for_file(file, select, ignore),
            (Some(loaded), None) => loaded.for_any_file(select, ignore),
            (None, _) => Effective { selection: self.asked.clone(), ..Effective::default() },
        }
    }

    /// Takes out what the configuration excludes: of files that are named, only where that is `forced`.
    pub(super) fn exclude(&self, found: &mut Found, forced: bool) {
        let Some(loaded) = &self.basis.loaded else { return };
        let stays = |candidate: &Candidate| {
            let is_judged = candidate.found || (forced && candidate.path != Path::new("-"));
            !is_judged || !loaded.excludes(&candidate.path)
        };
        let (files, out) = std::mem::take(&mut found.files).into_iter().partition(stays);
        let out: Vec<Candidate> = out;
        found.files = files;
        found.left_out.extend(out.into_iter().map(|candidate| (candidate.path, Why::Excluded)));
    }

    /// Names the patterns of the configuration that none of the files is meant by. Where no folder was searched,
    /// nobody expects them to be.
    pub(super) fn tell_idle_patterns(&self, files: &[Candidate]) {
        let Some(loaded) = &self.basis.loaded else { return };
        if files.iter().any(|candidate| candidate.found) {
            for pattern in
                loaded.idle_patterns(files.iter().map(|candidate| candidate.path.as_path()))
            {
                let place = loaded.path.display();
                complain(&format!("{place}: no file is meant by `{pattern}` in `[[overrides]]`"));
            }
        }
    }

    /// The checker for a text that stands in these files. `read` reads older versions of them, as
    /// [`Since::earlier`] asks.
    pub(super) fn checker<const N: usize>(
        &self,
        paths: [&Path; N],
        read: impl FnOnce([Vec<u8>; N], &mut Earlier) -> anyhow::Result<()>,
    ) -> anyhow::Result<Checker> {
        let Effective { selection, grades, settings } = self.effective(paths.first().copied());
        let checker = self.base.clone();
        let mut checker = checker.with_rules(selection).with_settings(settings).with_grades(grades);
        if let Some(since) = &self.since {
            checker = checker.with_earlier(since.earlier(paths, read)?);
        }
        Ok(checker)
    }
}
