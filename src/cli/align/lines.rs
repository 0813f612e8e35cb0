//! `duizhao align --input lines`: two files of one segment a line.

use std::io::{self, IsTerminal};
use std::ops::Range;
use std::path::Path;

use anyhow::bail;
use serde::Serialize;

use super::{AlignArgs, AlignFormat};
use crate::cli::exit::ExitStatus;
use crate::cli::origin::Origin;
use crate::cli::output::Target;
use crate::cli::read::read_source;
use crate::dictionary::Dictionary;
use crate::link::align_lines;
use crate::report::for_terminal;

/// Lines that belong together, from 1 on each side.
#[derive(Debug, Serialize)]
struct LineLink {
    zh: Vec<usize>,
    en: Vec<usize>,
}

/// The links between two files.
#[derive(Debug, Serialize)]
struct LineReport<'p> {
    zh_path: &'p Path,
    en_path: &'p Path,
    links: Vec<LineLink>,
}

pub(super) fn run(args: &AlignArgs) -> anyhow::Result<ExitStatus> {
    let (Some(zh_path), Some(en_path)) = (&args.zh, &args.en) else {
        bail!("`--input lines` needs two files: --zh FILE and --en FILE");
    };
    if args.format == AlignFormat::Svg {
        bail!("there is no picture of `--input lines`: `--format` is text or json");
    }
    if args.sentences {
        bail!("`--sentences` looks inside turns, and `--input lines` links whole lines");
    }
    let (zh, en) = (read_source(Origin::of(zh_path))?, read_source(Origin::of(en_path))?);
    let zh_lines: Vec<&str> = zh.text().lines().collect();
    let en_lines: Vec<&str> = en.text().lines().collect();
    let beads = align_lines(&zh_lines, &en_lines, Dictionary::builtin());
    let numbers = |range: &Range<usize>| range.clone().map(|line| line + 1).collect::<Vec<_>>();
    let links: Vec<LineLink> =
        beads.iter().map(|(zh, en)| LineLink { zh: numbers(zh), en: numbers(en) }).collect();
    let target = Target::new(args.output.as_deref());
    // Programs get the lines as they are; on a terminal they must not act.
    let acts = target.is_stdout() && io::stdout().is_terminal();
    target.write(|out| match args.format {
        AlignFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &LineReport { zh_path, en_path, links })?;
            writeln!(out)
        }
        // As other aligners write it: the lines of both sides, parted by a tab.
        AlignFormat::Text | AlignFormat::Svg => {
            let shown = |range: &Range<usize>, lines: &[&str]| {
                let line =
                    lines.get(range.clone()).unwrap_or_default().join(" ").replace('\t', " ");
                if acts { for_terminal(&line).into_owned() } else { line }
            };
            beads.iter().try_for_each(|(zh, en)| {
                writeln!(out, "{}\t{}", shown(zh, &zh_lines), shown(en, &en_lines))
            })
        }
    })?;
    Ok(ExitStatus::Clean)
}
