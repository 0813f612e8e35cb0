//! Bounds before a number: at least, under, no more than, minus.

use super::dressed::Dressed;
use super::numeral::numeral;
use super::reader::Reader;
use super::token::{Class, Token};
use crate::quantity::interval::{Interval, Value};
use crate::quantity::{Kind, Unit};

const MORE: &[&[&str]] = &[
    &["more", "than"],
    &["over"],
    &["at", "least"],
    &["upwards", "of"],
    &["above"],
    &["no", "less", "than"],
    &["not", "less", "than"],
    &["no", "fewer", "than"],
    &["greater", "than"],
    &["exceed"],
    &["exceeding"],
    &["exceeds"],
    &["exceeded"],
    &["beyond"],
    &["higher", "than"],
    &["heavier", "than"],
    &["longer", "than"],
    &["larger", "than"],
    &["older", "than"],
    &["past"],
];
const LESS: &[&[&str]] = &[
    &["less", "than"],
    &["fewer", "than"],
    &["under"],
    &["below"],
    &["at", "most"],
    &["up", "to"],
    &["no", "more", "than"],
    &["not", "more", "than"],
    &["lower", "than"],
    &["lighter", "than"],
    &["shorter", "than"],
    &["smaller", "than"],
    &["younger", "than"],
    &["within"],
];

/// Whether a word denies what follows.
fn denies(word: &Token<'_>) -> bool {
    word.is_any(&["not", "never", "cannot", "hardly", "rarely", "seldom"])
        || word.text.ends_with("n't")
        || word.text.ends_with("n’t")
}

/// Who or what is none.
const NOBODY: &[&str] = &["nobody", "nothing", "none"];

/// Which way a number is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    AtLeast,
    AtMost,
}

impl Reader<'_> {
    /// Opens the value by what stands before token `place`.
    pub(super) fn bound_before(&self, place: usize, own: &mut Dressed) {
        if !own.boundable {
            return;
        }
        let bound = self.bound(place);
        if own.kind != Kind::Year && own.value.is_point() {
            match bound {
                Some(Bound::AtMost) => own.or_less(),
                Some(Bound::AtLeast) => own.or_more(),
                None => {}
            }
        }
        // "not less than three years but not more than ten years"
        if bound == Some(Bound::AtLeast)
            && own.value.is_open()
            && let Some((high, after, end)) = self.upper_end(own.next, own.unit)
        {
            if let Some(low) = own.value.low().filter(|low| *low < high) {
                own.value = Interval::range(low, high);
            }
            (own.next, own.end) = (after, end);
        }
    }

    /// The bound that ends before token `place`.
    fn bound(&self, place: usize) -> Option<Bound> {
        let (more, less) = (self.longest(MORE, place), self.longest(LESS, place));
        let length = more.max(less);
        if length == 0 {
            return None;
        }
        let start = place - length;
        // "we don't know it to within nine powers of ten"
        if self.is(start, "within") && self.before(start, 1).is_some_and(|to| to.is("to")) {
            let denied = (2..=4).any(|steps| self.before(start, steps).is_some_and(denies));
            return Some(if denied { Bound::AtLeast } else { Bound::AtMost });
        }
        // "130 over 80"
        let pressure = self.is(start, "over")
            && self.before(start, 1).is_some_and(|number| number.class == Class::Number)
            && self.token(start + 1).is_some_and(|number| number.class == Class::Number);
        if pressure {
            return None;
        }
        // "all the way up to 5.25": what it came to
        const GOES: &[&str] = &[
            "way", "shoots", "shot", "goes", "went", "gone", "rose", "climbs", "climbed", "jumped",
            "jumps", "got", "pushed", "brought",
        ];
        if self.is(start, "up") && self.before(start, 1).is_some_and(|way| way.is_any(GOES)) {
            return None;
        }
        // What the yen falls past, it falls below.
        const FALLS: &[&str] = &["fell", "fall", "falls", "dropped", "slid", "sank", "weakened"];
        if self.is(place - 1, "past")
            && self.before(start, 1).is_some_and(|verb| verb.is_any(FALLS))
        {
            return None;
        }
        // "shall not be less than", "must not exceed"
        let forbidden = !self.is(place - 1, "within") && self.is_denied(start)
            // "no older than"
            || length > 1 && self.before(start, 1).is_some_and(|word| word.is("no"));
        // "a version older than 3.8"
        const RELEASES: &[&str] = &["version", "versions", "release", "releases"];
        let of_a_release = self.is(start, "older")
            && self.before(start, 1).is_some_and(|word| word.is_any(RELEASES));
        let of_nobody =
            length > 1 && self.is_of_nothing(start) || length == 1 && self.is_of_nobody(start);
        let turned = forbidden || of_a_release || of_nobody || self.is_of_no_one(start);
        Some(if (more > less) == turned { Bound::AtMost } else { Bound::AtLeast })
    }

    /// How long the longest of `phrases` is that ends before token `place`: "no more than" ends with "more than", and
    /// decides.
    fn longest(&self, phrases: &[&[&str]], place: usize) -> usize {
        let ends = |phrase: &&&[&str]| {
            let start = place.checked_sub(phrase.len());
            start.is_some_and(|start| {
                (start..).zip(phrase.iter()).all(|(at, word)| self.is(at, word))
            })
        };
        phrases.iter().filter(ends).map(|phrase| phrase.len()).max().unwrap_or(0)
    }

    /// "counted nobody under five" counts from five on.
    fn is_of_nobody(&self, start: usize) -> bool {
        let is = |steps, words: &[&str]| {
            self.before(start, steps).is_some_and(|word| word.is_any(words))
        };
        // "none of them over fifty bucks"
        let of_them =
            is(1, &["them", "these", "those", "which", "us"]) && is(2, &["of"]) && is(3, &["none"]);
        // "nobody goes over twenty percent"
        let goes = is(1, &["goes", "is", "gets", "has", "was", "went", "pays", "runs", "comes"])
            && (is(2, &["nobody", "none"]) || is(2, &["one"]) && is(3, &["no"]));
        goes || is(1, &["nobody", "none"]) || is(1, &["one"]) && is(2, &["no"]) || of_them
    }

    /// "nothing trains for more than 500 steps"
    fn is_of_nothing(&self, start: usize) -> bool {
        (1..=3).any(|steps| self.before(start, steps).is_some_and(|word| word.is_any(NOBODY)))
    }

    /// Whether what is compared at `start` is denied of each: "not one of them is above", "no child has to walk more
    /// than". "No, it took more than an hour" denies nothing, and who speaks of "no delay of more than an hour" neither.
    fn is_of_no_one(&self, start: usize) -> bool {
        const REACH: usize = 9;
        const VERBS: &[&str] = &["is", "are", "was", "were"];
        const ASKS: &[&str] = &["has", "have", "had", "needs", "may", "should", "must"];
        let words = (1..=REACH).map_while(|steps| {
            let word = self.before(start, steps).filter(|word| word.class == Class::Word)?;
            Some((steps, word))
        });
        let mut verb = false;
        for (steps, word) in words {
            let is = |ahead: usize, words: &[&str]| {
                self.before(start, steps - ahead).is_some_and(|word| word.is_any(words))
            };
            let not_one = word.is("not") && is(1, &["one"]);
            let no_child = word.is("no") && steps > 2 && is(2, ASKS);
            // "none of which will take more than"
            let none_of = word.is("none") && is(1, &["of"]);
            if verb && (not_one || no_child) || none_of {
                return true;
            }
            verb |= word.is_any(VERBS) || word.is_any(ASKS);
        }
        false
    }

    /// Whether the comparison that starts at `at` is denied: "not be less than", "must not weigh more than".
    fn is_denied(&self, at: usize) -> bool {
        // "not only more than"
        const ONLY: &[&str] = &["only", "just", "merely", "simply", "even", "yet"];
        // "never to go over", "has never been off by more than"
        const BETWEEN: &[&str] =
            &["be", "been", "being", "off", "out", "to", "go", "gone", "ever", "once"];
        const REACH: usize = 5;
        let verb = |word: &Token<'_>| word.class == Class::Word && !word.is_any(ONLY);
        let near = (1..=REACH).map_while(|steps| Some((steps, self.before(at, steps)?)));
        let mut near = near.skip_while(|(steps, word)| {
            *steps == 1 && verb(word) && !denies(word) || *steps > 1 && word.is_any(BETWEEN)
        });
        // "Don't let the temperature drop below 5°C"; but "don't let anyone under 18 drive"
        const LETS: usize = 9;
        const MOVES: &[&str] = &["drop", "fall", "sink", "dip", "go", "get", "rise", "climb"];
        let is_let = || {
            if !self.before(at, 1).is_some_and(|word| word.is_any(MOVES)) {
                return false;
            }
            let mut lets = (2..=LETS).filter(|&steps| {
                self.before(at, steps).is_some_and(|word| word.is_any(&["let", "allow"]))
            });
            lets.any(|steps| self.before(at, steps + 1).is_some_and(denies))
        };
        near.next().is_some_and(|(_, word)| denies(word)) || self.is_forbidden(at) || is_let()
    }

    /// Whether doing something for longer than what the comparison at `at` begins is forbidden: "Do not run it for more
    /// than three minutes". "It has not run for more than three years" says that it is longer.
    fn is_forbidden(&self, at: usize) -> bool {
        const REACH: usize = 12;
        const MODALS: &[&str] = &["do", "must", "should", "may", "shall", "can", "could"];
        const GLUED: &[&str] = &["don't", "don’t", "mustn't", "shouldn't", "mustn’t", "shouldn’t"];
        if !self.before(at, 1).is_some_and(|word| word.is_any(&["for", "by", "at", "with", "to"])) {
            return false;
        }
        // "not be used on systems with less than 780MB of memory"
        let of_things = self.before(at, 1).is_some_and(|word| word.is("with"))
            && (2..=4)
                .any(|steps| self.before(at, steps).is_some_and(|word| word.is_any(&["on", "in"])));
        if of_things {
            return false;
        }
        let words = (2..=REACH).map_while(|steps| {
            let joins = |word: &Token<'_>| word.class == Class::Word || word.text == "-";
            Some((steps, self.before(at, steps).filter(|word| joins(word))?))
        });
        let mut denials = words.filter(|(_, word)| denies(word) || word.is_any(NOBODY));
        denials.next().is_some_and(|(steps, word)| {
            // "Nobody may work for more than two hours a day"
            let forbids = || self.before(at, steps - 1).is_some_and(|modal| modal.is_any(MODALS));
            word.is_any(GLUED)
                || word.is_any(NOBODY) && forbids()
                || word.is_any(&["not"])
                    && self.before(at, steps + 1).is_some_and(|modal| modal.is_any(MODALS))
        })
    }

    /// The other end of what has a lower bound, where "but not more than" at `at` leads to it and the unit is the
    /// same, with the token after it and its end.
    fn upper_end(&self, at: usize, unit: Option<Unit>) -> Option<(Value, usize, usize)> {
        let at = at + usize::from(self.token(at).is_some_and(|sign| sign.text == ","));
        let at = at + usize::from(self.token(at).is_some_and(|word| word.is_any(&["but", "and"])));
        let phrase = LESS
            .iter()
            .find(|phrase| (0..).zip(**phrase).all(|(step, word)| self.is(at + step, word)))?;
        let second = numeral(self.tokens, at + phrase.len()).filter(|second| !second.article)?;
        let high = second.value.high().filter(|_| second.value.is_point())?;
        let own = self.token(second.next).and_then(|word| Unit::of_any_case(word.text));
        if own.is_some() && own != unit {
            return None;
        }
        let next = second.next + usize::from(own.is_some());
        Some((high, next, self.token(next.checked_sub(1)?)?.end()))
    }
}
