//! The modules of the library that build the tables, so that writer and reader cannot drift apart.

#[path = "../src/dictionary"]
#[expect(dead_code, reason = "a table is only written here")]
pub(crate) mod dictionary {
    pub(crate) mod compile;
    mod gloss;
    mod layout;
}

#[path = "../src/lexicon"]
#[expect(dead_code, unreachable_pub, unused_imports, reason = "nothing is looked for here")]
pub(crate) mod lexicon {
    mod case;
    pub(crate) mod compiled;
    mod error;
    mod fold;
    mod forms;
    mod index;
    mod inflect;
    mod model;
    mod openings;
    pub(crate) mod read;
    mod taiwan;
}

#[path = "../src/text"]
#[expect(dead_code, unreachable_pub, reason = "little of it is needed here")]
pub(crate) mod text {
    mod char_index;
    mod character_set;
    mod lang;
    mod side;
    mod source;
    mod span;
    mod stem;
    mod suggest;
    mod traditional;
    mod words;
    pub(crate) use char_index::CharIndex;
    pub(crate) use character_set::CharacterSet;
    pub(crate) use lang::{is_alphanumeric, is_han, is_latin};
    pub(crate) use side::Side;
    pub(crate) use source::{Position, Source};
    pub(crate) use span::Span;
    pub(crate) use stem::stem;
    pub(crate) use suggest::{closest, did_you_mean};
    pub(crate) use traditional::{is_simplified, simplify};
    pub(crate) use words::latin_words;
}
