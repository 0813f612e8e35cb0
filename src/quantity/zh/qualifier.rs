//! The words that qualify a quantity, by where they stand.

/// What says that the value before or after is not exact, or only one end of a range.
pub(super) const ABOUT: &[&str] = &[
    "大约",
    "大约是",
    "大概",
    "约",
    "左右",
    "上下",
    "差不多",
    "将近",
    "接近",
    "近",
    "来",
    "前后",
    "平均",
    "估计",
];
pub(super) const MORE: &[&str] = &[
    "超过",
    "超出",
    "多于",
    "高于",
    "大于",
    "不下",
    "不下于",
    "破",
    "至少",
    "最少",
    "起码",
    "突破",
    "逾",
    "上",
    "过",
    "至少有",
    "至少是",
    "至少需要",
];
pub(super) const LESS: &[&str] = &[
    "不到",
    "不足",
    "少于",
    "低于",
    "小于",
    "至多",
    "最多",
    "未满",
    "不满",
    "以不到",
    "最多有",
    "跌破",
];
pub(super) const OR_MORE: &[&str] = &["以上", "或更多", "多", "余", "+", "开外", "出头"];
pub(super) const OR_LESS: &[&str] = &["以下", "以内", "之内", "或更少", "不到"];
pub(super) const AFTER: &[&str] = &["左右", "上下", "前后"];
pub(super) const NEGATIVE: &[&str] = &["零下", "负"];

/// Whether `text` starts with what qualifies the number before it: 以上, 左右, 不到.
pub(super) fn qualifies(text: &str) -> bool {
    let behind = [OR_MORE, OR_LESS, AFTER, &["不到", "不足"]];
    behind.iter().flat_map(|words| words.iter()).any(|word| text.starts_with(word))
}
