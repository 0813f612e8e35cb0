//! What is wrong with a file as a whole.

/// That a file is none of its format, is cut off, or holds other languages.
#[derive(Debug)]
pub(super) struct Fault {
    /// The byte of the stretch that shows it.
    pub(super) at: u32,
    pub(super) problem: String,
    /// Whether nothing behind it is worth reading.
    pub(super) is_final: bool,
}

/// That a file is in other languages than those that are compared.
pub(super) fn foreign(languages: &str) -> String {
    format!("the file is in {languages}: expected Chinese and English")
}
