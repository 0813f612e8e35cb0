//! Names for what stands in a text: small numbers for Chinese items and English stems.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::dictionary::{Dictionary, StemId, Word};
use crate::text::{Side, latin_words, stem};

/// The number of an item of one side, from 0.
pub(super) type ItemId = u32;

/// The items of a document. The English side is read first, so that only those translations of a
/// Chinese word are kept that stand somewhere in it.
pub(super) struct Vocabulary<'d> {
    dictionary: &'d Dictionary,
    zh: FxHashMap<String, ItemId>,
    /// For each Chinese item the English stems that it may become, with weights from 0 to 1.
    senses: Vec<Vec<(ItemId, f32)>>,
    /// Whether the dictionary says anything of a Chinese item, wherever its translations stand.
    zh_known: Vec<bool>,
    stems: FxHashMap<String, ItemId>,
    stem_known: Vec<bool>,
    dictionary_stems: FxHashMap<StemId, ItemId>,
}

impl<'d> Vocabulary<'d> {
    /// An empty vocabulary.
    pub(super) fn new(dictionary: &'d Dictionary) -> Vocabulary<'d> {
        Vocabulary {
            dictionary,
            zh: FxHashMap::default(),
            senses: Vec::new(),
            zh_known: Vec::new(),
            stems: FxHashMap::default(),
            stem_known: Vec::new(),
            dictionary_stems: FxHashMap::default(),
        }
    }

    /// How many Chinese items there are.
    pub(super) fn zh_items(&self) -> usize {
        self.senses.len()
    }

    /// How many English stems there are.
    pub(super) fn stems(&self) -> usize {
        self.stems.len()
    }

    /// What a Chinese item may become.
    pub(super) fn senses(&self, item: usize) -> &[(ItemId, f32)] {
        &self.senses[item]
    }

    /// Whether an item of `side` has translations at all, in this document or not: then it says
    /// something where none of them stands.
    pub(super) fn is_known(&self, side: Side, item: ItemId) -> bool {
        match side {
            Side::Zh => self.zh_known[item as usize],
            Side::En => self.stem_known[item as usize],
        }
    }

    /// The words of `side`, each with its item, in no order.
    pub(super) fn words(&self, side: Side) -> impl Iterator<Item = (&str, ItemId)> {
        let words = if side == Side::Zh { &self.zh } else { &self.stems };
        words.iter().map(|(word, &item)| (word.as_str(), item))
    }

    /// Adds the items of `text` to `items`.
    pub(super) fn push_items(&mut self, text: &str, side: Side, items: &mut Vec<ItemId>) {
        if side == Side::Zh {
            for word in self.dictionary.words(text) {
                items.push(self.zh_word(word, word.span.of(text)));
            }
        }
        for (_, word) in latin_words(text) {
            let stem = key_of(word);
            items.push(match side {
                Side::En => self.stem(&stem),
                Side::Zh => self.zh_latin(&stem),
            });
        }
        // The first byte of all Greek letters is one of two.
        if text.bytes().any(|byte| matches!(byte, 0xCE | 0xCF)) {
            for name in text.chars().filter_map(name_of_greek) {
                self.push_key(&stem(name), side, items);
            }
        }
    }

    /// The items of `text` that were added before, as a part of a longer text.
    pub(super) fn items_of(&self, text: &str, side: Side) -> Vec<ItemId> {
        let known = if side == Side::Zh { &self.zh } else { &self.stems };
        let latin = latin_words(text).filter_map(|(_, word)| known.get(&key_of(word)));
        let words = if side == Side::Zh { self.dictionary.words(text) } else { Vec::new() };
        let words = words.iter().filter_map(|word| known.get(word.span.of(text)));
        words.chain(latin).copied().collect()
    }

    /// Adds an item that is the same on both sides, such as a quantity's value.
    pub(super) fn push_key(&mut self, key: &str, side: Side, items: &mut Vec<ItemId>) {
        items.push(match side {
            Side::En => self.stem(key),
            Side::Zh => self.zh_latin(key),
        });
    }

    /// Notes that a Chinese text, which need not be a word, may become `stem`, and gives back the
    /// item that stands for it from now on. `worth` is from 0 to 1.
    pub(super) fn teach(&mut self, text: &str, stem: ItemId, worth: f32) -> ItemId {
        let key = format!("*{text}");
        let id = match self.zh.get(&key) {
            Some(&id) => id,
            None => self.push_zh(&key, Vec::new(), true),
        };
        self.senses[id as usize].push((stem, worth));
        id
    }

    fn stem(&mut self, stem: &str) -> ItemId {
        if let Some(&id) = self.stems.get(stem) {
            return id;
        }
        let id = self.stems.len() as ItemId;
        self.stems.insert(stem.to_owned(), id);
        let known = self.dictionary.stem_id(stem);
        self.stem_known.push(known.is_some());
        if let Some(known) = known {
            self.dictionary_stems.insert(known, id);
        }
        id
    }

    /// A Latin-script word in Chinese text stays as it is.
    fn zh_latin(&mut self, word: &str) -> ItemId {
        if let Some(&id) = self.zh.get(word) {
            return id;
        }
        let senses = self.stems.get(word).map(|&stem| (stem, 1.0)).into_iter().collect();
        self.push_zh(word, senses, true)
    }

    fn zh_word(&mut self, word: Word, text: &str) -> ItemId {
        if let Some(&id) = self.zh.get(text) {
            return id;
        }
        let single = text.chars().nth(1).is_none();
        let mut senses: Vec<(ItemId, f32)> = Vec::new();
        let inner = self.dictionary.inner_words(text);
        let parts = inner.into_iter().map(|part| (part, INNER_WORTH));
        for (part, worth) in
            std::iter::once((word, if single { SINGLE_WORTH } else { 1.0 })).chain(parts)
        {
            for (stem, weight) in self.dictionary.stems(part) {
                let Some(&stem) = self.dictionary_stems.get(&stem) else { continue };
                senses.push((stem, weight * worth));
            }
        }
        senses.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        senses.dedup_by_key(|sense| sense.0);
        let known = self.dictionary.stems(word).next().is_some();
        self.push_zh(text, senses, known)
    }

    fn push_zh(&mut self, text: &str, senses: Vec<(ItemId, f32)>, known: bool) -> ItemId {
        let id = self.senses.len() as ItemId;
        self.zh_known.push(known);
        self.senses.push(senses);
        self.zh.insert(text.to_owned(), id);
        id
    }
}

/// What a word in Latin script is known by.
pub(super) fn key_of(word: &str) -> String {
    let word = plain_form(word);
    stem(word.strip_suffix("'s").unwrap_or(&word))
}

/// What English calls a Greek letter: β 受体, "beta receptors".
fn name_of_greek(letter: char) -> Option<&'static str> {
    const NAMES: [(char, &str); 16] = [
        ('α', "alpha"),
        ('β', "beta"),
        ('γ', "gamma"),
        ('δ', "delta"),
        ('ε', "epsilon"),
        ('θ', "theta"),
        ('κ', "kappa"),
        ('λ', "lambda"),
        ('μ', "mu"),
        ('π', "pi"),
        ('ρ', "rho"),
        ('σ', "sigma"),
        ('τ', "tau"),
        ('φ', "phi"),
        ('ψ', "psi"),
        ('ω', "omega"),
    ];
    NAMES.iter().find(|(greek, _)| *greek == letter).map(|(_, name)| *name)
}

/// `word` in lower case, with one sign for all apostrophes and commas.
fn plain_form(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.to_lowercase().replace(['’', ','], "'"))
}

/// What a word inside a longer one is worth: 数据中心 may also be a centre for data.
pub(super) const INNER_WORTH: f32 = 0.6;

/// What a word of one character is worth: such words mean many things.
pub(super) const SINGLE_WORTH: f32 = 0.6;
