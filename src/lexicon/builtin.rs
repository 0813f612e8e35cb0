//! The term bases that ship with the program.

use std::sync::LazyLock;

use super::Lexicon;
use super::compiled::Compiled;

static BUILTIN: LazyLock<Lexicon> = LazyLock::new(|| {
    const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));
    let compiled: Compiled =
        postcard::from_bytes(BYTES).expect("the build script writes what is read here");
    compiled.into()
});

impl Lexicon {
    /// The lexicon that ships with the program: nothing else is loaded.
    pub fn builtin() -> &'static Lexicon {
        &BUILTIN
    }
}
