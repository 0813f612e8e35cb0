//! Paths as they are compared.

use std::path::{Component, Path, PathBuf};

/// The path from the root, without `..` in it, so that folders above it are its prefixes. No link is followed:
/// a file belongs to the folder that it is named in.
pub(crate) fn absolute(path: &Path) -> PathBuf {
    // The folder of `talk.md` is the empty path.
    let path = if path == Path::new("") { Path::new(".") } else { path };
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut plain = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}
