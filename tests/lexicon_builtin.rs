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
