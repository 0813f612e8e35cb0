//! What a text is, where its name does not say so.

use crate::harness::{FAULTY, Folder, gzip, utf_16};

const TSV: &str =
    "我们有 300 名员工。\tWe have 3000 employees.\n去年的收入很好。\tRevenue was good.\n";

/// What `check` finds in `bytes` on standard input, as rules with their rows.
fn piped(bytes: &[u8]) -> String {
    let folder = Folder::new(&[]);
    let args = ["check", "-", "--select", "number,untranslated", "--format", "concise"];
    let run = folder.run_on(&args, bytes);
    [run.stdout, run.stderr].concat()
}

#[test]
fn standard_input_is_looked_at() {
    let jsonl = "{\"zh\": \"我们有 300 名员工。\", \"en\": \"We have 3000 employees.\"}\n";
    let tmx = "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header/><body><tu><tuv xml:lang=\"zh\"><seg>我们有 300 名员工。</seg></tuv><tuv xml:lang=\"en\"><seg>We have 3000 employees.</seg></tuv></tu></body></tmx>\n";
    let po = "msgid \"\"\nmsgstr \"Language: zh\\n\"\n\nmsgid \"We have 3000 employees.\"\nmsgstr \"我们有 300 名员工。\"\n";
    let rows = format!("{TSV}{}", "我们很高兴。\tWe are happy.\n".repeat(9000));
    for text in [TSV.as_bytes(), jsonl.as_bytes(), tmx.as_bytes(), po.as_bytes(), rows.as_bytes()] {
        let found = piped(text);
        let shown = String::from_utf8_lossy(text);
        assert_eq!(found.lines().count(), 1, "{}: {found}", &shown[..shown.len().min(90)]);
        assert!(
            found.starts_with("<stdin>:") && found.contains("error[number-mismatch] "),
            "{found}"
        );
    }
    for packed in [gzip(TSV.as_bytes()), utf_16(TSV)] {
        assert!(piped(&packed).contains("error[number-mismatch] "));
    }
    assert!(piped(FAULTY.as_bytes()).contains("error[untranslated] "), "a transcript stays one");
}

#[test]
fn a_file_with_another_name_is_looked_at() {
    let swapped =
        "We have 3000 employees.\t我们有 300 名员工。\nRevenue was good.\t去年的收入很好。\n";
    let folder = Folder::new(&[("pairs.txt", TSV), ("pairs", TSV), ("swapped.dat", swapped)]);
    for name in ["pairs.txt", "pairs", "swapped.dat"] {
        let run = folder.run(&["check", name, "--format", "jsonl"]);
        assert_eq!(
            (run.status, run.stdout.lines().count()),
            (Some(1), 1),
            "{name}: {}",
            run.stdout
        );
        assert!(run.stdout.contains("\"pair\":1"), "{name}");
    }
    // What is said to be a transcript is one.
    let run = folder.run(&["check", "pairs.txt", "--input", "transcript", "--format", "jsonl"]);
    assert!(!run.stdout.contains("\"pair\""), "{}", run.stdout);
}

#[test]
fn subtitles_in_two_files_are_known() {
    let srt = |text: &str| format!("1\n00:00:01,000 --> 00:00:02,000\n{text}\n");
    let files = [("a.txt", srt("我们有 300 名员工。")), ("b.txt", srt("We have 3000 employees."))];
    let folder = Folder::new(&[]);
    for (name, text) in &files {
        folder.write(name, text.as_bytes());
    }
    let run = folder.run(&["check", "--zh", "a.txt", "--en", "b.txt", "--format", "concise"]);
    assert_eq!((run.status, run.stdout.lines().count()), (Some(1), 1), "{}", run.shown());
}

#[test]
fn a_corpus_is_not_fixed_or_aligned() {
    let folder = Folder::new(&[("pairs.tsv", TSV), ("pairs.txt", TSV)]);
    for name in ["pairs.tsv", "pairs.txt"] {
        for command in ["fix", "align"] {
            let run = folder.run(&[command, name]);
            assert_eq!(run.status, Some(2));
            let says = format!("duizhao: {name} is a corpus: ");
            assert!(run.stderr.starts_with(&says), "{command}: {}", run.stderr);
        }
    }
    folder.write("en.md", b"**Ann:** We talked three years ago.\n");
    let run = folder.run(&["fix", "en.md"]);
    assert_eq!(
        run.stderr,
        "duizhao: en.md: all of it is in English; `fix` re-pairs a file that holds both languages\n"
    );
}
