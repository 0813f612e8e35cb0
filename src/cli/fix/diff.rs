//! What `duizhao fix` would change, as a unified diff.

use std::io::{self, IsTerminal, Write};

use similar::{Algorithm, TextDiff};

use crate::report::for_terminal;

/// Lines that are shown around a change.
const CONTEXT: usize = 3;

/// Writes the difference of two texts of the file `name`, in UTF-8 as the texts are: `patch` can apply it to a file
/// that is in UTF-8 without a byte order mark. On a terminal what is quoted must not act.
pub(super) fn write(name: &str, before: &str, after: &str, out: &mut dyn Write) -> io::Result<()> {
    // Whole turns move: lines that stand once on either side tell where from and where to.
    let diff = TextDiff::configure().algorithm(Algorithm::Patience).diff_lines(before, after);
    let diff = diff.unified_diff().context_radius(CONTEXT).header(name, name).to_string();
    if !io::stdout().is_terminal() {
        return out.write_all(diff.as_bytes());
    }
    diff.split_terminator('\n')
        .try_for_each(|line| writeln!(out, "{}", for_terminal(line.trim_end_matches('\r'))))
}
