//! `--statistics`: how often each rule found something, in place of what it found.

use std::io::{self, Write};

use crate::report::{Format, Report, Style, render};
use crate::rules;

/// A line for each rule, the busiest first, and the summary.
pub(super) fn write(report: &Report, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let mut counts: Vec<(&str, usize)> =
        report.summary.by_rule.iter().map(|(rule, count)| (rule.as_str(), *count)).collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let digits = counts.first().map_or(0, |(_, count)| count.to_string().len());
    let width = counts.iter().map(|(rule, _)| rule.len()).max().unwrap_or(0);
    for (rule, count) in counts {
        let fires_when = rules::find(rule).map_or("", |meta| meta.fires_when);
        writeln!(out, "{count:>digits$}  {rule:width$}  {fires_when}")?;
    }
    render(report, Format::Text, &Style { quiet: true, ..*style }, out)
}
