//! The term bases of the folder `lexicon`, read and made ready for matching.

use std::error::Error;
use std::path::PathBuf;

use crate::lexicon::compiled::Compiled;
use crate::lexicon::read::LexiconFile;

/// Where they lie, as it is said of each of their entries.
pub(crate) const FOLDER: &str = "lexicon";

/// The lexicon of all files, in the order of their names.
pub(crate) fn compiled() -> Result<Vec<u8>, Box<dyn Error>> {
    let files = std::fs::read_dir(FOLDER)?.map(|file| Ok(file?.path()));
    let mut files = files.collect::<std::io::Result<Vec<PathBuf>>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    let mut concepts = Vec::new();
    for file in files {
        concepts.extend(LexiconFile::read(&file)?.concepts);
    }
    Ok(postcard::to_allocvec(&Compiled::of(concepts))?)
}
