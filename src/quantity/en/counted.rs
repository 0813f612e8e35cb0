//! What a numeral counts, by what stands behind it.

use super::parts::{Counted, Numeral};
use super::reader::Reader;
use super::token::{Class, Token, hyphen};
use crate::quantity::interval::{Interval, Value, power_of_ten, product, whole};
use crate::quantity::{Kind, Unit, Weight};

/// What may stand behind "thirty grand", which is a piano otherwise.
const GRAND: &[&str] = &[
    "US", "USD", "in", "on", "for", "from", "a", "per", "each", "by", "at", "that", "you", "I",
    "he", "she", "we", "they", "it", "more", "less", "last", "this", "next", "if", "because",
];

/// Words that go on behind an amount.
const JOINTS: &[&str] =
    &["a", "an", "the", "and", "for", "in", "on", "to", "at", "or", "with", "per", "each", "by"];

/// What may stand between a numeral and its unit: three straight months, two more years.
const BETWEEN: &[&str] = &[
    "straight",
    "consecutive",
    "full",
    "whole",
    "solid",
    "successive",
    "more",
    "extra",
    "additional",
    "further",
];

/// What has a number for a name: "number 1", "Table 2".
const LABELS: &[&str] = &[
    "number", "no", "series", "chapter", "section", "table", "figure", "part", "step", "level",
    "phase", "question", "type", "version",
];

/// What is measured in percentage points, so that they are called points.
const IN_POINTS: &[&str] =
    &["accuracy", "growth", "gdp", "margin", "precision", "recall", "share", "yield"];

impl Reader<'_> {
    /// What a numeral counts, by what stands behind it, or before it with a currency sign.
    pub(super) fn counted(&self, first: &Numeral, sign: Option<Unit>) -> Option<Counted> {
        if let Some(unit) = sign {
            return self.behind_sign(first, unit);
        }
        if let Some(counted) = self.percent(first).or_else(|| self.multiple(first)) {
            return Some(counted);
        }
        if let Some(counted) = self.per_mille(first) {
            return Some(counted);
        }
        if self.says_grand(first) {
            return self.thousands(first);
        }
        if let Some(counted) = self.thousander(first) {
            return Some(counted);
        }
        if let Some(counted) = self.with_unit_behind(first).or_else(|| self.nines(first)) {
            return Some(counted);
        }
        if is_year_like(first) && self.has_four_digits(first) {
            // "series # 1860s" is a model.
            if self.before(first.next, 2).is_some_and(|sign| sign.text == "#") {
                return None;
            }
            if let Some(counted) = self.year_or_decade(first) {
                return Some(counted);
            }
        }
        if self.is_glued_to_a_word(first) {
            return None;
        }
        if let Some(counted) = self.parts_per_million(first) {
            return Some(counted);
        }
        // the rule of 72
        let rule = self.before(first.next, 2).is_some_and(|of| of.is("of"))
            && self.before(first.next, 3).is_some_and(|rule| rule.is("rule"));
        if rule {
            return Some(first.counting(Kind::Number, Weight::Light));
        }
        if self.is_label(first) {
            // The parts of "Clause 8.2" stand apart in 第八条第二款.
            if first.value.low().is_some_and(|low| !low.is_integer()) {
                return Some(first.counting(Kind::Number, Weight::Light));
            }
            return Some(first.counting(Kind::Ordinal, Weight::Medium));
        }
        Some(first.counting(Kind::Number, self.weight(first)))
    }

    /// "420 parts per million", 420 ppm
    fn parts_per_million(&self, first: &Numeral) -> Option<Counted> {
        let word = self.token(first.next)?;
        let (exponent, next) = match () {
            () if word.is("ppm") => (6, first.next + 1),
            () if word.is("ppb") => (9, first.next + 1),
            () if word.is("parts") && self.is(first.next + 1, "per") => {
                (self.token(first.next + 2)?.known.scale()?, first.next + 3)
            }
            () => return None,
        };
        let value = first.value.map(|value| Some(value / power_of_ten(exponent)?))?;
        let counted = self.counting_to(next, first, Kind::Fraction, Weight::Full)?;
        Some(Counted { value, ..counted })
    }

    /// $5, and "$5 dollars".
    fn behind_sign(&self, first: &Numeral, unit: Unit) -> Option<Counted> {
        let money = Counted { unit: Some(unit), ..first.counting(Kind::Money, Weight::Full) };
        if !self.is_any(first.next, &["dollars", "dollar"]) {
            return Some(money);
        }
        let next = first.next + 1;
        Some(Counted { next, end: self.end_before(next)?, ..money })
    }

    /// 5%, five percent, 3 percentage points, "thirty cents on the dollar".
    fn percent(&self, first: &Numeral) -> Option<Counted> {
        const ON_THE_DOLLAR: [&str; 3] = ["on", "the", "dollar"];
        // "an 80-percent chance", "one in five of the 80-percents"
        const JOINED: &[&str] = &["percent", "percents"];
        let joined = hyphen(self.tokens, first.next) && self.is_any(first.next + 1, JOINED);
        let at = first.next + usize::from(joined);
        let token = self.token(at)?;
        let (words, weight) = match () {
            () if joined => (1, Weight::Full),
            // "R&D as a percent of sales"
            () if token.is("percent") && first.article && self.is(at + 1, "of") => {
                (1, Weight::Light)
            }
            // "a %%markdown magic"
            () if token.text == "%" && first.article => return None,
            () if matches!(token.text, "%" | "％") || token.is_any(&["percent", "pct"]) => {
                (1, Weight::Full)
            }
            () if token.is("per") && self.is(at + 1, "cent") => (2, Weight::Full),
            () if token.is("cents")
                && (1..).zip(ON_THE_DOLLAR).all(|(step, word)| self.is(at + step, word)) =>
            {
                (4, Weight::Medium)
            }
            // "0.25 of a percentage point"
            () if token.is("of")
                && self.is(at + 1, "a")
                && self.is(at + 2, "percentage")
                && self.is(at + 3, "point") =>
            {
                (4, Weight::Full)
            }
            // "a 0.5-percentage-point cut"
            () if hyphen(self.tokens, at)
                && self.is(at + 1, "percentage")
                && self.is_any(at + 3, &["point", "points"]) =>
            {
                (4, Weight::Full)
            }
            // "costs less than a point of accuracy"
            () if token.is_any(&["point", "points"])
                && self.is(at + 1, "of")
                && self.is_any(at + 2, IN_POINTS) =>
            {
                (1, Weight::Medium)
            }
            () if token.is("percentage") && self.is_any(at + 1, &["point", "points"]) => {
                // "a few hundredths of a percentage point"
                (2, if first.article { Weight::Medium } else { Weight::Full })
            }
            () => return None,
        };
        // "zero percent of the time": never
        let never = !first.in_digits && first.value == Interval::point(Value::ZERO);
        let weight = if never { Weight::Light } else { weight };
        self.counting_to(at + words, first, Kind::Percent, weight)
    }

    /// 1‰, as percent.
    fn per_mille(&self, first: &Numeral) -> Option<Counted> {
        self.token(first.next).filter(|sign| sign.text == "‰")?;
        let value = first.value.map(|value| Some(value / whole(10)))?;
        let counted = self.counting_to(first.next + 1, first, Kind::Percent, Weight::Full)?;
        Some(Counted { value, ..counted })
    }

    /// 10x, 3x-ing, tenfold, ten times.
    fn multiple(&self, first: &Numeral) -> Option<Counted> {
        let at = first.next;
        let token = self.token(at)?;
        if first.in_digits && (token.is("x") && !token.spaced || token.text == "×") {
            return self.counting_to(at + 1, first, Kind::Multiple, Weight::Full);
        }
        let times = token.is("times") && !first.article && !first.value.is_one();
        if token.is("fold") && !token.spaced || times {
            let many = first.value.low().is_some_and(|times| times > whole(12));
            // "I've told you a million times"
            let many_a_time = self.before(at, 2).is_some_and(|word| word.is("a"))
                && self.token(at + 1).is_none_or(|next| next.class == Class::Sign);
            const SAID: &[&str] =
                &["told", "said", "asked", "heard", "seen", "warned", "explained"];
            let said = (2..7).any(|steps| self.before(at, steps).is_some_and(|w| w.is_any(SAID)));
            let weight = match () {
                () if many && (many_a_time || said) => Weight::Light,
                () if many => Weight::Full,
                () => Weight::Medium,
            };
            return self.counting_to(at + 1, first, Kind::Multiple, weight);
        }
        let joined = hyphen(self.tokens, at) && self.is_any(at + 1, &["fold", "x"]);
        joined.then(|| self.counting_to(at + 2, first, Kind::Multiple, Weight::Full)).flatten()
    }

    /// "thirty grand"
    fn says_grand(&self, first: &Numeral) -> bool {
        let is_piano = |next: &Token<'_>| {
            next.class == Class::Word && !next.is_any(JOINTS) && !next.is_any(GRAND)
        };
        self.is(first.next, "grand")
            && !first.article
            && !self.token(first.next + 1).is_some_and(is_piano)
    }

    /// An eight-thousander is a mountain of 8,000 metres.
    fn thousander(&self, first: &Numeral) -> Option<Counted> {
        let at = first.next;
        let word = || self.is_any(at + 1, &["thousander", "thousanders"]);
        if !hyphen(self.tokens, at) || !word() {
            return None;
        }
        let value = first.value.map(|value| product(value, whole(1000)))?;
        let unit = Some(Unit::named("metre")?);
        let counted = self.counting_to(at + 2, first, Kind::Measure, Weight::Medium)?;
        Some(Counted { value, unit, ..counted })
    }

    fn thousands(&self, first: &Numeral) -> Option<Counted> {
        let value = first.value.map(|value| product(value, whole(1000)))?;
        let counted = self.counting_to(first.next + 1, first, Kind::Number, Weight::Full)?;
        Some(Counted { value, ..counted })
    }

    /// Five years, a five-year plan, five more years.
    fn with_unit_behind(&self, first: &Numeral) -> Option<Counted> {
        let at = first.next;
        let joint = usize::from(hyphen(self.tokens, at));
        if let Some(counted) = self.with_unit(first, at + joint) {
            return Some(counted);
        }
        let between = self.token(at).is_some_and(|word| word.spaced && word.is_any(BETWEEN))
            && !hyphen(self.tokens, at + 2);
        between.then(|| self.with_unit(first, at + 1)).flatten()
    }

    /// four nines: 99.99 percent
    fn nines(&self, first: &Numeral) -> Option<Counted> {
        let share = || first.value.nines();
        let value = self.is(first.next, "nines").then(share).flatten()?;
        let counted = self.counting_to(first.next + 1, first, Kind::Percent, Weight::Full)?;
        Some(Counted { value, ..counted })
    }

    /// Whether a numeral ends in a word of four digits.
    fn has_four_digits(&self, first: &Numeral) -> bool {
        let last = self.before(first.next, 1);
        last.is_some_and(|last| last.text.len() == 4 && !last.text.contains(['.', ',']))
    }

    /// A bare number of four digits is a year: 1998, 1860s.
    fn year_or_decade(&self, first: &Numeral) -> Option<Counted> {
        let at = first.next;
        if self.token(at).is_some_and(|plural| !plural.spaced && plural.is("s")) {
            return self.counting_to(at + 1, first, Kind::Decade, Weight::Full);
        }
        let late = first.value.low().is_some_and(|year| year >= whole(1800));
        // "the year 2019 marks"
        let called = || self.before(at, 2).is_some_and(|word| word.is("year"));
        (late && (!self.counts_things(at) || called()))
            .then(|| first.counting(Kind::Year, Weight::Full))
    }

    /// 4o, 3D: a name.
    fn is_glued_to_a_word(&self, first: &Numeral) -> bool {
        first.in_digits
            && first.scale == whole(1)
            && self.token(first.next).is_some_and(|next| !next.spaced && next.class == Class::Word)
    }

    /// How much a bare numeral asks for a counterpart.
    fn weight(&self, first: &Numeral) -> Weight {
        let value = first.value;
        let label = self.before(first.next, 2);
        let labelled = || label.is_some_and(|word| word.is_any(LABELS) || word.text == "#");
        let zero = value == Interval::point(Value::ZERO);
        match () {
            () if first.article || self.is_manner_of_speech(first) => Weight::Light,
            () if first.in_digits && labelled() => Weight::Medium,
            () if self.is_of_a_rule(first.next) => Weight::Light,
            () if zero || value.is_one() && !first.in_digits => Weight::Light,
            () if first.approximate && first.scale == whole(1) => Weight::Light,
            () if first.approximate => Weight::Medium,
            () if !first.in_digits && value.high().is_some_and(|high| high <= whole(12)) => {
                Weight::Medium
            }
            () => Weight::Full,
        }
    }

    /// "a million things to do"
    pub(super) fn is_manner_of_speech(&self, first: &Numeral) -> bool {
        let seen_from_above = first.scale == whole(1000)
            && self.is_any(first.next, &["feet", "foot"])
            && (self.is(first.next + 1, "view")
                || (3..=6).any(|steps| {
                    self.before(first.next, steps).is_some_and(|word| word.is("view"))
                }));
        if seen_from_above {
            return true;
        }
        first.scale >= whole(1_000_000)
            && self.before(first.next, 2).is_some_and(|word| word.is("a"))
            && self.is_any(first.next, &["things", "reasons", "questions", "ways", "times"])
    }

    /// What a numeral counts with the words behind it, up to the token `next`.
    fn counting_to(
        &self,
        next: usize,
        first: &Numeral,
        kind: Kind,
        weight: Weight,
    ) -> Option<Counted> {
        Some(Counted { next, end: self.end_before(next)?, ..first.counting(kind, weight) })
    }

    /// Whether the number before token `at` is one of those that a rule is called by: the 80/20 rule.
    fn is_of_a_rule(&self, at: usize) -> bool {
        let named = |at: usize| {
            self.token(at).is_some_and(|word| word.is_any(&["rule", "principle", "split", "law"]))
        };
        let slash =
            |at: usize| self.token(at).is_some_and(|sign| matches!(sign.text, "/" | "-" | ":"));
        let first = slash(at) && named(at + 2);
        first || named(at) && at.checked_sub(2).is_some_and(slash)
    }

    /// Whether the token at `at` is a plural noun that a number counts: "2000 people".
    pub(super) fn counts_things(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| {
            t.class == Class::Word
                && t.spaced
                && (t.is("people")
                    || (t.text.len() > 3 && t.text.ends_with('s') && !t.is("was") && !t.is("this")))
        })
    }
}

/// Whether a numeral in digits is a year by its value.
fn is_year_like(first: &Numeral) -> bool {
    let year = first.value.low().filter(|_| first.in_digits && first.scale == whole(1));
    year.is_some_and(|year| (whole(1000)..whole(2100)).contains(&year))
}
