//! The English reader: finds numerals in running text and tells from what stands around them what
//! they count.

mod date;
mod numeral;
mod token;

use super::interval::{Interval, Value, power_of_ten, product, sum, whole};
use super::unit::{Dimension, Unit};
use super::{Kind, Quantity, Weight};
use crate::text::Span;
use numeral::{Numeral, denominator, hyphen, numeral, ordinal, scale};
use token::{Class, Token, tokens};

const ABOUT: &[&str] = &[
    "about",
    "around",
    "roughly",
    "approximately",
    "nearly",
    "almost",
    "maybe",
    "perhaps",
    "some",
    "probably",
    "circa",
];
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
    &["exceeding"],
    &["exceeds"],
    &["exceeded"],
    &["beyond"],
    &["higher", "than"],
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
    &["within"],
];

/// Prefixes of the International System of Units, with their powers of ten.
const PREFIXES: &[(&str, u32)] = &[("kilo", 3), ("mega", 6), ("giga", 9), ("tera", 12)];

/// The quantities of `text`.
pub(super) fn read(text: &str) -> Vec<Quantity> {
    let tokens = tokens(text);
    let reader = Reader { text, tokens: &tokens };
    let mut quantities = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match reader.quantity(at) {
            Some((found, next)) => {
                quantities.extend(found);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    quantities
}

struct Reader<'t> {
    text: &'t str,
    tokens: &'t [Token<'t>],
}

/// What a numeral counts.
struct Counted {
    value: Interval,
    kind: Kind,
    unit: Option<Unit>,
    next: usize,
    end: usize,
    weight: Weight,
}

type Read = (Vec<Quantity>, usize);

impl Reader<'_> {
    fn token(&self, at: usize) -> Option<&Token<'_>> {
        self.tokens.get(at)
    }

    fn before(&self, at: usize, steps: usize) -> Option<&Token<'_>> {
        self.tokens.get(at.checked_sub(steps)?)
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.token(at).is_some_and(|token| token.is(word))
    }

    /// The quantities that start at token `at` (a date is several), and the token after them.
    fn quantity(&self, at: usize) -> Option<Read> {
        if let Some(read) = date::read(self.tokens, at) {
            return Some(read);
        }
        if let Some(read) = self.word(at).or_else(|| self.fraction(at)) {
            return Some(read);
        }
        let token = self.token(at)?;
        // Digits inside a name: GPT-4, H100, '26 is a year and read before.
        if token.class == Class::Number && self.is_in_name(at) {
            return Some((Vec::new(), at + 1));
        }
        let (sign, start_at) = self.currency_sign(at);
        let first = numeral(self.tokens, start_at)?;
        if sign.is_none() && start_at != at {
            return None;
        }
        if let Some(ordinal) = self.ordinal_suffix(start_at, &first) {
            return Some(self.dressed(at, ordinal, &first));
        }
        let counted = self.range(start_at, &first, sign).or_else(|| self.counted(&first, sign))?;
        if first.article && counted.kind == Kind::Number {
            return None;
        }
        Some(self.dressed(at, counted, &first))
    }

    /// Whether a letter or a hyphen after a letter stands right before the digits at `at`.
    fn is_in_name(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let glued = |index: usize| self.token(index).is_some_and(|token| !token.spaced);
        let Some(before) = self.before(at, 1).filter(|_| !token.spaced) else { return false };
        match before.class {
            Class::Word => {
                !before.is_any(&["usd", "us", "eur", "rmb", "cny", "gbp", "jpy", "mid", "x"])
            }
            Class::Sign if matches!(before.text, "-" | "‑") => {
                glued(at - 1)
                    && self.before(at, 2).is_some_and(|word| {
                        word.class == Class::Word
                            && numeral::small(word.text).is_none()
                            && !word.is("mid")
                    })
            }
            Class::Sign => before.text == "_" || before.text == "#",
            Class::Number => true,
        }
    }

    /// The currency that a sign at `at` stands for, and the token behind it.
    fn currency_sign(&self, at: usize) -> (Option<Unit>, usize) {
        let Some(token) = self.token(at) else { return (None, at) };
        let name = match token.text {
            "$" => "USD",
            "€" => "EUR",
            "£" => "GBP",
            "¥" | "￥" => "CNY",
            _ if token.is_any(&["us", "usd", "eur", "rmb", "cny", "gbp", "jpy", "hkd", "twd"]) => {
                let skip = if self.is(at + 1, "$") { 2 } else { 1 };
                let next = self.token(at + skip);
                if !next.is_some_and(|next| next.class == Class::Number)
                    || (token.is("us") && skip == 1)
                {
                    return (None, at);
                }
                let unit = if skip == 2 {
                    Unit::named("USD")
                } else {
                    Unit::of_word(&token.text.to_ascii_lowercase())
                };
                return (unit, at + skip);
            }
            _ => return (None, at),
        };
        (Unit::named(name), at + 1)
    }

    /// 21st, 3rd.
    fn ordinal_suffix(&self, at: usize, first: &Numeral) -> Option<Counted> {
        let token = self.token(at)?;
        let suffix = self.token(at + 1).filter(|suffix| !suffix.spaced)?;
        let is_suffix = token.class == Class::Number && suffix.is_any(&["st", "nd", "rd", "th"]);
        is_suffix.then(|| {
            let century = self.is(at + 2, "century")
                || (hyphen(self.tokens, at + 2) && self.is(at + 3, "century"));
            let kind = if century { Kind::Century } else { Kind::Ordinal };
            let weight = if century { Weight::Full } else { Weight::Medium };
            Counted {
                value: first.value,
                kind,
                unit: None,
                next: at + 2,
                end: suffix.end(),
                weight,
            }
        })
    }

    /// "one to two years", "$10-15 billion", "eight or nine", "a year or two".
    fn range(&self, start: usize, first: &Numeral, sign: Option<Unit>) -> Option<Counted> {
        if self.before(start, 1).is_some_and(|before| before.is("from"))
            || self.before(start, 2).is_some_and(|before| before.is("from"))
        {
            return None;
        }
        let between = self.before(start, 1).is_some_and(|word| word.is("between"));
        let own = self.counted(first, sign);
        // "a year or two"
        if let Some(own) = &own
            && own.unit.is_some()
            && self.is(own.next, "or")
            && let Some(second) = numeral(self.tokens, own.next + 1)
            && !second.article
            && second.value.low() > own.value.high()
            && self.token(second.next).is_none_or(|t| {
                Unit::of_word(&t.text.to_ascii_lowercase()).is_none()
                    || self.is(second.next, "years")
            })
            && own.value.is_point()
            && second.scale == whole(1)
        {
            let again =
                self.token(second.next).and_then(|t| Unit::of_word(&t.text.to_ascii_lowercase()));
            let same = again.is_some_and(|unit| Some(unit) == own.unit);
            let (next, end) = if same {
                (second.next + 1, self.token(second.next)?.end())
            } else {
                (second.next, second.end)
            };
            return Some(Counted {
                value: Interval::range(own.value.low()?, second.value.high()?),
                kind: own.kind,
                unit: own.unit,
                next,
                end,
                weight: Weight::Medium,
            });
        }
        let joint = |at: usize| {
            let token = self.token(at)?;
            let sign = token.class == Class::Sign
                && matches!(token.text, "-" | "–" | "—" | "~" | "‑" | "−");
            let word = token.is_any(&["to", "or"]) || (between && token.is("and"));
            (sign || word).then_some(at + 1)
        };
        let after_unit =
            own.as_ref().filter(|own| own.next > first.next).and_then(|own| joint(own.next));
        let mut after = joint(first.next).or(after_unit)?;
        // 2-to-3
        if self.is(after, "to") && hyphen(self.tokens, after + 1) {
            after += 2;
        }
        // 2010-11, 2020 to 2023
        if let Some(Kind::Year) = own.as_ref().map(|own| own.kind)
            && let Some(second) = self
                .token(after)
                .filter(|t| t.class == Class::Number && !t.text.contains(['.', ',']))
            && let Some((until, _)) = super::zh::arabic(second.text)
        {
            let from = first.value.low()?;
            let century = whole(from.to_integer() / 100 * 100);
            let until = if second.text.len() == 2 { century + until } else { until };
            let years =
                matches!(second.text.len(), 2 | 4) && until > from && until < from + whole(300);
            return years.then(|| Counted {
                value: Interval::range(from, until),
                kind: Kind::Year,
                unit: None,
                next: after + 1,
                end: second.end(),
                weight: Weight::Full,
            });
        }
        let (second_sign, second_at) = self.currency_sign(after);
        let second = numeral(self.tokens, second_at)?;
        let or = self.is(first.next, "or");
        if second.article || first.article || (second.approximate && !first.approximate) {
            return None;
        }
        let last = self.counted(&second, sign.or(second_sign))?;
        if matches!(last.kind, Kind::Year | Kind::Time) {
            return None;
        }
        let (mut low, high) = (first.value.low()?, last.value.high()?);
        match own {
            Some(own) if own.next > first.next && own.kind != Kind::Number => {
                if own.kind != last.kind || own.unit != last.unit {
                    return None;
                }
                low = own.value.low()?;
            }
            // 26 to 32 kilobases
            _ if last.unit.is_none()
                && second.value.high() != Some(high)
                && first.scale == whole(1) =>
            {
                let factor = high / second.value.high().filter(|value| *value != Value::ZERO)?;
                low = product(low, factor)?;
            }
            _ if first.scale == whole(1)
                && second.scale != whole(1)
                && product(low, second.scale)? < high =>
            {
                low = product(low, second.scale)?;
            }
            _ => {}
        }
        // "one or more" is read elsewhere; 3-2 is a score.
        if low >= high
            || low == Value::ZERO
            || (or && !first.in_digits && high > product(low, whole(10))?)
        {
            return None;
        }
        Some(Counted {
            value: Interval::range(low, high),
            weight: if first.in_digits { Weight::Full } else { Weight::Medium },
            ..last
        })
    }

    /// What a numeral counts, by what stands behind it.
    fn counted(&self, first: &Numeral, sign: Option<Unit>) -> Option<Counted> {
        let value = first.value;
        let at = first.next;
        let make = |kind, unit, next: usize, end, weight| {
            Some(Counted { value, kind, unit, next, end, weight })
        };
        if let Some(unit) = sign {
            let mut end = first.end;
            let mut next = at;
            if self.token(at).is_some_and(|t| t.is_any(&["dollars", "dollar"])) {
                end = self.token(at)?.end();
                next += 1;
            }
            return make(Kind::Money, Some(unit), next, end, Weight::Full);
        }
        let token = self.token(at);
        let glued = token.is_some_and(|token| !token.spaced);
        // 5%, five percent, 3 percentage points
        if let Some(token) = token {
            if token.text == "%" || token.text == "％" {
                return make(Kind::Percent, None, at + 1, token.end(), Weight::Full);
            }
            if token.is("percent") || token.is("pct") {
                return make(Kind::Percent, None, at + 1, token.end(), Weight::Full);
            }
            if token.is("per") && self.is(at + 1, "cent") {
                return make(Kind::Percent, None, at + 2, self.token(at + 1)?.end(), Weight::Full);
            }
            if token.is("percentage")
                && self.token(at + 1).is_some_and(|w| w.is_any(&["point", "points"]))
            {
                return make(Kind::Percent, None, at + 2, self.token(at + 1)?.end(), Weight::Full);
            }
            // 10x, 3x-ing, tenfold, ten times
            let x = token.is("x") || token.text == "×";
            if x && first.in_digits && (glued || token.text == "×") {
                return make(Kind::Multiple, None, at + 1, token.end(), Weight::Full);
            }
            if token.is("fold") && glued || token.is("times") && !first.article && !value.is_one() {
                return make(Kind::Multiple, None, at + 1, token.end(), Weight::Medium);
            }
        }
        let joint = usize::from(hyphen(self.tokens, at));
        if joint == 1 && (self.is(at + 1, "fold") || (self.is(at + 1, "x"))) {
            return make(Kind::Multiple, None, at + 2, self.token(at + 1)?.end(), Weight::Full);
        }
        if let Some(counted) = self.with_unit(first, at + joint) {
            return Some(counted);
        }
        // A bare four-digit number is a year.
        let digits_alone = first.in_digits
            && first.scale == whole(1)
            && self
                .token(at - 1)
                .is_some_and(|t| t.text.len() == 4 && !t.text.contains(['.', ',']));
        let plural = token.is_some_and(|token| glued && token.is("s"));
        if digits_alone && value.low().is_some_and(|v| (whole(1000)..whole(2100)).contains(&v)) {
            // "series # 1860s" is a model.
            let model = self.before(at, 2).is_some_and(|t| t.text == "#");
            if model {
                return None;
            }
            if plural {
                return make(Kind::Decade, None, at + 1, token?.end(), Weight::Full);
            }
            if value.low().is_some_and(|v| v >= whole(1800)) && !self.counts_things(at) {
                return make(Kind::Year, None, at, first.end, Weight::Full);
            }
        }
        if token.is_some_and(|t| {
            glued && t.class == Class::Word && first.in_digits && first.scale == whole(1)
        }) {
            // 4o, 3D: a name.
            return None;
        }
        // "number 1", "Table 2": a label.
        let label = [
            "number", "no", "series", "chapter", "section", "table", "figure", "part", "step",
            "level", "phase", "question", "type", "version",
        ];
        let labelled = self.before(at, 2).is_some_and(|t| t.is_any(&label) || t.text == "#");
        let weight = match () {
            () if first.article => Weight::Light,
            () if labelled && first.in_digits => Weight::Medium,
            () if (value.is_one() || value == Interval::point(Value::ZERO)) && !first.in_digits => {
                Weight::Light
            }
            () if first.approximate && first.scale == whole(1) => Weight::Light,
            () if first.approximate => Weight::Medium,
            () if !first.in_digits && value.high().is_some_and(|high| high <= whole(12)) => {
                Weight::Medium
            }
            () => Weight::Full,
        };
        make(Kind::Number, None, at, first.end, weight)
    }

    /// Whether the token at `at` is a plural noun that a number counts: "2000 people".
    fn counts_things(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| {
            t.class == Class::Word
                && t.spaced
                && (t.is("people")
                    || (t.text.len() > 3 && t.text.ends_with('s') && !t.is("was") && !t.is("this")))
        })
    }

    /// A unit word, with "and a half" behind it.
    fn with_unit(&self, first: &Numeral, at: usize) -> Option<Counted> {
        let token = self.token(at).filter(|token| {
            token.class == Class::Word || token.text == "€" || token.text == "元"
        })?;
        let mut value = first.value;
        let lower = token.text.to_ascii_lowercase();
        let mut next = at + 1;
        let mut end = token.end();
        let unit = match lower.as_str() {
            "us" | "u" if self.token(at + 1).is_some_and(|t| t.is_any(&["dollars", "dollar"])) => {
                next += 1;
                end = self.token(at + 1)?.end();
                Unit::named("USD")
            }
            "square" => {
                let word = self.token(at + 1)?;
                next += 1;
                end = word.end();
                match word.text.to_ascii_lowercase().as_str() {
                    "meter" | "meters" | "metre" | "metres" => Unit::named("square metre"),
                    "kilometer" | "kilometers" | "kilometre" | "kilometres" => {
                        Unit::named("square kilometre")
                    }
                    _ => None,
                }
            }
            "order" | "orders" if self.is(at + 1, "of") && self.is(at + 2, "magnitude") => {
                next += 2;
                end = self.token(at + 2)?.end();
                Unit::named("order of magnitude")
            }
            "quarter" | "quarters"
                if !first.article && (first.in_digits || !first.value.is_one()) =>
            {
                None
            }
            "second" | "won" | "pound" | "li" | "mu" | "min" | "foot" if first.article => None,
            // kilobases, megatons: the prefix counts, whatever is counted.
            _ if Unit::of_word(&lower).is_none() => {
                let exponent = PREFIXES.iter().find(|(prefix, _)| {
                    lower.starts_with(prefix) && lower.len() > prefix.len() + 2
                });
                let (_, exponent) = exponent?;
                let factor = power_of_ten(*exponent)?;
                let value = value.map(|v| product(v, factor))?;
                return Some(Counted {
                    value,
                    kind: Kind::Number,
                    unit: None,
                    next,
                    end,
                    weight: Weight::Full,
                });
            }
            _ => Unit::of_word(&lower),
        }?;
        let kind = match unit.dimension() {
            Dimension::Calendar | Dimension::Time => Kind::Duration,
            Dimension::Currency(_) => Kind::Money,
            _ => Kind::Measure,
        };
        // "a second", "48 years old" and "a day" are no more than an article.
        let article = first.article;
        let half = self.is(next, "and")
            && (self.is(next + 1, "a") || self.is(next + 1, "one"))
            && self.token(next + 2).is_some_and(|t| t.is_any(&["half", "quarter", "third"]));
        if half {
            let part = match self.token(next + 2)?.text {
                "half" => Value::new(1, 2),
                "third" => Value::new(1, 3),
                _ => Value::new(1, 4),
            };
            value = value.map(|v| sum(v, part))?;
            end = self.token(next + 2)?.end();
            next += 3;
        }
        // "thirteen dollars and forty-five cents"
        if kind == Kind::Money
            && self.is(next, "and")
            && let Some(cents) = numeral(self.tokens, next + 1)
            && self.token(cents.next).is_some_and(|t| t.is_any(&["cents", "cent"]))
        {
            let part = product(cents.value.low()?, Value::new(1, 100))?;
            value = value.map(|v| sum(v, part))?;
            end = self.token(cents.next)?.end();
            next = cents.next + 1;
        }
        let small = !first.in_digits && first.value.high().is_some_and(|high| high < whole(10));
        let weight = match kind {
            _ if half => Weight::Full,
            Kind::Duration if article || (first.value.is_one() && !first.in_digits) => {
                Weight::Light
            }
            Kind::Duration if small || first.approximate => Weight::Medium,
            Kind::Money if article => Weight::Light,
            Kind::Measure if article => Weight::Light,
            _ => Weight::Full,
        };
        Some(Counted { value, kind, unit: Some(unit), next, end, weight })
    }

    /// "a third", "two thirds", "half an hour", "three quarters", 1/3, 50/50.
    fn fraction(&self, at: usize) -> Option<Read> {
        let token = self.token(at)?;
        let made = |value, kind, unit, next: usize, weight| {
            let end = self.token(next - 1)?.end();
            let quantity = Quantity {
                span: Span::at(token.start..end),
                value: Interval::point(value),
                kind,
                unit,
                approximate: false,
                weight,
            };
            Some((vec![quantity], next))
        };
        if token.is("half") {
            // "half a year", "half an hour", "half of", "half past" is a time.
            let mut next = at + 1;
            let article = self.token(next).is_some_and(|t| t.is_any(&["a", "an"]));
            next += usize::from(article) + usize::from(hyphen(self.tokens, at + 1));
            let unit = self.token(next).and_then(|t| Unit::of_word(&t.text.to_ascii_lowercase()));
            if let Some(unit) = unit
                .filter(|unit| matches!(unit.dimension(), Dimension::Calendar | Dimension::Time))
            {
                return made(
                    Value::new(1, 2),
                    Kind::Duration,
                    Some(unit),
                    next + 1,
                    Weight::Medium,
                );
            }
            if self.token(at + 1).is_some_and(|t| scale(t.text).is_some())
                || article
                    && self.token(at + 2).is_some_and(|t| scale(t.text).is_some() || t.is("dozen"))
            {
                return None;
            }
            return made(Value::new(1, 2), Kind::Fraction, None, at + 1, Weight::Medium);
        }
        if token.class == Class::Number && self.is(at + 1, "/") && !self.is_in_name(at) {
            let second = self.token(at + 2).filter(|t| t.class == Class::Number && !t.spaced)?;
            let (numerator, _) = super::zh::arabic(token.text)?;
            let (bottom, _) = super::zh::arabic(second.text)?;
            let proper = bottom > whole(1)
                && numerator < bottom
                && bottom <= whole(100)
                && numerator != Value::ZERO;
            if proper && !self.is(at + 3, "/") {
                return made(numerator / bottom, Kind::Fraction, None, at + 3, Weight::Medium);
            }
            return None;
        }
        let first = numeral(self.tokens, at).filter(|first| first.value.is_point())?;
        let joint = usize::from(hyphen(self.tokens, first.next));
        let word = self.token(first.next + joint)?;
        let bottom = denominator(word.text)?;
        let singular = first.article || first.value.is_one();
        // "the third", "a second": ordinals; "a third of" and "two thirds": shares.
        let plural = word.text.ends_with(['s', 'S']);
        let share =
            (!singular && plural) || (singular && !plural && bottom > 2 && !first.in_digits);
        if !share || first.in_digits && joint == 1 {
            return None;
        }
        let next = first.next + joint + 1;
        if bottom == 4 && self.token(next).is_some_and(|t| t.is_any(&["to", "past"])) {
            return None;
        }
        let of = self.is(next, "of");
        if singular
            && !of
            && bottom != 4
            && self.token(next).is_some_and(|t| {
                t.class == Class::Word && t.spaced && !t.is_any(&["is", "and", "or", "to"])
            })
        {
            // "a third country" is one more country.
            return None;
        }
        let weight = if bottom == 4 && singular { Weight::Light } else { Weight::Full };
        made(first.value.low()? / whole(bottom), Kind::Fraction, None, next, weight)
    }

    /// Quantities that are one word: doubled, twice, first, tenfold.
    fn word(&self, at: usize) -> Option<Read> {
        let token = self.token(at).filter(|token| token.class == Class::Word)?;
        let made = |value: i128, kind, weight| {
            let span = Span::at(token.start..token.end());
            let value = Interval::point(whole(value));
            Some((
                vec![Quantity { span, value, kind, unit: None, approximate: false, weight }],
                at + 1,
            ))
        };
        let lower = token.text.to_ascii_lowercase();
        match lower.as_str() {
            "doubled" | "doubles" | "doubling" => return made(2, Kind::Multiple, Weight::Medium),
            "double" | "twice" => return made(2, Kind::Multiple, Weight::Light),
            "triple" | "tripled" | "triples" | "tripling" | "threefold" => {
                return made(3, Kind::Multiple, Weight::Medium);
            }
            "quadruple" | "quadrupled" | "quadruples" | "fourfold" => {
                return made(4, Kind::Multiple, Weight::Medium);
            }
            "twofold" => return made(2, Kind::Multiple, Weight::Medium),
            "fivefold" => return made(5, Kind::Multiple, Weight::Medium),
            "tenfold" => return made(10, Kind::Multiple, Weight::Medium),
            "hundredfold" => return made(100, Kind::Multiple, Weight::Medium),
            "both" => return made(2, Kind::Number, Weight::Medium),
            _ => {}
        }
        // twenty-first
        if let (Some(tens), true) =
            (numeral::small(token.text).filter(|v| *v >= 20), hyphen(self.tokens, at + 1))
        {
            let unit = self.token(at + 2)?;
            let plural = unit.text.ends_with('s');
            let value = ordinal(unit.text).filter(|v| *v < 10 && !plural)?;
            let century = self.is(at + 3, "century");
            let kind = if century { Kind::Century } else { Kind::Ordinal };
            let span = Span::at(token.start..unit.end());
            let value = Interval::point(whole(tens + value));
            let weight = if century { Weight::Full } else { Weight::Medium };
            return Some((
                vec![Quantity { span, value, kind, unit: None, approximate: false, weight }],
                at + 3,
            ));
        }
        let value = ordinal(token.text)?;
        // "a second", "for a second", "seconds" are times; "a third of" was read before.
        if value == 2
            && self.before(at, 1).is_some_and(|t| t.is_any(&["a", "per", "every", "split"]))
            && !self.token(at + 1).is_some_and(|t| t.class == Class::Word && t.spaced)
        {
            return None;
        }
        if self.is(at + 1, "century") {
            return made(value, Kind::Century, Weight::Full);
        }
        let weight = if self.is(at + 1, "of") && self.is(at + 2, "all") || value == 1 {
            Weight::Light
        } else {
            Weight::Medium
        };
        made(value, Kind::Ordinal, weight)
    }

    /// The quantity with what qualifies it before and behind.
    fn dressed(&self, at: usize, counted: Counted, first: &Numeral) -> Read {
        let Counted { mut value, kind, unit, mut next, mut end, weight } = counted;
        let start = self.token(at).map_or(0, |token| token.start);
        let mut approximate = first.approximate;
        // A minus sign, or "minus".
        let minus = self.before(at, 1).is_some_and(|t| {
            t.is_any(&["minus", "negative"])
                || (matches!(t.text, "-" | "−")
                    && t.spaced
                    && !self.token(at).is_some_and(|n| n.spaced))
        });
        if minus && !self.before(at, 2).is_some_and(|t| t.is("or")) {
            value = value.map(|v| product(v, whole(-1))).unwrap_or(value);
        }
        let mut place = at;
        while self
            .before(place, 1)
            .is_some_and(|t| t.is_any(ABOUT) || t.is_any(&["the", "a", "an"]) || t.text == "~")
        {
            approximate |= !self.before(place, 1).is_some_and(|t| t.is_any(&["the", "a", "an"]));
            place -= 1;
        }
        let follows = |phrase: &[&str]| {
            phrase.len() <= place
                && phrase
                    .iter()
                    .enumerate()
                    .all(|(index, word)| self.is(place - phrase.len() + index, word))
        };
        let bounded = !matches!(kind, Kind::Ordinal | Kind::Time);
        // "no more than" ends with "more than": the longer phrase decides.
        let longest = |phrases: &[&[&str]]| {
            phrases.iter().filter(|p| follows(p)).map(|p| p.len()).max().unwrap_or(0)
        };
        let (more, less) = (longest(MORE), longest(LESS));
        if bounded && kind != Kind::Year {
            if less > more && value.is_point() {
                value = value.high().map_or(value, Interval::at_most);
            } else if more > 0 && value.is_point() {
                value = value.low().map_or(value, Interval::at_least);
            }
        }
        // "or more", "or so", "-some", "-odd", "-ish", "+"
        if self.is(next, "or")
            && self.token(next + 1).is_some_and(|t| t.is_any(&["more", "so", "less", "fewer"]))
        {
            let word = &self.tokens[next + 1];
            if word.is("more") {
                value = value.low().map_or(value, Interval::at_least);
            } else if word.is("so") {
                approximate = true;
            } else {
                value = value.high().map_or(value, Interval::at_most);
            }
            end = word.end();
            next += 2;
        } else if hyphen(self.tokens, next)
            && self
                .token(next + 1)
                .is_some_and(|t| t.is_any(&["some", "odd", "ish", "something", "plus"]))
        {
            approximate = true;
            if let (Some(low), false) = (value.low(), self.is(next + 1, "ish")) {
                value = Interval::range(low, low + whole(9));
            }
            end = self.tokens[next + 1].end();
            next += 2;
        } else if let Some(plus) = self.token(next).filter(|t| !t.spaced && t.text == "+") {
            value = value.low().map_or(value, Interval::at_least);
            end = plus.end();
            next += 1;
        }
        let _ = self.text;
        (
            vec![Quantity { span: Span::at(start..end), value, kind, unit, approximate, weight }],
            next,
        )
    }
}
