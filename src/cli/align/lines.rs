//! `duizhao align --input lines`: two files of one segment a line.

use std::ops::Range;
use std::path::Path;

use anyhow::bail;
use serde::Serialize;

use super::{AlignArgs, AlignFormat};
use crate::cli::exit::ExitStatus;
use crate::cli::output::Target;
use crate::cli::read::read_source;
use crate::dictionary::Dictionary;
use crate::link::align_lines;

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
    let (zh, en) = (read_source(zh_path)?, read_source(en_path)?);
    let zh_lines: Vec<&str> = zh.text().lines().collect();
    let en_lines: Vec<&str> = en.text().lines().collect();
    let beads = align_lines(&zh_lines, &en_lines, Dictionary::builtin());
    let numbers = |range: &Range<usize>| range.clone().map(|line| line + 1).collect::<Vec<_>>();
    let links: Vec<LineLink> =
        beads.iter().map(|(zh, en)| LineLink { zh: numbers(zh), en: numbers(en) }).collect();
    Target::new(args.output.as_deref()).write(|out| match args.format {
        AlignFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &LineReport { zh_path, en_path, links })?;
            writeln!(out)
        }
        // As other aligners write it: the lines of both sides, parted by a tab.
        AlignFormat::Text | AlignFormat::Svg => {
            let shown = |range: &Range<usize>, lines: &[&str]| {
                lines.get(range.clone()).unwrap_or_default().join(" ").replace('\t', " ")
            };
            beads.iter().try_for_each(|(zh, en)| {
                writeln!(out, "{}\t{}", shown(zh, &zh_lines), shown(en, &en_lines))
            })
        }
    })?;
    Ok(ExitStatus::Clean)
}
