//! `--show-config`: what applies, be it said by the command line, by the configuration or by nobody.

use super::CheckArgs;
use super::setup::Setup;
use crate::cli::exit::ExitStatus;
use crate::cli::output::Target;
use crate::config::{Config, Grade, Thresholds};
use crate::rules;

/// Writes it as a configuration.
pub(super) fn show(args: &CheckArgs, setup: &Setup) -> anyhow::Result<ExitStatus> {
    let place = match &setup.basis.loaded {
        Some(loaded) => format!("{}, with what it leaves open", loaded.path.display()),
        None => "no duizhao.toml was found; these are the defaults".to_owned(),
    };
    let text = toml::to_string_pretty(&effective(args, setup))?;
    Target::Stdout.write(|out| {
        writeln!(out, "# {place}")?;
        write!(out, "{text}")
    })?;
    Ok(ExitStatus::Clean)
}

fn effective(args: &CheckArgs, setup: &Setup) -> Config {
    let loaded = setup.basis.loaded.as_ref();
    let said = loaded.map(|loaded| loaded.config.clone()).unwrap_or_default();
    let applies = setup.effective(None);
    let settings = &applies.settings;
    let severity = rules::REGISTRY.iter().map(|rule| {
        let meta = rule.meta();
        let on = applies.selection.has(meta.id);
        let severity = applies.grades.of(meta.id).unwrap_or(meta.severity);
        (meta.id.to_owned(), if on { Grade::from(severity) } else { Grade::Off })
    });
    Config {
        lexicons: setup.basis.lexicons.clone(),
        baseline: setup.basis.baseline.clone(),
        fail_on: Some(setup.fail_on),
        // What the command line names takes the place of what the file says; both are in the severities.
        select: if args.select.is_empty() { said.select } else { args.select.clone() },
        ignore: [said.ignore, args.ignore.clone()].concat(),
        severity: severity.collect(),
        thresholds: Thresholds {
            length_low: Some(settings.length_low),
            length_high: Some(settings.length_high),
            length_from: Some(settings.length_from),
            sentence_confidence: Some(settings.sentence_confidence),
        },
        exclude: said.exclude,
        overrides: said.overrides,
    }
}
