//! What a run checks with: the command line over the configuration over the defaults.

use std::path::Path;

use anyhow::Context as _;

use super::CheckArgs;
use super::since::Since;
use crate::check::Checker;
use crate::config::{FailOn, Loaded};
use crate::dictionary::Dictionary;
use crate::gate::Selection;
use crate::lexicon::Lexicon;
use crate::report::Baseline;

/// Everything that is settled before the first file is read.
pub(super) struct Setup {
    base: Checker,
    pub(super) loaded: Option<Loaded>,
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
        let loaded = configuration(args)?;
        let mut lexicons = Vec::new();
        if let Some(loaded) = &loaded {
            lexicons.extend(loaded.config.lexicons.iter().map(|path| loaded.resolve(path)));
        }
        lexicons.extend(args.lexicon.iter().cloned());
        let mut base = Checker::new();
        if !lexicons.is_empty() {
            base = base.with_lexicon(Lexicon::load(&lexicons)?);
        }
        if let Some(path) = &args.dictionary {
            base = base.with_dictionary(Dictionary::from_cedict(path)?);
        }
        let config = loaded.as_ref().map(|loaded| &loaded.config);
        let known = config.and_then(|config| config.baseline.as_ref());
        let known = known.zip(loaded.as_ref()).map(|(path, loaded)| loaded.resolve(path));
        let baseline = args.baseline.clone().or(known).map(|path| {
            Baseline::load(&path).with_context(|| format!("cannot read {}", path.display()))
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
            loaded,
        })
    }

    /// Whether the configuration leaves a file out.
    pub(super) fn excludes(&self, path: &Path) -> bool {
        self.loaded.as_ref().is_some_and(|loaded| loaded.excludes(path))
    }

    /// The checker for a text that stands in these files.
    pub(super) fn checker(&self, paths: &[&Path]) -> anyhow::Result<Checker> {
        let mut checker = self.base.clone();
        let path = paths.first().copied().unwrap_or(Path::new("-"));
        match &self.loaded {
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
            checker = checker.with_earlier(since.earlier(paths)?);
        }
        Ok(checker)
    }
}

/// The configuration that is named, or that of the first path's folder.
fn configuration(args: &CheckArgs) -> anyhow::Result<Option<Loaded>> {
    if let Some(path) = &args.config {
        return Ok(Some(Loaded::read(path)?));
    }
    if args.no_config {
        return Ok(None);
    }
    let first = args.paths.first().or(args.zh.as_ref()).map(|path| path.as_path());
    let folder = match first {
        Some(path) if path != Path::new("-") && path.is_dir() => path,
        Some(path) if path != Path::new("-") => path.parent().unwrap_or(Path::new("")),
        _ => Path::new(""),
    };
    Ok(Loaded::find(folder)?)
}
