//! One thing that a person should look at.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::document::{Document, TurnId};
use crate::text::{Side, Span};

/// How much a finding weighs. Ordered, so that a gate is a comparison.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing, often no fault.
    Info,
    /// Likely a fault, or a slight one.
    Warning,
    /// A fault that changes what is said.
    Error,
}

impl Severity {
    /// All severities, gravest first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

    /// Its name in reports and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The lowest severity that makes the exit status 1.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    clap::ValueEnum,
)]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// Errors only.
    #[default]
    Error,
    /// Warnings and errors.
    Warning,
    /// Any finding.
    Info,
    /// None.
    Never,
}

impl FailOn {
    /// Whether a finding of that severity makes a run fail.
    pub fn is_reached_by(self, severity: Severity) -> bool {
        match self {
            FailOn::Error => severity >= Severity::Error,
            FailOn::Warning => severity >= Severity::Warning,
            FailOn::Info => true,
            FailOn::Never => false,
        }
    }
}

/// What is known of a rule without running it: everything that lists, explains or documents rules
/// is made from this.
#[derive(Debug)]
pub struct Meta {
    /// Its name, `group-thing`; never changed.
    pub id: &'static str,
    /// How much its findings weigh unless the configuration says otherwise.
    pub severity: Severity,
    /// The category of its findings in the current MQM-Core typology
    /// (<https://themqm.org/the-mqm-typology/>).
    pub mqm: &'static str,
    /// When it fires, in a few words that go on after "fires when".
    pub fires_when: &'static str,
    /// Its page: documentation and examples in Markdown, which also runs as a test.
    pub spec: &'static str,
}

/// Which part of a turn a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The speaker's name in the label; the start of the text where there is none.
    Label,
    /// Bytes of the turn's text.
    Text(Span),
    /// Bytes of the source near the turn, which are no part of what is said: a comment.
    Beside(Span),
}

/// A place in the document that a finding points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The turn.
    pub turn: TurnId,
    /// The part of it.
    pub part: Part,
    /// What was read there, where that is not plain from the text ("5,000,000,000 USD").
    pub read: Option<String>,
    /// Whether it only shows the text in question: nothing in it is singled out.
    pub whole: bool,
}

impl Place {
    /// The place at `span` of the text of `turn`.
    pub fn new(turn: TurnId, span: Span) -> Place {
        Place { turn, part: Part::Text(span), read: None, whole: false }
    }

    /// The text at `span` of `turn` as a whole: it shows where to look, and singles nothing out.
    pub fn whole(turn: TurnId, span: Span) -> Place {
        Place { whole: true, ..Place::new(turn, span) }
    }

    /// The label of `turn`.
    pub fn label(turn: TurnId) -> Place {
        Place { turn, part: Part::Label, read: None, whole: false }
    }

    /// What stands at `span` of the source that `turn` stands in, beside what the turn says.
    pub fn beside(turn: TurnId, span: Span) -> Place {
        Place { part: Part::Beside(span), ..Place::label(turn) }
    }

    /// Where the place stands in the source of its side.
    pub fn in_source(&self, document: &Document) -> Span {
        let turn = document.turn(self.turn);
        match (self.part, &turn.speaker) {
            (Part::Text(span), _) => turn.text.to_source(span),
            (Part::Beside(span), _) => span,
            (Part::Label, Some(speaker)) => speaker.span,
            (Part::Label, None) => turn.text.to_source(Span::new(0, 0)),
        }
    }

    /// What stands there.
    pub fn quoted<'d>(&self, document: &'d Document) -> &'d str {
        let turn = document.turn(self.turn);
        match self.part {
            Part::Text(span) => span.of(turn.text()),
            Part::Beside(span) => span.of(document.source(self.turn.side()).text()),
            Part::Label => turn.speaker_name().unwrap_or_default(),
        }
    }

    /// The same place, with what was read there.
    #[must_use]
    pub fn read_as(mut self, read: impl Into<String>) -> Place {
        self.read = Some(read.into());
        self
    }
}

/// A replacement for the text at the finding's place on one side, given only where it is certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The side whose place is to be replaced.
    pub side: Side,
    /// What should stand there.
    pub text: String,
}

/// One thing that a person should look at.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Meta,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong, naming both sides.
    pub message: String,
    /// What to do about it, where that is not plain.
    pub help: Option<String>,
    /// The place in the Chinese, if there is one.
    pub zh: Option<Place>,
    /// The place in the English, if there is one.
    pub en: Option<Place>,
    /// All turns that the finding speaks of, in order.
    pub turns: Vec<TurnId>,
    /// A certain replacement.
    pub suggestion: Option<Suggestion>,
    /// How sure it is, from 0 to 1, where the rule works with likelihoods.
    pub confidence: Option<f32>,
    /// The side that it is about, where the rule knows better than [`Finding::side`] can tell.
    pub about: Option<Side>,
}

impl Finding {
    /// A finding of `rule` with its usual severity.
    pub fn new(rule: &'static Meta, message: impl Into<String>) -> Finding {
        Finding {
            rule,
            severity: rule.severity,
            message: message.into(),
            help: None,
            zh: None,
            en: None,
            turns: Vec::new(),
            suggestion: None,
            confidence: None,
            about: None,
        }
    }

    /// Points at a place; its turn is added to the finding's turns.
    #[must_use]
    pub fn at(mut self, place: Place) -> Finding {
        self.add_turn(place.turn);
        match place.turn.side() {
            Side::Zh => self.zh = Some(place),
            Side::En => self.en = Some(place),
        }
        self
    }

    /// Adds turns that the finding speaks of.
    #[must_use]
    pub fn with_turns(mut self, turns: impl IntoIterator<Item = TurnId>) -> Finding {
        for turn in turns {
            self.add_turn(turn);
        }
        self
    }

    fn add_turn(&mut self, turn: TurnId) {
        if let Err(place) = self.turns.binary_search(&turn) {
            self.turns.insert(place, turn);
        }
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Finding {
        self.help = Some(help.into());
        self
    }

    /// Weighs it differently from the rule's usual severity.
    #[must_use]
    pub fn weighing(mut self, severity: Severity) -> Finding {
        self.severity = severity;
        self
    }

    /// Offers a replacement for the place on `side`.
    #[must_use]
    pub fn suggest(mut self, side: Side, text: impl Into<String>) -> Finding {
        self.suggestion = Some(Suggestion { side, text: text.into() });
        self
    }

    /// Says how sure it is, from 0 to 1. Of what was worked out nobody is quite sure: 0.99 is the most that is shown.
    #[must_use]
    pub fn sure(mut self, confidence: f32) -> Finding {
        const MOST: f32 = 0.99;
        self.confidence = Some(confidence.min(MOST));
        self
    }

    /// Says which side it is about.
    #[must_use]
    pub fn about(mut self, side: Side) -> Finding {
        self.about = Some(side);
        self
    }

    /// The side whose place is shown where only one can be, and by which findings are ordered: the
    /// first of these that there is.
    ///
    /// 1. The only side that has a place.
    /// 2. The side that the rule says it is about: the turn that breaks off, the second copy.
    /// 3. The only side where something is singled out: the number that the other side lacks.
    /// 4. The side that the suggestion changes.
    /// 5. The English: it is the translation, and the text that somebody works on.
    pub fn side(&self) -> Side {
        let only = |has: [bool; 2]| match has {
            [true, false] => Some(Side::Zh),
            [false, true] => Some(Side::En),
            _ => None,
        };
        let places = [&self.zh, &self.en];
        only(places.map(Option::is_some))
            .or(self.about)
            .or_else(|| only(places.map(|place| place.as_ref().is_some_and(|place| !place.whole))))
            .or(self.suggestion.as_ref().map(|suggestion| suggestion.side))
            .unwrap_or(Side::En)
    }

    /// The place on `side`.
    pub fn place(&self, side: Side) -> Option<&Place> {
        match side {
            Side::Zh => self.zh.as_ref(),
            Side::En => self.en.as_ref(),
        }
    }
}
