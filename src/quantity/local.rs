//! The money that people mean by words that name none: 十四块六 is $14.60 where a talk is set in America.

use super::interval::{Interval, product, whole};
use super::{Quantity, Unit};

/// What English calls the money of a place, as its letters stand in a text.
const MONEY: &[(&str, &[&str])] = &[
    ("USD", &["$", "dollar", "bucks", "cents"]),
    ("GBP", &["£", "quid", "pence", "sterling"]),
    ("EUR", &["€", "euro"]),
    ("TWD", &["NT$", "NT dollar", "Taiwan dollar"]),
    ("HKD", &["HK$", "Hong Kong dollar"]),
];

/// Where the dollars of other places stand in [`MONEY`].
const LOCAL_DOLLARS: std::ops::Range<usize> = 3..5;

/// What it calls the yuan.
const YUAN: &[&str] = &["yuan", "RMB", "renminbi", "kuai", "¥"];

/// The money in which the English of a transcript counts, if that is another than the yuan by far.
pub(crate) fn money_of<'t>(english: impl Iterator<Item = &'t str>) -> Option<Unit> {
    const LEAST: usize = 3;
    const BY_FAR: usize = 4;
    let mut yuan = 0;
    let mut others = [0; MONEY.len()];
    for text in english {
        let count = |words: &[&str]| words.iter().map(|word| times(text, word)).sum::<usize>();
        yuan += count(YUAN);
        for (sum, (_, words)) in others.iter_mut().zip(MONEY) {
            *sum += count(words);
        }
    }
    // The dollars of other places hold the words for those of America.
    let local: usize = others[LOCAL_DOLLARS].iter().sum();
    others[0] = others[0].saturating_sub(local);
    let (at, most) = others.into_iter().enumerate().max_by_key(|(_, count)| *count)?;
    let (name, _) = MONEY.get(at)?;
    others[at] = 0;
    let second = others.into_iter().max().unwrap_or_default();
    (most >= LEAST && most >= BY_FAR * yuan && most >= 2 * second).then(|| Unit::named(name))?
}

/// How often `word` stands at the start of a word of `text`: the bucks of Starbucks are none.
fn times(text: &str, word: &str) -> usize {
    let is_word = word.starts_with(char::is_alphabetic);
    let found = text.match_indices(word);
    found.filter(|(at, _)| !is_word || !text[..*at].ends_with(char::is_alphabetic)).count()
}

/// Takes what is counted in 块 and 毛 in a Chinese text for `money`.
pub(crate) fn count_in(money: Unit, text: &str, quantities: &mut [Quantity]) {
    for quantity in quantities {
        let words = quantity.span.of(text);
        let is_spoken = words.contains(['块', '塊', '毛']) || words.ends_with("分钱");
        let Some(unit) = quantity.unit.filter(|_| is_spoken) else { continue };
        let (to, factor) = match unit.name(false) {
            "CNY" => (Some(money), 1),
            "CNY jiao" => (hundredth(money), 10),
            "CNY fen" => (hundredth(money), 1),
            _ => continue,
        };
        let value: Option<Interval> = quantity.value.map(|value| product(value, whole(factor)));
        if let (Some(unit), Some(value)) = (to, value) {
            quantity.unit = Some(unit);
            quantity.value = value;
        }
    }
}

/// The small coin of a money.
fn hundredth(money: Unit) -> Option<Unit> {
    Unit::named(&format!("{} cent", money.name(false)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::read;
    use crate::text::Side;

    #[test]
    fn the_money_is_that_of_the_english() {
        let dollars = money_of(["It was $5.", "Two bucks, or $3."].into_iter());
        assert_eq!(dollars, Unit::named("USD"));
        let elsewhere = money_of(["It was NT$5.", "It was NT$50 or NT$3."].into_iter());
        assert_eq!(elsewhere, Unit::named("TWD"));
        let tie = ["It was £5, £6 or £7.", "It was €5, €6 or €7."];
        assert_eq!(money_of(tie.into_iter()), None);
        assert_eq!(money_of(["Starbucks, Starbucks and Starbucks"].into_iter()), None);
        let mixed = ["It was $5, two bucks, or $3.", "That's 20 yuan."];
        assert_eq!(money_of(mixed.into_iter()), None);
    }

    #[test]
    fn what_names_no_money_is_counted_in_it() {
        let text = "十四块六，四毛一，二十元";
        let mut found = read(Side::Zh, text);
        count_in(Unit::named("USD").expect("dollars"), text, &mut found);
        let shown: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["14.6 USD", "41 USD cents", "20 CNY"]);
    }
}
