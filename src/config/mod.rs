//! `duizhao.toml`: what a project wants to hear of.

mod error;
mod faults;
mod model;
mod pattern;
mod values;

use std::path::{Path, PathBuf};

pub use crate::finding::FailOn;
pub use error::{ConfigError, ConfigErrorKind};
pub use model::{Config, Grade, Override, Thresholds};
pub use pattern::{Pattern, PatternError};

use crate::gate::{Grades, Selection};
use crate::path::absolute;
use crate::rules::Settings;

/// The name of the file.
pub const FILE_NAME: &str = "duizhao.toml";

/// The configuration that ships as an example: every key with its default, as comments.
pub const EXAMPLE: &str = include_str!("example.toml");

/// A configuration that was read, and where from.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The file.
    pub path: PathBuf,
    /// What it says.
    pub config: Config,
}

impl Loaded {
    /// Reads a configuration.
    ///
    /// # Errors
    /// Where it cannot be read, is no TOML, or names keys or rules that do not exist.
    pub fn read(path: &Path) -> Result<Loaded, ConfigError> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| ConfigError::new(path, None, ConfigErrorKind::Io(error)))?;
        let at_fault = |(at, kind)| ConfigError::new(path, error::place(path, &text, at), kind);
        let config: Config = toml::from_str(&text).map_err(|error| {
            let known = [faults::first_misplaced, faults::first_bad_pattern, values::first_wrong];
            let known = known.iter().filter_map(|first| first(&text)).min_by_key(|(at, _)| *at);
            known.map_or_else(|| ConfigError::of_toml(path, &text, &error), at_fault)
        })?;
        match faults::first_fault(&config, &text) {
            Some(fault) => Err(at_fault(fault)),
            None => Ok(Loaded { path: path.to_owned(), config }),
        }
    }

    /// The configuration of a folder: that of the folder itself or of the nearest one above it.
    ///
    /// # Errors
    /// As [`Loaded::read`].
    pub fn find(folder: &Path) -> Result<Option<Loaded>, ConfigError> {
        nearest(folder).map(|path| Loaded::read(&path)).transpose()
    }

    /// The folder that the paths in the file are relative to.
    pub fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }

    /// A path of the file, seen from where the program runs.
    pub fn resolve(&self, path: &Path) -> PathBuf {
        self.folder().join(path)
    }
}

/// Where the configuration of a folder is: in the folder itself, or in the nearest one above it that has one.
pub fn nearest(folder: &Path) -> Option<PathBuf> {
    let folder = absolute(folder);
    folder.ancestors().map(|folder| folder.join(FILE_NAME)).find(|path| path.is_file())
}

/// What applies to one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effective {
    /// Which rules run.
    pub selection: Selection,
    /// Severities other than the rules' own.
    pub grades: Grades,
    /// Thresholds.
    pub settings: Settings,
}
