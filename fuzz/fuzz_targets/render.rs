//! A stored report, whatever it says, in every format.

#![no_main]

use duizhao::report::{Baseline, Format, Report, Style, render};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(mut report) = serde_json::from_slice::<Report>(data) else { return };
    let plain = Style::default();
    let dressed = Style { color: true, width: 1, quiet: false, links: true };
    for &format in Format::ALL {
        for style in [&plain, &dressed] {
            let mut out = Vec::new();
            render(&report, format, style, &mut out).expect("memory takes all");
            let text = String::from_utf8(out).expect("reports are UTF-8");
            // A page is shown by a browser; what else there is may be shown by a terminal.
            let bare = style.color || format == Format::Html || !text.contains('\u{1b}');
            assert!(bare, "an escape of the report reaches the terminal in {}", format.name());
        }
    }
    let mut baseline = Baseline::default();
    for file in &report.files {
        baseline.add(file);
    }
    for file in &mut report.files {
        baseline.apply(file);
        assert!(file.findings.is_empty(), "a baseline lets pass what it was made of");
    }
});
