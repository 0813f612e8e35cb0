//! Lexicons and configurations.

use std::path::Path;

use crate::run::{Case, case, put};

const CHECK: &[&str] = &["check", "talk.md", "--lexicon", "own.toml"];
const AUDIT: &[&str] = &["lexicon", "check", "own.toml"];
const CSV: &[&str] = &["lexicon", "import", "terms.csv"];
const TBX: &[&str] = &["lexicon", "import", "terms.tbx"];
const CONFIG: &[&str] = &["check", "talk.md"];

const TALK: &str = "**甲：** 我们说模型，走吧。\n\n**A:** We speak of models, let us go.\n";

fn own(at: &Path, text: impl AsRef<[u8]>) {
    put(at, "talk.md", TALK);
    put(at, "own.toml", text);
}

fn config(at: &Path, text: impl AsRef<[u8]>) {
    put(at, "talk.md", TALK);
    put(at, "duizhao.toml", text);
}

pub(crate) const CASES: &[Case] = &[
    case("a lexicon that is no TOML", |at| own(at, "[[term]\nzh ="), CHECK, 2, "own.toml:1:"),
    case("a lexicon that is no text", |at| own(at, b"\xff\xfe\x00"), CHECK, 2, "own.toml"),
    case("a lexicon that is not there", |at| put(at, "talk.md", TALK), CHECK, 2, "own.toml"),
    case(
        "a lexicon with an unknown key",
        |at| own(at, "[[term]]\nzh = [\"模型\"]\nen = [\"model\"]\nfobidden = []\n"),
        CHECK,
        2,
        "own.toml:4:1",
    ),
    case(
        "a lexicon with wrong types",
        |at| own(at, "[[term]]\nzh = 7\n"),
        CHECK,
        2,
        "own.toml:2:6",
    ),
    case(
        "a lexicon nested 100,000 deep",
        |at| own(at, format!("term = {}", "[".repeat(100_000))),
        CHECK,
        2,
        "own.toml:1:",
    ),
    case(
        "a lexicon of empty forms",
        |at| own(at, "[[term]]\nzh = [\"\", \" \"]\nen = [\"\"]\n"),
        CHECK,
        2,
        "holds a form without a letter, digit or Chinese character",
    ),
    case(
        "a lexicon of control characters",
        |at| {
            own(
                at,
                "[[term]]\nzh = [\"\\u0000\\u001b[31m\"]\nen = [\"\\u0007\\u001b]0;x\\u0007\"]\n",
            )
        },
        CHECK,
        0,
        "No findings",
    ),
    case(
        "a form of 1,000,000 letters",
        |at| {
            own(
                at,
                format!(
                    "[[term]]\nzh = [\"{}\"]\nen = [\"{}\"]\n",
                    "模".repeat(1_000_000),
                    "model ".repeat(200_000)
                ),
            )
        },
        CHECK,
        0,
        "",
    ),
    case(
        "2,000 equal entries",
        |at| own(at, "[[term]]\nzh = [\"模型\"]\nen = [\"model\"]\n".repeat(2_000)),
        CHECK,
        0,
        "",
    ),
    case(
        "2,000 equal entries, audited",
        |at| own(at, "[[term]]\nzh = [\"模型\"]\nen = [\"model\"]\n".repeat(2_000)),
        AUDIT,
        1,
        "remarks",
    ),
    case(
        "20,000 entries",
        |at| {
            let entry =
                |n: usize| format!("[[term]]\nzh = [\"模型{n}号\"]\nen = [\"model {n}\"]\n");
            own(at, (0..20_000).map(entry).collect::<String>());
        },
        CHECK,
        0,
        "",
    ),
    case(
        "a glossary without columns",
        |at| put(at, "terms.csv", "x\n\u{1b}[31my\n"),
        CSV,
        0,
        "terms.csv: line 2: no Chinese form: left out",
    ),
    case(
        "a glossary with escapes in a head",
        |at| put(at, "terms.csv", "zh,en,\u{1b}[31mx\n模型,model,y\n"),
        CSV,
        0,
        "model",
    ),
    case(
        "a glossary with an open quotation",
        |at| put(at, "terms.csv", "zh,en\n\"模型,model\n"),
        CSV,
        0,
        "",
    ),
    case(
        "a glossary of formulas",
        |at| put(at, "terms.csv", "zh,en\n=1+1,@SUM(A1)\n"),
        CSV,
        0,
        "=1+1",
    ),
    case(
        "a term base nested 100,000 deep",
        |at| put(at, "terms.tbx", "<termEntry>".repeat(100_000)),
        TBX,
        2,
        "the file ends inside <termEntry>",
    ),
    case(
        "a term base with a bomb of entities",
        |at| {
            put(
                at,
                "terms.tbx",
                "<!DOCTYPE tbx [<!ENTITY a 'x'>]><tbx><text><body><conceptEntry><langSec xml:lang='zh'><termSec><term>&a;</term></termSec></langSec></conceptEntry></body></text></tbx>",
            )
        },
        TBX,
        0,
        "terms.tbx: line 1: no form in either language: left out",
    ),
    case(
        "a configuration with an unknown key",
        |at| config(at, "fail-onn = \"error\"\n"),
        CONFIG,
        2,
        "duizhao.toml:1",
    ),
    case(
        "a configuration with wrong types",
        |at| config(at, "fail-on = 7\n"),
        CONFIG,
        2,
        "duizhao.toml:1",
    ),
    case(
        "a configuration nested 100,000 deep",
        |at| config(at, format!("rules = {}", "{a=".repeat(100_000))),
        CONFIG,
        2,
        "duizhao.toml:1",
    ),
    case(
        "a configuration that is no text",
        |at| config(at, b"\xff\xff"),
        CONFIG,
        2,
        "duizhao.toml",
    ),
    case("a configuration that is empty", |at| config(at, ""), CONFIG, 0, "No findings"),
];
