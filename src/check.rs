//! The engine: a document in, its links and findings out.

use std::sync::Arc;

use rayon::prelude::*;

use crate::dictionary::Dictionary;
use crate::document::{Document, TurnId};
use crate::finding::{Finding, Place};
use crate::gate::{self, Earlier, Grades, Selection};
use crate::lexicon::Lexicon;
use crate::link::{self, Links};
use crate::report::{FileReport, file_report};
use crate::rules::{self, Analysed, Context, Settings};

/// Checks documents by a set of rules.
///
/// ```
/// use duizhao::{Checker, input::transcript, text::Source};
///
/// let text = "**甲：** 她在 Anthropic 工作。\n\n**A:** She works at Antropic.\n";
/// let document = transcript::read(Source::from_text("talk.md", text.to_owned()))?;
/// let checked = Checker::new().check(&document);
/// assert_eq!(checked.findings[0].rule.id, "term-missing");
/// # Ok::<(), duizhao::input::transcript::TranscriptError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Checker {
    /// The user's own lexicon, in place of the built-in one.
    lexicon: Option<Arc<Lexicon>>,
    /// The user's own dictionary, likewise.
    dictionary: Option<Arc<Dictionary>>,
    settings: Settings,
    selection: Selection,
    grades: Grades,
    earlier: Option<Arc<Earlier>>,
}

impl Default for Checker {
    fn default() -> Checker {
        Checker::new()
    }
}

/// What came out of a check.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What belongs together, and why the pairing broke.
    pub links: Links,
    /// What a person should look at, in the order of the text.
    pub findings: Vec<Finding>,
}

impl Checked {
    /// The report on the document that was checked.
    pub fn report(&self, document: &Document) -> FileReport {
        file_report(document, &self.links.links, &self.findings)
    }
}

impl Checker {
    /// A checker with every rule, the lexicons that ship with the program, and default settings.
    pub fn new() -> Checker {
        Checker {
            lexicon: None,
            dictionary: None,
            settings: Settings::default(),
            selection: Selection::default(),
            grades: Grades::default(),
            earlier: None,
        }
    }

    /// The same with another lexicon.
    #[must_use]
    pub fn with_lexicon(self, lexicon: Lexicon) -> Checker {
        Checker { lexicon: Some(Arc::new(lexicon)), ..self }
    }

    /// The same with another dictionary as evidence for links.
    #[must_use]
    pub fn with_dictionary(self, dictionary: Dictionary) -> Checker {
        Checker { dictionary: Some(Arc::new(dictionary)), ..self }
    }

    fn lexicon(&self) -> &Lexicon {
        self.lexicon.as_deref().unwrap_or_else(|| Lexicon::builtin())
    }

    fn dictionary(&self) -> &Dictionary {
        self.dictionary.as_deref().unwrap_or_else(|| Dictionary::builtin())
    }

    /// The same with other settings.
    #[must_use]
    pub fn with_settings(self, settings: Settings) -> Checker {
        Checker { settings, ..self }
    }

    /// The same with a choice of rules.
    #[must_use]
    pub fn with_rules(self, selection: Selection) -> Checker {
        Checker { selection, ..self }
    }

    /// The same with other severities.
    #[must_use]
    pub fn with_grades(self, grades: Grades) -> Checker {
        Checker { grades, ..self }
    }

    /// The same, but only on turns that an earlier version of the text does not have. Links are found
    /// in the whole text all the same.
    #[must_use]
    pub fn with_earlier(self, earlier: Earlier) -> Checker {
        Checker { earlier: Some(Arc::new(earlier)), ..self }
    }

    /// Finds what belongs together in `document`. The rows of a corpus belong together as they
    /// stand.
    pub fn link(&self, document: &Document) -> Links {
        if document.has_rows() {
            link::by_position(document)
        } else if document.has_lines() {
            link::by_lines(document, self.dictionary())
        } else {
            link::align(document, self.dictionary())
        }
    }

    /// Links the turns of `document` and runs the rules over the links, in parallel where the
    /// caller's thread pool has more than one thread. The result does not depend on that.
    pub fn check(&self, document: &Document) -> Checked {
        let links = self.link(document);
        let findings = self.run(document, &links);
        Checked { links, findings }
    }

    /// Checks a single pair.
    ///
    /// ```
    /// use duizhao::Checker;
    ///
    /// let report = Checker::new().check_pair("收入是 50 亿美元。", "Revenue was $50 billion.");
    /// let finding = &report.findings[0];
    /// assert_eq!(finding.rule, "number-mismatch");
    /// assert_eq!(finding.suggestion.as_ref().unwrap().text, "$5 billion");
    /// ```
    pub fn check_pair(&self, zh: &str, en: &str) -> FileReport {
        let document = Document::of_pair(zh, en);
        self.check(&document).report(&document)
    }

    fn run(&self, document: &Document, links: &Links) -> Vec<Finding> {
        let analysed = Analysed::new(document, links);
        let context = Context {
            lexicon: self.lexicon(),
            dictionary: self.dictionary(),
            settings: &self.settings,
        };
        let on_document = self.selection.rules().flat_map(|rule| {
            let mut findings = Vec::new();
            rule.check_document(&analysed, &context, &mut findings);
            findings
        });
        let mut findings: Vec<Finding> = on_document.collect();
        let on_links: Vec<Vec<Finding>> = (0..links.links.len())
            .into_par_iter()
            .map(|index| {
                let link = analysed.link(index);
                let mut findings = Vec::new();
                if link.is_checked() {
                    for rule in self.selection.rules() {
                        rule.check_link(&link, &context, &mut findings);
                    }
                }
                findings
            })
            .collect();
        findings.extend(on_links.into_iter().flatten());
        let findings = rules::without_followers(findings);
        let unused = self.selection.rules().map(|rule| rule.meta());
        let unused = unused.into_iter().find(|meta| meta.id == "suppression-unused");
        let mut findings = gate::without_suppressed(document, findings, unused);
        self.grades.apply(&mut findings);
        if let Some(earlier) = &self.earlier {
            findings.retain(|finding| earlier.concerns(document, finding));
        }
        findings.sort_by_cached_key(|finding| order(document, finding));
        findings
    }
}

/// Where a finding stands among others: by its first place in the text, then by rule.
fn order(document: &Document, finding: &Finding) -> (u32, u32, usize) {
    let of_place = |place: &Place| place.in_source(document).start();
    let of_turn = |turn: &TurnId| document.turn(*turn).extent.start();
    let first_turn = finding.turns.iter().map(of_turn).min().unwrap_or(0);
    let first_place = [&finding.zh, &finding.en].into_iter().flatten().map(of_place).min();
    let rule = rules::REGISTRY.iter().position(|rule| std::ptr::eq(rule.meta(), finding.rule));
    (first_turn, first_place.unwrap_or(first_turn), rule.unwrap_or(usize::MAX))
}
