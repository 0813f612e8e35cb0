//! What a reviewer does with the page.

use std::fs;
use std::process::Command;

use serde_json::json;
use tempfile::TempDir;

use crate::chromium::Browser;

/// The report on a transcript, as HTML.
pub(crate) fn report(transcript: &str) -> String {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("talk.md"), transcript).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_duizhao"))
        .current_dir(folder.path())
        .args(["check", "talk.md", "--format", "html", "--fail-on", "never"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

pub(crate) fn sample() -> String {
    report(include_str!("../data/sample.md"))
}

const SHOWN: &str = "[...document.querySelectorAll('.finding')].filter(f => !f.hidden).length";

#[test]
fn a_reviewer_works_through_it() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open("report.html", &sample());
    let all = browser.eval(SHOWN).as_u64().unwrap();
    assert!(all >= 10, "{all} findings");
    assert_eq!(browser.eval("document.querySelector('#tools').hidden"), json!(false));

    // Filters and search.
    let choose = |id: &str, value: &str| {
        format!(
            "(() => {{ const c = document.getElementById('{id}'); c.value = '{value}'; \
             c.dispatchEvent(new Event('change')); return {SHOWN}; }})()"
        )
    };
    let of_rule = browser.eval(&choose("rule", "number-mismatch")).as_u64().unwrap();
    assert!(of_rule >= 1 && of_rule < all, "{of_rule} of {all}");
    browser.eval(&choose("rule", ""));
    let errors = browser.eval(&choose("severity", "error")).as_u64().unwrap();
    assert!(errors >= 1 && errors < all);
    assert_eq!(browser.eval(&choose("severity", "")), json!(all));
    browser.press("/");
    assert_eq!(browser.eval("document.activeElement.id"), json!("search"));
    browser.type_text("$50 billion");
    assert_eq!(browser.eval(SHOWN), json!(1));
    assert!(
        browser.eval("document.getElementById('count').textContent").to_string().contains("1 of")
    );
    browser.press("Escape");
    assert_eq!(browser.eval(SHOWN), json!(all));

    // Keys, ticks, and what is left of them after a reload.
    let current = "document.querySelector('.finding.current')?.id ?? ''";
    browser.press("j");
    let first = browser.eval(current);
    browser.press("j");
    let second = browser.eval(current);
    assert_ne!(first, second);
    browser.press("k");
    assert_eq!(browser.eval(current), first);
    browser.press("x");
    let ticked = "document.querySelectorAll('.finding.ticked').length";
    assert_eq!(browser.eval(ticked), json!(1));
    browser.press("?");
    assert_eq!(browser.eval("document.getElementById('help').hidden"), json!(false));
    // The browser writes what a page stores beside other work, and a page that loads at once may miss it.
    let survives = (0..20).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(100));
        browser.go_to("report.html", "");
        browser.eval(ticked) == json!(1)
    });
    assert!(survives, "the tick survives a reload");

    // Deep links, also from the picture.
    let second = second.as_str().unwrap().to_owned();
    browser.go_to("report.html", &format!("#{second}"));
    assert_eq!(browser.eval(current), json!(second));
    browser.eval("document.querySelector('.picture a.found').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))");
    let target = browser.eval("document.querySelector('.picture a.found').getAttribute('href')");
    assert_eq!(browser.eval("location.hash"), target);

    assert_eq!(browser.complaints, Vec::<String>::new());
    let foreign: Vec<&String> = browser
        .requests
        .iter()
        .filter(|url| !url.starts_with("file://") && *url != "about:blank")
        .collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    let files: std::collections::BTreeSet<&str> = browser
        .requests
        .iter()
        .filter_map(|url| url.strip_prefix("file://")?.split('#').next())
        .collect();
    assert_eq!(files.len(), 1, "nothing but the page itself is loaded: {files:?}");
}

#[test]
fn a_hostile_transcript_is_only_text() {
    let Some(mut browser) = Browser::start() else { return };
    let hostile = "\
**<script>alert(1)</script>：** 收入是 50 亿美元</style><img src=x onerror=\"window.hit=1\">，很多。

**\" onload=\"window.hit=1:** Revenue was $50 billion </script><script>window.hit=1</script> {{7*7}}.

**甲：** 我们去了 `</mark>` 那里，有 70 个人--><svg/onload=window.hit=1>。

**A:** We went there; 80 people came \u{202e}]]>&lt;b&gt;.
";
    browser.open("hostile.html", &report(hostile));
    assert_eq!(browser.eval("window.hit ?? 0"), json!(0));
    assert_eq!(browser.eval("document.querySelectorAll('img').length"), json!(0));
    assert_eq!(browser.eval("document.querySelectorAll('script').length"), json!(1));
    let text = browser.eval("document.body.innerText").to_string();
    assert!(
        text.contains("<img src=x") && text.contains("</script><script>window.hit=1"),
        "{text}"
    );
    assert_eq!(browser.complaints, Vec::<String>::new());
}

#[test]
fn it_reads_without_scripts() {
    let Some(mut browser) = Browser::start() else { return };
    browser.call("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    browser.open("report.html", &sample());
    let tree = browser.accessibility_tree("50 亿美元").to_string();
    assert!(tree.contains("$50 billion"));
}

#[test]
fn five_thousand_findings_stay_smooth() {
    let Some(mut browser) = Browser::start() else { return };
    let row =
        |at: usize| format!("收入是 {} 亿美元。\tRevenue was ${} billion.\n", at + 11, at + 11);
    let rows: String = (0..5000).map(row).collect();
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("rows.tsv"), rows).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_duizhao"))
        .current_dir(folder.path())
        .args(["check", "rows.tsv", "--format", "html", "--fail-on", "never"])
        .output()
        .unwrap();
    browser.open("many.html", &String::from_utf8(output.stdout).unwrap());
    assert_eq!(browser.eval("document.querySelectorAll('.finding').length"), json!(5000));
    // A ratio, not a time: to filter 5,000 findings costs no more than to read them all a few times.
    let ratio = browser.eval(
        "(() => { const time = (f) => { const t = performance.now(); f(); return performance.now() - t; }; \
         const s = document.getElementById('search'); \
         const all = [...document.querySelectorAll('.finding')]; \
         const read = time(() => all.map(f => f.textContent.toLowerCase()).length); \
         s.value = '4999'; s.dispatchEvent(new Event('input')); s.value = ''; s.dispatchEvent(new Event('input')); \
         s.value = '4998'; const filtered = time(() => s.dispatchEvent(new Event('input'))); \
         return filtered / Math.max(read, 1); })()",
    );
    assert!(ratio.as_f64().unwrap() < 20.0, "{ratio}");
}
