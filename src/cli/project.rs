//! `duizhao init` and `duizhao completions`.

use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::exit::ExitStatus;
use super::output::Target;
use crate::config;

#[derive(Debug, Args)]
pub(super) struct InitArgs {
    /// The folder to write it to
    #[arg(value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,
    /// Replace a configuration that is there
    #[arg(long)]
    force: bool,
}

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

pub(super) fn init(args: &InitArgs) -> anyhow::Result<ExitStatus> {
    let path = args.folder.join(config::FILE_NAME);
    if path.exists() && !args.force {
        bail!("{} is there already; --force replaces it", path.display());
    }
    Target::new(Some(&path)).write(|out| out.write_all(config::EXAMPLE.as_bytes()))?;
    Target::new(Some(Path::new("-")))
        .write(|out| writeln!(out, "wrote {}; every key in it is explained", path.display()))?;
    Ok(ExitStatus::Clean)
}

pub(super) fn completions(args: &CompletionsArgs) -> anyhow::Result<ExitStatus> {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut super::Args::command(), "duizhao", &mut text);
    Target::Stdout.write(|out| out.write_all(&text))?;
    Ok(ExitStatus::Clean)
}
