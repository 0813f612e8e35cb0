//! How a reviewer finds the way through the findings, whatever is hidden, sorted or linked to.

use serde_json::json;

use crate::chromium::Browser;
use crate::page::{report, sample};

const CURRENT: &str = "document.querySelector('.finding.current')?.id ?? ''";

const SHOWN: &str = "[...document.querySelectorAll('.finding')].filter(f => !f.hidden).length";

/// The name of finding `at`.
fn id(browser: &mut Browser, at: usize) -> String {
    let id = browser.eval(&format!("document.querySelectorAll('.finding')[{at}].id"));
    id.as_str().unwrap().to_owned()
}

fn search(browser: &mut Browser, text: &str) -> u64 {
    let typed = format!(
        "(() => {{ const s = document.getElementById('search'); s.value = '{text}'; \
         s.dispatchEvent(new Event('input')); return {SHOWN}; }})()"
    );
    browser.eval(&typed).as_u64().unwrap()
}

#[test]
fn one_finding_is_the_current_one() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open("report.html", &sample());
    let first = id(&mut browser, 0);
    browser.go_to("report.html", &format!("#{first}"));
    browser.press("j");
    assert_eq!(browser.eval(CURRENT), json!(id(&mut browser, 1)));
    let outlined = "[...document.querySelectorAll('.finding')].filter(f => \
                    getComputedStyle(f).outlineStyle !== 'none').map(f => f.id).join()";
    assert_eq!(browser.eval(outlined), browser.eval(CURRENT));
}

#[test]
fn the_way_goes_on_from_what_is_hidden() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open("report.html", &sample());
    for _ in 0..3 {
        browser.press("j");
    }
    let third = id(&mut browser, 2);
    assert_eq!(browser.eval(CURRENT), json!(third));
    // All of another rule, of which some stand before it and some behind.
    browser.eval(&format!(
        "(() => {{ const at = document.getElementById('{third}'); \
         at.dataset.rule = 'x'; document.querySelectorAll('.finding').forEach((f) => {{ if (f !== at) f.dataset.rule = 'y'; }}); \
         const rule = document.getElementById('rule'); rule.add(new Option('y', 'y')); rule.value = 'y'; \
         rule.dispatchEvent(new Event('change')); document.activeElement.blur(); }})()"
    ));
    browser.press("j");
    assert_eq!(browser.eval(CURRENT), json!(id(&mut browser, 3)));
    browser.press("k");
    assert_eq!(browser.eval(CURRENT), json!(id(&mut browser, 1)));
}

#[test]
fn a_link_leads_to_a_finding_that_is_hidden() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open("report.html", &sample());
    let link = "document.querySelector('.picture a.found')";
    let click = format!(
        "{link}.dispatchEvent(new MouseEvent('click', {{ bubbles: true, cancelable: true }}))"
    );
    let hidden = format!("document.getElementById({link}.getAttribute('href').slice(1)).hidden");
    browser.eval(&click);
    browser.wait_until(&format!("`#${{{CURRENT}}}` === {link}.getAttribute('href')"));
    search(&mut browser, "zzzz");
    assert_eq!(browser.eval(&hidden), json!(true));
    // The page stands at that address already.
    browser.eval(&click);
    assert_eq!(browser.eval(&hidden), json!(false));
}

#[test]
fn an_address_that_is_none_does_no_harm() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open("report.html", &sample());
    browser.go_to("report.html", "#%E0%A4");
    browser.press("j");
    assert_ne!(browser.eval(CURRENT), json!(""));
    assert_eq!(browser.complaints, Vec::<String>::new());
}

#[test]
fn an_input_method_keeps_its_escape() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open("report.html", &sample());
    search(&mut browser, "zzzz");
    let escape = |composing: bool| {
        format!(
            "document.getElementById('search').dispatchEvent(new KeyboardEvent('keydown', \
             {{ key: 'Escape', isComposing: {composing}, bubbles: true }})); {SHOWN}"
        )
    };
    assert_eq!(browser.eval(&escape(true)), json!(0));
    assert_ne!(browser.eval(&escape(false)), json!(0));
}

#[test]
fn the_words_of_the_page_are_not_searched() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open("report.html", &sample());
    assert!(browser.eval(SHOWN).as_u64().unwrap() > 0);
    assert_eq!(search(&mut browser, "done"), 0);
}

#[test]
fn a_name_with_a_bar_is_one_speaker() {
    let Some(mut browser) = Browser::start() else { return };
    let talk = "**安 | 主持：** 收入是 50 亿美元。\n\n**Ann | Host:** Revenue was $50 billion.\n";
    browser.open("report.html", &report(talk));
    let all = browser.eval(SHOWN);
    let chosen = browser.eval(&format!(
        "(() => {{ const c = document.getElementById('speaker'); c.value = 'Ann | Host'; \
         c.dispatchEvent(new Event('change')); return [c.value, {SHOWN}]; }})()"
    ));
    assert_eq!(chosen, json!(["Ann | Host", all]));
}

#[test]
fn a_comment_is_no_speaker() {
    let Some(mut browser) = Browser::start() else { return };
    let talk = "<!-- duizhao: ignore number-mismatch -->\n\n**安：** 我们三年前谈过一次。\n\n\
                **Ann:** We talked three years ago.\n";
    browser.open("report.html", &report(talk));
    let quote = browser.eval("document.querySelector('.finding blockquote').textContent");
    assert_eq!(quote, json!("<!-- duizhao: ignore number-mismatch --> 我们三年前谈过一次。"));
}

/// Gives the page a baseline, saves, and tells what is said and what was saved.
fn save_with(browser: &mut Browser, baseline: &str) -> [String; 2] {
    browser.eval(&format!(
        "(() => {{ const make = URL.createObjectURL; window.kept = ''; \
         URL.createObjectURL = (blob) => {{ blob.text().then((text) => {{ window.kept = text; }}); return make.call(URL, blob); }}; \
         const files = new DataTransfer(); files.items.add(new File(['{baseline}'], 'known.json')); \
         document.getElementById('base').files = files.files; document.getElementById('save').click(); }})()"
    ));
    let said = "document.getElementById('saved').textContent";
    browser
        .wait_until(&format!("{said} !== '' && (kept !== '' || {said}.includes('no baseline'))"));
    [said, "kept"].map(|text| browser.eval(text).as_str().unwrap().to_owned())
}

#[test]
fn ticks_are_added_to_a_baseline_in_order() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open("report.html", &sample());
    browser.press("j");
    browser.press("x");
    for none in ["nonsense", "null", "{\"schema\": \"duizhao-baseline/1\"}"] {
        let [said, kept] = save_with(&mut browser, none);
        assert_eq!(
            (said.as_str(), kept.as_str()),
            ("known.json is no baseline; nothing was saved.", "")
        );
        browser.eval("document.getElementById('saved').textContent = ''");
    }
    let known = "{\"schema\": \"duizhao-baseline/1\", \"findings\": [\
                 {\"path\": \"z.md\", \"rule\": \"untranslated\", \"fingerprint\": \"0\"}]}";
    let [said, kept] = save_with(&mut browser, known);
    assert_eq!(said, "Saved: 1 of known.json and 1 more.");
    let (own, other) = (kept.find("talk.md").unwrap(), kept.find("z.md").unwrap());
    assert!(own < other, "{kept}");
    // What was said is no longer true once more is done.
    browser.press("j");
    browser.press("x");
    assert_eq!(browser.eval("document.getElementById('saved').textContent"), json!(""));
    assert_eq!(browser.complaints, Vec::<String>::new());
}
