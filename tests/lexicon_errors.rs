//! Every mistake in a term base is told with its place and what was expected there.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::path::{Path, PathBuf};

use duizhao::lexicon::{Lexicon, LexiconFile};

fn error(toml: &str) -> String {
    LexiconFile::parse(Path::new("my.toml"), toml).unwrap_err().to_string()
}

const ENTRY: &str = "[[term]]\nzh = [\"甲\"]\nen = [\"first\"]\n";

fn error_with(line: &str) -> String {
    error(&format!("{ENTRY}{line}\n"))
}

#[test]
fn a_bare_text_is_no_list() {
    assert_eq!(
        error("[[term]]\nzh = \"预训练\"\n"),
        "my.toml:2:6: `zh` must be a list of texts, as in [\"预训练\"], not a text",
    );
    assert_eq!(
        error("[[term]]\nzh = [\"甲\", 3]\n"),
        "my.toml:2:12: `zh` must be a list of texts, as in [\"预训练\"], not a number",
    );
}

#[test]
fn an_unknown_key_is_no_silence() {
    assert_eq!(
        error_with("forbiden = []"),
        "my.toml:4:1: unknown key `forbiden`; expected one of `zh`, \
         `en`, `forbidden`, `pos`, `case-sensitive`, `keep`, `direction`, `near`, `contrast`, `domain`, `note`; did you mean `forbidden`?",
    );
    assert_eq!(
        error("[[terms]]\nzh = [\"甲\"]\n"),
        "my.toml:1:3: unknown key `terms`; expected one of `term`, \
         `contrast`, `domain`, `direction`, `replaces-builtin`; did you mean `term`?",
    );
    assert_eq!(
        error_with("forbidden = [{ en = \"fist\", reason = \"\" }]"),
        "my.toml:4:29: unknown key `reason`; expected one of `zh`, `en`, `why`, `anywhere`",
    );
}

#[test]
fn a_set_of_contrasts_has_a_name_and_terms() {
    assert_eq!(
        error("[[contrast]]\nset = \"blood vessel\"\n"),
        "my.toml:2:1: this entry is no set: expected `set`, its name, and `terms`, a list of entries",
    );
    assert_eq!(
        error("[[contrast]]\nset = \"a\"\nterms = [{ zh = [\"静脉\"] }]\n"),
        "my.toml:3:10: this entry has no English form: expected `en`",
    );
    assert_eq!(
        error("[[contrast]]\nname = \"a\"\nterms = []\n"),
        "my.toml:2:1: unknown key `name`; expected one of `set`, `terms`",
    );
}

#[test]
fn a_word_is_one_of_a_few() {
    assert_eq!(
        error_with("pos = \"verbs\""),
        "my.toml:4:7: `pos` is \"verbs\"; expected one of `noun`, `verb`, \
         `adjective`, `name`; did you mean `verb`?",
    );
    assert_eq!(
        error_with("keep = \"yes\""),
        "my.toml:4:8: `keep` must be true or false, not a text",
    );
}

#[test]
fn a_form_holds_something_to_find() {
    assert_eq!(
        error("[[term]]\nzh = [\"甲\", \" … \"]\n"),
        "my.toml:2:12: `zh` holds a form without a letter, digit or Chinese character: \" … \"",
    );
    assert_eq!(
        error("[[term]]\nzh = [\"甲\"]\nen = [\"乙\"]\n"),
        "my.toml:3:7: `乙` under `en` holds Chinese characters: an English form is expected",
    );
}

#[test]
fn an_entry_says_enough() {
    assert_eq!(
        error("# mine\n\n[[term]]\nzh = [\"甲\"]\n"),
        "my.toml:3:1: this entry has no English form: expected `en`",
    );
    assert_eq!(
        error("[[term]]\nen = [\"Claude\"]\n"),
        "my.toml:1:1: this entry has no Chinese form: expected `zh`, or keep = true for a name",
    );
    assert_eq!(
        error_with("forbidden = [{ why = \"\" }]"),
        "my.toml:4:14: this entry forbids one form at a time: expected either `zh` or `en`",
    );
}

#[test]
fn broken_toml_is_told_where_it_breaks() {
    assert!(
        error("[[term]]\nzh = [\"甲\"\nen = [\"x\"]\n")
            .starts_with("my.toml:3:1: is no TOML here: ")
    );
    assert!(error("[[term]]\r\nzh = ]\r\n").starts_with("my.toml:2:6: is no TOML here: "));
}

#[test]
fn a_missing_file_is_named() {
    let error = Lexicon::load(&[PathBuf::from("no/such.toml")]).err().unwrap();
    assert!(error.to_string().starts_with("cannot read no/such.toml: "));
    assert!(error.help().is_some());
}

#[test]
fn an_empty_file_is_a_term_base_without_terms() {
    assert!(LexiconFile::parse(Path::new("my.toml"), "").unwrap().concepts.is_empty());
    assert!(
        LexiconFile::parse(Path::new("my.toml"), "\u{FEFF}# mine\n").unwrap().concepts.is_empty()
    );
}
