//! The spellings under which a form stands in running text: inflected or British English, the Chinese of Taiwan.
//!
//! Everything here works on folded text (see `fold`), where a space stands for a hyphen as well.

use super::fold::{fold, is_han};
use super::model::PartOfSpeech;
use super::taiwan::taiwanese;

/// All folded spellings of `form`, the plain one first, without repeats.
pub(super) fn spellings(form: &str, part_of_speech: PartOfSpeech) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for joined in join_hyphens(form) {
        let other = if joined.contains(is_han) { taiwanese(&joined) } else { british(&joined) };
        for variant in std::iter::once(joined).chain(other) {
            for inflected in inflect(variant, part_of_speech) {
                if !all.contains(&inflected) {
                    all.push(inflected);
                }
            }
        }
    }
    all
}

/// A hyphen may be a hyphen, a space or nothing: `pre-training` is `pre training` (which folding
/// makes of both) or `pretraining`.
fn join_hyphens(form: &str) -> Vec<String> {
    const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];
    match form.contains(HYPHENS) {
        true => vec![fold(form), fold(&form.replace(HYPHENS, ""))],
        false => vec![fold(form)],
    }
}

/// British beside American spelling.
fn british(folded: &str) -> Option<String> {
    const PAIRS: [(&str, &str); 7] = [
        ("ization", "isation"),
        ("izing", "ising"),
        ("ize", "ise"),
        ("center", "centre"),
        ("labor", "labour"),
        ("defense", "defence"),
        ("modeling", "modelling"),
    ];
    PAIRS.iter().find_map(|(american, british)| {
        folded.contains(american).then(|| folded.replace(american, british))
    })
}

fn inflect(folded: String, part_of_speech: PartOfSpeech) -> Vec<String> {
    let plain = !folded.ends_with(|c: char| c.is_ascii_alphabetic()) || folded.contains(is_han);
    if plain || part_of_speech == PartOfSpeech::Adjective {
        return vec![folded];
    }
    if part_of_speech == PartOfSpeech::Name {
        // A name has no plural, but the people of a country have: Koreans.
        let people = folded.ends_with("an") && !folded.contains(' ');
        let plural = people.then(|| format!("{folded}s"));
        return std::iter::once(folded).chain(plural).collect();
    }
    let (before, word, after) = head(&folded, part_of_speech);
    let mut endings = vec![plural(word)];
    if part_of_speech == PartOfSpeech::Verb {
        endings.extend(past_and_progressive(word));
    }
    let inflected = endings.into_iter().map(|word| match (before, after) {
        ("", "") => word,
        _ => [before, &word, after].concat(),
    });
    std::iter::once(folded.clone()).chain(inflected).collect()
}

/// Splits a form at the word that is inflected: the noun before `of`, the verb before a particle,
/// else the last word.
fn head(folded: &str, part_of_speech: PartOfSpeech) -> (&str, &str, &str) {
    const PARTICLES: [&str; 9] =
        [" up", " out", " down", " off", " in", " on", " back", " over", " through"];
    let split = match part_of_speech {
        PartOfSpeech::Verb => PARTICLES
            .iter()
            .find_map(|particle| folded.ends_with(particle).then(|| folded.len() - particle.len())),
        _ => folded.find(" of "),
    };
    let (front, after) = split.map_or((folded, ""), |at| folded.split_at(at));
    let start = front.rfind(' ').map_or(0, |space| space + 1);
    let (before, word) = front.split_at(start);
    (before, word, after)
}

fn plural(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("is") {
        return format!("{stem}es");
    }
    if ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end)) {
        return format!("{word}es");
    }
    match word.strip_suffix('y') {
        Some(stem) if !stem.ends_with(is_vowel) => format!("{stem}ies"),
        _ => format!("{word}s"),
    }
}

fn past_and_progressive(word: &str) -> Vec<String> {
    const FINISHED: [&str; 4] = ["ing", "ed", "tion", "ment"];
    if word.len() > 4 && FINISHED.iter().any(|end| word.ends_with(end)) {
        return Vec::new();
    }
    if let Some(stem) = word.strip_suffix('e') {
        return vec![format!("{stem}ed"), format!("{stem}ing")];
    }
    if let Some(stem) = word.strip_suffix('y')
        && !stem.ends_with(is_vowel)
    {
        return vec![format!("{stem}ied"), format!("{word}ing")];
    }
    let mut all = vec![format!("{word}ed"), format!("{word}ing")];
    if let Some(last) = doubled(word) {
        all.push(format!("{word}{last}ed"));
        all.push(format!("{word}{last}ing"));
    }
    all
}

/// The last letter, if it may be doubled: `ship`, `label`.
fn doubled(word: &str) -> Option<char> {
    let mut back = word.chars().rev();
    let (last, middle, first) = (back.next()?, back.next()?, back.next()?);
    let may = !is_vowel(last) && !"wxy".contains(last) && is_vowel(middle) && !is_vowel(first);
    may.then_some(last)
}

fn is_vowel(c: char) -> bool {
    "aeiou".contains(c)
}

#[cfg(test)]
mod tests {
    use super::spellings;
    use crate::lexicon::model::PartOfSpeech::{Name, Noun, Verb};

    #[test]
    fn verbs_take_every_ending() {
        assert_eq!(spellings("scale", Verb), ["scale", "scales", "scaled", "scaling"]);
        assert!(spellings("ship", Verb).contains(&"shipping".to_owned()));
        assert!(spellings("scale up", Verb).contains(&"scaling up".to_owned()));
    }

    #[test]
    fn hyphens_may_be_spaces_or_nothing() {
        let all = spellings("pre-training", Noun);
        assert!(
            all.contains(&"pre training".to_owned()) && all.contains(&"pretraining".to_owned())
        );
    }

    #[test]
    fn nouns_take_the_plural_of_their_head() {
        assert_eq!(spellings("rate of return", Noun), ["rate of return", "rates of return"]);
        assert_eq!(spellings("policy", Noun), ["policy", "policies"]);
        assert_eq!(spellings("analysis", Noun), ["analysis", "analyses"]);
        assert_eq!(spellings("GPU", Noun), ["gpu", "gpus"]);
    }

    #[test]
    fn names_stay_as_they_are() {
        assert_eq!(spellings("Claude", Name), ["claude"]);
    }

    #[test]
    fn british_spelling_counts() {
        assert!(spellings("data center", Noun).contains(&"data centres".to_owned()));
        assert!(spellings("optimize", Verb).contains(&"optimising".to_owned()));
    }
}
