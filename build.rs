//! Compiles the built-in dictionary: CC-CEDICT, as the crate `chinese_dictionary` carries it, into
//! the table that `src/dictionary` reads.
//!
//! The crate answers queries but does not list its words, and cargo does not tell a build script
//! where its dependencies lie. So cargo is asked for the package's folder, the word list there (an
//! fst set) names the words, and the crate's own functions give their definitions.

// The library's own modules build the table, so that writer and reader cannot drift apart.
#[path = "src/dictionary/compile.rs"]
mod compile;
#[path = "src/dictionary/gloss.rs"]
mod gloss;
#[path = "src/text"]
#[expect(dead_code, unreachable_pub, reason = "these are the modules of a library")]
mod text {
    #[path = "lang.rs"]
    mod lang;
    #[path = "side.rs"]
    mod side;
    #[path = "span.rs"]
    mod span;
    #[path = "stem.rs"]
    mod stem;
    #[path = "words.rs"]
    mod words;
    pub(crate) use lang::{is_han, is_latin};
    pub(crate) use side::Side;
    pub(crate) use span::Span;
    pub(crate) use stem::stem;
    pub(crate) use words::latin_words;
}

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

use chinese_dictionary::query_by_chinese;
use compile::Entry;
use fst::Streamer;

const PACKAGE: &str = "chinese_dictionary";

fn main() -> Result<(), Box<dyn Error>> {
    for file in ["build.rs", "src/dictionary/compile.rs", "src/dictionary/gloss.rs"] {
        println!("cargo::rerun-if-changed={file}");
    }
    println!("cargo::rerun-if-changed=src/text/stem.rs");

    let words = std::fs::read(package_folder()?.join("data").join("chinese.fst"))?;
    let table = compile::compile(&entries(&words)?)?;
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    std::fs::write(out.join("dictionary.bin"), table)?;
    Ok(())
}

/// Every entry of the dictionary, once, in the order of its numbers.
fn entries(words: &[u8]) -> Result<Vec<Entry>, fst::Error> {
    let mut entries = BTreeMap::new();
    let words = fst::Set::new(words)?;
    let mut stream = words.stream();
    while let Some(word) = stream.next() {
        let Ok(word) = std::str::from_utf8(word) else { continue };
        for entry in query_by_chinese(word) {
            entries.entry(entry.word_id).or_insert_with(|| Entry {
                traditional: entry.traditional.clone(),
                simplified: entry.simplified.clone(),
                definitions: entry.english.clone(),
            });
        }
    }
    Ok(entries.into_values().collect())
}

/// Where cargo keeps the sources of the dictionary crate.
fn package_folder() -> Result<PathBuf, Box<dyn Error>> {
    // Everything this build needs is there already, so the first try stays off the network; only
    // a dependency that this build does not need can make the second necessary.
    let metadata = metadata(&["--offline"]).or_else(|_| metadata(&[]))?;
    let packages = metadata["packages"].as_array().ok_or("cargo metadata lists packages")?;
    let package = packages.iter().find(|package| package["name"] == PACKAGE);
    let manifest = package.and_then(|package| package["manifest_path"].as_str());
    let manifest = manifest.ok_or("cargo metadata does not name the dictionary crate")?;
    Ok(Path::new(manifest).parent().ok_or("a manifest lies in a folder")?.to_owned())
}

fn metadata(options: &[&str]) -> Result<serde_json::Value, Box<dyn Error>> {
    let cargo = std::env::var_os("CARGO").ok_or("cargo sets CARGO")?;
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--locked", "--filter-platform"])
        .arg(std::env::var("HOST")?)
        .args(options)
        .current_dir(std::env::var_os("CARGO_MANIFEST_DIR").ok_or("cargo sets CARGO_MANIFEST_DIR")?)
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}
