//! Where cargo keeps the sources of packages that this one depends on.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What cargo knows of the packages. It does not tell a build script where they lie, so it is asked.
pub(crate) struct Packages(serde_json::Value);

impl Packages {
    pub(crate) fn ask() -> Result<Packages, Box<dyn Error>> {
        // Everything this build needs is there already, so the first try stays off the network; only
        // a dependency that this build does not need can make the second necessary.
        let metadata = metadata(&["--offline"]).or_else(|_| metadata(&[]))?;
        Ok(Packages(metadata))
    }

    /// The folder of the package of that name.
    pub(crate) fn folder(&self, name: &str) -> Result<PathBuf, Box<dyn Error>> {
        let packages = self.0["packages"].as_array().ok_or("cargo metadata lists packages")?;
        let package = packages.iter().find(|package| package["name"] == name);
        let manifest = package.and_then(|package| package["manifest_path"].as_str());
        let manifest = manifest.ok_or_else(|| format!("cargo metadata does not name {name}"))?;
        Ok(Path::new(manifest).parent().ok_or("a manifest lies in a folder")?.to_owned())
    }
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
