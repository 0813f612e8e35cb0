//! Compiles what the program looks words up in, so that starting reads no text of it.

mod dictionary;
mod library;
mod packages;
mod term_bases;
mod words;

use std::error::Error;
use std::path::PathBuf;

use packages::Packages;

// The modules of the library find each other under these names.
use library::{lexicon, text};

#[expect(clippy::print_stdout, reason = "cargo reads what a build script prints")]
fn main() -> Result<(), Box<dyn Error>> {
    // Cargo sees by itself when a module of this script changes, and by its lock file that another version of a package
    // is used.
    for source in [term_bases::FOLDER, "Cargo.lock"] {
        println!("cargo::rerun-if-changed={source}");
    }
    let packages = Packages::ask()?;
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    std::fs::write(out.join("dictionary.bin"), dictionary::table(&packages)?)?;
    std::fs::write(out.join("words.fst"), words::map(&packages)?)?;
    std::fs::write(out.join("lexicon.bin"), term_bases::compiled()?)?;
    Ok(())
}
