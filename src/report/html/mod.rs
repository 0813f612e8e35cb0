//! `--format html`: one file that a reviewer opens and works through. Template, style and script lie
//! in reports/; nothing is loaded from anywhere, and a content-security policy sees to it that what a
//! transcript says cannot act.

mod picture;
mod side;
mod view;

use std::borrow::Cow;
use std::io::{self, Write};

use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::escape::for_page;
use super::model::{Lang, Report};
use crate::text::Side;
use view::{FileView, Filters};

const STYLE: &str = include_str!("../../../reports/style.css");
const SCRIPT: &str = include_str!("../../../reports/script.js");

/// The page, as the template fills it in.
#[derive(Template)]
#[template(path = "template.html", escape = "html")]
struct Page<'r> {
    report: &'r Report,
    files: Vec<FileView<'r>>,
    filters: Filters,
    title: String,
    /// Where to begin.
    next: &'static str,
    /// What the page may do: run just this style and this script.
    policy: String,
    style: &'static str,
    script: &'static str,
}

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let policy = format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    );
    let files: Vec<FileView<'_>> =
        report.files.iter().zip(1..).map(|(file, at)| FileView::new(file, at)).collect();
    let page = Page {
        report,
        filters: Filters::new(report, &files),
        files,
        title: view::title(report),
        next: view::advice(report),
        policy,
        style: STYLE,
        script: SCRIPT,
    };
    let mut out = io::BufWriter::new(out);
    askama::Template::write_into(&page, &mut out)?;
    out.flush()
}

/// What the template shows of a text. What scripts compare, as the path of a file, it has as it is.
fn shown(text: &str) -> Cow<'_, str> {
    for_page(text)
}

/// The code of a language.
fn lang(lang: &Lang) -> &'static str {
    Side::from(*lang).code()
}

/// What a content-security policy calls an inline style or script.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}
