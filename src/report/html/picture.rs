//! The picture of the pairing: two columns of turns, and bands between those that belong together. A
//! turn with findings leads to the first of them.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use crate::report::escape::for_xml;
use crate::report::model::{FileReport, Lang, LinkReport};
use crate::report::rows::Rows;

const LEFT: f64 = 46.0;
const RIGHT: f64 = 194.0;
const COLUMN: f64 = 12.0;
const WIDTH: f64 = 252.0;
const TOP: f64 = 6.0;
const GAP: f64 = 2.0;

/// Where a turn stands in its column.
#[derive(Clone, Copy)]
struct Bar {
    top: f64,
    height: f64,
}

/// An SVG element. All of its text is escaped. The names of findings begin with `anchor`.
pub(super) fn draw(file: &FileReport, anchor: &str) -> String {
    let columns = [Lang::Zh, Lang::En].map(|lang| bars(file, lang));
    let bottom = |bars: &[(u32, Bar)]| bars.last().map_or(TOP, |(_, bar)| bar.top + bar.height);
    let height = columns.iter().map(|bars| bottom(bars)).fold(TOP, f64::max) + TOP;
    let mut svg = format!(
        "<svg class=\"picture\" viewBox=\"0 0 {WIDTH} {height:.0}\" width=\"{WIDTH}\" \
         height=\"{height:.0}\" role=\"img\" aria-label=\"Which turns belong together in {}\">",
        for_xml(&file.path)
    );
    let place = |side: usize| -> HashMap<u32, Bar> { columns[side].iter().copied().collect() };
    let (zh, en) = (place(0), place(1));
    let rows = Rows::of(&file.turns, file.en_path.is_some());
    for link in &file.links {
        for from in &link.zh {
            for to in &link.en {
                if let (Some(a), Some(b)) = (zh.get(from), en.get(to)) {
                    band(&mut svg, link, (*from, *a), (*to, *b), rows.are_level(*from, *to));
                }
            }
        }
    }
    let first = first_findings(file, anchor);
    let linked = linked(file);
    for (side, letter) in [(0, 'Z'), (1, 'E')] {
        for (number, bar) in &columns[side] {
            let is_linked = linked[side].contains(number);
            turn(&mut svg, is_linked, &first, (letter, *number), *bar);
        }
    }
    svg.push_str("</svg>");
    svg
}

fn bars(file: &FileReport, lang: Lang) -> Vec<(u32, Bar)> {
    let mut top = TOP;
    let turns = file.turns.iter().filter(|turn| turn.lang == lang);
    turns
        .map(|turn| {
            // English takes about three characters where Chinese takes one.
            let share = if lang == Lang::Zh { 3.2 } else { 1.0 };
            let length = turn.text.chars().count() as f64 * share;
            let height = (length / 90.0).clamp(9.0, 40.0);
            let bar = Bar { top, height };
            top += height + GAP;
            (turn.number, bar)
        })
        .collect()
}

fn band(
    svg: &mut String,
    link: &LinkReport,
    (from, a): (u32, Bar),
    (to, b): (u32, Bar),
    level: bool,
) {
    let class = match link {
        _ if link.again => "again",
        _ if level => "level",
        _ => "astray",
    };
    let (start, end) = (LEFT + COLUMN, RIGHT);
    let middle = f64::midpoint(start, end);
    let (a_end, b_end) = (a.top + a.height, b.top + b.height);
    // Writing to a string cannot fail.
    let _ = write!(
        svg,
        "<path class=\"{class}\" d=\"M{start} {:.1}C{middle} {:.1} {middle} {:.1} {end} {:.1}V{b_end:.1}\
         C{middle} {b_end:.1} {middle} {a_end:.1} {start} {a_end:.1}Z\"><title>Z{from} – E{to}</title></path>",
        a.top, a.top, b.top, b.top
    );
}

/// The turns of each side that have a counterpart.
fn linked(file: &FileReport) -> [HashSet<u32>; 2] {
    let whole = || file.links.iter().filter(|link| !link.zh.is_empty() && !link.en.is_empty());
    let zh = whole().flat_map(|link| link.zh.iter().copied()).collect();
    [zh, whole().flat_map(|link| link.en.iter().copied()).collect()]
}

/// The first finding that points at each turn.
fn first_findings<'f>(file: &'f FileReport, anchor: &str) -> HashMap<&'f str, String> {
    let mut first = HashMap::new();
    for finding in &file.findings {
        for place in [&finding.zh, &finding.en].into_iter().flatten() {
            let link = || format!("#{anchor}-{}", finding.fingerprint);
            first.entry(place.turn.as_str()).or_insert_with(link);
        }
    }
    first
}

fn turn(
    svg: &mut String,
    is_linked: bool,
    first: &HashMap<&str, String>,
    (letter, number): (char, u32),
    bar: Bar,
) {
    let id = format!("{letter}{number}");
    let (x, label, anchor) = if letter == 'Z' {
        (LEFT, LEFT - 5.0, "end")
    } else {
        (RIGHT, RIGHT + COLUMN + 5.0, "start")
    };
    let class = if is_linked { "turn" } else { "lonely" };
    let shape = format!(
        "<rect class=\"{class}\" x=\"{x}\" y=\"{:.1}\" width=\"{COLUMN}\" height=\"{:.1}\" rx=\"2\"/>\
         <text x=\"{label}\" y=\"{:.1}\" text-anchor=\"{anchor}\">{id}</text>",
        bar.top,
        bar.height,
        bar.top + bar.height / 2.0 + 3.0
    );
    match first.get(id.as_str()) {
        Some(link) => {
            let target = for_xml(link);
            let _ = write!(
                svg,
                "<a class=\"found\" href=\"{target}\" aria-label=\"{id}: first finding\">{shape}</a>"
            );
        }
        None => svg.push_str(&shape),
    }
}
