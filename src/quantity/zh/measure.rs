//! Measure words: 个, 位, 家.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Words that count things. A numeral of one character is only believed before one of them, or
/// before a unit.
const MEASURE_WORDS: &[&str] = &[
    "个", "位", "名", "家", "种", "次", "件", "项", "条", "只", "台", "部", "本", "页", "行", "句",
    "段", "章", "节", "倍", "人", "口", "户", "间", "座", "栋", "层", "楼", "张", "片", "块", "颗",
    "粒", "根", "支", "枝", "把", "辆", "艘", "架", "门", "场", "届", "轮", "步", "代", "批", "组",
    "套", "对", "双", "副", "份", "封", "首", "幅", "回", "遍", "趟", "阶段", "方面", "类", "点",
    "大", "国", "州", "省", "市", "县", "所", "级", "款", "例", "起", "篇", "卷", "集", "号",
    "号楼", "世", "维", "字", "分", "者", "周期", "胎", "瓶", "杯", "碗", "盒", "箱", "包", "袋",
    "瓣", "兄弟", "姐妹", "姐弟", "兄妹", "胞胎", "巨头", "期", "型", "股", "面", "堂", "班", "团",
    "队", "连", "公里", "盘", "罐", "桶", "滴", "勺", "匙", "串", "捆", "束", "盏", "扇", "居室",
    "室", "夜", "晚", "孔", "跨", "榀", "棵", "朵", "匹", "头", "枚", "株", "幢", "尊", "桩", "宗",
    "笔", "顶", "针",
];

/// The words by their first character, the longest first.
static BY_FIRST: LazyLock<HashMap<char, Vec<&str>>> = LazyLock::new(|| {
    let mut words: HashMap<char, Vec<&str>> = HashMap::new();
    for word in MEASURE_WORDS {
        words.entry(word.chars().next().unwrap_or_default()).or_default().push(word);
    }
    words.values_mut().for_each(|words| words.sort_by_key(|word| Reverse(word.len())));
    words
});

/// The longest measure word that `text` starts with.
pub(super) fn measure_word(text: &str) -> Option<&'static str> {
    let words = BY_FIRST.get(&text.chars().next()?)?;
    words.iter().copied().find(|word| text.starts_with(word))
}
