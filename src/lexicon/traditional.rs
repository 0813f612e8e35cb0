//! Traditional characters read as simplified ones, one for one.
//!
//! Good enough to make forms agree, no converter: where a traditional character stands for one of
//! several simplified ones it always takes the same, on both sides of the comparison.

use std::collections::HashMap;
use std::sync::LazyLock;

static SIMPLIFIED: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    include_str!("traditional.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split(' '))
        .filter_map(|pair| {
            let mut chars = pair.chars();
            Some((chars.next()?, chars.next()?))
        })
        .collect()
});

/// The simplified character for `c`, or `c` itself.
pub(super) fn simplify(c: char) -> char {
    SIMPLIFIED.get(&c).copied().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::simplify;

    #[test]
    fn reads_traditional_as_simplified() {
        let simple: String = "強化學習與國家".chars().map(simplify).collect();
        assert_eq!(simple, "强化学习与国家");
    }

    #[test]
    fn leaves_the_rest_alone() {
        assert!("强化学习 RL，。".chars().all(|c| simplify(c) == c));
    }
}
