//! `duizhao check`.

mod basis;
mod collect;
mod corpus;
mod drain;
mod guarded;
mod known;
mod sample;
mod setup;
mod shown;
mod since;
mod statistics;
mod transcripts;
mod unmeant;
mod watch;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::{Args, ValueEnum};

use self::collect::{Collected, Collector, Keep};
use self::setup::Setup;
use super::color::{Color, style};
use super::exit::ExitStatus;
use super::files::{Candidate, Found, Search, candidates};
use super::kind::{self, Corpus};
use super::output::{Target, refuse_overwriting};
use super::read::Layout;
use super::{or_current_folder, values};
use crate::config::FailOn;
use crate::finding::Severity;
use crate::input::corpus::{ColumnChoice, CorpusFormat};
use crate::report::{Format, Report, Streamed, Summary, render};

#[derive(Debug, Args)]
#[expect(clippy::duplicated_attributes, reason = "both options take names of rules")]
#[command(mut_arg("select", values::rules), mut_arg("ignore", values::rules))]
pub(super) struct CheckArgs {
    /// Files, folders (searched for transcripts, .gitignore respected), or - for standard input
    #[arg(value_name = "PATH", conflicts_with_all = ["zh", "en"])]
    paths: Vec<PathBuf>,
    /// The file that standard input stands for, as an editor's unsaved text does: its name says what kind of
    /// text it is, which configuration applies, and what the report calls it
    #[arg(long, value_name = "FILE", conflicts_with_all = ["zh", "en", "watch"])]
    stdin_filename: Option<PathBuf>,
    /// The Chinese text, if the languages stand in two files
    #[arg(long, value_name = "FILE", requires = "en")]
    zh: Option<PathBuf>,
    /// The English text, if the languages stand in two files
    #[arg(long, value_name = "FILE", requires = "zh")]
    en: Option<PathBuf>,
    /// What kind of text the input is
    #[arg(long, value_enum, default_value_t = Input::Auto)]
    input: Input,
    /// The Chinese and the English column of a TSV or CSV corpus, counted from 1, or their names in the header
    #[arg(long, value_name = "ZH,EN", value_parser = values::columns)]
    columns: Option<ColumnChoice>,
    /// Check only so many rows of a corpus, spread evenly over it
    #[arg(long, value_name = "N", value_parser = values::count)]
    sample: Option<usize>,
    /// How to write the report
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = values::format())]
    format: Format,
    /// Where to write it instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Another report beside the main one, as in json=report.json (repeatable)
    #[arg(
        long,
        value_name = "FORMAT=FILE",
        value_parser = values::report(),
        hide_possible_values = true
    )]
    report: Vec<(Format, PathBuf)>,
    /// Only how often each rule found something, in place of what it found
    #[arg(long, conflicts_with = "format")]
    statistics: bool,
    /// A lexicon of your own, beside those that ship with the program (repeatable)
    #[arg(long, value_name = "FILE")]
    lexicon: Vec<PathBuf>,
    /// A CC-CEDICT file as evidence for links, in place of the built-in dictionary
    #[arg(long, value_name = "FILE")]
    dictionary: Option<PathBuf>,
    /// Only these rules; also a group (number is all of number-…) or all
    #[arg(long)]
    select: Vec<String>,
    /// All but these rules or groups
    #[arg(long)]
    ignore: Vec<String>,
    /// Let `exclude` of the configuration hold for files that are named, too
    #[arg(long)]
    force_exclude: bool,
    /// Treat transcripts that are named as if a folder had been searched: leave out what the configuration
    /// excludes and what is no text in two languages (for hooks that name each changed file)
    #[arg(long, conflicts_with_all = ["zh", "en"])]
    as_found: bool,
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
    /// Write all findings as a baseline, and fail for none; what the file knows of files and rules that
    /// this run does not check stays
    #[arg(long, value_name = "FILE")]
    write_baseline: Option<PathBuf>,
    /// Only findings on turns that changed since that git revision
    #[arg(long, value_name = "REV")]
    since: Option<String>,
    /// Check again whenever a file changes
    #[arg(long, conflicts_with_all = ["output", "report", "write_baseline"])]
    watch: bool,
    /// Threads to work with [default: as many as there are cores]
    #[arg(long, value_name = "N", value_parser = values::jobs)]
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
    /// Tell which files of a folder are left out, and why, and which patterns of `[[overrides]]` mean none
    #[arg(long, short)]
    verbose: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Input {
    /// Work it out from the name, or where that says nothing, as on standard input, from the content
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

impl CheckArgs {
    /// The paths that are named; what is named for standard input, which has no place, and else the folder one is
    /// in.
    fn named(&self) -> impl Iterator<Item = &Path> {
        let all = self.paths.iter().chain(&self.zh).chain(&self.en).chain(&self.stdin_filename);
        let nothing = self.paths.is_empty() && self.zh.is_none() && self.stdin_filename.is_none();
        let current = nothing.then_some(Path::new("."));
        all.map(PathBuf::as_path).filter(|path| *path != Path::new("-")).chain(current)
    }

    /// What is to be checked: absent paths stand for standard input where that has a name, and else for the folder
    /// one is in.
    fn wanted(&self) -> Vec<PathBuf> {
        match self.stdin_filename {
            Some(_) if self.paths.is_empty() => vec![PathBuf::from("-")],
            _ => or_current_folder(&self.paths),
        }
    }

    /// How findings are written as they come. Nothing where the whole report is needed.
    fn streamed(&self) -> Option<Streamed> {
        let is_alone = self.report.is_empty() && !self.statistics;
        self.format.streamed().filter(|_| is_alone)
    }

    /// What is wanted when all is checked, beside what is written as it comes.
    fn keep(&self) -> Keep {
        if self.streamed().is_some() || (self.statistics && self.report.is_empty()) {
            return Keep::Nothing;
        }
        let main = (!self.statistics).then_some(self.format);
        let mut wanted = self.report.iter().map(|(format, _)| *format).chain(main);
        match wanted.any(|format| format == Format::Json) {
            true => Keep::Whole,
            false => Keep::Found,
        }
    }

    /// Whether it is no error that nothing is left to check: who asks for files to be left out may get that.
    fn may_leave_out_all(&self) -> bool {
        self.as_found || self.force_exclude
    }
}

impl Input {
    /// How a text in two files is laid out.
    fn layout(self, zh: &Path, en: &Path) -> Layout {
        match self {
            Input::Srt | Input::Vtt => Layout::Subtitles,
            Input::Auto if kind::are_subtitles(zh, en) => Layout::Subtitles,
            Input::Lines => Layout::Lines,
            _ => Layout::Turns,
        }
    }

    /// The corpus that `candidate` is, if it is one.
    fn corpus(self, candidate: &Candidate) -> Option<Corpus> {
        match self {
            Input::Auto => Corpus::of_candidate(candidate),
            _ => self.format().map(Corpus::of),
        }
    }

    /// The format of a corpus that stands in one file, if it names one.
    fn format(self) -> Option<CorpusFormat> {
        match self {
            Input::Tsv => Some(CorpusFormat::Tsv),
            Input::Csv => Some(CorpusFormat::Csv),
            Input::Jsonl => Some(CorpusFormat::Jsonl),
            Input::Tmx => Some(CorpusFormat::Tmx),
            Input::Xliff => Some(CorpusFormat::Xliff),
            Input::Po => Some(CorpusFormat::Po),
            Input::Auto
            | Input::Transcript
            | Input::Srt
            | Input::Vtt
            | Input::Lines
            | Input::Moses => None,
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
    unmeant::refuse_partial_baseline(args)?;
    let mut setup = Setup::new(args)?;
    if args.show_config {
        return shown::show(args, &setup);
    }
    unmeant::refuse_other_files(args)?;
    unmeant::refuse_name_for_nothing(args)?;
    let mut found = find(args);
    setup.exclude(&mut found, args.force_exclude || args.as_found);
    setup.look_back(args, &found.files)?;
    if args.verbose {
        setup.tell_idle_patterns(&found.files);
    }
    let Found { files, failed: unsearched, left_out, .. } = found;
    let texts: Vec<Text> = files.into_iter().map(|file| Text::new(args, file)).collect();
    unmeant::refuse_for_no_corpus(args, &texts)?;
    let main = Target::new(args.output.as_deref());
    each_to_its_own_file(args, &setup, &texts)?;
    let streamed = args.streamed();
    let replaced = args.write_baseline.as_deref().map(known::replaced).transpose()?;
    let mut collector =
        Collector::new(args.verbose, args.keep(), streamed, setup.baseline.clone(), replaced);
    for error in unsearched {
        collector.fail(&error);
    }
    for (path, why) in left_out {
        collector.pass_by(&path, why);
    }
    if streamed.is_some() {
        main.write(|out| feed(&setup, args, &texts, &mut collector, Some(out)))?;
    } else {
        feed(&setup, args, &texts, &mut collector, None)?;
    }
    let Collected { report, summary, failed, left_out, baseline, written } = collector.finish();
    if summary.files == 0 && !failed && !args.may_leave_out_all() {
        // With `-v` each was named already.
        let listed = if args.verbose { String::new() } else { left_out.listed() };
        bail!("no bilingual text was found{listed}");
    }
    if streamed.is_none() {
        // A run that writes a baseline fails for nothing.
        let fail_on = if args.write_baseline.is_some() { FailOn::Never } else { setup.fail_on };
        let report = Report { fail_on: Some(fail_on), ..report };
        write_all(args, &main, &report)?;
    }
    if let Some(baseline) = baseline.filter(|_| !args.quiet) {
        known::tell(&baseline, &setup);
    }
    if let (Some(path), Some(written)) = (&args.write_baseline, written) {
        known::write(args, &setup, path, written)?;
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

/// A file, and what it is checked as.
struct Text {
    file: Candidate,
    /// The corpus that it is; otherwise it is a transcript.
    corpus: Option<Corpus>,
}

impl Text {
    fn new(args: &CheckArgs, file: Candidate) -> Text {
        Text { corpus: args.input.corpus(&file), file }
    }
}

/// The files that the arguments name.
fn find(args: &CheckArgs) -> Found {
    match (&args.zh, &args.en) {
        (Some(_), Some(_)) => Found::default(),
        _ => {
            let search = Search {
                stdin_filename: args.stdin_filename.as_deref(),
                as_found: args.as_found,
                unseen: args.verbose,
            };
            candidates(&args.wanted(), search)
        }
    }
}

/// Sees to it that no two reports go to one file, and none to anything that is read.
///
/// # Errors
/// Where one does.
fn each_to_its_own_file(args: &CheckArgs, setup: &Setup, texts: &[Text]) -> anyhow::Result<()> {
    let reports = || args.output.iter().chain(args.report.iter().map(|(_, path)| path));
    let beside = args.report.iter().filter(|(_, path)| Target::new(Some(path)).is_stdout()).count();
    if beside + usize::from(Target::new(args.output.as_deref()).is_stdout()) > 1 {
        bail!("two reports would go to standard output: give all but one a file");
    }
    let texts = texts.iter().map(|text| &text.file.path).chain(&args.zh).chain(&args.en);
    let written = reports().chain(&args.write_baseline);
    let read = texts.chain(setup.basis.files());
    refuse_overwriting(written.map(PathBuf::as_path), read.map(PathBuf::as_path))?;
    // A baseline is written anew over the old one.
    refuse_overwriting(
        reports().map(PathBuf::as_path),
        setup.basis.baseline.iter().map(PathBuf::as_path),
    )
}

/// Checks everything that the arguments name, in order.
fn feed(
    setup: &Setup,
    args: &CheckArgs,
    texts: &[Text],
    collector: &mut Collector,
    mut stream: Option<&mut dyn Write>,
) -> io::Result<()> {
    if let (Some(zh), Some(en)) = (&args.zh, &args.en) {
        if args.input == Input::Moses {
            return corpus::check_parallel(setup, [zh, en], args.sample, collector, &mut stream);
        }
        let outcome = transcripts::check_two(setup, zh, en, args.input.layout(zh, en));
        return collector.take(outcome, &mut stream);
    }
    let progress = !args.no_progress && !args.quiet;
    // Files of one kind are checked together, so that reports keep the order of the arguments.
    for group in texts.chunk_by(|a, b| a.corpus.is_none() && b.corpus.is_none()) {
        match group.first().and_then(|first| Some((first, first.corpus?))) {
            Some((first, Corpus { format, columns })) => {
                let corpus = corpus::Corpus {
                    file: &first.file,
                    format,
                    columns: args.columns.clone().or(columns.map(ColumnChoice::At)),
                    sample: args.sample,
                };
                corpus.check(setup, collector, &mut stream, progress)?;
            }
            None => {
                let files: Vec<&Candidate> = group.iter().map(|text| &text.file).collect();
                for outcome in transcripts::check_all(setup, &files, progress) {
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
    let main = (report.summary.files > 0 || args.format != Format::Text).then_some(main);
    if let Some(main) = main {
        let style = style(args.color, main, args.quiet);
        main.write(|out| match args.statistics {
            true => statistics::write(report, &style, out),
            false => render(report, args.format, &style, out),
        })?;
    }
    for (format, path) in &args.report {
        // Who wants to hear little wants to find the rest here.
        let target = Target::new(Some(path));
        let style = style(args.color, &target, false);
        target.write(|out| render(report, *format, &style, out))?;
    }
    Ok(())
}
