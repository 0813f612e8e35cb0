//! `duizhao render`.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;

use super::color::{Color, style};
use super::exit::ExitStatus;
use super::output::{Target, refuse_overwriting};
use super::values;
use crate::report::{Format, Report, render};

#[derive(Debug, Args)]
pub(super) struct RenderArgs {
    /// A report that `check --format json` wrote, or - for standard input
    #[arg(value_name = "REPORT.json")]
    report: PathBuf,
    /// How to write it
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = values::format())]
    format: Format,
    /// Where to write it instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// When to colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    color: Color,
}

pub(super) fn run(args: &RenderArgs) -> anyhow::Result<ExitStatus> {
    refuse_overwriting(args.output.as_deref(), [args.report.as_path()])?;
    let report = read(&args.report)?;
    let target = Target::new(args.output.as_deref());
    let style = style(args.color, &target, false);
    target.write(|out| render(&report, args.format, &style, out))?;
    Ok(ExitStatus::Clean)
}

fn read(path: &Path) -> anyhow::Result<Report> {
    let shown = path.display();
    let text = if path == Path::new("-") {
        let mut text = String::new();
        io::stdin().lock().read_to_string(&mut text).context("cannot read standard input")?;
        text
    } else {
        fs::read_to_string(path).with_context(|| format!("cannot read {shown}"))?
    };
    let value: serde_json::Value = serde_json::from_str(&text)
        .with_context(|| format!("{shown} is no JSON; give a report of `check --format json`"))?;
    match value.get("schema").and_then(|schema| schema.as_str()) {
        Some("duizhao-report/1") => {}
        Some(other) => bail!("{shown} is of schema `{other}`; this program reads duizhao-report/1"),
        None => bail!("{shown} is no report of duizhao: it names no schema"),
    }
    serde_json::from_value(value).with_context(|| format!("{shown} is no whole report"))
}
