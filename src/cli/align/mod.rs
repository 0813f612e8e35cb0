//! `duizhao align`.

mod lines;

use std::path::PathBuf;

use anyhow::bail;
use clap::{Args, ValueEnum};

use super::color::{Color, style};
use super::exit::ExitStatus;
use super::kind::Corpus;
use super::origin::Origin;
use super::output::{Target, refuse_overwriting};
use super::read::{Layout, read_one, read_two};
use crate::check::Checker;
use crate::dictionary::Dictionary;
use crate::link::sentence_links;
use crate::report::AlignmentReport;

#[derive(Debug, Args)]
pub(super) struct AlignArgs {
    /// A transcript with both languages, or - for standard input
    #[arg(value_name = "PATH", conflicts_with_all = ["zh", "en"])]
    path: Option<PathBuf>,
    /// The Chinese text, if the languages stand in two files
    #[arg(long, value_name = "FILE", requires = "en")]
    zh: Option<PathBuf>,
    /// The English text, if the languages stand in two files
    #[arg(long, value_name = "FILE", requires = "zh")]
    en: Option<PathBuf>,
    /// What the input is
    #[arg(long, value_enum, default_value_t = AlignInput::Transcript)]
    input: AlignInput,
    /// Which sentences belong together inside each link, too (text and json)
    #[arg(long)]
    sentences: bool,
    /// How to show the links
    #[arg(long, value_enum, default_value_t = AlignFormat::Text)]
    format: AlignFormat,
    /// Where to write them instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// When to colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    color: Color,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum AlignInput {
    /// Speaker turns or paragraphs
    Transcript,
    /// One segment a line on each side, with --zh and --en
    Lines,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum AlignFormat {
    /// Both columns of turns with what connects them, then why the pairing broke; with `--input lines` the
    /// lines of both sides that belong together, parted by a tab
    Text,
    /// One object with turns, links and events; with `--input lines` the numbers of the lines that belong
    /// together (docs/report.md)
    Json,
    /// A picture
    Svg,
}

pub(super) fn run(args: &AlignArgs) -> anyhow::Result<ExitStatus> {
    let read = args.path.iter().chain(&args.zh).chain(&args.en);
    refuse_overwriting(args.output.as_deref(), read.map(PathBuf::as_path))?;
    if args.input == AlignInput::Lines {
        return lines::run(args);
    }
    if let Some(path) = args.path.as_deref().filter(|path| Corpus::at(Origin::of(path)).is_some()) {
        bail!(
            "{} is a corpus: its rows belong together as they stand, and `align` links the turns of \
             transcripts; two texts of one sentence a line are linked by --input lines --zh FILE --en FILE",
            path.display()
        );
    }
    if args.sentences && args.format == AlignFormat::Svg {
        bail!(
            "the picture shows turns and no sentences: with `--sentences`, `--format` is text or json"
        );
    }
    let document = match (&args.path, &args.zh, &args.en) {
        (Some(path), _, _) => read_one(Origin::of(path))?,
        (None, Some(zh), Some(en)) => read_two(zh, en, Layout::Turns)?,
        _ => bail!("nothing to align: give a transcript, or --zh FILE and --en FILE"),
    };
    let links = Checker::new().link(&document);
    let mut report = AlignmentReport::new(&document, &links);
    if args.sentences {
        report.add_sentences(&document, &sentence_links(&document, &links, Dictionary::builtin()));
    }
    let target = Target::new(args.output.as_deref());
    let style = style(args.color, &target, false);
    target.write(|out| match args.format {
        AlignFormat::Text => report.write_text(&style, out),
        AlignFormat::Json => report.write_json(out),
        AlignFormat::Svg => report.write_svg(out),
    })?;
    Ok(ExitStatus::Clean)
}
