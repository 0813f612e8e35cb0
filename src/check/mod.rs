//! The engine: a document in, its links and findings out.

mod run;
mod stream;

use std::sync::Arc;

use rayon::prelude::*;

use crate::dictionary::Dictionary;
use crate::document::Document;
use crate::finding::Finding;
use crate::gate::{Earlier, Grades, Selection};
use crate::lexicon::Lexicon;
use crate::link::{self, Links};
use crate::report::{FileReport, file_report, findings_report};
use crate::rules::Settings;

pub(crate) use stream::in_order;

pub use run::{Run, together};

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

    /// The same without the turns and links that no finding speaks of.
    pub(crate) fn findings_report(&self, document: &Document) -> FileReport {
        findings_report(document, &self.links.links, &self.findings)
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
            link::by_position(document, self.dictionary())
        } else if document.has_lines() {
            link::by_lines(document, self.dictionary())
        } else {
            link::align(document, self.dictionary())
        }
    }

    /// Loads what the rules look things up in, so far as every text needs it. It happens once in a process and is worth
    /// doing on a thread that would be idle.
    pub fn warm_up(&self) {
        self.lexicon();
    }

    /// Links the turns of `document` and runs the rules over the links, in parallel where the
    /// caller's thread pool has more than one thread. The result does not depend on that.
    pub fn check(&self, document: &Document) -> Checked {
        let links = self.link(document);
        let run = Run::new(self, document, &links);
        let told = together(std::slice::from_ref(&run)).swap_remove(0);
        let findings = run.findings(told);
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

    /// Checks documents that belong together, in parallel where the caller's thread pool has more than one
    /// thread: each as [`check`](Checker::check) does, but how a term is usually rendered is learnt from all of
    /// them. The results stand in the order of the documents.
    ///
    /// ```
    /// use duizhao::{Checker, input::transcript, text::Source};
    ///
    /// let read = |name: &str, english: &str| {
    ///     let text = format!("**甲：** 请大家先把门关上。\n\n**A:** {english}\n");
    ///     transcript::read(Source::from_text(name, text))
    /// };
    /// let documents = [
    ///     read("one.md", "Please close the door first, all of you.")?,
    ///     read("two.md", "Will you all shut that door first?")?,
    /// ];
    /// let checked = Checker::new().check_all(&documents);
    /// assert!(checked[0].findings.is_empty());
    /// assert_eq!(checked[1].findings[0].rule.id, "term-inconsistent");
    /// # Ok::<(), duizhao::input::transcript::TranscriptError>(())
    /// ```
    pub fn check_all(&self, documents: &[Document]) -> Vec<Checked> {
        let links: Vec<Links> = documents.par_iter().map(|document| self.link(document)).collect();
        let linked = documents.par_iter().zip(&links);
        let runs: Vec<Run<'_>> =
            linked.map(|(document, links)| Run::new(self, document, links)).collect();
        let told = together(&runs);
        let findings = runs.par_iter().zip(told).map(|(run, told)| run.findings(told));
        let findings: Vec<Vec<Finding>> = findings.collect();
        drop(runs);
        links
            .into_iter()
            .zip(findings)
            .map(|(links, findings)| Checked { links, findings })
            .collect()
    }
}
