//! Terms that stand inside a longer word, "metaserver" for 元服务器, or in small letters, "cpu" for CPU, as labels of
//! programs write them.

use crate::lexicon::case::is_acronym;
use crate::text::latin_words;

/// A form this long, in letters, is looked for inside longer words.
const LEAST: usize = 6;

/// What may stand before a form in one word with it.
const BEFORE: &[&str] = &[
    "app", "audio", "auto", "bio", "cloud", "cyber", "data", "file", "game", "geo", "home", "key",
    "mail", "meta", "micro", "mini", "multi", "name", "net", "photo", "pre", "print", "proxy",
    "sub", "super", "time", "video", "web",
];

/// What may stand behind it.
const BEHIND: &[&str] = &["list", "name", "side", "box", "file", "path", "d", "ed", "ing", "ion"];

/// Acronyms that programs write in small letters, none of which is another word.
const IN_SMALL_LETTERS: &[&str] = &[
    "api", "cli", "cpu", "css", "dns", "ftp", "gpu", "gui", "html", "http", "https", "id", "ide",
    "json", "lan", "pdf", "ram", "sdk", "sql", "ssd", "ssh", "tcp", "udp", "url", "usb", "vpn",
    "xml",
];

/// Whether one word of `text` is put together of `form` and another word, or is that acronym in small letters.
pub(super) fn stands_inside(form: &str, text: &str) -> bool {
    if !form.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return false;
    }
    let small = form.to_ascii_lowercase();
    if is_acronym(form) {
        return IN_SMALL_LETTERS.contains(&&*small)
            && latin_words(text).any(|(_, word)| {
                let singular = word.strip_suffix('s').unwrap_or(word);
                word.eq_ignore_ascii_case(form) || singular.eq_ignore_ascii_case(form)
            });
    }
    form.len() >= LEAST
        && latin_words(text).filter(|(_, word)| word.len() > form.len()).any(|(_, word)| {
            let word = word.to_ascii_lowercase();
            let word = word.strip_suffix('s').unwrap_or(&word);
            word.strip_suffix(&*small).is_some_and(|before| BEFORE.contains(&before))
                || word.strip_prefix(&*small).is_some_and(|behind| BEHIND.contains(&behind))
        })
}

#[cfg(test)]
mod tests {
    use super::stands_inside;

    #[test]
    fn a_term_may_be_a_part_of_a_word() {
        for (form, text) in [
            ("server", "Keyserver used to query for keys."),
            ("server", "Serverlist URL"),
            ("browser", "Open the FileBrowser"),
            ("processor", "two preprocessors"),
            ("CPU", "label for the cpu indicator"),
            ("ID", "no image with id %s"),
        ] {
            assert!(stands_inside(form, text), "{form} {text}");
        }
    }

    #[test]
    fn the_opposite_is_another_word() {
        for (form, text) in [
            ("stable", "unstable"),
            ("organic", "inorganic"),
            ("IT", "it works"),
            ("tune", "fortunes"),
            ("server", "observers"),
            ("server", "a serverless function"),
            ("LED", "has led the market"),
        ] {
            assert!(!stands_inside(form, text), "{form} {text}");
        }
    }
}
