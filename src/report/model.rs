//! The report as it is stored: `duizhao-report/1`, whose JSON Schema is reports/report.schema.json.
//!
//! Fields are only ever added to these types. What another version wrote is read as far as it is
//! understood.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::finding::{FailOn, Severity};
use crate::text::Side;

/// A whole run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "duizhao report")]
pub struct Report {
    /// Which kind of document this is, and its major version.
    pub schema: Schema,
    /// What wrote it.
    pub tool: Tool,
    /// Counts over all files.
    pub summary: Summary,
    /// The lowest severity that makes the run fail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fail_on: Option<FailOn>,
    /// One entry for each file, in the order they were given.
    pub files: Vec<FileReport>,
}

impl Report {
    /// The report over `files`.
    pub fn new(files: Vec<FileReport>) -> Report {
        let summary = Summary::of(&files);
        Report { schema: Schema::V1, tool: Tool::default(), summary, fail_on: None, files }
    }

    /// Whether the run fails for `finding`.
    pub(super) fn fails_for(&self, finding: &FindingReport) -> bool {
        self.fail_on.unwrap_or_default().is_reached_by(finding.severity)
    }

    /// All findings with the file that each stands in.
    pub fn findings(&self) -> impl Iterator<Item = (&FileReport, &FindingReport)> {
        self.files.iter().flat_map(|file| file.findings.iter().map(move |finding| (file, finding)))
    }
}

/// The name and major version of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Schema {
    /// Version 1.
    #[serde(rename = "duizhao-report/1")]
    V1,
}

/// The program that wrote a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tool {
    /// `duizhao`.
    pub name: String,
    /// Its version.
    pub version: String,
}

impl Default for Tool {
    fn default() -> Tool {
        let version = env!("CARGO_PKG_VERSION").to_owned();
        Tool { name: env!("CARGO_PKG_NAME").to_owned(), version }
    }
}

/// Counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    /// Files that were checked.
    pub files: usize,
    /// Pairs in them: turns of the longer side, rows of a corpus.
    pub pairs: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that only inform.
    pub infos: usize,
    /// Findings of each rule that has some.
    pub by_rule: BTreeMap<String, usize>,
}

impl Summary {
    fn of(files: &[FileReport]) -> Summary {
        let mut summary = Summary::default();
        for file in files {
            summary.add(file, false);
        }
        summary
    }

    /// Counts a file, or a further stretch of the one that was counted last.
    pub(crate) fn add(&mut self, file: &FileReport, continues: bool) {
        self.files += usize::from(!continues);
        self.pairs += file.pairs();
        for finding in &file.findings {
            *self.count_mut(finding.severity) += 1;
            *self.by_rule.entry(finding.rule.clone()).or_default() += 1;
        }
    }

    fn count_mut(&mut self, severity: Severity) -> &mut usize {
        match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Info => &mut self.infos,
        }
    }

    /// Findings of that severity.
    pub fn count(&self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.warnings,
            Severity::Info => self.infos,
        }
    }

    /// All findings.
    pub fn total(&self) -> usize {
        self.errors + self.warnings + self.infos
    }
}

/// One file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FileReport {
    /// The file, or the Chinese file of two, as it was given.
    pub path: String,
    /// The English file, where the two languages stand in two files.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en_path: Option<String>,
    /// Whether the turns are the rows of a corpus.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rows: bool,
    /// The turns of both sides in file order.
    pub turns: Vec<TurnReport>,
    /// What belongs together.
    pub links: Vec<LinkReport>,
    /// What a person should look at, in the order of the places on their `side`.
    pub findings: Vec<FindingReport>,
    /// How many pairs there are, where `turns` and `links` hold only those that findings speak of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pairs: Option<usize>,
}

impl FileReport {
    /// Pairs in the file: the turns of the longer side.
    pub fn pairs(&self) -> usize {
        let count = |lang| self.turns.iter().filter(|turn| turn.lang == lang).count();
        self.pairs.unwrap_or_else(|| count(Lang::Zh).max(count(Lang::En)))
    }

    /// Adds the next stretch of the same file.
    pub(crate) fn append(&mut self, mut next: FileReport) {
        self.turns.append(&mut next.turns);
        self.links.append(&mut next.links);
        self.findings.append(&mut next.findings);
        self.pairs = self.pairs.map(|pairs| pairs + next.pairs.unwrap_or(0));
    }

    /// The file that the turns of `side` stand in.
    pub fn path(&self, side: Side) -> &str {
        match (side, &self.en_path) {
            (Side::En, Some(path)) => path,
            _ => &self.path,
        }
    }
}

/// A language code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl From<Side> for Lang {
    fn from(side: Side) -> Lang {
        match side {
            Side::Zh => Lang::Zh,
            Side::En => Lang::En,
        }
    }
}

impl From<Lang> for Side {
    fn from(lang: Lang) -> Side {
        match lang {
            Lang::Zh => Side::Zh,
            Lang::En => Side::En,
        }
    }
}

/// A turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TurnReport {
    /// Z or E and the number.
    pub id: String,
    /// The side that the turn fills.
    pub lang: Lang,
    /// Its number on that side, from 1.
    pub number: u32,
    /// Who speaks, where a label says so.
    pub speaker: Option<String>,
    /// First line, from 1.
    pub start_line: u32,
    /// Last line, from 1.
    pub end_line: u32,
    /// What is said, paragraphs joined by a newline. Placeholders and inline tags of a corpus stand in
    /// it as `%d` and `<ph 1>`.
    pub text: String,
}

/// Turns that belong together by content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LinkReport {
    /// Numbers of the Chinese turns; empty where there is no counterpart.
    pub zh: Vec<u32>,
    /// Numbers of the English turns; empty where there is no counterpart.
    pub en: Vec<u32>,
    /// How much of the evidence of both sides agrees, from 0 to 1.
    pub score: f64,
    /// Whether this is the second copy of content that stands in the document twice.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub again: bool,
    /// Which sentences of the link belong together, where that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentences: Option<Vec<SentenceReport>>,
}

/// Sentences that translate each other, in order; a side may have none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SentenceReport {
    /// The Chinese sentences, verbatim.
    pub zh: Vec<String>,
    /// The English sentences, verbatim.
    pub en: Vec<String>,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FindingReport {
    /// The rule's name.
    pub rule: String,
    /// How much it weighs.
    pub severity: Severity,
    /// Its category in the MQM-Core typology.
    pub mqm: String,
    /// What is wrong.
    pub message: String,
    /// What the corpus calls its row: `id` of JSON lines and XLIFF, `tuid` of TMX, `msgctxt` of PO.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What to do about it.
    pub help: Option<String>,
    /// The place in the Chinese.
    pub zh: Option<PlaceReport>,
    /// The place in the English.
    pub en: Option<PlaceReport>,
    /// The side whose place is shown where only one can be: the side to blame.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<Lang>,
    /// Every Chinese turn that the finding speaks of.
    pub zh_turns: Vec<String>,
    /// Every English turn that the finding speaks of.
    pub en_turns: Vec<String>,
    /// A replacement for the text at one of the places, where it is certain.
    pub suggestion: Option<SuggestionReport>,
    /// How sure it is, from 0 to 1 and in hundredths, where the rule works with likelihoods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
    /// 16 hexadecimal digits that survive edits elsewhere in the file; see docs/fingerprint.md.
    pub fingerprint: String,
}

impl FindingReport {
    /// Where formats that know one place for a finding show it. Reports of earlier versions name no side;
    /// of theirs, the Chinese is shown.
    pub fn first_place(&self) -> Option<(Side, &PlaceReport)> {
        let main = self.side.map_or(Side::Zh, Side::from);
        [main, main.other()].into_iter().find_map(|side| Some((side, self.place(side)?)))
    }

    /// The place in the other language.
    pub fn other_place(&self) -> Option<(Side, &PlaceReport)> {
        let other = self.first_place()?.0.other();
        Some((other, self.place(other)?))
    }

    /// The place on `side`.
    pub fn place(&self, side: Side) -> Option<&PlaceReport> {
        match side {
            Side::Zh => self.zh.as_ref(),
            Side::En => self.en.as_ref(),
        }
    }
}

/// A stretch of a turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlaceReport {
    /// The turn.
    pub turn: String,
    /// What stands there.
    pub text: String,
    /// Where it starts.
    pub start: PositionReport,
    /// Where it ends (exclusive).
    pub end: PositionReport,
    /// Where it starts in the turn's `text`, from 0, in Unicode scalar values; absent where the
    /// place is the turn's label or a comment near the turn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offset: Option<usize>,
    /// How it was read, where that is not plain from the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read: Option<String>,
    /// Whether the place only shows the text in question, and nothing in it is singled out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub whole: bool,
}

/// A position in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PositionReport {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in Unicode scalar values.
    pub column: u32,
    /// Byte of the file as it lies on disk, from 0.
    pub byte: u64,
    /// Column, from 1, in bytes of the line as UTF-8.
    #[serde(default)]
    pub utf8_column: u32,
}

/// A certain replacement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SuggestionReport {
    /// The side whose place is to be replaced.
    pub side: Lang,
    /// What should stand there.
    pub text: String,
}

/// The JSON Schema of a report, as it is kept in reports/report.schema.json.
pub fn json_schema() -> serde_json::Value {
    schemars::schema_for!(Report).to_value()
}
