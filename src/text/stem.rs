//! English stems: one key for the forms of a word, so that "diffuses" meets "diffusion".
//!
//! These keys only ever meet each other. They are rougher than Porter's (1980,
//! <https://tartarus.org/martin/PorterStemmer/>), which they follow in spirit: derivations are cut
//! too, since a dictionary says "to diffuse" where a translator writes "diffusion", and a chance
//! collision costs less than a missed word. Number words become digits, so that "three" meets "3".

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The stem of `word`, which must be in lower case.
///
/// ```
/// use duizhao::text::stem;
/// assert_eq!(stem("diffusing"), stem("diffusion"));
/// assert_eq!(stem("thought"), stem("think"));
/// assert_eq!(stem("three"), "3");
/// ```
pub fn stem(word: &str) -> String {
    let word = base_form(word).unwrap_or(word);
    if word.len() < 4 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let inflected = cut_inflection(word);
    match base_form(&inflected) {
        Some(base) => cut_derivation(base.to_owned()),
        None => cut_derivation(inflected),
    }
}

/// What the table says of an irregular form.
fn base_form(word: &str) -> Option<&'static str> {
    static FORMS: LazyLock<FxHashMap<&str, &str>> =
        LazyLock::new(|| IRREGULAR.iter().copied().collect());
    FORMS.get(word).copied()
}

/// What words end in whose last letters are no ending: succeed, proceed, exceed, bleed.
const WITHOUT_AN_ENDING: [&str; 4] = ["ceed", "bleed", "breed", "speed"];

/// Takes off plural, past, participle and adverb endings.
fn cut_inflection(word: &str) -> String {
    let mut stem = word.to_owned();
    if stem.ends_with("sses") {
        stem.truncate(stem.len() - 2);
    } else if stem.ends_with("ies") && stem.len() > 4 {
        stem.truncate(stem.len() - 3);
        stem.push('y');
    } else if stem.ends_with('s') && !["ss", "us", "is"].iter().any(|end| stem.ends_with(end)) {
        stem.truncate(stem.len() - 1);
    }
    for end in ["ing", "ed"] {
        let Some(rest) = stem.strip_suffix(end) else { continue };
        // "succeed" is the past of nothing.
        if WITHOUT_AN_ENDING.iter().any(|word| stem.ends_with(word)) {
            continue;
        }
        if rest.len() < 3 || !rest.bytes().any(is_vowel) {
            continue;
        }
        let mut rest = rest.to_owned();
        let bytes = rest.as_bytes();
        let doubled = bytes.len() > 3 && bytes[bytes.len() - 1] == bytes[bytes.len() - 2];
        if doubled && !matches!(bytes[bytes.len() - 1], b'l' | b's' | b'z' | b'e' | b'o') {
            rest.truncate(rest.len() - 1);
        }
        return rest;
    }
    stem
}

/// Takes off endings that turn one part of speech into another, longest first, as long as enough
/// of the word is left to tell it from others.
fn cut_derivation(mut stem: String) -> String {
    for _ in 0..3 {
        let last = stem.as_bytes().last();
        // Nearly all endings are told by their last letter not to stand here.
        let rest = DERIVED
            .iter()
            .filter(|(end, _)| end.as_bytes().last() == last)
            .find_map(|&(end, keep)| stem.strip_suffix(end).filter(|rest| rest.len() >= keep));
        let Some(rest) = rest else { break };
        stem.truncate(rest.len());
    }
    if stem.len() > 4 && stem.ends_with("ll") {
        stem.pop();
    }
    if stem.ends_with('y') && stem.len() > 3 {
        stem.pop();
        stem.push('i');
    }
    stem
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Endings, and how many letters must be left before them.
const DERIVED: [(&str, usize); 45] = [
    ("ization", 4),
    ("isation", 4),
    ("ational", 4),
    ("iveness", 4),
    ("fulness", 3),
    ("ousness", 4),
    ("ability", 4),
    ("ibility", 4),
    ("ically", 4),
    ("ation", 4),
    ("ition", 4),
    ("ative", 4),
    ("itive", 4),
    ("ously", 4),
    ("fully", 4),
    ("ingly", 4),
    ("ment", 4),
    ("ness", 3),
    ("less", 4),
    ("able", 4),
    ("ible", 4),
    ("ance", 4),
    ("ence", 4),
    // "currency" is nothing current.
    ("ancy", 5),
    ("ency", 5),
    ("ical", 4),
    ("ally", 4),
    ("ious", 4),
    ("ize", 4),
    ("ise", 4),
    ("ion", 4),
    ("ive", 4),
    ("ity", 4),
    ("ous", 4),
    ("ful", 3),
    ("ent", 4),
    ("ant", 4),
    ("ist", 4),
    ("ism", 4),
    ("ate", 4),
    ("al", 4),
    ("er", 4),
    ("or", 4),
    ("ly", 3),
    ("e", 3),
];

/// Forms that no rule finds, sorted, and the words they belong to; number words to digits.
const IRREGULAR: &[(&str, &str)] = &[
    ("am", "be"),
    ("american", "america"),
    ("analyses", "analysis"),
    ("are", "be"),
    ("arose", "arise"),
    ("ate", "eat"),
    ("became", "become"),
    ("been", "be"),
    ("began", "begin"),
    ("begun", "begin"),
    ("being", "be"),
    ("best", "good"),
    ("better", "good"),
    ("bigger", "big"),
    ("biggest", "big"),
    ("bitten", "bite"),
    ("blew", "blow"),
    ("bought", "buy"),
    ("broke", "break"),
    ("broken", "break"),
    ("brought", "bring"),
    ("built", "build"),
    ("came", "come"),
    ("caught", "catch"),
    ("children", "child"),
    ("chinese", "china"),
    ("chose", "choose"),
    ("chosen", "choose"),
    ("dealt", "deal"),
    ("deeper", "deep"),
    ("depth", "deep"),
    ("did", "do"),
    ("does", "do"),
    ("doing", "do"),
    ("done", "do"),
    ("drawn", "draw"),
    ("drew", "draw"),
    ("driven", "drive"),
    ("drove", "drive"),
    ("dying", "die"),
    ("eaten", "eat"),
    ("eight", "8"),
    ("eighteen", "18"),
    ("eighty", "80"),
    ("eleven", "11"),
    ("european", "europe"),
    ("fallen", "fall"),
    ("fed", "feed"),
    ("feet", "foot"),
    ("fell", "fall"),
    ("felt", "feel"),
    ("fewer", "few"),
    ("fifteen", "15"),
    ("fifth", "5"),
    ("fifty", "50"),
    ("first", "1"),
    ("five", "5"),
    ("fled", "flee"),
    ("flew", "fly"),
    ("forgot", "forget"),
    ("forgotten", "forget"),
    ("forty", "40"),
    ("fought", "fight"),
    ("found", "find"),
    ("four", "4"),
    ("fourteen", "14"),
    ("fourth", "4"),
    ("gave", "give"),
    ("given", "give"),
    ("goes", "go"),
    ("going", "go"),
    ("gone", "go"),
    ("gonna", "go"),
    ("got", "get"),
    ("gotta", "get"),
    ("gotten", "get"),
    ("grew", "grow"),
    ("grown", "grow"),
    ("growth", "grow"),
    ("had", "have"),
    ("has", "have"),
    ("health", "healthy"),
    ("heard", "hear"),
    ("held", "hold"),
    ("hidden", "hide"),
    ("higher", "high"),
    ("highest", "high"),
    ("hundred", "100"),
    ("hung", "hang"),
    ("hypotheses", "hypothesis"),
    ("is", "be"),
    ("kept", "keep"),
    ("knew", "know"),
    ("known", "know"),
    ("laid", "lay"),
    ("larger", "large"),
    ("largest", "large"),
    ("later", "late"),
    ("latest", "late"),
    ("led", "lead"),
    ("left", "leave"),
    ("length", "long"),
    ("lent", "lend"),
    ("lit", "light"),
    ("lives", "life"),
    ("longer", "long"),
    ("longest", "long"),
    ("lost", "lose"),
    ("lying", "lie"),
    ("made", "make"),
    ("meant", "mean"),
    ("men", "man"),
    ("met", "meet"),
    ("mice", "mouse"),
    ("nine", "9"),
    ("ninety", "90"),
    ("one", "1"),
    ("paid", "pay"),
    ("ran", "run"),
    ("risen", "rise"),
    ("rode", "ride"),
    ("rose", "rise"),
    ("said", "say"),
    ("sang", "sing"),
    ("sat", "sit"),
    ("saw", "see"),
    ("second", "2"),
    ("seeing", "see"),
    ("seen", "see"),
    ("sent", "send"),
    ("seven", "7"),
    ("seventy", "70"),
    ("shook", "shake"),
    ("shot", "shoot"),
    ("shown", "show"),
    ("six", "6"),
    ("sixteen", "16"),
    ("sixty", "60"),
    ("slept", "sleep"),
    ("slid", "slide"),
    ("smarter", "smart"),
    ("smartest", "smart"),
    ("sold", "sell"),
    ("sought", "seek"),
    ("spent", "spend"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("stole", "steal"),
    ("stood", "stand"),
    ("strength", "strong"),
    ("struck", "strike"),
    ("stuck", "stick"),
    ("swore", "swear"),
    ("taken", "take"),
    ("taught", "teach"),
    ("teeth", "tooth"),
    ("ten", "10"),
    ("third", "3"),
    ("thirteen", "13"),
    ("thirty", "30"),
    ("thought", "think"),
    ("thousand", "1000"),
    ("three", "3"),
    ("threw", "throw"),
    ("told", "tell"),
    ("took", "take"),
    ("tore", "tear"),
    ("tried", "try"),
    ("tries", "try"),
    ("twelve", "12"),
    ("twenty", "20"),
    ("twice", "2"),
    ("two", "2"),
    ("understood", "understand"),
    ("used", "use"),
    ("uses", "use"),
    ("using", "use"),
    ("wanna", "want"),
    ("was", "be"),
    ("wealth", "wealthy"),
    ("went", "go"),
    ("were", "be"),
    ("width", "wide"),
    ("wives", "wife"),
    ("woke", "wake"),
    ("women", "woman"),
    ("won", "win"),
    ("wore", "wear"),
    ("worse", "bad"),
    ("worst", "bad"),
    ("wound", "wind"),
    ("written", "write"),
    ("wrote", "write"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(IRREGULAR.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for forms in [
            &["diffuse", "diffuses", "diffusing", "diffusion", "diffused"][..],
            &["invest", "investment", "investing", "investor"],
            &["predict", "prediction", "predictable", "predicted"],
            &["run", "running", "ran", "runs"],
            &["company", "companies"],
            &["model", "models", "modeling"],
            &["quick", "quickly", "quickness"],
            &["write", "writing", "wrote", "written"],
            &["child", "children"],
            &["succeed", "succeeds", "succeeded", "succeeding"],
            &["agree", "agrees", "agreed", "agreeing"],
            &["2", "two", "second"],
        ] {
            for form in forms {
                assert_eq!(stem(form), stem(forms[0]), "{form}");
            }
        }
    }

    #[test]
    fn short_words_stay_apart() {
        assert_ne!(stem("being"), stem("bed"));
        assert_ne!(stem("thing"), stem("the"));
        assert_ne!(stem("sing"), stem("sin"));
    }
}
