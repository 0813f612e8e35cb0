//! `duizhao check`.

mod basis;
mod collect;
mod corpus;
mod drain;
mod guarded;
mod sample;
mod setup;
mod since;
mod transcripts;
mod unmeant;
mod watch;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::{Args, ValueEnum};

use self::collect::{Collected, Collector, Keep};
use self::setup::Setup;
use super::exit::ExitStatus;
use super::files::{Candidate, Found, candidates};
use super::output::{Target, refuse_overwriting};
use super::read::Layout;
use super::{Color, among, complain, or_current_folder, style};
use crate::config::{Config, FailOn};
use crate::finding::Severity;
use crate::input::corpus::{Columns, CorpusFormat};
use crate::input::extension;
use crate::report::{Baseline, Format, Report, Summary, render};

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// Files, folders (searched for transcripts, .gitignore respected), or - for standard input
    #[arg(value_name = "PATH", conflicts_with_all = ["zh", "en"])]
    paths: Vec<PathBuf>,
    /// The Chinese text, if the languages stand in two files
    #[arg(long, value_name = "FILE", requires = "en")]
    zh: Option<PathBuf>,
    /// The English text, if the languages stand in two files
    #[arg(long, value_name = "FILE", requires = "zh")]
    en: Option<PathBuf>,
    /// What kind of text the input is
    #[arg(long, value_enum, default_value_t = Input::Auto)]
    input: Input,
    /// The Chinese and the English column of a TSV or CSV corpus, counted from 1
    #[arg(long, value_name = "ZH,EN", value_parser = parse_columns)]
    columns: Option<Columns>,
    /// Check only so many rows of a corpus, spread evenly over it
    #[arg(long, value_name = "N")]
    sample: Option<usize>,
    /// How to write the report: text, json, jsonl, html, sarif, junit, github, gitlab, checkstyle,
    /// rdjson, markdown
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = parse_format)]
    format: Format,
    /// Where to write it instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Another report beside the main one, as in json=report.json (repeatable)
    #[arg(long, value_name = "FORMAT=FILE", value_parser = parse_report)]
    report: Vec<(Format, PathBuf)>,
    /// A lexicon of your own, beside those that ship with the program (repeatable)
    #[arg(long, value_name = "FILE")]
    lexicon: Vec<PathBuf>,
    /// A CC-CEDICT file as evidence for links, in place of the built-in dictionary
    #[arg(long, value_name = "FILE")]
    dictionary: Option<PathBuf>,
    /// Only these rules or groups of rules
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    select: Vec<String>,
    /// All but these rules or groups of rules
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    ignore: Vec<String>,
    /// A configuration other than the duizhao.toml of the folder
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    config: Option<PathBuf>,
    /// No configuration
    #[arg(long)]
    no_config: bool,
    /// Show the configuration and where it comes from, and check nothing
    #[arg(long)]
    show_config: bool,
    /// The lowest severity that makes the exit status 1 [default: error]
    #[arg(long, value_enum, value_name = "SEVERITY")]
    fail_on: Option<FailOn>,
    /// Let the findings pass that this file names
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write all findings as a baseline, and fail for none
    #[arg(long, value_name = "FILE")]
    write_baseline: Option<PathBuf>,
    /// Only findings on turns that changed since that git revision
    #[arg(long, value_name = "REV")]
    since: Option<String>,
    /// Check again whenever a file changes
    #[arg(long, conflicts_with_all = ["output", "report", "write_baseline"])]
    watch: bool,
    /// Threads to work with [default: as many as there are cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
    /// When to colour
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    color: Color,
    /// No progress bar
    #[arg(long)]
    no_progress: bool,
    /// Only the summary line
    #[arg(long, short, conflicts_with = "verbose")]
    quiet: bool,
    /// Tell which files of a folder are left out, and why
    #[arg(long, short)]
    verbose: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Input {
    /// Work it out from the name and the content
    Auto,
    /// Speaker turns or paragraphs
    Transcript,
    /// One pair a line, parted by a tab
    Tsv,
    /// One pair a row, parted by a comma
    Csv,
    /// One object with zh and en a line
    Jsonl,
    /// A translation memory
    Tmx,
    /// XLIFF 1.2 or 2
    Xliff,
    /// A message catalogue of gettext
    Po,
    /// SubRip subtitles: --zh and --en, paired by time
    Srt,
    /// WebVTT subtitles: --zh and --en, paired by time
    Vtt,
    /// --zh and --en of one segment a line, aligned by content
    Lines,
    /// --zh and --en of one segment a line, line k belonging to line k
    Moses,
}

/// Whether a run fails for what it found.
fn is_reached(fail_on: FailOn, summary: &Summary) -> bool {
    let found = |severity: &Severity| summary.count(*severity) > 0;
    Severity::ALL
        .iter()
        .filter(|severity| found(severity))
        .any(|&severity| fail_on.is_reached_by(severity))
}

pub(super) fn parse_format(name: &str) -> Result<Format, String> {
    among(name, Format::ALL, Format::name)
}

fn parse_report(given: &str) -> Result<(Format, PathBuf), String> {
    let parts = given.split_once('=').filter(|(_, path)| !path.is_empty());
    let (format, path) = parts.ok_or("expected FORMAT=FILE, as in json=report.json")?;
    Ok((parse_format(format)?, PathBuf::from(path)))
}

fn parse_columns(given: &str) -> Result<Columns, String> {
    let number = |text: &str| text.trim().parse::<usize>().ok()?.checked_sub(1);
    let columns = given.split_once(',').and_then(|(zh, en)| Some((number(zh)?, number(en)?)));
    let (zh, en) = columns.ok_or("expected two numbers from 1, as in 2,3")?;
    Ok(Columns { zh, en })
}

impl Input {
    /// How a text in two files is laid out.
    fn layout(self, zh: &Path) -> Layout {
        match (self, extension(zh).as_deref()) {
            (Input::Srt | Input::Vtt, _) | (Input::Auto, Some("srt" | "vtt")) => Layout::Subtitles,
            (Input::Lines, _) => Layout::Lines,
            _ => Layout::Turns,
        }
    }

    /// The corpus format of `candidate`, if it is a corpus.
    fn corpus_format(self, candidate: &Candidate) -> Option<CorpusFormat> {
        match self {
            Input::Auto => CorpusFormat::of_path(&candidate.path),
            Input::Tsv => Some(CorpusFormat::Tsv),
            Input::Csv => Some(CorpusFormat::Csv),
            Input::Jsonl => Some(CorpusFormat::Jsonl),
            Input::Tmx => Some(CorpusFormat::Tmx),
            Input::Xliff => Some(CorpusFormat::Xliff),
            Input::Po => Some(CorpusFormat::Po),
            Input::Transcript | Input::Srt | Input::Vtt | Input::Lines | Input::Moses => None,
        }
    }
}

pub(super) fn run(args: &CheckArgs) -> anyhow::Result<ExitStatus> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(args.jobs.map_or(0, usize::from))
        .build()
        .context("cannot start threads")?;
    pool.install(|| if args.watch { watch::run(args) } else { check(args) })
}

fn check(args: &CheckArgs) -> anyhow::Result<ExitStatus> {
    let setup = Setup::new(args)?;
    if args.show_config {
        return show_config(&setup);
    }
    unmeant::refuse_other_files(args)?;
    let Found { files, failed: unsearched, .. } = match (&args.zh, &args.en) {
        (Some(_), Some(_)) => Found::default(),
        _ => candidates(&or_current_folder(&args.paths))?,
    };
    // A file that is named is checked, whatever the configuration leaves out.
    let candidates: Vec<Candidate> = files
        .into_iter()
        .filter(|candidate| !candidate.found || !setup.excludes(&candidate.path))
        .collect();
    unmeant::refuse_for_no_corpus(args, &candidates)?;
    let main = Target::new(args.output.as_deref());
    each_to_its_own_file(args, &setup, &candidates)?;
    // Lines are written as they come; everything else needs the whole report.
    let streams = args.format == Format::Jsonl && args.report.is_empty();
    let wanted = || args.report.iter().map(|(format, _)| *format).chain([args.format]);
    let keep = match streams {
        true => Keep::Nothing,
        false if wanted().any(|format| format == Format::Json) => Keep::Whole,
        false => Keep::Found,
    };
    let mut collector =
        Collector::new(args.verbose, keep, setup.baseline.clone(), args.write_baseline.is_some());
    for error in unsearched {
        collector.fail(&error);
    }
    if streams {
        main.write(|out| feed(&setup, args, &candidates, &mut collector, Some(out)))?;
    } else {
        feed(&setup, args, &candidates, &mut collector, None)?;
    }
    let Collected { report, summary, failed, baseline, written } = collector.finish();
    if summary.files == 0 && !failed {
        bail!("no bilingual text was found; `-v` tells why each file was left out");
    }
    if !streams {
        // A run that writes a baseline fails for nothing.
        let fail_on = if args.write_baseline.is_some() { FailOn::Never } else { setup.fail_on };
        let report = Report { fail_on: Some(fail_on), ..report };
        write_all(args, &main, &report)?;
    }
    if let Some(baseline) = baseline.filter(|_| !args.quiet) {
        tell_baseline(&baseline);
    }
    if let (Some(path), Some(written)) = (&args.write_baseline, written) {
        Target::new(Some(path)).write(|out| out.write_all(written.to_json().as_bytes()))?;
        return Ok(if failed { ExitStatus::Failed } else { ExitStatus::Clean });
    }
    Ok(if failed {
        ExitStatus::Failed
    } else if is_reached(setup.fail_on, &summary) {
        ExitStatus::Findings
    } else {
        ExitStatus::Clean
    })
}

/// Sees to it that no two reports go to one file, and none to anything that is read.
///
/// # Errors
/// Where one does.
fn each_to_its_own_file(
    args: &CheckArgs,
    setup: &Setup,
    candidates: &[Candidate],
) -> anyhow::Result<()> {
    let reports = || args.output.iter().chain(args.report.iter().map(|(_, path)| path));
    let texts = candidates.iter().map(|candidate| &candidate.path).chain(&args.zh).chain(&args.en);
    let written = reports().chain(&args.write_baseline);
    let read = texts.chain(setup.basis.files());
    refuse_overwriting(written.map(PathBuf::as_path), read.map(PathBuf::as_path))?;
    // A baseline is written anew over the old one.
    refuse_overwriting(
        reports().map(PathBuf::as_path),
        setup.basis.baseline.iter().map(PathBuf::as_path),
    )
}

/// Says what a baseline let pass and what of it is gone.
fn tell_baseline(baseline: &Baseline) {
    let (passed, gone) = (baseline.passed(), baseline.gone());
    let tell = |count: usize, one: &str, several: &str| match count {
        0 => {}
        1 => complain(&format!("1 finding of the baseline {one}")),
        _ => complain(&format!("{count} findings of the baseline {several}")),
    };
    tell(passed, "was let pass", "were let pass");
    tell(
        gone,
        "is gone; `--write-baseline` writes it without",
        "are gone; `--write-baseline` writes it without them",
    );
}

fn show_config(setup: &Setup) -> anyhow::Result<ExitStatus> {
    let (place, config) = match &setup.basis.loaded {
        Some(loaded) => (loaded.path.display().to_string(), loaded.config.clone()),
        None => ("no duizhao.toml was found; these are the defaults".to_owned(), Config::default()),
    };
    let text = toml::to_string_pretty(&config)?;
    Target::Stdout.write(|out| write!(out, "# {place}\n{text}"))?;
    Ok(ExitStatus::Clean)
}

/// Checks everything that the arguments name, in order.
fn feed(
    setup: &Setup,
    args: &CheckArgs,
    candidates: &[Candidate],
    collector: &mut Collector,
    mut stream: Option<&mut dyn Write>,
) -> io::Result<()> {
    if let (Some(zh), Some(en)) = (&args.zh, &args.en) {
        if args.input == Input::Moses {
            return corpus::check_parallel(setup, [zh, en], args.sample, collector, &mut stream);
        }
        let outcome = transcripts::check_two(setup, zh, en, args.input.layout(zh));
        return collector.take(outcome, &mut stream);
    }
    let progress = !args.no_progress && !args.quiet;
    let is_corpus = |candidate: &Candidate| args.input.corpus_format(candidate);
    // Files of one kind are checked together, so that reports keep the order of the arguments.
    for group in candidates.chunk_by(|a, b| is_corpus(a).is_none() && is_corpus(b).is_none()) {
        match group.first().and_then(|first| Some((first, is_corpus(first)?))) {
            Some((first, format)) => {
                let corpus = corpus::Corpus {
                    path: &first.path,
                    format,
                    columns: args.columns,
                    sample: args.sample,
                };
                corpus.check(setup, collector, &mut stream, progress)?;
            }
            None => {
                for outcome in transcripts::check_all(setup, group, progress) {
                    collector.take(outcome, &mut stream)?;
                }
            }
        }
    }
    Ok(())
}

fn write_all(args: &CheckArgs, main: &Target, report: &Report) -> anyhow::Result<()> {
    // Where nothing could be checked, "no findings" would be misleading; programs that read a
    // report still get one.
    let main = (!report.files.is_empty() || args.format != Format::Text).then_some(main);
    if let Some(main) = main {
        let style = style(args.color, main, args.quiet);
        main.write(|out| render(report, args.format, &style, out))?;
    }
    for (format, path) in &args.report {
        // Who wants to hear little wants to find the rest here.
        let target = Target::new(Some(path));
        let style = style(args.color, &target, false);
        target.write(|out| render(report, *format, &style, out))?;
    }
    Ok(())
}
