//! What a run checks with: the command line over the configuration over the defaults.

use std::path::Path;

use anyhow::Context as _;

use super::CheckArgs;
use super::basis::Basis;
use super::since::Since;
use crate::check::Checker;
use crate::config::FailOn;
use crate::dictionary::Dictionary;
use crate::gate::{Earlier, Selection};
use crate::lexicon::Lexicon;
use crate::report::Baseline;

/// Everything that is settled before the first file is read.
pub(super) struct Setup {
    base: Checker,
    pub(super) basis: Basis,
    select: Vec<String>,
    ignore: Vec<String>,
    since: Option<Since>,
    pub(super) fail_on: FailOn,
    pub(super) baseline: Option<Baseline>,
}

impl Setup {
    pub(super) fn new(args: &CheckArgs) -> anyhow::Result<Setup> {
        // Names on the command line are checked at once, whatever the configuration says.
        Selection::new(&args.select, &args.ignore)?;
        let basis = Basis::new(args)?;
        let mut base = Checker::new();
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
            since: args.since.as_deref().map(Since::new).transpose()?,
            fail_on: args
                .fail_on
                .or(config.and_then(|config| config.fail_on))
                .unwrap_or(FailOn::Error),
            baseline: if args.write_baseline.is_some() { None } else { baseline.transpose()? },
            basis,
        })
    }

    /// Whether the configuration leaves a file out.
    pub(super) fn excludes(&self, path: &Path) -> bool {
        self.basis.loaded.as_ref().is_some_and(|loaded| loaded.excludes(path))
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
