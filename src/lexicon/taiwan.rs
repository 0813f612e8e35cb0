//! What Taiwan calls otherwise: 软件 is 軟體 there. In simplified characters, as folding makes of every text.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// A word of the mainland and one of Taiwan, and whether the one stands for the other by itself too, or only in longer
/// terms: 数据中心 is 资料中心, but 资料 may be any material.
type Word = (&'static str, &'static str, bool);

const TAIWAN: [Word; 40] = [
    ("人工智能", "人工智慧", true),
    ("软件", "软体", true),
    ("硬件", "硬体", true),
    ("程序", "程式", false),
    ("网络", "网路", false),
    ("互联网", "网际网路", true),
    ("数据", "资料", false),
    ("算法", "演算法", true),
    ("芯片", "晶片", true),
    ("服务器", "伺服器", true),
    ("信息", "资讯", false),
    ("视频", "影片", false),
    ("激光", "雷射", true),
    ("硅", "矽", false),
    ("内存", "记忆体", true),
    ("质量", "品质", false),
    ("数字化", "数位化", true),
    ("数字", "数位", false),
    ("智能", "智慧", false),
    ("代码", "程式码", true),
    ("光刻", "微影", true),
    ("掩模", "光罩", true),
    ("纳米", "奈米", true),
    ("字节", "位元组", false),
    ("接口", "介面", true),
    ("默认", "预设", false),
    ("缓存", "快取", true),
    ("线程", "执行绪", true),
    ("打印", "列印", true),
    ("屏幕", "萤幕", true),
    ("鼠标", "滑鼠", true),
    ("博客", "部落格", true),
    ("出租车", "计程车", true),
    ("自行车", "脚踏车", true),
    ("土豆", "马铃薯", true),
    ("悉尼", "雪梨", false),
    ("新西兰", "纽西兰", true),
    ("里根", "雷根", true),
    ("特朗普", "川普", true),
    ("奥巴马", "欧巴马", true),
];

/// The same by their first characters.
static BY_START: LazyLock<FxHashMap<char, Vec<Word>>> = LazyLock::new(|| {
    let mut words: FxHashMap<char, Vec<Word>> = FxHashMap::default();
    for word in TAIWAN {
        words.entry(word.0.chars().next().unwrap_or_default()).or_default().push(word);
    }
    words
});

/// A folded Chinese form in the words of Taiwan, if it has any.
pub(super) fn taiwanese(folded: &str) -> Option<String> {
    let mut said = String::new();
    let mut kept = 0;
    for (at, first) in folded.char_indices().filter(|(_, c)| BY_START.contains_key(c)) {
        let word = BY_START[&first].iter().find(|(mainland, _, alone)| {
            folded[at..].starts_with(mainland) && (*alone || folded.len() > mainland.len())
        });
        if let Some((mainland, taiwan, _)) = word.filter(|_| at >= kept) {
            said.push_str(&folded[kept..at]);
            said.push_str(taiwan);
            kept = at + mainland.len();
        }
    }
    said.push_str(&folded[kept..]);
    (kept > 0).then_some(said)
}

#[cfg(test)]
mod tests {
    use super::taiwanese;

    #[test]
    fn longer_words_come_first_and_some_stand_in_terms_only() {
        assert_eq!(taiwanese("人工智能软件").as_deref(), Some("人工智慧软体"));
        assert_eq!(taiwanese("数据中心").as_deref(), Some("资料中心"));
        assert_eq!(taiwanese("数字化").as_deref(), Some("数位化"));
        assert_eq!(taiwanese("数据"), None);
        assert_eq!(taiwanese("模型"), None);
    }
}
