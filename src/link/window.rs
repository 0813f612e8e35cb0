//! Where the exact search looks: for each Chinese turn a range of English turns.

use std::ops::Range;

use super::seed::Candidate;

/// How many turns to either side of the first path are looked at.
const MARGIN: usize = 3;

/// How far from the diagonal the search strays where the first path says nothing.
const BAND: usize = 30;

/// A rectangle between two anchors up to this many turns by turns is searched as a whole.
const WHOLE: usize = 2_000;

/// For each Chinese turn the English turns that it may belong to. The ranges ascend at both ends,
/// each touches the next, the first begins at 0 and the last ends at `en_turns`.
pub(super) fn windows(path: &[Candidate], zh_turns: usize, en_turns: usize) -> Vec<Range<usize>> {
    let mut windows = vec![0..0; zh_turns];
    let anchors =
        path.iter().filter(|anchor| anchor.is_sure()).map(|anchor| (anchor.own, anchor.other));
    let mut last: Option<(usize, usize)> = None;
    for next in anchors.map(Some).chain([None]) {
        let (from_zh, from_en) = last.map_or((0, 0), |(zh, en)| (zh, en));
        let (to_zh, to_en) = next.unwrap_or((zh_turns, en_turns));
        let height = to_zh - from_zh;
        let width = to_en - from_en;
        for (step, window) in windows[from_zh..to_zh].iter_mut().enumerate() {
            let range = if height * width <= WHOLE {
                (from_en, to_en + 1)
            } else {
                let reach = BAND.max(2 * width / height.max(1));
                let middle = from_en + width * step / height.max(1);
                (middle.saturating_sub(reach), middle + reach)
            };
            *window = range.0.saturating_sub(MARGIN)..(range.1 + MARGIN).min(en_turns);
        }
        if let Some((zh, en)) = next {
            // The anchor's own turn belongs to the rectangles on both sides of it.
            windows[zh] = en.saturating_sub(MARGIN)..(en + 1 + MARGIN).min(en_turns);
        }
        last = next;
    }
    make_monotone(&mut windows, en_turns);
    windows
}

fn make_monotone(windows: &mut [Range<usize>], en_turns: usize) {
    let mut end = 0;
    for window in windows.iter_mut() {
        end = end.max(window.end);
        window.end = end;
    }
    let mut start = en_turns;
    for window in windows.iter_mut().rev() {
        start = start.min(window.start);
        window.start = start;
    }
    if let Some(first) = windows.first_mut() {
        first.start = 0;
    }
    if let Some(last) = windows.last_mut() {
        last.end = en_turns;
    }
    // Each range must touch the one before it.
    for at in 1..windows.len() {
        let before = windows[at - 1].end;
        windows[at].start = windows[at].start.min(before);
    }
}
