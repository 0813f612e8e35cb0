//! All forms of one side in their order, to be asked which of them a text starts with.
//!
//! Of the forms at or before a text in that order, those that the text starts with are the last one or prefixes of
//! it: everything between a prefix of a text and the text starts with that prefix, too. So one binary search finds
//! them all, and what a form starts with itself is worked out beforehand.

use serde::{Deserialize, Serialize};

/// Forms in ascending order of their bytes.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Forms {
    /// One behind the other.
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
    /// The first bytes of each, which order as the forms do as far as they differ.
    heads: Vec<u64>,
    /// For each two first bytes where the forms begin that start with them or stand behind those.
    starts: Vec<u32>,
    /// The longest other form that each starts with, if any.
    shorter: Vec<Option<u32>>,
}

impl Forms {
    /// `forms` have to be in ascending order, none of them twice, and have less than 4 GB together.
    pub(super) fn new(forms: &[String]) -> Forms {
        let mut all = Forms {
            text: String::with_capacity(forms.iter().map(String::len).sum()),
            ends: Vec::with_capacity(forms.len()),
            heads: Vec::with_capacity(forms.len()),
            starts: Vec::new(),
            shorter: Vec::with_capacity(forms.len()),
        };
        for (place, form) in (0..).zip(forms) {
            let before = u32::checked_sub(place, 1);
            all.shorter.push(all.starting(before, form));
            all.text.push_str(form);
            all.ends.push(all.text.len() as u32);
            all.heads.push(head(form));
            all.starts.resize(first_two(head(form)) + 1, place);
        }
        all.starts.resize(BEGINNINGS + 1, forms.len() as u32);
        all
    }

    fn form(&self, place: usize) -> &str {
        let end = |place: usize| self.ends.get(place).map_or(0, |&end| end as usize);
        let start = place.checked_sub(1).map_or(0, end);
        self.text.get(start..end(place)).unwrap_or_default()
    }

    /// The first of the form at `place` and those that it starts with, longest first, that `text` starts with.
    fn starting(&self, mut place: Option<u32>, text: &str) -> Option<u32> {
        while let Some(at) = place
            && !text.starts_with(self.form(at as usize))
        {
            place = self.shorter.get(at as usize).copied().flatten();
        }
        place
    }

    /// How many forms stand at or before `text` in their order.
    fn up_to(&self, text: &str) -> usize {
        let head = head(text);
        // Forms with another head stand before the text or behind it as their heads do.
        let start = |beginning: usize| self.starts.get(beginning).map_or(0, |&at| at as usize);
        let (first, last) = (start(first_two(head)), start(first_two(head) + 1));
        let near = self.heads.get(first..last).unwrap_or_default();
        let mut behind = first + near.partition_point(|&other| other < head);
        let same = |place: usize| self.heads.get(place) == Some(&head);
        if !same(behind) {
            return behind;
        }
        let mut end = first + near.partition_point(|&other| other <= head);
        while behind < end {
            let middle = behind.midpoint(end);
            if self.form(middle) <= text {
                behind = middle + 1;
            } else {
                end = middle;
            }
        }
        behind
    }

    /// The forms that `text` starts with: their places and their lengths in bytes, longest first.
    pub(super) fn prefixes(&self, text: &str) -> impl Iterator<Item = (usize, usize)> {
        let last = self.up_to(text).checked_sub(1).and_then(|last| u32::try_from(last).ok());
        let longest = self.starting(last, text);
        std::iter::successors(longest, |&place| self.shorter.get(place as usize).copied().flatten())
            .map(|place| (place as usize, self.form(place as usize).len()))
    }
}

/// How many pairs of first bytes there are.
const BEGINNINGS: usize = 1 << 16;

/// The first two bytes of a head.
fn first_two(head: u64) -> usize {
    (head >> 48) as usize
}

/// The first eight bytes of `text`, or fewer and zeros, as a number.
fn head(text: &str) -> u64 {
    let bytes = text.as_bytes();
    match bytes.first_chunk::<8>() {
        Some(first) => u64::from_be_bytes(*first),
        None => {
            let mut padded = [0; 8];
            padded[..bytes.len()].copy_from_slice(bytes);
            u64::from_be_bytes(padded)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Forms;

    proptest! {
        #[test]
        fn all_forms_at_the_start_of_a_text_are_found(
            forms in proptest::collection::btree_set("[ab天\u{0}]{1,12}", 0..40),
            text in "[ab天\u{0}]{0,20}",
        ) {
            let forms: Vec<String> = forms.into_iter().collect();
            let all = Forms::new(&forms);
            let found: Vec<usize> = all.prefixes(&text).map(|(place, _)| place).collect();
            let starts = |place: &usize| text.starts_with(&forms[*place]);
            let expected: Vec<usize> = (0..forms.len()).rev().filter(starts).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
