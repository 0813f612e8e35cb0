//! The picture of the pairing: two columns of turns, and bands between those that belong together. A
//! turn with findings leads to the first of them.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use crate::report::columns::{Bar, Columns};
use crate::report::connections::{Connection, connections};
use crate::report::escape::for_xml;
use crate::report::model::{FileReport, Lang};

const LEFT: f64 = 46.0;
const RIGHT: f64 = 194.0;
const COLUMN: f64 = 12.0;
const WIDTH: f64 = 252.0;
const TOP: f64 = 6.0;

const COLUMNS: Columns = Columns {
    start: LEFT + COLUMN,
    end: RIGHT,
    top: TOP,
    gap: 2.0,
    characters: 90.0,
    heights: [9.0, 40.0],
};

/// An SVG element. All of its text is escaped. The names of findings begin with `anchor`.
pub(super) fn draw(file: &FileReport, anchor: &str) -> String {
    let columns = [Lang::Zh, Lang::En].map(|lang| -> Vec<(u32, Bar)> {
        COLUMNS.bars(&file.turns, lang).map(|(turn, bar)| (turn.number, bar)).collect()
    });
    let bottom = |bars: &[(u32, Bar)]| bars.last().map_or(TOP, |(_, bar)| bar.bottom());
    let height = columns.iter().map(|bars| bottom(bars)).fold(TOP, f64::max) + TOP;
    let mut svg = format!(
        "<svg class=\"picture\" viewBox=\"0 0 {WIDTH} {height:.0}\" width=\"{WIDTH}\" \
         height=\"{height:.0}\" role=\"img\" aria-label=\"Which turns belong together in {}\">",
        for_xml(&file.path)
    );
    let place = |side: usize| -> HashMap<u32, Bar> { columns[side].iter().copied().collect() };
    let (zh, en) = (place(0), place(1));
    let mut linked = [HashSet::new(), HashSet::new()];
    for connection in connections(&file.turns, &file.links, file.en_path.is_some()) {
        linked[0].insert(connection.zh);
        linked[1].insert(connection.en);
        if let (Some(from), Some(to)) = (zh.get(&connection.zh), en.get(&connection.en)) {
            band(&mut svg, connection, *from, *to);
        }
    }
    let first = first_findings(file, anchor);
    for (side, letter) in [(0, 'Z'), (1, 'E')] {
        for (number, bar) in &columns[side] {
            let is_linked = linked[side].contains(number);
            turn(&mut svg, is_linked, &first, (letter, *number), *bar);
        }
    }
    svg.push_str("</svg>");
    svg
}

fn band(svg: &mut String, link: Connection, from: Bar, to: Bar) {
    let class = match link {
        _ if link.again => "again",
        _ if link.level => "level",
        _ => "astray",
    };
    let path = COLUMNS.band(from, to);
    let (zh, en) = (link.zh, link.en);
    // Writing to a string cannot fail.
    let _ = write!(svg, "<path class=\"{class}\" d=\"{path}\"><title>Z{zh} – E{en}</title></path>");
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
