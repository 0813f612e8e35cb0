//! What a comment in a transcript orders, and what is wrong with it where that is nothing.

use crate::rules;
use crate::text::{closest, did_you_mean};

/// How a comment of ours begins.
const NAME: &str = "duizhao";
const OPENING: &str = "duizhao:";
/// The order for the whole file, and the one for the next pair.
pub(super) const WHOLE_FILE: &str = "ignore-file";
const NEXT: &str = "ignore";

/// A comment that is meant for this program.
#[derive(Debug)]
pub(super) struct Order<'t> {
    /// Whether it begins as it must.
    opens: bool,
    /// What is to be done.
    pub(super) verb: &'t str,
    /// Rules or groups; empty for all.
    pub(super) names: Vec<&'t str>,
    /// All of it but the reason.
    pub(super) text: &'t str,
}

impl<'t> Order<'t> {
    /// What `comment` orders, if it is meant for this program. What follows `--` is a reason.
    pub(super) fn read(comment: &'t str) -> Option<Order<'t>> {
        let text = comment.split_once("--").map_or(comment, |(order, _reason)| order).trim();
        let (opens, order) = match text.strip_prefix(OPENING) {
            Some(order) => (true, order),
            None => (false, mistyped(text)?),
        };
        let words = order.split(|c: char| c == ',' || c.is_whitespace());
        let mut words = words.filter(|word| !word.is_empty());
        let verb = words.next().unwrap_or_default();
        let names = words.filter(|name| *name != "all").collect();
        Some(Order { opens, verb, names, text })
    }

    /// Whether it orders something that there is.
    pub(super) fn is_understood(&self) -> bool {
        self.opens && [NEXT, WHOLE_FILE].contains(&self.verb)
    }

    /// Why it does not do what it was written for, in words that go on after the comment.
    pub(super) fn fault(&self) -> Option<String> {
        if !self.opens {
            return Some(format!("does not begin with `{OPENING}`, and silences nothing"));
        }
        if !self.is_understood() {
            let hint = match close_to_an_order(self.verb) {
                None => format!("; there are `{NEXT}` and `{WHOLE_FILE}`"),
                close => did_you_mean(close),
            };
            return Some(format!("gives no order that there is: `{}`{hint}", self.verb));
        }
        let is_rule = |name: &str| rules::named(name).next().is_some();
        let name = self.names.iter().find(|name| !is_rule(name))?;
        let hint = did_you_mean(rules::closest_name(name));
        Some(format!("names no rule: `{name}`{hint}"))
    }
}

fn close_to_an_order(word: &str) -> Option<&'static str> {
    closest(&word.to_lowercase(), [NEXT, WHOLE_FILE])
}

/// What stands behind the opening of a comment that was meant to open as ours do: in capitals, without the
/// colon or with a Chinese one. A comment that only speaks of the program is none.
fn mistyped(comment: &str) -> Option<&str> {
    let (name, rest) = comment.split_at_checked(NAME.len())?;
    if !name.eq_ignore_ascii_case(NAME) {
        return None;
    }
    if let Some(order) = rest.trim_start().strip_prefix([':', '：']) {
        return Some(order);
    }
    let order = rest.trim_start_matches(|c: char| c == '-' || c.is_whitespace());
    let word = order.split_whitespace().next()?;
    (order.len() < rest.len() && close_to_an_order(word).is_some()).then_some(order)
}
