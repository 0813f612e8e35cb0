//! The whole default check of corpus rows, against word segmentation of the same Chinese text, on one
//! core.
//!
//! `cargo bench --bench check`; `DUIZHAO_PAIRS=FILE.tsv` measures on a corpus of your own, which says more
//! than the few rows here: what is read again and again stays in the caches.

#![expect(clippy::print_stdout, reason = "a benchmark prints")]

use std::hint::black_box;
use std::time::Duration;
use std::time::Instant;

use duizhao::Checker;
use duizhao::input::corpus::{CorpusError, CorpusFormat, CorpusReader};
use jieba_rs::Jieba;
use mimalloc::MiMalloc;
use rayon::ThreadPoolBuilder;

/// The allocator of the program, for both.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Pairs as a corpus has them: with and without numbers, names and terms.
const ROWS: &[(&str, &str)] = &[
    (
        "公司去年的收入达到 50 亿美元，比前一年增长了三成，但是利润只有 2.5 亿美元。",
        "The company's revenue reached $5 billion last year, thirty percent more than the year before, but its profit was only $250 million.",
    ),
    (
        "我记得那天早上下着大雨，我们在车站等了很久，最后还是决定走路回家。",
        "I remember that it was raining hard that morning; we waited at the station for a long time and in the end decided to walk home.",
    ),
    (
        "研究人员发现，大约三分之一的患者在两周之内就不再发烧，其他人则需要一个月左右。",
        "The researchers found that about a third of the patients no longer had a fever within two weeks, while the others needed about a month.",
    ),
    (
        "如果你问我的看法，我会说大家都低估了强化学习，也低估了在真实环境里收集数据的难度。",
        "If you ask me, I'd say that everybody underestimated reinforcement learning, and also how hard it is to collect data in the real world.",
    ),
    (
        "请不要在没有医生建议的情况下自己服药，尤其是孕妇和儿童。",
        "Please do not take medicine without the advice of a doctor, especially if you are pregnant or a child.",
    ),
    ("谢谢大家，今天就到这里。", "Thank you all, that's it for today."),
    (
        "她在 Anthropic 工作了三年，之前是斯坦福大学的教授，写过两本关于城市规划的书。",
        "She worked at Anthropic for three years; before that she was a professor at Stanford University and wrote two books on urban planning.",
    ),
    (
        "2019 年 3 月 12 日，市政府宣布将在河边修建一座可以容纳 3 万人的体育场。",
        "On March 12, 2019, the city government announced that it would build a stadium for 30,000 people by the river.",
    ),
];

fn main() {
    let tsv = match std::env::var_os("DUIZHAO_PAIRS") {
        Some(path) => std::fs::read_to_string(path).expect("a corpus in UTF-8"),
        None => (0..20_000)
            .map(|at| ROWS[at % ROWS.len()])
            .map(|(zh, en)| format!("{zh}\t{en}\n"))
            .collect(),
    };
    let chinese: Vec<&str> = tsv.lines().filter_map(|line| line.split('\t').next()).collect();
    let jieba = Jieba::new();
    let checker = Checker::new();
    let pool = |threads| ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    let (one, two) = (pool(1), pool(2));
    let mut ratios = Vec::new();
    let mut scaling = Vec::new();
    println!("{} rows, {} MB", chinese.len(), tsv.len() >> 20);
    for round in 0..6 {
        let cut = time(|| {
            for text in &chinese {
                black_box(jieba.cut(text, true));
            }
        });
        let alone = time(|| one.install(|| check(&checker, &tsv)));
        let both = time(|| two.install(|| check(&checker, &tsv)));
        // The first round fills caches and tables.
        if round > 0 {
            println!("segmentation {cut:?}, check {alone:?}, on two threads {both:?}");
            ratios.push(alone.as_secs_f64() / cut.as_secs_f64());
            scaling.push(alone.as_secs_f64() / both.as_secs_f64());
        }
    }
    println!("check / segmentation: {:.2}", median(&mut ratios));
    println!("one thread / two threads: {:.2}", median(&mut scaling));
}

fn check(checker: &Checker, tsv: &str) {
    let mut reader = CorpusReader::new(tsv.as_bytes(), "rows.tsv", CorpusFormat::Tsv, None);
    let mut found = 0;
    let taken: Result<(), CorpusError> = checker.check_stream(
        || reader.next_stretch(),
        |_, checked| checked.findings.len(),
        |findings| {
            found += findings;
            Ok(())
        },
    );
    taken.expect("rows");
    black_box(found);
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn median(figures: &mut [f64]) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
