//! What may have been meant by a name that is none.

/// How alike a name must be to what was written, by the measure of Jaro and Winkler, to be proposed.
const ALIKE: f64 = 0.8;

/// The one of `names` that `word` is most likely a slip for, where one is close enough to be meant.
pub(crate) fn closest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(word, name), name))
        .filter(|(alike, _)| *alike > ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

/// A proposal as the end of a message; nothing where there is none.
pub(crate) fn did_you_mean(closest: Option<&str>) -> String {
    closest.map_or(String::new(), |name| format!("; did you mean `{name}`?"))
}
