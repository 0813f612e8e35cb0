//! `duizhao explain`: the page on a rule, which is Markdown, as a terminal shows it. How to silence the rule
//! comes first, since that is what a report sends people here for.

use super::paint::{Paint, Role, Style};
use super::wrap::wrap;
use crate::finding::Meta;
use crate::rules::docs;

/// The page on a rule.
pub fn explain(meta: &Meta, style: &Style) -> String {
    let mut page = Page { style, paint: Paint { on: style.color }, text: String::new() };
    page.line(&page.paint.text(Role::Strong, meta.id));
    page.paragraph(&format!("Fires when {}.", meta.fires_when));
    page.paragraph(&format!("Severity: {}. MQM: {}.", meta.severity, meta.mqm));
    page.markdown(&docs::switches(meta));
    // The first line of the specification is the name again.
    let (_, spec) = meta.spec.split_once('\n').unwrap_or_default();
    page.heading("What it looks for");
    page.markdown(spec);
    page.text
}

/// A piece of Markdown, as far as the pages of rules use it.
enum Block<'s> {
    Heading(&'s str),
    Paragraph(String),
    Code(&'s str, Vec<&'s str>),
}

fn blocks(markdown: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut lines = markdown.lines();
    while let Some(line) = lines.next() {
        if let Some(kind) = line.strip_prefix("```") {
            blocks.push(Block::Code(
                kind,
                lines.by_ref().take_while(|line| *line != "```").collect(),
            ));
        } else if let Some(heading) = line.strip_prefix("## ") {
            blocks.push(Block::Heading(heading));
        } else if !line.is_empty() {
            let rest = lines.by_ref().take_while(|line| !line.is_empty());
            let paragraph: Vec<&str> = std::iter::once(line).chain(rest).collect();
            blocks.push(Block::Paragraph(paragraph.join(" ")));
        }
    }
    blocks
}

struct Page<'s> {
    style: &'s Style,
    paint: Paint,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn heading(&mut self, heading: &str) {
        self.line("");
        self.line(&self.paint.text(Role::Strong, heading));
    }

    fn paragraph(&mut self, text: &str) {
        self.line("");
        for line in wrap(&text.replace("**", ""), self.style.width, 0) {
            self.line(&line);
        }
    }

    fn markdown(&mut self, markdown: &str) {
        let blocks = blocks(markdown);
        for (at, block) in blocks.iter().enumerate() {
            match block {
                Block::Heading(heading) => self.heading(heading),
                Block::Paragraph(text) => self.paragraph(text),
                Block::Code("findings", findings) => self.findings(findings),
                Block::Code(_, lines) => {
                    self.quoted(lines);
                    if !matches!(blocks.get(at + 1), Some(Block::Code("findings", _))) {
                        self.line("  Nothing is reported.");
                    }
                }
            }
        }
    }

    /// The text of an example.
    fn quoted(&mut self, lines: &[&str]) {
        self.line("");
        let bar = self.paint.text(Role::Frame, "│");
        for line in lines {
            for part in wrap(line, self.style.width.saturating_sub(4), 0) {
                self.line(format!("  {bar} {part}").trim_end());
            }
        }
    }

    /// What is reported of it: `error untranslated - | E2 7:10-7:19 "去年春天"`.
    fn findings(&mut self, findings: &[&str]) {
        if findings.is_empty() {
            self.line("  Nothing is reported.");
        }
        for finding in findings {
            let mut words = finding.splitn(3, ' ');
            let (severity, rule) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
            let places = words.next().unwrap_or("");
            self.line(&format!("  Reported: {severity}[{rule}]"));
            let at = places.find(" | E").or(places.find(" | -")).unwrap_or(places.len());
            let (zh, en) = (places.get(..at).unwrap_or(""), places.get(at + 3..).unwrap_or(""));
            for place in [zh, en].into_iter().filter(|place| !matches!(*place, "" | "-")) {
                for part in wrap(place, self.style.width.saturating_sub(4), 2) {
                    self.line(&format!("    {part}"));
                }
            }
        }
    }
}
