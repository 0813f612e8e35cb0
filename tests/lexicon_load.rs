//! Own term bases beside the built-in ones.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::PathBuf;

use duizhao::lexicon::{Lexicon, check};

/// A term base on disk; removed when dropped.
struct File(PathBuf);

impl File {
    fn new(name: &str, toml: &str) -> File {
        let path = std::env::temp_dir().join(format!("duizhao-{}-{name}", std::process::id()));
        fs::write(&path, toml).unwrap();
        File(path)
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[test]
fn nothing_loaded_is_the_built_in_lexicon() {
    let lexicon = Lexicon::load(&[]).unwrap();
    assert_eq!(lexicon.concepts(), Lexicon::builtin().concepts());
}

#[test]
fn own_entries_extend_the_built_in_ones() {
    let own = File::new("extend.toml", "[[term]]\nzh = [\"对照\"]\nen = [\"duizhao\"]\n");
    let lexicon = Lexicon::load(std::slice::from_ref(&own.0)).unwrap();
    assert_eq!(check(&lexicon, &["对照与强化学习。"], &["Nothing."]).len(), 2);
}

#[test]
fn an_own_entry_takes_the_place_of_a_built_in_one() {
    let toml = "[[term]]\nzh = [\"強化學習\"]\nen = [\"learning by reward\"]\n";
    let own = File::new("instead.toml", toml);
    let lexicon = Lexicon::load(std::slice::from_ref(&own.0)).unwrap();
    assert_eq!(check(&lexicon, &["做强化学习。"], &["We do reinforcement learning."]).len(), 1);
    assert!(check(&lexicon, &["做强化学习。"], &["We do learning by reward."]).is_empty());
}

#[test]
fn a_file_may_replace_all_that_is_built_in() {
    let toml = "replaces-builtin = true\n[[term]]\nzh = [\"对照\"]\nen = [\"duizhao\"]\n";
    let own = File::new("replace.toml", toml);
    let lexicon = Lexicon::load(std::slice::from_ref(&own.0)).unwrap();
    assert_eq!(lexicon.concepts().len(), 1);
}
