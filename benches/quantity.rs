//! How fast quantities are read, against word segmentation of the same text.
//!
//! `cargo bench --bench quantity`

use divan::Bencher;
use divan::counter::BytesCount;
use duizhao::quantity::read;
use duizhao::text::Side;
use jieba_rs::Jieba;

fn main() {
    divan::main();
}

const ZH: &str = "如果我们回到三年前的对话,你会发现收入从 2023 年的一亿美元涨到了去年的 90 到 100 亿美元,每年增长十倍。我不知道这条曲线什么时候会放缓,但是我们现在有几千名员工,数据中心大概是 10 到 15 吉瓦。有人说还要一两年,有人说要十年,我的直觉是介于两者之间。";
const EN: &str = "If we go back to our conversation three years ago, you will find that revenue went from $100 million in 2023 to $9-10 billion last year, growing tenfold every year. I don't know when that curve slows down, but we have a few thousand employees now and the data centers are about ten to fifteen gigawatts. Some people say it takes one or two more years, some say ten, and my hunch is somewhere in between.";

/// About a turn of a long interview.
fn turn(text: &str) -> String {
    text.repeat(8)
}

fn bytes(text: &str) -> BytesCount {
    BytesCount::new(text.len())
}

#[divan::bench]
fn chinese(bencher: Bencher<'_, '_>) {
    let text = turn(ZH);
    bencher.counter(bytes(&text)).bench(|| read(Side::Zh, divan::black_box(&text)));
}

#[divan::bench]
fn english(bencher: Bencher<'_, '_>) {
    let text = turn(EN);
    bencher.counter(bytes(&text)).bench(|| read(Side::En, divan::black_box(&text)));
}

/// Text without a number: what it costs to look for one.
#[divan::bench]
fn chinese_without_numbers(bencher: Bencher<'_, '_>) {
    let text = turn(
        "我不知道这条曲线什么时候会放缓，但是我的直觉是，我们很快就会看到结果，而且大家都会感到惊讶。",
    );
    bencher.counter(bytes(&text)).bench(|| read(Side::Zh, divan::black_box(&text)));
}

/// Likewise.
#[divan::bench]
fn english_without_numbers(bencher: Bencher<'_, '_>) {
    let text = turn(
        "I don't know when that curve slows down, but my hunch is that we will see the results soon, and that everybody will be surprised by them.",
    );
    bencher.counter(bytes(&text)).bench(|| read(Side::En, divan::black_box(&text)));
}

/// The same Chinese text cut into words, without guesses at unknown ones.
#[divan::bench]
fn segmentation(bencher: Bencher<'_, '_>) {
    let jieba = Jieba::new();
    let text = turn(ZH);
    bencher.counter(bytes(&text)).bench(|| jieba.cut(divan::black_box(&text), false).len());
}
