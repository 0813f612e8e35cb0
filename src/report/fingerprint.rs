//! A name for a finding that survives edits elsewhere: see docs/fingerprint.md.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::xxh3_64;

use super::model::FindingReport;

/// Hands out fingerprints within one file.
#[derive(Debug, Default)]
pub struct Fingerprints {
    seen: BTreeMap<u64, u32>,
}

impl Fingerprints {
    /// Names findings, in the order of their file. What was named before counts: the stretches of a
    /// corpus are named one after the other.
    pub fn assign(&mut self, findings: &mut [FindingReport]) {
        // Findings of one turn may quote the whole of it, one after the other.
        let mut last = [(String::new(), String::new()), (String::new(), String::new())];
        for finding in findings {
            for (place, (quoted, short)) in [&finding.zh, &finding.en].into_iter().zip(&mut last) {
                let text = place.as_ref().map_or("", |place| place.text.as_str());
                if text != quoted {
                    (*quoted, *short) = (text.to_owned(), folded(text));
                }
            }
            finding.fingerprint = self.next_folded(&finding.rule, [&last[0].1, &last[1].1]);
        }
    }

    /// The fingerprint of a finding of `rule` that quotes these texts, with their white space folded. Findings
    /// that agree in all of that are told apart by which of them comes first.
    fn next_folded(&mut self, rule: &str, [zh, en]: [&str; 2]) -> String {
        let content = format!("{rule}\u{1f}{zh}\u{1f}{en}");
        let hash = xxh3_64(content.as_bytes());
        let ordinal = self.seen.entry(hash).or_default();
        let told_apart = match *ordinal {
            0 => hash,
            ordinal => xxh3_64(format!("{content}\u{1f}{ordinal}").as_bytes()),
        };
        *ordinal += 1;
        format!("{told_apart:016x}")
    }
}

/// The text with every run of white space as one space.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The vectors of docs/fingerprint.md.
    #[test]
    fn published_vectors() {
        let mut fingerprints = Fingerprints::default();
        let mut next =
            |zh, en| fingerprints.next_folded("number-mismatch", [&folded(zh), &folded(en)]);
        assert_eq!(next("50 亿美元", "$50 billion"), "6a249fe3bf5637c8");
        assert_eq!(next("50  亿美元", "$50\nbillion"), "2e6c450776afe161");
        assert_eq!(next("", "$50 billion"), "f485550819e1c3da");
    }
}
