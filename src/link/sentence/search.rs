//! The search for the best steps through two runs of segments.

use std::ops::Range;

use super::super::measures::{Measures, Sums};
use super::anchor::windows;
use super::found::Found;
use super::model::Model;
use super::score::KINDS;
use crate::text::Side;

/// Segments that belong together, by place; one of the ranges may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) zh: Range<usize>,
    pub(super) en: Range<usize>,
}

/// A place in the search: its best score, and the kind of step that led there.
#[derive(Clone, Copy)]
struct Node {
    score: f32,
    kind: u8,
}

const NEVER: Node = Node { score: f32::NEG_INFINITY, kind: u8::MAX };

/// The best steps through segments `zh` and `en` of the model, in order.
pub(super) fn steps(model: &Model<'_>, zh: Range<usize>, en: Range<usize>) -> Vec<Step> {
    let windows = windows(model, &zh, &en);
    let found = Found::new(model, &zh, &en, windows.clone());
    let (rows, columns) = (zh.len(), en.len());
    // Nodes stand between segments: row x has those of its segment's window and one more.
    let edges: Vec<Range<usize>> = (0..=rows)
        .map(|x| {
            let above = x.checked_sub(1).map(|x| windows[x].clone());
            let below = windows.get(x).cloned();
            let window = match (above, below) {
                (Some(a), Some(b)) => a.start.min(b.start)..a.end.max(b.end) + 1,
                (Some(a), None) | (None, Some(a)) => a.start..a.end + 1,
                (None, None) => 0..columns + 1,
            };
            if x == 0 { 0..window.end } else { window }
        })
        .collect();
    let mut nodes: Vec<Vec<Node>> = edges.iter().map(|edge| vec![NEVER; edge.len()]).collect();
    nodes[0][0].score = 0.0;
    let segments = [&model.segments(Side::Zh)[zh.clone()], &model.segments(Side::En)[en.clone()]];
    let sums = segments
        .map(|segments| Sums::new(segments.iter().map(|segment| (segment.weight, segment.length))));
    for x in 0..=rows {
        for y in edges[x].clone() {
            let score = nodes[x][y - edges[x].start].score;
            if score == f32::NEG_INFINITY {
                continue;
            }
            for (kind, &(a, b)) in KINDS.iter().enumerate() {
                let (to_x, to_y) = (x + a, y + b);
                if to_x > rows || to_y > columns || !edges[to_x].contains(&to_y) {
                    continue;
                }
                let weights = (sums[0].weight(x, to_x), sums[1].weight(y, to_y));
                let gain = if a == 0 || b == 0 {
                    model.priors.null(kind, weights.0 + weights.1)
                } else {
                    let lengths = (sums[0].length(x, to_x), sums[1].length(y, to_y));
                    let shared = found.shared(x, y, (a, b));
                    model.priors.pair(kind, &Measures { shared, weights, lengths })
                };
                let node = &mut nodes[to_x][to_y - edges[to_x].start];
                if score + gain > node.score {
                    *node = Node { score: score + gain, kind: kind as u8 };
                }
            }
        }
    }
    way_back(&nodes, &edges, [zh.start, en.start], [rows, columns])
}

fn way_back(
    nodes: &[Vec<Node>],
    edges: &[Range<usize>],
    base: [usize; 2],
    [mut x, mut y]: [usize; 2],
) -> Vec<Step> {
    let mut steps = Vec::new();
    while (x, y) != (0, 0) {
        let node = edges[x].contains(&y).then(|| nodes[x][y - edges[x].start]);
        // Outside all windows nothing is known; the rest has no counterpart.
        let (a, b) = node
            .and_then(|node| KINDS.get(node.kind as usize).copied())
            .unwrap_or((usize::from(x > 0), usize::from(x == 0)));
        steps.push(Step { zh: base[0] + x - a..base[0] + x, en: base[1] + y - b..base[1] + y });
        (x, y) = (x - a, y - b);
    }
    steps.reverse();
    steps
}
