//! The files that a check goes by, apart from the texts: the configuration, and what it and the command line
//! name.

use std::path::{Path, PathBuf};

use super::CheckArgs;
use crate::config::{self, Loaded};

/// What is read before the first text is.
pub(super) struct Basis {
    pub(super) loaded: Option<Loaded>,
    pub(super) lexicons: Vec<PathBuf>,
    pub(super) dictionary: Option<PathBuf>,
    pub(super) baseline: Option<PathBuf>,
}

impl Basis {
    /// The command line over the configuration. Nothing but the configuration is read yet.
    ///
    /// # Errors
    /// Where the configuration cannot be read.
    pub(super) fn new(args: &CheckArgs) -> anyhow::Result<Basis> {
        let loaded = configuration(args).map(|path| Loaded::read(&path)).transpose()?;
        let mut lexicons = Vec::new();
        let mut baseline = None;
        if let Some(loaded) = &loaded {
            lexicons.extend(loaded.config.lexicons.iter().map(|path| loaded.resolve(path)));
            baseline = loaded.config.baseline.as_ref().map(|path| loaded.resolve(path));
        }
        lexicons.extend(args.lexicon.iter().cloned());
        Ok(Basis {
            loaded,
            lexicons,
            dictionary: args.dictionary.clone(),
            baseline: args.baseline.clone().or(baseline),
        })
    }

    /// All of them but the baseline, which may be written anew.
    pub(super) fn files(&self) -> impl Iterator<Item = &PathBuf> {
        let configuration = self.loaded.iter().map(|loaded| &loaded.path);
        configuration.chain(&self.lexicons).chain(&self.dictionary)
    }
}

/// The configuration that is named, or that of the first path's folder.
pub(super) fn configuration(args: &CheckArgs) -> Option<PathBuf> {
    if args.config.is_some() || args.no_config {
        return args.config.clone();
    }
    let first = args.named().next().unwrap_or(Path::new(""));
    config::nearest(if first.is_dir() { first } else { first.parent().unwrap_or(Path::new("")) })
}
