//! The term bases that ship with the program.

use std::path::Path;
use std::sync::LazyLock;

use super::{Lexicon, in_parallel};
use super::error::LexiconError;
use super::model::Concept;
use super::read::LexiconFile;

const FILES: &[(&str, &str)] = &[
    ("lexicon/ai.toml", include_str!("../../lexicon/ai.toml")),
    ("lexicon/business.toml", include_str!("../../lexicon/business.toml")),
    ("lexicon/computing.toml", include_str!("../../lexicon/computing.toml")),
    ("lexicon/contrast-names.toml", include_str!("../../lexicon/contrast-names.toml")),
    ("lexicon/contrast-things.toml", include_str!("../../lexicon/contrast-things.toml")),
    ("lexicon/contrast-times.toml", include_str!("../../lexicon/contrast-times.toml")),
    ("lexicon/contrast-trades.toml", include_str!("../../lexicon/contrast-trades.toml")),
    ("lexicon/engineering.toml", include_str!("../../lexicon/engineering.toml")),
    ("lexicon/finance.toml", include_str!("../../lexicon/finance.toml")),
    ("lexicon/government.toml", include_str!("../../lexicon/government.toml")),
    ("lexicon/law.toml", include_str!("../../lexicon/law.toml")),
    ("lexicon/medicine.toml", include_str!("../../lexicon/medicine.toml")),
    ("lexicon/names.toml", include_str!("../../lexicon/names.toml")),
    ("lexicon/physics.toml", include_str!("../../lexicon/physics.toml")),
    ("lexicon/science.toml", include_str!("../../lexicon/science.toml")),
    ("lexicon/software.toml", include_str!("../../lexicon/software.toml")),
];

static BUILTIN: LazyLock<Lexicon> = LazyLock::new(|| {
    let concepts = concepts().expect("the files that ship are read by a test");
    Lexicon::from_concepts(concepts)
});

/// The concepts that ship with the program.
pub(super) fn concepts() -> Result<Vec<Concept>, LexiconError> {
    // Most of the text stands in a few files.
    const HALF: usize = 5;
    let (first, last) = FILES.split_at(HALF);
    let (first, last) = in_parallel(|| concepts_of(first), || concepts_of(last));
    Ok([first?, last?].concat())
}

fn concepts_of(files: &[(&str, &str)]) -> Result<Vec<Concept>, LexiconError> {
    let mut all = Vec::new();
    for &(path, text) in files {
        all.extend(LexiconFile::parse(Path::new(path), text)?.concepts);
    }
    Ok(all)
}

impl Lexicon {
    /// The lexicon that ships with the program: nothing else is loaded.
    pub fn builtin() -> &'static Lexicon {
        &BUILTIN
    }
}
