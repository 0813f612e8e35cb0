//! Good rows, put into traditional characters: they are to be as quiet as in simplified ones.

use std::collections::BTreeMap;

use duizhao::finding::Finding;

use crate::rows::{Pair, alarms, written};

/// Each traditional character with its simplified form, beside each other.
const TABLE: &str = include_str!("../../src/text/traditional.txt");

/// The traditional forms of the characters that have one and no more.
fn traditional() -> BTreeMap<char, char> {
    let mut forms: BTreeMap<char, Vec<char>> = BTreeMap::new();
    for pair in TABLE.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split(' '))
    {
        let letters: Vec<char> = pair.chars().collect();
        if let [traditional, simple] = letters[..] {
            forms.entry(simple).or_default().push(traditional);
        }
    }
    let only = forms.into_iter().filter(|(_, forms)| forms.len() == 1);
    only.map(|(simple, forms)| (simple, forms[0])).collect()
}

#[test]
fn traditional_rows_are_as_quiet_as_simplified_ones() {
    let forms = traditional();
    let rows = written();
    let converted = |text: &str| text.chars().map(|c| *forms.get(&c).unwrap_or(&c)).collect();
    let others: Vec<Pair> = rows.iter().map(|[zh, en]| [converted(zh), en.clone()]).collect();
    let changed = rows.iter().zip(&others).filter(|(row, other)| row[0] != other[0]).count();
    println!("{changed} of {} rows have other characters", rows.len());
    assert!(changed * 10 > rows.len() * 9);
    let simple = alarms("simplified", &rows, |_: &Finding| true);
    let other = alarms("traditional", &others, |_: &Finding| true);
    // The table has rare forms (喫, 衕, 蓆) that no dictionary knows.
    assert!(other <= simple + 3, "{other} rows are flagged, and {simple} in simplified characters");
}
