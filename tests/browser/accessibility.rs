//! What an automated check can tell of accessibility: names, headings, languages, contrast.

use serde_json::{Value, json};

use crate::chromium::Browser;
use crate::page::sample;

/// Texts whose contrast to their background is too small (WCAG 2.2, 1.4.3: 4.5, or 3 if large).
const CONTRAST: &str = r"
(() => {
  const parse = (c) => (c.match(/[\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => {
    const f = (v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
    return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b);
  };
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] > 0.99) return c;
    }
    return [255, 255, 255];
  };
  const bad = [];
  for (const e of document.querySelectorAll('body *')) {
    if (e.closest('svg') || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
    const style = getComputedStyle(e);
    if (!e.offsetParent || style.visibility === 'hidden') continue;
    const [a, b] = [light(parse(style.color)), light(ground(e))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const large = parseFloat(style.fontSize) >= 24;
    if (ratio < (large ? 3 : 4.5)) bad.push(`${e.className || e.tagName} ${ratio.toFixed(2)}`);
  }
  return [...new Set(bad)];
})()";

const STRUCTURE: &str = r"
(() => {
  const problems = [];
  let level = 0;
  for (const h of document.querySelectorAll('h1,h2,h3,h4')) {
    const next = Number(h.tagName[1]);
    if (next > level + 1) problems.push(`heading ${next} after ${level}`);
    level = next;
  }
  if (document.querySelectorAll('h1').length !== 1) problems.push('not one h1');
  if (document.querySelectorAll('main').length !== 1) problems.push('not one main');
  if (!document.documentElement.lang) problems.push('no language');
  const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
  if (new Set(ids).size !== ids.length) problems.push('an id stands twice');
  for (const q of document.querySelectorAll('blockquote')) if (!/^(zh|en)$/.test(q.lang)) problems.push('no language on a side');
  return problems;
})()";

#[test]
fn nothing_serious() {
    let Some(mut browser) = Browser::start() else { return };
    browser.open("report.html", &sample());
    assert_eq!(browser.eval(STRUCTURE), json!([]));
    // What is done can still be read.
    browser.press("j");
    browser.press("x");
    for scheme in ["light", "dark"] {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        browser.call("Emulation.setEmulatedMedia", json!({ "features": features }));
        assert_eq!(browser.eval(CONTRAST), json!([]), "{scheme}");
    }
    // Every control has a name for those who do not see it.
    let tree = browser.accessibility_tree("50 亿美元");
    let nodes = tree["nodes"].as_array().unwrap();
    let role = |node: &Value| node["role"]["value"].as_str().unwrap_or("").to_owned();
    let controls = ["button", "checkbox", "combobox", "searchbox", "link", "image", "textbox"];
    let mut seen = 0;
    for node in nodes.iter().filter(|node| controls.contains(&role(node).as_str())) {
        if node["ignored"] == json!(true) {
            continue;
        }
        seen += 1;
        assert!(!node["name"]["value"].as_str().unwrap_or("").is_empty(), "{node}");
    }
    assert!(seen > 15, "{seen} controls");
    // On a phone nothing stands out to the right.
    let phone = json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true });
    browser.call("Emulation.setDeviceMetricsOverride", phone);
    let wide = browser.eval("document.documentElement.scrollWidth <= innerWidth");
    assert_eq!(wide, json!(true));
}
