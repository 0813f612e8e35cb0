//! Patterns for paths, as `exclude` and `paths` give them.

use std::fmt;
use std::path::Path;

use globset::{Glob, GlobMatcher};
use serde::{Deserialize, Serialize};

/// A glob that means files and folders, compiled when it is read. As in .gitignore, one that ends with a slash
/// means folders only, and one that starts with a slash means what lies beside the configuration only.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pattern {
    glob: String,
    matcher: GlobMatcher,
    is_folder: bool,
    is_anchored: bool,
}

/// Why a text is no pattern for paths.
#[derive(Debug, thiserror::Error)]
#[error("`{glob}` is no pattern for paths: {why}")]
pub struct PatternError {
    /// The text.
    glob: String,
    /// What is wrong with it.
    why: String,
}

impl TryFrom<String> for Pattern {
    type Error = PatternError;

    fn try_from(glob: String) -> Result<Pattern, PatternError> {
        let (plain, is_folder) =
            glob.strip_suffix('/').map_or((glob.as_str(), false), |folder| (folder, true));
        let anchored = plain.strip_prefix("./").or_else(|| plain.strip_prefix('/'));
        // It would mean nothing, and nobody would be told.
        if plain.split('/').any(|part| part == "..") {
            let why = "`..` leads out of the folder of the configuration".to_owned();
            return Err(PatternError { glob, why });
        }
        match Glob::new(anchored.unwrap_or(plain)) {
            Ok(whole) => Ok(Pattern {
                matcher: whole.compile_matcher(),
                is_folder,
                is_anchored: anchored.is_some(),
                glob,
            }),
            Err(error) => Err(PatternError { why: error.kind().to_string(), glob }),
        }
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.glob)
    }
}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> String {
        pattern.glob
    }
}

/// The text says all there is.
impl PartialEq for Pattern {
    fn eq(&self, other: &Pattern) -> bool {
        self.glob == other.glob
    }
}

impl Pattern {
    /// Whether it means `file`, or a folder that it lies in; `file` is relative to the configuration.
    pub(super) fn means(&self, file: &Path) -> bool {
        let is_meant = |path: &Path| {
            let by_name = || path.file_name().is_some_and(|name| self.matcher.is_match(name));
            self.matcher.is_match(path) || (!self.is_anchored && by_name())
        };
        let ancestors = file.ancestors().filter(|path| *path != Path::new(""));
        ancestors.skip(usize::from(self.is_folder)).any(is_meant)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glob_means_files_and_all_that_lies_in_a_folder() {
        for (glob, file, meant) in [
            ("talks/old", "talks/old/a.md", true),
            ("talks/old/", "talks/old/b/a.md", true),
            ("old/", "talks/old/a.md", true),
            ("old", "talks/old/a.md", true),
            ("/old", "talks/old/a.md", false),
            ("/talks", "talks/old/a.md", true),
            ("./talks", "talks/a.md", true),
            ("a.md/", "talks/a.md", false),
            ("a.md", "talks/a.md", true),
            ("drafts/**", "drafts/b/a.md", true),
            ("drafts/*.md", "talks/a.md", false),
            ("old", "older/a.md", false),
            ("old", "talks/old.md", false),
        ] {
            let pattern = Pattern::try_from(glob.to_owned()).expect("a pattern");
            assert_eq!(pattern.means(Path::new(file)), meant, "{glob} {file}");
        }
    }
}
