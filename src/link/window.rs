//! Where the exact search looks: for each Chinese turn a range of English turns.

use std::ops::Range;

use super::seed::Candidate;

/// How many turns to either side of the first path are looked at.
const MARGIN: usize = 3;

/// How many where the path runs straight.
const STRAIGHT_MARGIN: usize = 1;

/// How far from the diagonal the search strays where the first path says nothing.
const BAND: usize = 30;

/// A rectangle between two anchors up to this many turns by turns is searched as a whole.
const WHOLE: usize = 2_000;

/// For each Chinese turn the English turns that it may belong to. The ranges ascend at both ends,
/// each touches the next, the first begins at 0 and the last ends at `en_turns`.
pub(super) fn windows(path: &[Candidate], zh_turns: usize, en_turns: usize) -> Vec<Range<usize>> {
    let mut windows = vec![0..0; zh_turns];
    let anchors = (0..path.len()).filter_map(|at| {
        let neighbours = neighbours_in_step(path, at);
        let margin = if neighbours >= STRAIGHT { STRAIGHT_MARGIN } else { MARGIN };
        let sure = path[at].is_sure() || neighbours >= SUPPORT;
        sure.then_some((path[at].own, path[at].other, margin))
    });
    let mut last: Option<(usize, usize)> = None;
    for next in anchors.map(Some).chain([None]) {
        let (from_zh, from_en) = last.map_or((0, 0), |(zh, en)| (zh + 1, en));
        let (to_zh, to_en) = next.map_or((zh_turns, en_turns), |(zh, en, _)| (zh, en));
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
        if let Some((zh, en, margin)) = next {
            windows[zh] = en.saturating_sub(margin)..(en + 1 + margin).min(en_turns);
        }
        last = next.map(|(zh, en, _)| (zh, en));
    }
    make_monotone(&mut windows, en_turns);
    windows
}

/// With so many neighbours in step an anchor needs no strength of its own: a chance match has none.
const SUPPORT: usize = 3;

/// With so many the path runs straight.
const STRAIGHT: usize = 7;

/// How many of the next four anchors to either side stand at the same distance.
fn neighbours_in_step(path: &[Candidate], at: usize) -> usize {
    const NEAR: usize = 4;
    let here = &path[at];
    let in_step = |other: &&Candidate| {
        other.own.abs_diff(here.own) <= 2 * NEAR && other.own + here.other == here.own + other.other
    };
    let nearby = &path[at.saturating_sub(NEAR)..(at + NEAR + 1).min(path.len())];
    // The anchor itself is among them.
    nearby.iter().filter(in_step).count() - 1
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

#[cfg(test)]
mod tests {
    use super::*;

    fn anchors(pairs: &[(usize, usize)]) -> Vec<Candidate> {
        let anchor = |&(own, other)| Candidate { own, other, shared: 99.0, overlap: 0.5 };
        pairs.iter().map(anchor).collect()
    }

    #[test]
    fn windows_ascend_touch_and_reach_both_ends() {
        for (path, zh, en) in [
            (anchors(&[]), 4, 9),
            (anchors(&[(0, 5), (3, 6)]), 4, 9),
            (anchors(&[(100, 20)]), 300, 40),
            (anchors(&[]), 400, 300),
        ] {
            let windows = windows(&path, zh, en);
            assert_eq!(windows.len(), zh);
            assert_eq!((windows[0].start, windows[zh - 1].end), (0, en));
            for two in windows.windows(2) {
                assert!(two[0].start <= two[1].start && two[0].end <= two[1].end, "{two:?}");
                assert!(two[1].start <= two[0].end, "{two:?}");
            }
        }
    }

    #[test]
    fn a_straight_path_is_searched_closely() {
        let path: Vec<_> = (0..50).map(|turn| (turn, turn)).collect();
        let windows = windows(&anchors(&path), 50, 50);
        assert_eq!(windows[25], 24..27);
    }
}
