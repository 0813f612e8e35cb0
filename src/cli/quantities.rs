//! `duizhao quantities`.

use std::io::Write;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use serde::Serialize;

use super::exit::ExitStatus;
use super::origin::Origin;
use super::output::Target;
use super::read::read_source;
use crate::quantity::{self, Quantity, Value};
use crate::report::for_terminal;
use crate::text::{CharIndex, Side};

#[derive(Debug, Args)]
pub(super) struct QuantitiesArgs {
    /// The language that the text is in
    #[arg(long, value_parser = PossibleValuesParser::new(Side::BOTH.map(Side::code)).try_map(side))]
    lang: Side,
    /// How to show what was read
    #[arg(long, value_enum, default_value_t = QuantitiesFormat::Text)]
    format: QuantitiesFormat,
    /// A text, or - for standard input
    path: PathBuf,
}

fn side(code: String) -> Result<Side, &'static str> {
    Side::of_language(&code).ok_or("no language that is read")
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum QuantitiesFormat {
    /// Each quantity with its reading
    Text,
    /// One object for each line of the text
    Jsonl,
}

#[derive(Serialize)]
struct Line<'t> {
    /// From 1.
    line: usize,
    quantities: Vec<Reading<'t>>,
}

/// A quantity for programs. Values are floating point here, as JSON has nothing exact.
#[derive(Serialize)]
struct Reading<'t> {
    text: &'t str,
    /// In Unicode scalar values from the start of the line.
    start: usize,
    end: usize,
    low: Option<f64>,
    high: Option<f64>,
    kind: &'static str,
    unit: Option<&'static str>,
    approximate: bool,
}

pub(super) fn run(args: &QuantitiesArgs) -> anyhow::Result<ExitStatus> {
    let source = read_source(Origin::of(&args.path))?;
    Target::Stdout.write(|out| {
        for (index, text) in source.text().lines().enumerate() {
            let quantities = quantity::read(args.lang, text);
            match args.format {
                QuantitiesFormat::Jsonl => {
                    let chars = CharIndex::new(text);
                    let all = quantities.iter().map(|found| reading(text, &chars, found));
                    let quantities = all.collect();
                    serde_json::to_writer(&mut *out, &Line { line: index + 1, quantities })?;
                    writeln!(out)?;
                }
                QuantitiesFormat::Text => write_text(index + 1, text, &quantities, out)?,
            }
        }
        Ok(())
    })?;
    Ok(ExitStatus::Clean)
}

fn reading<'t>(text: &'t str, chars: &CharIndex, quantity: &Quantity) -> Reading<'t> {
    let column = |byte: u32| chars.chars_before(text, byte as usize);
    let number =
        |value: Option<Value>| value.map(|value| *value.numer() as f64 / *value.denom() as f64);
    Reading {
        text: quantity.span.of(text),
        start: column(quantity.span.start()),
        end: column(quantity.span.end()),
        low: number(quantity.value.low()),
        high: number(quantity.value.high()),
        kind: quantity.kind.name(),
        unit: quantity.unit_name(),
        approximate: quantity.approximate,
    }
}

fn write_text(
    line: usize,
    text: &str,
    quantities: &[Quantity],
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let chars = CharIndex::new(text);
    for quantity in quantities {
        let column = chars.chars_before(text, quantity.span.start() as usize) + 1;
        let words = for_terminal(quantity.span.of(text));
        writeln!(out, "{line}:{column}: {words} = {quantity} [{}]", quantity.kind.name())?;
    }
    Ok(())
}
