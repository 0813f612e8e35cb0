//! Where reports go: standard output, or a file that is replaced as a whole and was not read.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use tempfile::NamedTempFile;

/// A place to write to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Stdout,
    File(PathBuf),
}

impl Target {
    /// Standard output for nothing and for `-`.
    pub(super) fn new(path: Option<&Path>) -> Target {
        match path {
            Some(path) if path != Path::new("-") => Target::File(path.to_owned()),
            _ => Target::Stdout,
        }
    }

    /// Whether it is standard output.
    pub(super) fn is_stdout(&self) -> bool {
        *self == Target::Stdout
    }

    /// Lets `fill` write to the target. A file is written beside itself and renamed at the end, so
    /// that nobody ever reads half of it. A reader of standard output who goes away (`| head`) is
    /// no failure.
    pub(super) fn write(
        &self,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> anyhow::Result<()> {
        match self {
            Target::Stdout => {
                let mut out = BufWriter::new(io::stdout().lock());
                match fill(&mut out).and_then(|()| out.flush()) {
                    Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
                    result => result.context("cannot write to standard output"),
                }
            }
            Target::File(path) => {
                replace(path, fill).with_context(|| format!("cannot write {}", path.display()))
            }
        }
    }
}

/// Sees to it that nothing that is written takes the place of what is read, and that no two outputs go to one
/// file. `-` is no file, and a device takes whatever comes.
///
/// # Errors
/// Where one does; the file is named.
pub(super) fn refuse_overwriting<'p>(
    outputs: impl IntoIterator<Item = &'p Path>,
    inputs: impl IntoIterator<Item = &'p Path>,
) -> anyhow::Result<()> {
    let read: BTreeSet<PathBuf> = inputs.into_iter().filter_map(place).collect();
    let mut written = BTreeSet::new();
    for path in outputs {
        let Some(place) = place(path).filter(|place| place.is_file() || !place.exists()) else {
            continue;
        };
        if read.contains(&place) {
            bail!("{} is read; what is written must not take its place", path.display());
        }
        if !written.insert(place) {
            bail!("two reports would go to {}", path.display());
        }
    }
    Ok(())
}

/// Where a file is, however it was named. One that is not there yet is known by its folder.
fn place(path: &Path) -> Option<PathBuf> {
    if path == Path::new("-") {
        return None;
    }
    let there = || {
        let folder = path.parent().filter(|folder| *folder != Path::new(""));
        Some(folder.unwrap_or(Path::new(".")).canonicalize().ok()?.join(path.file_name()?))
    };
    path.canonicalize().ok().or_else(there)
}

fn replace(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    // A device or a pipe cannot be replaced, only written to.
    let metadata = fs::metadata(path);
    if metadata.as_ref().is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir()) {
        let mut out = BufWriter::new(fs::OpenOptions::new().write(true).open(path)?);
        fill(&mut out)?;
        return out.flush();
    }
    if metadata.as_ref().is_ok_and(fs::Metadata::is_dir) {
        return Err(io::Error::new(ErrorKind::IsADirectory, "there is a folder of that name"));
    }
    // A link is followed, so that it stays a link.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
    let file = temporary_file(folder).map_err(|error| in_folder(folder, &error))?;
    let mut out = BufWriter::new(file);
    fill(&mut out)?;
    let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    if let Ok(metadata) = metadata {
        file.as_file().set_permissions(metadata.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

/// Why no file can be made in `folder`, without the name of one that nobody asked for.
fn in_folder(folder: &Path, error: &io::Error) -> io::Error {
    let folder = folder.display();
    let why = match error.kind() {
        ErrorKind::NotFound => format!("there is no folder {folder}"),
        ErrorKind::PermissionDenied => format!("no file may be made in the folder {folder}"),
        kind => format!("in the folder {folder}: {kind}"),
    };
    io::Error::new(error.kind(), why)
}

/// A temporary file that starts with the permissions of any new file of this user. By default
/// temporary files are closed to everybody else.
fn temporary_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".duizhao-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The mask of the process takes away from this what the user does not grant.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}
