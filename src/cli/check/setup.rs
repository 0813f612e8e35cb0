//! What a run checks with: the command line over the configuration over the defaults.

use std::path::Path;

use anyhow::Context as _;

use super::CheckArgs;
use super::basis::Basis;
use super::since::Since;
use crate::check::Checker;
use crate::cli::files::{Candidate, Found};
use crate::cli::left_out::Why;
use crate::cli::lexicon::refuse_glossaries;
use crate::config::{FailOn, Loaded};
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
            since: match &args.since {
                Some(revision) => Some(Since::new(revision, args.named())?),
                None => None,
            },
            fail_on: args
                .fail_on
                .or(config.and_then(|config| config.fail_on))
                .unwrap_or(FailOn::Error),
            baseline: if args.write_baseline.is_some() { None } else { baseline.transpose()? },
            basis,
        })
    }

    /// Whether this run would find what a rule finds in a file. What the configuration leaves out for good is
    /// not found any more; what the command line leaves out was only not looked for.
    pub(super) fn judges(&self, path: &Path, rule: &str) -> bool {
        if self.since.is_some() || self.is_sample {
            return false;
        }
        let is_on = || {
            let loaded = self.basis.loaded.as_ref();
            let on = |loaded: &Loaded| loaded.for_file(path, &self.select, &self.ignore).selection;
            loaded.is_some_and(|loaded| on(loaded).has(rule))
        };
        rules::find(rule).is_none() || self.asked.has(rule) || is_on()
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

    /// The checker for a text that stands in these files. `read` reads older versions of them, as
    /// [`Since::earlier`] asks.
    pub(super) fn checker<const N: usize>(
        &self,
        paths: [&Path; N],
        read: impl FnOnce([Vec<u8>; N], &mut Earlier) -> anyhow::Result<()>,
    ) -> anyhow::Result<Checker> {
        let mut checker = self.base.clone();
        let path = paths.first().copied().unwrap_or(Path::new("-"));
        match &self.basis.loaded {
            Some(loaded) => {
                let effective = loaded.for_file(path, &self.select, &self.ignore);
                checker = checker
                    .with_rules(effective.selection)
                    .with_settings(effective.settings)
                    .with_grades(effective.grades);
            }
            None => checker = checker.with_rules(Selection::new(&self.select, &self.ignore)?),
        }
        if let Some(since) = &self.since {
            checker = checker.with_earlier(since.earlier(paths, read)?);
        }
        Ok(checker)
    }
}
