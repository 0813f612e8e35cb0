//! Values of options, as they are parsed, completed by shells, and told where they are wrong.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, StringValueParser, TypedValueParser};
use clap::{Arg, Command, Error};

use crate::input::corpus::{ColumnChoice, Columns};
use crate::report::Format;
use crate::rules::{self, docs};
use crate::text::{closest, did_you_mean};

/// A format by its name.
pub(super) fn format() -> impl TypedValueParser<Value = Format> {
    let names = Format::ALL.iter().map(|format| format.name());
    PossibleValuesParser::new(names).try_map(|name| format_called(&name))
}

fn format_called(given: &str) -> Result<Format, String> {
    let found = Format::ALL.iter().copied().find(|format| format.name() == given);
    found.ok_or_else(|| {
        let names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        let hint = did_you_mean(closest(given, names.iter().copied()));
        format!("expected one of {}{hint}", names.join(", "))
    })
}

/// A further report: its format and where it goes.
pub(super) fn report() -> impl TypedValueParser<Value = (Format, PathBuf)> {
    const USUAL: [&str; 7] = [
        "html=report.html",
        "json=report.json",
        "sarif=report.sarif",
        "junit=report.xml",
        "gitlab=gl-code-quality-report.json",
        "markdown=report.md",
        "text=report.txt",
    ];
    Hinted { parser: parse_report, hints: USUAL.to_vec() }
}

fn parse_report(given: &str) -> Result<(Format, PathBuf), String> {
    let parts = given.split_once('=').filter(|(_, path)| !path.is_empty());
    let (format, path) = parts.ok_or("expected FORMAT=FILE, as in json=report.json")?;
    Ok((format_called(format)?, PathBuf::from(path)))
}

/// The name of a rule. Whether there is such a rule is said where it is used, with the one that may be meant.
pub(super) fn rule() -> impl TypedValueParser<Value = String> {
    Hinted { parser: StringValueParser::new(), hints: ids() }
}

/// An option that takes names of rules, of groups, or `all`.
pub(super) fn rules(option: Arg) -> Arg {
    let hints = [ids(), docs::groups(), vec!["all"]].concat();
    option
        .value_name("RULE")
        .value_delimiter(',')
        .value_parser(Hinted { parser: StringValueParser::new(), hints })
        .hide_possible_values(true)
}

fn ids() -> Vec<&'static str> {
    rules::REGISTRY.iter().map(|rule| rule.meta().id).collect()
}

/// A whole number from 0.
pub(super) fn count(given: &str) -> Result<usize, String> {
    given.parse().map_err(|_| "expected a whole number".to_owned())
}

/// Two columns, the Chinese one first: by their numbers from 1, or by their names in the header.
pub(super) fn columns(given: &str) -> Result<ColumnChoice, String> {
    let expected =
        || "expected two numbers from 1, as in 2,3, or two names, as in zh,en".to_owned();
    let (zh, en) = given.split_once(',').ok_or_else(expected)?;
    let (zh, en) = (zh.trim(), en.trim());
    let number = |text: &str| text.parse::<usize>().ok();
    match (number(zh), number(en)) {
        (Some(zh), Some(en)) => match (zh.checked_sub(1), en.checked_sub(1)) {
            (Some(zh), Some(en)) => Ok(ColumnChoice::At(Columns { zh, en })),
            _ => Err(expected()),
        },
        (None, None) if !zh.is_empty() && !en.is_empty() && !en.contains(',') => {
            Ok(ColumnChoice::Named([zh.to_owned(), en.to_owned()]))
        }
        _ => Err(expected()),
    }
}

/// How many threads.
pub(super) fn jobs(given: &str) -> Result<u16, String> {
    let jobs = given.parse().ok().filter(|jobs| (1..=1024).contains(jobs));
    jobs.ok_or_else(|| "expected a number from 1 to 1024".to_owned())
}

/// A parser of values with some that a shell may propose.
#[derive(Clone)]
struct Hinted<P> {
    parser: P,
    hints: Vec<&'static str>,
}

impl<P: TypedValueParser> TypedValueParser for Hinted<P> {
    type Value = P::Value;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Self::Value, Error> {
        self.parser.parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.hints.iter().map(|hint| PossibleValue::new(*hint))))
    }
}
