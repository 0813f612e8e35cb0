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

/// A transcript whose English runs a turn early from some turn on, with long turns.
fn shifted() -> String {
    report(include_str!("../data/interviews/chips-broken.md"))
}

fn search(text: &str) -> String {
    format!(
        "(() => {{ const s = document.getElementById('search'); s.value = '{text}'; \
         s.dispatchEvent(new Event('input')); return {SHOWN}; }})()"
    )
}

#[test]
fn what_is_jumped_to_is_not_behind_the_filters() {
    let Some(mut browser) = Browser::start() else { return };
    for width in [1100, 1280, 1920] {
        let size =
            json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        browser.call("Emulation.setDeviceMetricsOverride", size);
        browser.open("report.html", &sample());
        // Without motion, so that nothing is on its way.
        browser.eval("document.documentElement.style.scrollBehavior = 'auto'");
        for _ in 0..4 {
            browser.press("j");
        }
        let covered = "document.querySelector('.finding.current h3').getBoundingClientRect().top \
                       - document.querySelector('.tools').getBoundingClientRect().bottom";
        assert!(browser.eval(covered).as_f64().unwrap() > 0.0, "{width}");
    }
}

#[test]
fn search_finds_every_turn_and_all_that_is_said() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open("report.html", &shifted());
    let all = browser.eval(SHOWN).as_u64().unwrap();
    // The last turn of a run, which is not in view, and a word of it that is no part of an excerpt.
    let run = "[...document.querySelectorAll('.finding')].map(f => f.dataset.turns.split(' ')) \
               .find(turns => turns.length > 8)";
    let last = browser.eval(&format!("({run}).at(-1)")).as_str().unwrap().to_owned();
    let found = browser.eval(&search(&last)).as_u64().unwrap();
    assert!(found >= 1 && found < all, "{last}: {found} of {all}");
    let word = browser.eval(&format!(
        "document.getElementById('t1-{last}').querySelector('blockquote').textContent.slice(-24).trim().split(' ').at(-1).replace(/[^a-z]/gi, '')"
    ));
    assert!(browser.eval(&search(word.as_str().unwrap())).as_u64().unwrap() >= 1, "{word}");
    assert_eq!(browser.eval(&search("talk.md")), json!(all));
    // Nothing found is said, and the way back is there.
    assert_eq!(browser.eval(&search("zzzz")), json!(0));
    assert_eq!(browser.eval("document.getElementById('nothing').hidden"), json!(false));
    assert_eq!(browser.eval("document.querySelector('.file').hidden"), json!(true));
    browser.eval("document.querySelector('#nothing .clear').click()");
    assert_eq!(browser.eval(SHOWN), json!(all));
}

#[test]
fn escape_clears_every_filter() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open("report.html", &sample());
    let all = browser.eval(SHOWN).as_u64().unwrap();
    browser.eval(
        "(() => { const c = document.getElementById('rule'); c.value = 'number-mismatch'; \
         c.dispatchEvent(new Event('change')); })()",
    );
    assert!(browser.eval(SHOWN).as_u64().unwrap() < all);
    browser.press("Escape");
    assert_eq!(browser.eval(SHOWN), json!(all));
}

#[test]
fn what_is_done_goes_if_it_is_to_be_hidden() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open("report.html", &sample());
    let all = browser.eval(SHOWN).as_u64().unwrap();
    browser.eval("document.getElementById('open-only').click()");
    let current = "document.querySelector('.finding.current').id";
    browser.press("j");
    let first = browser.eval(current);
    browser.press("x");
    assert_eq!(browser.eval(SHOWN), json!(all - 1));
    let next = browser.eval(current);
    assert_ne!(next, first, "the next one is current");
    browser.press("x");
    assert_eq!(browser.eval(SHOWN), json!(all - 2));
    assert!(
        browser.eval("document.getElementById('count').textContent").to_string().contains("2 done")
    );
}

#[test]
fn turns_are_shown_in_full() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open("report.html", &shifted());
    browser.press("j");
    browser.press("o");
    browser.wait_until("document.querySelector('.finding.current .rows .turn') !== null");
    let turns =
        browser.eval("document.querySelector('.finding.current').dataset.turns.split(' ').length");
    let shown = browser.eval("document.querySelectorAll('.finding.current .rows .turn').length");
    assert_eq!(turns, shown);
    // Where something is singled out, it is marked in the whole turn as well.
    let marked = browser.eval(
        "(() => { const side = document.querySelector('.finding:has(.whole) .side[data-at]'); \
         const finding = side.closest('.finding'); finding.querySelector('.whole').open = true; \
         window.wanted = side.querySelector('mark').textContent; window.side = side; return window.wanted; })()",
    );
    browser.wait_until(
        "[...side.closest('.finding').querySelectorAll('.rows mark')].some(m => m.textContent === wanted)",
    );
    assert!(!marked.as_str().unwrap().is_empty());
    assert_eq!(browser.complaints, Vec::<String>::new());
}

#[test]
fn gravest_first_and_back() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open("report.html", &sample());
    let order = |value: &str| {
        format!(
            "(() => {{ const o = document.getElementById('order'); o.value = '{value}'; \
             o.dispatchEvent(new Event('change')); \
             return [...document.querySelectorAll('.finding')].map(f => f.dataset.severity).join(' '); }})()"
        )
    };
    let in_text = browser
        .eval("[...document.querySelectorAll('.finding')].map(f => f.dataset.severity).join(' ')");
    let sorted = browser.eval(&order("severity")).as_str().unwrap().to_owned();
    let mut by_name: Vec<&str> = sorted.split(' ').collect();
    by_name.sort_unstable();
    assert_eq!(sorted, by_name.join(" "), "errors, then warnings");
    assert_eq!(browser.eval(&order("text")), in_text);
}

#[test]
fn on_a_phone_findings_come_first() {
    let Some(mut browser) = Browser::start() else { return };
    let phone = json!({ "width": 400, "height": 800, "deviceScaleFactor": 1, "mobile": true });
    browser.call("Emulation.setDeviceMetricsOverride", phone);
    browser.open("report.html", &sample());
    let first = "document.querySelector('.finding').getBoundingClientRect().top + scrollY";
    assert!(browser.eval(first).as_f64().unwrap() < 600.0);
    let filters = "document.getElementById('rule').offsetParent !== null";
    assert_eq!(browser.eval(filters), json!(false));
    browser.eval("document.getElementById('filters-button').click()");
    assert_eq!(browser.eval(filters), json!(true));
}

#[test]
fn the_page_is_about_what_it_shows() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open("report.html", &sample());
    assert!(browser.eval("document.title").to_string().contains("findings in talk.md"));
    let folder = TempDir::new().unwrap();
    for name in ["a.tsv", "b.tsv"] {
        fs::write(folder.path().join(name), "收入是 50 亿美元。\tRevenue was $50 billion.\n")
            .unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_duizhao"))
        .current_dir(folder.path())
        .args(["check", "a.tsv", "b.tsv", "--format", "html", "--fail-on", "never"])
        .output()
        .unwrap();
    browser.open("two.html", &String::from_utf8(output.stdout).unwrap());
    // Rows have no speakers and no pairing; two files have a filter, and their findings names of their own.
    assert_eq!(browser.eval("document.getElementById('speaker')"), json!(null));
    assert!(
        !browser
            .eval("document.querySelector('.next').textContent")
            .to_string()
            .contains("pairing")
    );
    let ids = "new Set([...document.querySelectorAll('.finding')].map(f => f.id)).size";
    assert_eq!(browser.eval(ids), json!(2));
    browser.eval(
        "(() => { const c = document.getElementById('file'); c.value = '2'; \
         c.dispatchEvent(new Event('change')); })()",
    );
    assert_eq!(browser.eval(SHOWN), json!(1));
    assert_eq!(browser.eval("document.querySelectorAll('.file')[0].hidden"), json!(true));
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
