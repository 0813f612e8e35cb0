//! What the program says is to be written, and whether writing it does good.

use serde_json::Value;

use crate::harness::Folder;

fn findings(folder: &Folder, name: &str) -> Vec<Value> {
    let run = folder.run(&["check", name, "--format", "jsonl", "--fail-on", "never"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    run.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// The file with the suggestions written where they belong.
fn applied(folder: &Folder, name: &str, findings: &[Value]) -> String {
    let mut text = folder.read(name);
    let mut changes: Vec<(usize, usize, String)> = Vec::new();
    for finding in findings {
        let Some(side) = finding["suggestion"]["side"].as_str() else { continue };
        let byte = |end: &str| finding[side][end]["byte"].as_u64().expect("a byte") as usize;
        let (start, end) = (byte("start"), byte("end"));
        assert_eq!(Some(&text[start..end]), finding[side]["text"].as_str(), "{name}");
        changes.push((start, end, finding["suggestion"]["text"].as_str().expect("").to_owned()));
    }
    changes.sort();
    for (start, end, new) in changes.into_iter().rev() {
        text.replace_range(start..end, &new);
    }
    text
}

const MONEY: [&str; 2] = ["收入是 50 亿美元。", "Revenue was $50 billion."];
const STAFF: [&str; 2] = ["我们有 3000 名员工。", "We have 300 employees."];

/// Rows that hold their texts in every way that their format knows, and how many suggestions can be applied.
fn corpora() -> Vec<(&'static str, String, usize)> {
    let ([zh, en], [staff_zh, staff_en]) = (MONEY, STAFF);
    vec![
        ("plain.tsv", format!("{zh}\t{en}\n{staff_zh}\t{staff_en}\n"), 2),
        ("plain.jsonl", format!("{{\"zh\": \"{zh}\", \"en\": \"{en}\"}}\n"), 1),
        (
            "escaped.jsonl",
            format!("{{\"zh\": \"{zh}\", \"en\": \"It said \\\"fine\\\". {en}\"}}\n").repeat(2),
            0,
        ),
        // A comma would begin another field.
        ("plain.csv", format!("{zh},{en}\n{staff_zh},{staff_en}\n"), 1),
        ("quoted.csv", format!("{zh},\"Well, {en}\"\n{staff_zh},\"{staff_en}\"\n"), 2),
        ("doubled.csv", format!("{zh},\"It said \"\"fine\"\". {en}\"\n").repeat(2), 0),
        // The words of the second field stand in the first one as well, behind marks that are doubled.
        (
            "twice.csv",
            format!("note,en,zh\n\"Say \"\"{staff_en}\"\"\",\"{staff_en}\",{staff_zh}\n"),
            1,
        ),
        (
            "a.tmx",
            format!(
                "<tmx version=\"1.4\"><header srclang=\"zh\"/><body><tu><tuv xml:lang=\"zh\"><seg>{zh}</seg></tuv>\
                 <tuv xml:lang=\"en\"><seg>Bread &amp; butter: {en}</seg></tuv></tu></body></tmx>\n"
            ),
            1,
        ),
        ("a.po", format!("msgid \"{en}\"\nmsgstr \"{zh}\"\n"), 1),
    ]
}

#[test]
fn what_is_applied_mends_the_row_and_breaks_none() {
    for (name, text, expected) in corpora() {
        let folder = Folder::new(&[(name, &text)]);
        let before = findings(&folder, name);
        let has_suggestion = |finding: &&Value| !finding["suggestion"].is_null();
        assert_eq!(before.iter().filter(has_suggestion).count(), expected, "{name}: {before:?}");
        // Whoever reads it is told what to write all the same.
        let told = folder.run(&["check", name, "--format", "text"]).stdout;
        assert_eq!(told.matches("write").count(), before.len(), "{told}");
        folder.write(name, applied(&folder, name, &before).as_bytes());
        let after = findings(&folder, name);
        assert_eq!(after.len(), before.len() - expected, "{name}: {after:?}");
    }
}

#[test]
fn programs_are_offered_no_change_that_they_cannot_make() {
    for (name, text, expected) in corpora() {
        let folder = Folder::new(&[(name, &text)]);
        let json = |format: &str| -> Value {
            let run = folder.run(&["check", name, "--format", format]);
            serde_json::from_str(&run.stdout).expect("JSON")
        };
        let (sarif, rdjson) = (json("sarif"), json("rdjson"));
        for (items, offer) in
            [(&sarif["runs"][0]["results"], "fixes"), (&rdjson["diagnostics"], "suggestions")]
        {
            let offers =
                items.as_array().expect("a list").iter().filter(|item| item[offer].is_array());
            assert_eq!(offers.count(), expected, "{name} {offer}");
        }
    }
}

#[test]
fn markup_inside_a_place_is_not_written_over() {
    let talk = "**甲：** 收入是 50 亿美元。\n\n**A:** Revenue was $**50** billion.\n";
    let folder = Folder::new(&[("talk.md", talk)]);
    let [finding] = findings(&folder, "talk.md").try_into().expect("one finding");
    assert!(finding["suggestion"].is_null(), "{finding}");
    assert_eq!(finding["help"], "write “$5 billion”");
}

/// What the help names is a form as the lexicon has it: a plural, or the start of a sentence, takes more.
#[test]
fn a_form_is_not_put_in_the_place_of_another_one() {
    let lexicon = "[[term]]\nzh = [\"灯塔计划\"]\nen = [\"beacon project\"]\n\
                   forbidden = [{ en = \"lighthouse plan\" }]\n";
    let talk = "**安：** 灯塔计划明年开始。\n\n**Ann:** Lighthouse plans start next year.\n\n\
                **安：** 我们停止灯塔计划。\n\n**Ann:** We stop the lighthouse plan.\n";
    let config = "lexicons = [\"terms.toml\"]\n";
    let folder =
        Folder::new(&[("talk.md", talk), ("terms.toml", lexicon), ("duizhao.toml", config)]);
    let found = findings(&folder, "talk.md");
    assert!(found.iter().all(|finding| finding["help"] == "write “beacon project”"), "{found:?}");
    let offered: Vec<Option<&str>> =
        found.iter().map(|finding| finding["suggestion"]["text"].as_str()).collect();
    assert_eq!(offered, [None, Some("beacon project")]);
}

/// Rdjson has a field for the suggestion, but none for the help.
#[test]
fn rdjson_tells_what_to_do() {
    let talk = "**安：** 后训练让模型学会对话。\n\n**Ann:** Later training teaches the model to hold a conversation.\n\n\
                **甲：** 收入是 50 亿美元。\n\n**A:** Revenue was $50 billion.\n";
    let folder = Folder::new(&[("talk.md", talk)]);
    let run = folder.run(&["check", "talk.md", "--format", "rdjson"]);
    let result: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let message = |rule: &str| {
        let all = result["diagnostics"].as_array().expect("a list");
        let found = all.iter().find(|diagnostic| diagnostic["code"]["value"] == rule).expect(rule);
        found["message"].as_str().expect("a text").to_owned()
    };
    let forbidden = message("term-forbidden");
    assert!(forbidden.ends_with("(write “post-training” or “post-train”)"), "{forbidden}");
    let number = message("number-mismatch");
    assert!(!number.contains("write"), "the suggestion says it: {number}");
}
