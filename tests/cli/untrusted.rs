//! Text of others that would like to act where it is shown.

use crate::harness::{FAULTY, Folder};

/// A label, a turn and a name that move the cursor, retitle the window and pose as commands.
const HOSTILE: &str = "\
**Ann \u{1b}[2J：** 我们有 30 个人\u{1b}]0;title\u{7}，一起回家了 \u{202e}真的\u{9b}31m。

**Ann \u{1b}[2J:** We were 40 people\u{1b}]0;title\u{7}, and went home | [x](http://y) ![i](z) # h\r::error::forged %0A.
";

#[test]
fn nothing_acts_on_the_terminal() {
    let name = "\u{1b}[31m\u{7}talk.md";
    let folder = Folder::new(&[(name, HOSTILE)]);
    for format in ["text", "github", "markdown", "junit", "checkstyle", "jsonl", "json", "sarif"] {
        let run = folder.run(&["check", name, "--format", format]);
        // JSON escapes what is below a space and nothing else.
        let is_json = ["jsonl", "json", "sarif"].contains(&format);
        let acts =
            |text: &str| text.contains(['\u{1b}', '\u{7}']) || !is_json && text.contains('\u{9b}');
        assert!(!acts(&run.stdout) && !acts(&run.stderr), "{format}: {}", run.stdout);
        assert!(run.status != Some(2), "{format}: {}", run.stderr);
    }
    for args in [&["align"][..], &["fix", "--output", "fixed.md"]] {
        let run = folder.run(&[args, &[name]].concat());
        assert!(!run.stdout.contains('\u{1b}') && !run.stderr.contains('\u{1b}'), "{}", run.stderr);
    }
    let text = folder.run(&["check", name]).stdout;
    assert!(text.contains("\\u{202e}"), "text from right to left is named: {text}");
}

#[cfg(target_os = "linux")]
#[test]
fn aligned_lines_act_on_no_terminal_and_reach_a_program_as_they_are() {
    let (zh, en) = ("有 30 个人\u{1b}]0;title\u{7}。\n", "There were 30 people\u{1b}[2J.\n");
    let folder = Folder::new(&[("zh.txt", zh), ("en.txt", en)]);
    let piped = folder.run(&["align", "--input", "lines", "--zh", "zh.txt", "--en", "en.txt"]);
    assert_eq!(piped.stdout, format!("{}\t{en}", zh.trim_end()));
    let args = "align --input lines --zh zh.txt --en en.txt";
    let Some(shown) = folder.on_terminal(args) else { return };
    let expected = "有 30 个人\\u{1b}]0;title\\u{7}。\tThere were 30 people\\u{1b}[2J.\r\n";
    assert_eq!(shown, expected);
}

#[test]
fn messages_do_not_act_on_the_terminal() {
    let folder = Folder::new(&[]);
    let run = folder.run(&["check", "\u{1b}]0;title\u{7}.md"]);
    assert_eq!(run.status, Some(2));
    assert!(
        run.stderr.starts_with("duizhao: cannot read \\u{1b}]0;title\\u{7}.md"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_transcript_gives_no_workflow_commands() {
    let folder = Folder::new(&[("talk,x:y%.md", HOSTILE)]);
    let run = folder.run(&["check", "talk,x:y%.md", "--format", "github"]);
    assert!(!run.stdout.is_empty());
    for line in run.stdout.lines() {
        assert!(line.starts_with("::") && line.contains(" file=talk%2Cx%3Ay%25.md,"), "{line}");
        assert!(!line.contains("%0A") || line.contains("%250A"), "{line}");
    }
}

#[test]
fn a_transcript_writes_no_markdown() {
    let folder = Folder::new(&[("a_b*c.md", HOSTILE)]);
    let text = folder.run(&["check", "a_b*c.md", "--format", "markdown"]).stdout;
    for markup in ["[x](", "![i]", " # h", "a_b*c"] {
        assert!(!text.contains(markup), "{markup}: {text}");
    }
}

#[test]
fn nothing_turns_the_order_of_what_people_read() {
    let text = FAULTY.replace("春天", "\u{202e}春天\u{2066}");
    let folder = Folder::new(&[("talk.md", &text)]);
    for format in ["text", "github", "markdown", "html"] {
        let shown = folder.run(&["check", "talk.md", "--format", format]).stdout;
        assert!(!shown.contains(['\u{202e}', '\u{2066}']), "{format}: {shown}");
        let names = shown.contains("202e") && shown.contains("2066");
        // A message on GitHub quotes no text.
        assert!(names || format == "github", "{format}: {shown}");
    }
}

#[test]
fn an_exported_lexicon_holds_no_formulas() {
    let folder = Folder::new(&[(
        "own.toml",
        "[[term]]\nzh = [\"=1+1模型\"]\nen = [\"@SUM(A1)\", \"-model\"]\nnote = \"+1\"\n",
    )]);
    for format in ["csv", "tsv"] {
        let name = format!("out.{format}");
        let run = folder.run(&["lexicon", "export", "own.toml", "--format", format, "-o", &name]);
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        let table = folder.read(&name);
        for cell in table.split(['\n', ',', '\t']).map(|cell| cell.trim_matches('"')) {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell} in {table}");
        }
        // Nothing is lost on the way back.
        let back = folder.run(&["lexicon", "import", &name]).stdout;
        for form in ["\"=1+1模型\"", "\"@SUM(A1)\"", "\"-model\"", "\"+1\""] {
            assert!(back.contains(form), "{form}: {back}");
        }
    }
}

#[test]
fn names_inside_a_file_lead_nowhere() {
    let xliff = "<xliff version='1.2'><file original='../../outside' source-language='zh' \
        target-language='en'><body><trans-unit id='../../x'><source>有 30 个人</source>\
        <target>40 people</target></trans-unit></body></file></xliff>";
    let folder = Folder::new(&[("in/talk.xlf", xliff)]);
    let run = folder.run(&["check", "in/talk.xlf", "--report", "json=in/report.json"]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    let report = folder.read("in/report.json");
    // What a row is called is told, and not gone to.
    assert!(report.contains("\"id\": \"../../x\"") && !report.contains("outside"), "{report}");
    assert!(!folder.path("outside").exists() && !folder.path("x").exists());
}
