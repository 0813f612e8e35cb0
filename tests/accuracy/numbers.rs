//! Numbers that are changed, dropped or added in good text.

use std::collections::BTreeMap;

use regex_lite::{Captures, Regex};

use crate::random::Random;
use crate::rows::{Pair, flagged, good, row, share};

const RULES: &[&str] = &["number-mismatch", "number-missing", "number-extra"];

/// A fault: its name, what it looks for, and what it puts there.
struct Fault {
    name: &'static str,
    pattern: &'static str,
    change: fn(&Captures<'_>, &mut Random) -> Option<String>,
}

const FAULTS: &[Fault] = &[
    Fault {
        name: "one digit changed",
        pattern: r"(?:^|[ $(])(\d[\d,]*(?:\.\d+)?)",
        change: |found, random| {
            let number = found.get(1)?.as_str();
            let places: Vec<usize> = number
                .char_indices()
                .filter(|(_, c)| c.is_ascii_digit())
                .map(|(at, _)| at)
                .collect();
            let at = places[random.below(places.len())];
            let digit = number.as_bytes()[at] - b'0';
            let other = (digit + 1 + random.below(8) as u8) % 10;
            let other = if at == 0 && other == 0 { if digit == 5 { 6 } else { 5 } } else { other };
            Some(format!("{}{other}{}", &number[..at], &number[at + 1..]))
        },
    },
    Fault {
        name: "ten times as much",
        pattern: r"(?:^|[ $(])(\d[\d,]*)(?:$|[ %.;)])",
        change: |found, _| {
            let number = found.get(1)?.as_str();
            (!number.starts_with('0')).then(|| format!("{}0", number.replace(',', "")))
        },
    },
    Fault {
        name: "another scale word",
        pattern: r"(?i)\b(thousand|million|billion|trillion)\b",
        change: |found, _| {
            Some(match found.get(1)?.as_str().to_ascii_lowercase().as_str() {
                "thousand" => "million".to_owned(),
                "million" => "billion".to_owned(),
                "billion" => "million".to_owned(),
                _ => "billion".to_owned(),
            })
        },
    },
    Fault {
        name: "range end changed",
        pattern: r"\d(?:-|–| to )(\d[\d,]*)\b",
        change: |found, _| {
            let end: u64 = found.get(1)?.as_str().replace(',', "").parse().ok()?;
            Some((end * 2 + 3).to_string())
        },
    },
    Fault {
        name: "percent dropped",
        pattern: r"(?:^|[ (])\d+(?:\.\d+)?( ?%| percent\b)(?:$|[ .,;)])",
        change: |_, _| Some(String::new()),
    },
    Fault {
        name: "number dropped",
        pattern: r"(?:^|[ (])(\$?\d[\d,]+(?:\.\d+)?%?(?: (?:thousand|million|billion|trillion))?)(?:$|[ .,;)])",
        change: |_, _| Some("many".to_owned()),
    },
    Fault {
        name: "number added",
        pattern: r"[a-z]( )[a-z]",
        change: |_, random| Some(format!(" ({}) ", 37 + random.below(60) * 7)),
    },
    Fault {
        name: "another number word",
        pattern: r"(?i)\b(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty) [a-z]+s\b",
        change: |found, _| {
            Some(match found.get(1)?.as_str().to_ascii_lowercase().as_str() {
                "seven" => "four".to_owned(),
                _ => "seven".to_owned(),
            })
        },
    },
];

/// Every place in the English of `pair` where `fault` can be put in, up to three.
fn faulty(pair: &Pair, fault: &Fault, random: &mut Random) -> Vec<(Pair, String)> {
    let pattern = Regex::new(fault.pattern).unwrap();
    let [zh, en] = pair;
    let mut made = Vec::new();
    let found: Vec<Captures<'_>> = pattern.captures_iter(en).collect();
    for captures in found.iter().take(3) {
        let place = captures.get(1).unwrap();
        // What is said twice is not missed where it is said once.
        let twice = en.matches(place.as_str().trim_end_matches(',')).count() > 1;
        if twice && fault.name == "number dropped" {
            continue;
        }
        let Some(new) = (fault.change)(captures, random) else { continue };
        let changed = format!("{}{new}{}", &en[..place.start()], &en[place.end()..]);
        if changed != *en {
            let shown = format!("{} -> {new}", place.as_str());
            made.push(([zh.clone(), changed], shown));
        }
    }
    made
}

#[test]
fn faults_in_numbers_are_caught() {
    let good = good();
    let clean = flagged(&good, RULES);
    println!("numbers: {} clean pairs, {} flagged", good.len(), clean.len());
    for at in &clean {
        println!("    false alarm: {} | {}", good[*at][0], good[*at][1]);
    }
    let mut random = Random(4);
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for fault in FAULTS {
        let mut made: Vec<(Pair, String)> =
            good.iter().flat_map(|pair| faulty(pair, fault, &mut random)).collect();
        // What can be added anywhere would drown the rest.
        if made.len() > 300 {
            let step = made.len() / 300;
            made = made.into_iter().step_by(step).collect();
        }
        let pairs: Vec<Pair> = made.iter().map(|(pair, _)| pair.clone()).collect();
        let caught = flagged(&pairs, RULES);
        for (at, (pair, shown)) in made.iter().enumerate() {
            if !caught.contains(&at) {
                println!(
                    "    missed, {}: {shown}\n        {}\n        {}",
                    fault.name, pair[0], pair[1]
                );
            }
        }
        counts.insert(fault.name, (caught.len(), pairs.len()));
    }
    for (name, (caught, all)) in &counts {
        row(name, *caught, *all);
    }
    let (caught, all) = counts.values().fold((0, 0), |sum, (c, a)| (sum.0 + c, sum.1 + a));
    row("all", caught, all);
    assert!(share(caught, all) >= 0.965, "{caught} of {all} faults in numbers are caught");
    assert!(
        clean.len() * 1000 <= good.len(),
        "{} false alarms in {} pairs",
        clean.len(),
        good.len()
    );
}
