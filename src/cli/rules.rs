//! `duizhao rules` and `duizhao explain`.

use clap::{Args, ValueEnum};

use super::color::{Color, style};
use super::exit::ExitStatus;
use super::output::Target;
use super::values;
use crate::gate::rule_called;
use crate::rules::docs;

#[derive(Debug, Args)]
#[command(after_help = groups())]
pub(super) struct RulesArgs {
    /// How to write the list
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    format: ListFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ListFormat {
    /// One rule a line
    Text,
    /// A Markdown table
    Markdown,
    /// An array of objects
    Json,
}

#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// The rule's name
    #[arg(value_parser = values::rule(), hide_possible_values = true)]
    rule: String,
}

/// What else may stand in place of a rule's name.
fn groups() -> String {
    format!(
        "Groups: {}. The name of a group stands for all rules that begin with it, and `all` for every \
         rule.",
        docs::groups().join(", ")
    )
}

pub(super) fn list(args: &RulesArgs) -> anyhow::Result<ExitStatus> {
    let text = match args.format {
        ListFormat::Text => docs::list(),
        ListFormat::Markdown => docs::table(),
        ListFormat::Json => docs::json(),
    };
    Target::Stdout.write(|out| out.write_all(text.as_bytes()))?;
    Ok(ExitStatus::Clean)
}

pub(super) fn explain(args: &ExplainArgs) -> anyhow::Result<ExitStatus> {
    let meta = rule_called(&args.rule)?;
    let page = crate::report::explain(meta, &style(Color::Auto, &Target::Stdout, false));
    Target::Stdout.write(|out| out.write_all(page.as_bytes()))?;
    Ok(ExitStatus::Clean)
}
