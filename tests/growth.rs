//! No input makes time grow much faster than its length. Shapes of text that would like to are measured
//! at n, 2n, 4n and 8n:
//!
//! ```text
//! cargo test --release --test growth -- --ignored --nocapture
//! ```
//!
//! What recurs once for each part of a shape ends the test by an overflow of the stack, and with a failure. The shape
//! that did so is the one named last.

use std::io::{Write, sink, stdout};
use std::path::Path;
use std::time::{Duration, Instant};

use duizhao::document::Document;
use duizhao::fix::fix;
use duizhao::input::corpus::{CorpusFormat, CorpusReader};
use duizhao::input::{decode, subtitles, transcript};
use duizhao::lexicon::{
    Lexicon, TableShape, TermFormat, TextPair, audit, drifts, export, extract, import,
};
use duizhao::report::{Format, Report, Style, render};
use duizhao::text::Side;
use duizhao::{Checker, input, quantity};

/// How a text is read.
#[derive(Clone, Copy)]
enum As {
    Transcript,
    Corpus(CorpusFormat),
    Lexicon(TermFormat),
    /// Both sides from the same text.
    Subtitles,
    Lines,
    /// Pairs parted by a tab, that terms are learnt from.
    Terms,
    /// Text of which only the numbers are read: what they lack on the other side is quoted whole in each finding.
    Numbers(Side),
}

/// A shape of text, of a length that grows with its argument.
struct Shape {
    name: &'static str,
    read: As,
    /// The least number of parts.
    parts: usize,
    text: fn(usize) -> String,
}

const fn transcript(name: &'static str, parts: usize, text: fn(usize) -> String) -> Shape {
    Shape { name, read: As::Transcript, parts, text }
}

const fn corpus(
    name: &'static str,
    format: CorpusFormat,
    parts: usize,
    text: fn(usize) -> String,
) -> Shape {
    Shape { name, read: As::Corpus(format), parts, text }
}

const fn row(name: &'static str, parts: usize, text: fn(usize) -> String) -> Shape {
    corpus(name, CorpusFormat::Tsv, parts, text)
}

const fn numbers(name: &'static str, side: Side, parts: usize, text: fn(usize) -> String) -> Shape {
    Shape { name, read: As::Numbers(side), parts, text }
}

/// One row, made of so many times `zh` and `en`.
fn row_of(zh: &str, en: &str, n: usize) -> String {
    format!("{}\t{}\n", zh.repeat(n), en.repeat(n))
}

/// One turn in each language, the Chinese one made of so many times `part`.
fn turn_of(part: &str, n: usize) -> String {
    turns_of(part, part, n)
}

/// The same with another part in each language.
fn turns_of(zh: &str, en: &str, n: usize) -> String {
    let (zh, en) = (zh.repeat(n), en.repeat(n));
    format!("**甲：** 我们走吧，天黑了。{zh}\n\n**A:** Let us go, it is dark. {en}\n")
}

fn numbered(n: usize, pair: impl Fn(usize) -> String) -> String {
    (0..n).map(pair).collect()
}

const SHAPES: &[Shape] = &[
    transcript("tables of one language", 500, |n| {
        format!("**甲：** 好。\n\n**A:** Good.\n\n{}", "| a | b |\n|---|---|\n".repeat(n))
    }),
    transcript("one thing for another", 200, |n| turns_of("静脉和湖南、", "artery and Hubei, ", n)),
    transcript("months and scales", 200, |n| turns_of("环比 6 月 2 亿、", "May 7 million, 9 ", n)),
    transcript("one sentence of clauses", 200, |n| {
        turns_of("我们走了很远的路去看他，", "we walked a very long way to see him, ", n)
    }),
    transcript("plain lines", 4000, |n| turn_of("", 0) + &"x\n".repeat(n)),
    transcript("shares in one clause", 500, |n| turns_of("上升 7% 的", "up 7 percent of ", n)),
    transcript("digits", 4000, |n| turn_of("7", n)),
    transcript("亿", 2000, |n| turns_of("亿", "5 ", n)),
    transcript("一", 2000, |n| turns_of("一", "one ", n)),
    transcript("零点一", 1000, |n| turns_of("零点一", "0.1.", n)),
    transcript("三分之", 1000, |n| turns_of("三分之", "third of ", n)),
    transcript("从3到", 1000, |n| turns_of("从3到", "from 3 to ", n)),
    transcript("1,1,1", 2000, |n| turn_of("1,", n)),
    transcript("five and", 1000, |n| turns_of("五又", "five and ", n)),
    transcript("numbers that differ", 250, |n| {
        let zh = numbered(n, |at| format!("有{}个。", at * 7 + 20));
        let en = numbered(n, |at| format!("It was {}. ", at * 11 + 21));
        format!("**甲：** {zh}\n\n**A:** {en}\n")
    }),
    transcript("equal numbers", 500, |n| {
        let (zh, en) = ("有 50 亿个。".repeat(n), "It was 50 billion. ".repeat(n));
        format!("**甲：** {zh}\n\n**A:** {en}\n")
    }),
    row("distinct numbers", 4000, |n| {
        let zh = numbered(n, |at| format!("有{}个。", at + 20));
        let en = numbered(n, |at| format!("It was {}. ", at + 20));
        format!("{zh}\t{en}\n")
    }),
    row("七十一万、", 500, |n| {
        row_of("我们走了很远的路去看他们七十一万、", "we walked a very long way to see eleven, ", n)
    }),
    row("三比一，", 500, |n| {
        row_of("我们走了很远的路去看他们三比一，", "we walked a very long way to see 5, ", n)
    }),
    row("10乘", 1000, |n| format!("{}\tten\n", "10乘".repeat(n))),
    numbers("hundreds of", Side::En, 2000, |n| "hundreds of ".repeat(n)),
    numbers("3 per million", Side::En, 2000, |n| "3 per million ".repeat(n)),
    numbers("兆、", Side::Zh, 4000, |n| "兆、".repeat(n)),
    numbers("三元，", Side::Zh, 4000, |n| "三元，".repeat(n)),
    numbers("10W、", Side::Zh, 4000, |n| "10W、".repeat(n)),
    numbers("5和", Side::Zh, 4000, |n| "5和".repeat(n)),
    numbers("1个", Side::Zh, 8000, |n| "1个".repeat(n)),
    transcript("money without counterpart", 1000, |n| turns_of("三元，", "well, ", n)),
    transcript("quotes", 4000, |n| turn_of("\"", n)),
    transcript("closing quotes", 4000, |n| turn_of("。”", n)),
    transcript("full stops", 4000, |n| turn_of("。. ", n)),
    transcript("ellipses", 4000, |n| turn_of("...", n)),
    transcript("A.A.A.", 4000, |n| turn_of("A.", n)),
    transcript("brackets", 4000, |n| turn_of("[", n)),
    transcript("half links", 4000, |n| turn_of("[a](", n)),
    transcript("images", 4000, |n| turn_of("![", n)),
    transcript("stars", 4000, |n| turn_of("*", n)),
    transcript("stars and letters", 2000, |n| turn_of("**a_ ", n)),
    transcript("backticks", 4000, |n| turn_of("`a``", n)),
    transcript("tags", 4000, |n| turn_of("<a", n)),
    transcript("entities", 4000, |n| turn_of("&amp", n)),
    transcript("comments in a line", 2000, |n| turn_of("<!-- ", n)),
    transcript("comments unclosed", 1000, |n| turn_of("\n\n<!-- a", n)),
    transcript("fences unclosed", 1000, |n| {
        turn_of("", 0) + &numbered(n, |at| format!("{}a\n", "`".repeat(at % 60 + 3)))
    }),
    transcript("comments", 1000, |n| {
        numbered(n, |at| format!("<!-- note {at} -->\n\n")) + &turn_of("a", 1)
    }),
    transcript("suppressions", 200, |n| {
        numbered(n, |at| {
            format!(
                "<!-- duizhao: ignore number -->\n\n**甲：** 有{at}人。\n\n**A:** It was {at}1.\n\n"
            )
        })
    }),
    transcript("labels without text", 1000, |n| {
        "**甲：**\n\n**A:**\n\n".repeat(n) + &turn_of("a", 1)
    }),
    transcript("labels that differ", 500, |n| {
        numbered(n, |at| format!("**人{at}：** 好的，{at}。\n\n**Person {at}:** Well, {at}.\n\n"))
    }),
    transcript("one-letter turns", 500, |n| "**甲：** 好\n\n**A:** a\n\n".repeat(n)),
    transcript("identical turns", 250, |n| {
        "**甲：** 我们走吧，天黑了。\n\n**A:** Let us go, it is dark.\n\n".repeat(n)
    }),
    transcript("Chinese alone behind", 250, |n| {
        turn_of("a", 1) + &numbered(n, |at| format!("**甲：** 我们走吧，天黑了{at}。\n\n"))
    }),
    transcript("all Chinese first", 250, |n| {
        numbered(n, |at| format!("我们有{at}个苹果，天黑了。\n\n"))
            + &numbered(n, |at| format!("We had {at} apples, it was dark.\n\n"))
    }),
    transcript("sentences of one turn", 250, |n| {
        let zh = numbered(n, |at| format!("我们有{at}个苹果，天黑了。"));
        let en = numbered(n, |at| format!("We had {at} apples, it was dark. "));
        format!("**甲：** {zh}\n\n**A:** {en}\n")
    }),
    transcript("identical sentences", 500, |n| {
        let (zh, en) = ("我们走吧，天黑了。".repeat(n), "Let us go, it is dark. ".repeat(n));
        format!("**甲：** {zh}\n\n**A:** {en}\n")
    }),
    transcript("English left in Chinese", 500, |n| {
        let words = "Anthropic Claude OpenAI ".repeat(n);
        format!("**甲：** 好。{words}\n\n**A:** Good.\n")
    }),
    transcript("names that differ", 500, |n| {
        let names = numbered(n, |at| format!("Name{at} "));
        format!("**甲：** 我们说{names}，是的。\n\n**A:** We spoke of it.\n")
    }),
    transcript("terms", 500, |n| turns_of("强化学习模型", "reinforcement learning model ", n)),
    transcript("terms without counterpart", 500, |n| turns_of("强化学习模型", "so it goes ", n)),
    transcript("words without a mark", 1000, |n| {
        turns_of("我们走吧天黑了", "let us go it is dark ", n)
    }),
    transcript("one long word", 8000, |n| turn_of("a", n)),
    transcript("white space", 8000, |n| turn_of(" ", n)),
    transcript("blank lines", 8000, |n| turn_of("\n", n)),
    transcript("combining marks", 4000, |n| turn_of("e\u{301}", n)),
    corpus("rows", CorpusFormat::Tsv, 500, |n| {
        numbered(n, |at| format!("我们有{at}个苹果。\tWe had {at}1 apples.\n"))
    }),
    corpus("identical rows", CorpusFormat::Tsv, 500, |n| {
        "我们有三个苹果。\tWe had four apples.\n".repeat(n)
    }),
    corpus("tabs", CorpusFormat::Tsv, 8000, |n| "\t".repeat(n)),
    corpus("quotes", CorpusFormat::Csv, 8000, |n| "\"".repeat(n)),
    corpus("objects", CorpusFormat::Jsonl, 500, |n| {
        "{\"zh\":\"我们有三个\",\"en\":\"We had three\"}\n".repeat(n)
    }),
    corpus("nested JSON", CorpusFormat::Jsonl, 8000, |n| "[".repeat(n)),
    corpus("units", CorpusFormat::Tmx, 250, |n| {
        "<tu><tuv lang='zh'><seg>三个</seg></tuv><tuv lang='en'><seg>three</seg></tuv></tu>\n"
            .repeat(n)
    }),
    corpus("units unclosed", CorpusFormat::Tmx, 500, |n| "<tu><seg>".repeat(n)),
    corpus("entities unknown", CorpusFormat::Xliff, 500, |n| {
        "<trans-unit><source>&x;</source></trans-unit>\n".repeat(n)
    }),
    corpus("segments unclosed", CorpusFormat::Xliff, 500, |n| "<segment><source>".repeat(n)),
    corpus("elements nested", CorpusFormat::Xliff, 4000, |n| "<g>".repeat(n)),
    corpus("messages", CorpusFormat::Po, 250, |n| "msgid \"three\"\nmsgstr \"三\"\n\n".repeat(n)),
    corpus("a message of many lines", CorpusFormat::Po, 1000, |n| {
        format!("msgid \"\"\n{}msgstr \"三\"\n", "\"three\\n\"\n".repeat(n))
    }),
    corpus("placeholders", CorpusFormat::Po, 500, |n| {
        format!("msgid \"{}\"\nmsgstr \"{}\"\n", "%s".repeat(n), "%d".repeat(n))
    }),
    corpus("words said over and over", CorpusFormat::Tsv, 4000, |n| {
        format!("{}\t{}\n", "哈".repeat(n), "was was ".repeat(n))
    }),
    corpus("small words said over and over", CorpusFormat::Tsv, 2000, |n| {
        format!("这是什么\twhat was it {}\n", "is is, ".repeat(n))
    }),
    corpus("one phrase said over and over", CorpusFormat::Tsv, 500, |n| {
        format!("{}。\t{}.\n", "铁路桥梁".repeat(n), "vegetable garden ".repeat(n))
    }),
    row("a name of many readings", 500, |n| {
        format!("王{}来了。\tWang A{}x came.\n", "啊".repeat(n), "a".repeat(n - 1))
    }),
    row("a name read at length", 500, |n| {
        format!("我们用{}来做。\tWe use A{}AA for it.\n", "啊".repeat(n), "a".repeat(n - 3))
    }),
    corpus("names on one side", CorpusFormat::Tsv, 250, |n| {
        let names = |prefix: &str| numbered(n, |at| format!("{prefix}X{at} "));
        format!("用的是 {}\tThey use {}\n", names("AQ"), names("BZ"))
    }),
    Shape {
        name: "cues in a chain",
        read: As::Subtitles,
        parts: 1000,
        text: |n| {
            numbered(n, |at| {
                let time =
                    |at: usize| format!("{:02}:{:02}:{:02},000", at / 3600, at / 60 % 60, at % 60);
                format!("{at}\n{} --> {}\n好 good\n\n", time(2 * at), time(2 * at + 3))
            })
        },
    },
    Shape {
        name: "cues at once",
        read: As::Subtitles,
        parts: 250,
        text: |n| "1\n00:00:01,000 --> 00:00:09,000\n三 three\n\n".repeat(n),
    },
    Shape {
        name: "lines",
        read: As::Lines,
        parts: 500,
        text: |n| numbered(n, |at| format!("我们有{at}个 apples\n")),
    },
    Shape {
        name: "identical lines",
        read: As::Lines,
        parts: 500,
        text: |n| "我们有 apples\n".repeat(n),
    },
    Shape {
        name: "pairs of many terms",
        read: As::Terms,
        parts: 4000,
        text: |n| {
            let word = |at: usize| char::from_u32(0x4E00 + at as u32 % 5000).unwrap_or('一');
            numbered(n, |at| {
                format!("{}{}研究所\tinstitute {at} of {}\n", word(at), word(at / 7), at / 7)
            })
        },
    },
    Shape {
        name: "pairs of one term",
        read: As::Terms,
        parts: 4000,
        text: |n| numbered(n, |at| format!("雪山湖泊结冰了{at}。\tThe alpine lake froze {at}.\n")),
    },
    row("many denials beside none", 4000, |n| {
        format!("我们走吧，天黑了。\t{}without it.\n", "It is not a thing that ".repeat(n))
    }),
    row("many words beside their opposite", 4000, |n| {
        format!("这里允许拍照。\t{}\n", "It is forbidden and never ".repeat(n))
    }),
    Shape {
        name: "a term of many names",
        read: As::Terms,
        parts: 4000,
        text: |n| numbered(n, |at| format!("雪山湖泊很深。\tThe name{} lake is deep.\n", at % 97)),
    },
    Shape {
        name: "a pair of many words",
        read: As::Terms,
        parts: 4000,
        text: |n| format!("{}\t{}\n", "研究所强化学习".repeat(n), "research institute ".repeat(n)),
    },
    Shape {
        name: "entries",
        read: As::Lexicon(TermFormat::Csv),
        parts: 500,
        text: |n| numbered(n, |at| format!("模型{at},model {at}\n")),
    },
    Shape {
        name: "entries of one form",
        read: As::Lexicon(TermFormat::Csv),
        parts: 250,
        text: |n| numbered(n, |at| format!("模型,model {at}\n")),
    },
    Shape {
        name: "equal entries",
        read: As::Lexicon(TermFormat::Toml),
        parts: 250,
        text: |n| "[[term]]\nzh = [\"模型\"]\nen = [\"model\"]\n".repeat(n),
    },
    Shape {
        name: "one long form",
        read: As::Lexicon(TermFormat::Tsv),
        parts: 4000,
        text: |n| format!("{}\t{}\n", "模".repeat(n), "model ".repeat(n)),
    },
];

/// Everything that the program does with such a text.
fn run(shape: &Shape, text: &str) {
    match shape.read {
        As::Transcript => {
            let source = decode(Path::new("talk.md"), text.as_bytes()).expect("text");
            let Ok(document) = transcript::read(source) else { return };
            let checked = check(&document);
            let _ = fix(&document, &checked.links);
        }
        As::Corpus(format) => {
            // Without its root, a file is not read at all.
            let root = match format {
                CorpusFormat::Tmx => "<tmx>",
                CorpusFormat::Xliff => "<xliff>",
                _ => "",
            };
            let text = format!("{root}{text}");
            let mut reader = CorpusReader::new(text.as_bytes(), "pairs", format, None);
            while let Ok(Some(stretch)) = reader.next_stretch() {
                check(&stretch.document);
            }
        }
        As::Subtitles | As::Lines => {
            let source = || decode(Path::new("text"), text.as_bytes()).expect("text");
            if matches!(shape.read, As::Lines) {
                check(&input::lines(source(), source()));
            } else {
                check(&subtitles::read_two(source(), source()).expect("cues"));
            }
        }
        As::Numbers(side) => drop(quantity::read(side, text)),
        As::Terms => {
            let pairs: Vec<TextPair<'_>> = text
                .lines()
                .filter_map(|line| line.split_once('\t'))
                .map(|(zh, en)| TextPair { zh, en })
                .collect();
            let _ = extract(Lexicon::builtin(), &pairs);
            // As one document, and as a folder.
            let folder: Vec<Vec<TextPair<'_>>> = pairs.chunks(50).map(<[_]>::to_vec).collect();
            let _ = drifts(Lexicon::builtin(), &[pairs]);
            let _ = drifts(Lexicon::builtin(), &folder);
        }
        As::Lexicon(format) => {
            let imported = import(Path::new("terms"), text.as_bytes(), format).expect("terms");
            let _ = audit(&imported.concepts);
            let _ = export(&imported.concepts, TermFormat::Toml, TableShape::Terms);
            let lexicon = Lexicon::from_concepts(imported.concepts);
            let talk = turns_of("模型", "model ", 200);
            let document = transcript::read(duizhao::text::Source::from_text("talk.md", talk));
            Checker::new().with_lexicon(lexicon).check(&document.expect("a transcript"));
        }
    }
}

fn check(document: &Document) -> duizhao::Checked {
    let mut clock = Clock::default();
    let checker = Checker::new();
    clock.lap("link", || checker.link(document));
    let checked = clock.lap("check", || checker.check(document));
    let report = clock.lap("report", || Report::new(vec![checked.report(document)]));
    for &format in Format::ALL {
        clock
            .lap(format.name(), || render(&report, format, &Style::default(), &mut sink()))
            .expect("a sink takes all");
    }
    clock.say();
    checked
}

/// Tells what takes the time, where `GROWTH_STAGES` asks for it.
#[derive(Default)]
struct Clock(Vec<(&'static str, Duration)>);

impl Clock {
    fn lap<T>(&mut self, name: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = work();
        self.0.push((name, start.elapsed()));
        result
    }

    #[expect(clippy::print_stdout, reason = "a measurement is there to be seen")]
    fn say(&self) {
        if std::env::var_os("GROWTH_STAGES").is_some() {
            let slow = self.0.iter().filter(|(_, time)| time.as_millis() > 5);
            println!("    {:?}", slow.collect::<Vec<_>>());
        }
    }
}

/// The length of a shape, doubled so many times, and how many milliseconds it takes.
fn measured(shape: &Shape, step: usize) -> (usize, f64) {
    let text = (shape.text)(shape.parts << step);
    let start = Instant::now();
    let before = processor_time();
    run(shape, &text);
    let took = match (before, processor_time()) {
        (Some(before), Some(after)) => after - before,
        _ => start.elapsed(),
    };
    (text.len(), took.as_secs_f64() * 1000.0)
}

/// What this process has used of the processors, where the system tells: other work on the machine does
/// not count.
fn processor_time() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the name in brackets; user and system time are fields 14 and 15, in hundredths of a second.
    let mut fields = stat.rsplit(')').next()?.split_whitespace().skip(11);
    let mut ticks = || fields.next()?.parse::<u64>().ok();
    Some(Duration::from_millis((ticks()? + ticks()?) * 10))
}

/// Whether the last doubling of the length took far more than twice the time: n log n gives 2.2 or so, the
/// square gives 4. What takes no time tells nothing.
fn is_steep([.., half, whole]: [f64; 4]) -> bool {
    whole > 3.0 * half && whole > 150.0
}

#[test]
#[ignore = "takes minutes, and measures time"]
fn time_grows_with_the_length_of_the_input() {
    // What is built once must not count for the first shape.
    run(&SHAPES[0], &(SHAPES[0].text)(10));
    let only = std::env::var("GROWTH_ONLY").unwrap_or_default();
    let mut steep = Vec::new();
    println!("{:<26} {:>8} {:>24} {:>6} {:>6}", "shape", "bytes", "milliseconds", "8n/n", "8n/4n");
    for shape in SHAPES.iter().filter(|shape| shape.name.contains(&only)) {
        // Before it is measured, so that what aborts is known.
        print!("{:<26} ", shape.name);
        stdout().flush().expect("somebody reads");
        let mut times = [0.0; 4];
        let mut bytes = 0;
        for (step, time) in times.iter_mut().enumerate() {
            (bytes, *time) = measured(shape, step);
        }
        // Other work on the machine only ever adds to a time.
        for _ in 0..2 {
            if is_steep(times) {
                for (step, time) in times.iter_mut().enumerate() {
                    *time = time.min(measured(shape, step).1);
                }
            }
        }
        let [n, _, half, whole] = times;
        let (all, last) = (whole / n.max(5.0), whole / half.max(5.0));
        let shown = times.map(|time| format!("{time:.0}")).join(" ");
        println!("{bytes:>8} {shown:>24} {all:>6.1} {last:>6.1}");
        if is_steep(times) {
            steep.push(shape.name);
        }
    }
    assert!(steep.is_empty(), "grows too fast: {steep:?}");
}
