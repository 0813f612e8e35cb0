//! An entry that texts speak for.

use std::fmt::Write as _;

use super::TextPair;

/// A proposed entry, for a person to edit.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The Chinese form, or the Latin-script term that stands in Chinese text.
    pub zh: String,
    /// Its renderings, the surest first, and in how many pairs each goes with it.
    pub en: Vec<(String, usize)>,
    /// In how many pairs the form stands.
    pub count: usize,
    /// Whether it looks like a name that is kept.
    pub keep: bool,
    /// A pair that holds it.
    pub example: usize,
    /// What the list is sorted by: how sure and how frequent it is.
    pub score: f64,
}

impl Proposal {
    /// The entry as TOML, with counts and the example of `pairs` as comments.
    pub fn to_toml(&self, pairs: &[TextPair<'_>]) -> String {
        let seen: Vec<String> =
            self.en.iter().map(|(form, count)| format!("{form}: {count}")).collect();
        let mut text =
            format!("# {} of {} pairs ({})\n", self.together(), self.count, seen.join(", "));
        if let Some(pair) = pairs.get(self.example) {
            for side in [pair.zh, pair.en] {
                let _ = writeln!(text, "# {}", excerpt(side));
            }
        }
        let list = |forms: &[&str]| {
            let quoted: Vec<String> =
                forms.iter().map(|form| toml::Value::from(*form).to_string()).collect();
            format!("[{}]", quoted.join(", "))
        };
        let en: Vec<&str> = self.en.iter().map(|(form, _)| form.as_str()).collect();
        text.push_str("[[term]]\n");
        match self.keep {
            true => {
                let _ = writeln!(text, "en = {}\nkeep = true", list(&[&self.zh]));
            }
            false => {
                let _ = writeln!(text, "zh = {}\nen = {}", list(&[&self.zh]), list(&en));
            }
        }
        text
    }

    fn together(&self) -> usize {
        self.en.first().map_or(0, |(_, count)| *count)
    }
}

/// The beginning of a text, on one line.
fn excerpt(text: &str) -> String {
    const LENGTH: usize = 80;
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    match line.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}
