//! The picture of the pairing as a scalable vector graphic: two columns of turns, as high as they
//! are long, and bands between those that belong together.

use std::io::{self, Write};

use super::super::columns::{Bar, Columns};
use super::super::connections::Connection;
use super::super::escape::for_xml;
use super::super::model::Lang;
use super::{AlignmentReport, Partners, places};

const LEFT: f64 = 60.0;
const RIGHT: f64 = 300.0;
const COLUMN: f64 = 14.0;
const WIDTH: f64 = 374.0;
const TOP: f64 = 24.0;

const COLUMNS: Columns = Columns {
    start: LEFT + COLUMN,
    end: RIGHT,
    top: TOP,
    gap: 3.0,
    characters: 60.0,
    heights: [10.0, 60.0],
};

const STYLE: &str = "\
text{font:10px ui-monospace,monospace;fill:#444}\
.turn{fill:#8a94a6}.lonely{fill:#c62828}\
.link{fill:#4a7fb5;fill-opacity:.25}.astray{fill:#e08600;fill-opacity:.4}\
.again{fill:#8e44ad;fill-opacity:.35}\
@media(prefers-color-scheme:dark){text{fill:#ccc}}";

pub(super) fn write(report: &AlignmentReport, out: &mut dyn Write) -> io::Result<()> {
    let [zh, en] = [Lang::Zh, Lang::En]
        .map(|lang| COLUMNS.bars(&report.turns, lang).map(|(_, bar)| bar).collect::<Vec<Bar>>());
    let bottom = |bars: &[Bar]| bars.last().map_or(TOP, |bar| bar.bottom());
    let height = bottom(&zh).max(bottom(&en)) + 12.0;
    writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {WIDTH} {height:.0}\" role=\"img\">"
    )?;
    writeln!(out, "<title>Pairing of {}</title>", for_xml(&report.path))?;
    writeln!(out, "<style>{STYLE}</style>")?;
    writeln!(
        out,
        "<text x=\"{LEFT}\" y=\"14\">Chinese</text><text x=\"{RIGHT}\" y=\"14\">English</text>"
    )?;
    for connection in report.connections() {
        let (from, to) = places(connection);
        if let (Some(from), Some(to)) = (zh.get(from), en.get(to)) {
            write_band(connection, *from, *to, out)?;
        }
    }
    let partners = Partners::of(report);
    let columns = [
        ('Z', &zh, &partners.zh, LEFT, LEFT - 6.0, "end"),
        ('E', &en, &partners.en, RIGHT, RIGHT + COLUMN + 6.0, "start"),
    ];
    for (letter, bars, linked, x, label, anchor) in columns {
        for (index, bar) in bars.iter().enumerate() {
            let class = if linked[index] { "turn" } else { "lonely" };
            let Bar { top, height } = *bar;
            writeln!(
                out,
                "<rect class=\"{class}\" x=\"{x}\" y=\"{top:.1}\" width=\"{COLUMN}\" height=\"{height:.1}\"/>\
                 <text x=\"{label}\" y=\"{:.1}\" text-anchor=\"{anchor}\">{letter}{}</text>",
                top + height / 2.0 + 3.5,
                index + 1
            )?;
        }
    }
    writeln!(out, "</svg>")
}

fn write_band(link: Connection, from: Bar, to: Bar, out: &mut dyn Write) -> io::Result<()> {
    let class = match link {
        _ if link.again => "again",
        _ if link.level => "link",
        _ => "astray",
    };
    let path = COLUMNS.band(from, to);
    let (zh, en) = (link.zh, link.en);
    writeln!(out, "<path class=\"{class}\" d=\"{path}\"><title>Z{zh} – E{en}</title></path>")
}
