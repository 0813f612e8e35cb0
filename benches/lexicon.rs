//! What the lexicon costs: to start with, and per text against the number of entries.
//!
//! `cargo bench --bench lexicon`

use std::path::Path;

use divan::Bencher;
use divan::counter::BytesCount;
use duizhao::lexicon::{Concept, Lexicon, LexiconFile, check};
use duizhao::text::Side;

fn main() {
    divan::main();
}

const ZH: &str = "我们在 Anthropic 做强化学习,先有一个预训练阶段,然后在其之上有一个 RL 阶段。算力每年增长 3 倍,数据中心里的天才之国还有很长的路要走。";
const EN: &str = "At Anthropic we do reinforcement learning: first a pre-training phase, then an RL phase on top of it. Compute grows threefold a year, and the country of geniuses in a data center is still a long way off.";

/// The built-in concepts and invented ones, `count` in all.
fn concepts(count: usize) -> Vec<Concept> {
    let mut concepts = Lexicon::builtin().concepts().to_vec();
    concepts.truncate(count);
    let file = LexiconFile::parse(Path::new("one.toml"), "[[term]]\nzh = [\"甲\"]\nen = [\"a\"]\n");
    let Some(pattern) = file.ok().and_then(|file| file.concepts.into_iter().next()) else {
        return concepts;
    };
    for number in concepts.len()..count {
        let han = |digit: usize| char::from_u32(0x4E00 + (digit % 5000) as u32).unwrap_or('甲');
        let zh = [number, number / 7, number / 49, number / 343].map(han).iter().collect();
        let en = format!("term {} {}", number % 317, number);
        concepts.push(Concept { zh: vec![zh], en: vec![en], ..pattern.clone() });
    }
    concepts
}

/// A lexicon for a project: that which ships, and no term base beside it.
#[divan::bench]
fn load_builtin() -> Option<Lexicon> {
    Lexicon::load(&[]).ok()
}

#[divan::bench(args = [100, 1_000, 10_000, 100_000], sample_count = 5)]
fn build(bencher: Bencher<'_, '_>, count: usize) {
    bencher.with_inputs(|| concepts(count)).bench_values(Lexicon::from_concepts);
}

#[divan::bench(args = [100, 1_000, 10_000, 100_000])]
fn match_text(bencher: Bencher<'_, '_>, count: usize) {
    let lexicon = Lexicon::from_concepts(concepts(count));
    let (zh, en) = (ZH.repeat(50), EN.repeat(50));
    bencher
        .counter(BytesCount::new(zh.len() + en.len()))
        .bench(|| lexicon.matches(Side::Zh, &zh).len() + lexicon.matches(Side::En, &en).len());
}

#[divan::bench(args = [100, 1_000, 10_000, 100_000])]
fn check_link(bencher: Bencher<'_, '_>, count: usize) {
    let lexicon = Lexicon::from_concepts(concepts(count));
    bencher
        .counter(BytesCount::new(ZH.len() + EN.len()))
        .bench(|| check(&lexicon, &[ZH], &[EN]).len());
}
