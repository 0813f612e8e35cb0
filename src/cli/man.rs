//! `duizhao man`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;

use super::complain;
use super::exit::ExitStatus;
use super::output::Target;

#[derive(Debug, Args)]
pub(super) struct ManArgs {
    /// Write one page for each command into this folder, in place of a single page to standard output
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

pub(super) fn run(args: &ManArgs) -> anyhow::Result<ExitStatus> {
    match &args.dir {
        Some(folder) => pages(folder)?,
        None => {
            let mut text = Vec::new();
            page(&mut text)?;
            Target::Stdout.write(|out| out.write_all(&text))?;
        }
    }
    Ok(ExitStatus::Clean)
}

/// One page for each command.
fn pages(folder: &Path) -> anyhow::Result<()> {
    let write = || {
        std::fs::create_dir_all(folder)?;
        clap_mangen::generate_to(super::Args::command(), folder)
    };
    write().with_context(|| format!("cannot write pages to {}", folder.display()))?;
    complain(&format!("wrote the pages to {}", folder.display()));
    Ok(())
}

/// What stands at the end of the single page.
const END: &str = r#".SH "EXIT STATUS"
.TP
0
Nothing at or above \fB\-\-fail\-on\fR was found.
.TP
1
Something was.
.TP
2
The program could not do what was asked. A message on standard error says what and where.
.SH FILES
.TP
duizhao.toml
What a project wants to hear of. It is looked for in the folder of the first path and in those above it;
\fBduizhao init\fR writes one in which every key is explained.
.SH ENVIRONMENT
.TP
NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM
Whether \fB\-\-color auto\fR colours.
.TP
COLUMNS
The width of a report that goes to a terminal which does not tell its own.
"#;

/// A single page with everything.
fn page(out: &mut Vec<u8>) -> io::Result<()> {
    let mut command = super::Args::command().disable_help_subcommand(true);
    command.build();
    let man = Man::new(command.clone());
    man.render_title(out)?;
    man.render_name_section(out)?;
    man.render_synopsis_section(out)?;
    man.render_description_section(out)?;
    man.render_options_section(out)?;
    sections(&command, out)?;
    let mut notes = Vec::new();
    man.render_extra_section(&mut notes)?;
    out.write_all(String::from_utf8_lossy(&notes).replace(".SH EXTRA", ".SH NOTES").as_bytes())?;
    out.write_all(END.as_bytes())?;
    man.render_version_section(out)
}

/// A section for each command below this one.
fn sections(command: &Command, out: &mut Vec<u8>) -> io::Result<()> {
    for command in command.get_subcommands().filter(|command| !command.is_hide_set()) {
        if command.has_subcommands() {
            sections(command, out)?;
            continue;
        }
        let man = Man::new(command.clone());
        let mut text = Vec::new();
        man.render_synopsis_section(&mut text)?;
        man.render_description_section(&mut text)?;
        if command.get_arguments().next().is_some() {
            man.render_options_section(&mut text)?;
        }
        if command.get_after_help().is_some() {
            man.render_extra_section(&mut text)?;
        }
        let name = command.get_bin_name().unwrap_or(command.get_name()).to_uppercase();
        // The sections of its own page are parts of a section here.
        let text = format!("\n{}", String::from_utf8_lossy(&text));
        let text = text.replace("\n.SH EXTRA", "\n.SS NOTES").replace("\n.SH ", "\n.SS ");
        writeln!(out, ".SH \"{name}\"{text}")?;
    }
    Ok(())
}
