//! `duizhao rules` and `duizhao explain`.

use anyhow::anyhow;
use clap::{Args, ValueEnum};

use super::exit::ExitStatus;
use super::output::Target;
use super::{Color, style};
use crate::gate::UnknownRule;
use crate::rules::{self, docs};

#[derive(Debug, Args)]
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
    rule: String,
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
    let meta = rules::find(&args.rule).ok_or_else(|| {
        let closest = rules::closest(&args.rule);
        anyhow!(UnknownRule { name: args.rule.clone(), closest })
    })?;
    let page = crate::report::explain(meta, &style(Color::Auto, &Target::Stdout, false));
    Target::Stdout.write(|out| out.write_all(page.as_bytes()))?;
    Ok(ExitStatus::Clean)
}
