//! The term bases that ship with the program.

use duizhao::lexicon::{Lexicon, audit, check};
use duizhao::text::Side;

#[test]
fn five_hundred_concepts_ship() {
    assert!(Lexicon::builtin().concepts().len() >= 500);
}

#[test]
fn the_audit_has_nothing_to_say() {
    let remarks = audit(Lexicon::builtin().concepts());
    let list: Vec<String> = remarks.iter().map(ToString::to_string).collect();
    assert!(list.is_empty(), "{}", list.join("\n"));
}

/// A form that one concept allows raises no problem beside its own translations.
#[test]
fn every_entry_is_satisfied_by_its_own_forms() {
    let lexicon = Lexicon::builtin();
    // The forms of a set of contrasts are generous: they excuse what another of the set stands for.
    for concept in lexicon.concepts().iter().filter(|concept| concept.contrast.is_none()) {
        let zh = if concept.keep { &concept.en } else { &concept.zh };
        for zh in zh {
            // What is meant only beside some word stands beside it.
            let zh = &format!("{}{zh}", concept.near.first().map_or("", String::as_str));
            for en in &concept.en {
                let problems = check(lexicon, &[zh], &[en]);
                assert!(problems.is_empty(), "{zh} beside {en}: {problems:?}");
            }
        }
    }
}

#[test]
fn every_form_is_found() {
    let lexicon = Lexicon::builtin();
    for side in Side::BOTH {
        for concept in lexicon.concepts() {
            for form in concept.forms(side) {
                let found = lexicon.matches(side, form);
                let own = found.iter().any(|found| lexicon.concept(found.concept) == concept);
                assert!(own, "{form} is found as {found:?}");
            }
        }
    }
}

#[test]
fn times_told_from_today_are_told_apart() {
    let told = |zh: &str, en: &str| !check(Lexicon::builtin(), &[zh], &[en]).is_empty();
    for (zh, en) in [
        ("明年我们会扩建车间。", "We will extend the workshop this year."),
        ("上个月销量不错。", "Sales were good this month."),
        ("他昨天才到。", "He only arrived today."),
        ("下周一开会。", "We meet this Monday."),
    ] {
        assert!(told(zh, en), "{zh} {en}");
    }
    for (zh, en) in [
        ("明年我们会扩建车间。", "We will extend the workshop next year."),
        // As a report says it, or with the year itself.
        ("去年销量同比下降。", "In 2024 sales fell from a year earlier."),
        ("他说明天来。", "He said that he would come the next day."),
        (
            "今年前三季度同比增长 5%。",
            "In the first three quarters of this year it grew 5% from last year.",
        ),
        ("昨天和今天一样。", "Today is just like it was before."),
    ] {
        assert!(!told(zh, en), "{zh} {en}");
    }
}
