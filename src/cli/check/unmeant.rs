//! Options that say nothing of what is checked. They are refused: who gives them expects something of them.

use std::path::Path;

use anyhow::bail;
use clap::ValueEnum;

use super::{CheckArgs, Input, Text};
use crate::input::corpus::CorpusFormat;

/// Sees to it that the kind of input stands in as many files as are given.
///
/// # Errors
/// Where it does not.
pub(super) fn refuse_other_files(args: &CheckArgs) -> anyhow::Result<()> {
    let is_two = args.zh.is_some();
    let name = args.input.to_possible_value();
    let name = name.as_ref().map_or("", |value| value.get_name());
    match args.input {
        Input::Srt | Input::Vtt | Input::Lines | Input::Moses if !is_two => {
            bail!("`--input {name}` stands in two files: give `--zh FILE` and `--en FILE`")
        }
        input if is_two && input.format().is_some() => {
            bail!(
                "`--input {name}` is one file with both languages: give it without `--zh` and `--en`"
            )
        }
        _ => Ok(()),
    }
}

/// Sees to it that what is said of standard input is said of something that is read.
///
/// # Errors
/// Where standard input is not among the paths.
pub(super) fn refuse_name_for_nothing(args: &CheckArgs) -> anyhow::Result<()> {
    if args.stdin_filename.is_some() && !args.wanted().iter().any(|path| path == Path::new("-")) {
        bail!(
            "`--stdin-filename` names the text on standard input, and files are given: leave them \
             out, or give `-`"
        );
    }
    Ok(())
}

/// Sees to it that a baseline is not written from a part of what there is.
///
/// # Errors
/// Where it would be.
pub(super) fn refuse_partial_baseline(args: &CheckArgs) -> anyhow::Result<()> {
    let (option, part) = match (&args.since, &args.sample) {
        _ if args.write_baseline.is_none() => return Ok(()),
        (Some(_), _) => ("--since", "what changed"),
        (_, Some(_)) => ("--sample", "some rows"),
        (None, None) => return Ok(()),
    };
    bail!(
        "`{option}` looks at {part} only, and a baseline holds all that is known: leave it out to \
         write one"
    )
}

/// Sees to it that there is something that `--sample` and `--columns` speak of.
///
/// # Errors
/// Where there is not.
pub(super) fn refuse_for_no_corpus(args: &CheckArgs, texts: &[Text]) -> anyhow::Result<()> {
    let formats = || texts.iter().filter_map(|text| Some(text.corpus?.format));
    let is_moses = args.zh.is_some() && args.input == Input::Moses;
    if args.sample.is_some() && !is_moses && formats().next().is_none() {
        bail!("`--sample` checks a part of the rows of a corpus, and no corpus was given");
    }
    let has_columns = |format| matches!(format, CorpusFormat::Tsv | CorpusFormat::Csv);
    if args.columns.is_some() && !formats().any(has_columns) {
        bail!("`--columns` names columns of a TSV or CSV corpus, and none was given");
    }
    Ok(())
}
