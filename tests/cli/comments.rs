//! Comments that silence rules, and the rule that tells of those that silence nothing.

use crate::harness::Folder;

/// A pair with a slip that `names` silences.
fn slip(names: &str) -> String {
    format!(
        "<!-- duizhao: ignore {names} -- she misspoke -->\n\n\
         **甲：** 收入是 50 亿美元。\n\n**A:** Revenue was $50 billion.\n"
    )
}

/// What is told of the text, and how.
fn told(text: &str, config: &str, args: &[&str]) -> Vec<String> {
    let folder = Folder::new(&[("talk.md", text), ("duizhao.toml", config)]);
    let run = folder.run(&[&["check", "talk.md", "--format", "jsonl"], args].concat());
    let finding = |line: &str| {
        let finding: serde_json::Value = serde_json::from_str(line).expect("JSON");
        finding["message"].as_str().expect("a message").to_owned()
    };
    run.stdout.lines().map(finding).collect()
}

#[test]
fn a_comment_is_not_blamed_where_its_rule_did_not_run() {
    let idle = ["the comment `duizhao: ignore number-mismatch` silences nothing"];
    let mended = slip("number-mismatch").replace("$50", "$5");
    assert_eq!(told(&mended, "", &[]), idle, "its rule has run");
    for text in [slip("number-mismatch"), mended] {
        assert!(told(&text, "", &["--ignore", "number-mismatch"]).is_empty());
        assert!(told(&text, "", &["--select", "term,suppression-unused"]).is_empty());
        assert!(told(&text, "[severity]\nnumber-mismatch = \"off\"\n", &[]).is_empty());
    }
    // One of several rules that it may have been written for did not run.
    let group = slip("number").replace("$50", "$5");
    assert_eq!(told(&group, "", &[]).len(), 1);
    assert!(told(&group, "", &["--ignore", "number-extra"]).is_empty());
    let any = slip("").replace("$50", "$5");
    assert_eq!(told(&any, "", &[]).len(), 1);
    assert!(told(&any, "", &["--ignore", "number-extra"]).is_empty());
}

#[test]
fn a_name_that_is_no_rule_is_told_beside_one_that_is() {
    let expected = [
        "the comment `duizhao: ignore number-mismatch, term-mising` names no rule: `term-mising`; \
         did you mean `term-missing`?",
    ];
    assert_eq!(told(&slip("number-mismatch, term-mising"), "", &[]), expected);
}

#[test]
fn names_may_stand_in_several_lines() {
    assert!(told(&slip("term-missing\nnumber-mismatch"), "", &["--ignore", "term"]).is_empty());
    let expected = ["the comment `duizhao: ignore term number-mismatch` silences nothing"];
    let mended = slip("term\nnumber-mismatch").replace("$50", "$5");
    assert_eq!(told(&mended, "", &[]), expected);
}

#[test]
fn an_order_that_there_is_not_is_told_at_the_comment() {
    let told_of = |comment: &str| {
        let text = slip("x").replace("<!-- duizhao: ignore x -- she misspoke -->", comment);
        told(&text.replace("$50", "$5"), "", &[])
    };
    for (comment, fault) in [
        (
            "duizhao: ignore-next number-mismatch",
            "gives no order that there is: `ignore-next`; did you mean `ignore`?",
        ),
        ("duizhao: ignores", "gives no order that there is: `ignores`; did you mean `ignore`?"),
        ("duizhao: Ignore", "gives no order that there is: `Ignore`; did you mean `ignore`?"),
        (
            "duizhao: disable number",
            "gives no order that there is: `disable`; there are `ignore` and `ignore-file`",
        ),
        ("Duizhao: ignore number", "does not begin with `duizhao:`, and silences nothing"),
        ("duizhao ignore number", "does not begin with `duizhao:`, and silences nothing"),
        ("duizhao-ignore number", "does not begin with `duizhao:`, and silences nothing"),
        ("duizhao：ignore number", "does not begin with `duizhao:`, and silences nothing"),
    ] {
        let expected = [format!("the comment `{comment}` {fault}")];
        assert_eq!(told_of(&format!("<!-- {comment} -- why -->")), expected, "{comment}");
    }
    for comment in ["duizhao finds nothing here", "duizhaoignore", "see duizhao: ignore", "duizhao"]
    {
        assert!(told_of(&format!("<!-- {comment} -->")).is_empty(), "{comment}");
    }
}

#[test]
fn a_comment_is_told_where_it_stands() {
    let clean = "**安：** 我们三年前谈过一次。\n\n**Ann:** We talked three years ago.\n";
    let comment = "<!-- duizhao: ignore\nnumber-mismatch -->";
    let folder =
        Folder::new(&[("talk.md", &format!("{clean}\n  {comment}\n\n{clean}\n{comment}\n"))]);
    let run = folder.run(&["check", "talk.md", "--format", "jsonl", "--select", "all"]);
    let places: Vec<(u64, u64, String)> = run
        .stdout
        .lines()
        .map(|line| {
            let finding: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let side = if finding["zh"].is_null() { "en" } else { "zh" };
            let place = &finding[side];
            let number = |key: &str| place["start"][key].as_u64().expect("a number");
            (number("line"), number("column"), place["text"].as_str().expect("a text").to_owned())
        })
        .filter(|(.., text)| text.starts_with("<!--"))
        .collect();
    let comment = comment.to_owned();
    assert_eq!(places, [(5, 3, comment.clone()), (12, 1, comment)]);
    insta::assert_snapshot!(
        folder.run(&["check", "talk.md", "--select", "number-mismatch,suppression-unused"]).stdout
    );
}
