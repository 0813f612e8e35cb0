//! What qualifies a quantity: 大约, 至少, 不到, 以上, 零下.

use std::sync::LazyLock;

use super::parts::Counted;
use super::qualifier::{ABOUT, AFTER, LESS, MORE, NEGATIVE, OR_LESS, OR_MORE, qualifies};
use super::reader::Reader;
use crate::quantity::digits::is_digit;
use crate::quantity::interval::{Interval, whole};
use crate::quantity::{Kind, Quantity, Weight};
use crate::text::{CharacterSet, Span, is_han};

/// The last characters of what qualifies the number behind it.
static LAST: LazyLock<CharacterSet> =
    LazyLock::new(|| CharacterSet::ending(&[ABOUT, MORE, LESS, NEGATIVE]));

/// The first characters of what qualifies the number before it.
static FIRST: LazyLock<CharacterSet> =
    LazyLock::new(|| CharacterSet::starting(&[OR_MORE, OR_LESS, AFTER]));

/// 至少三个月之内 is within, and no more.
const WITHIN: &[&str] = &["之内", "以内"];

/// What denies a comparison, or says that it must not be: 不少于, 不得超过, 没有超过.
const NOT: &[&str] = &[
    "不",
    "没",
    "没有",
    "未",
    "不得",
    "不能",
    "不应",
    "不应该",
    "不可",
    "不可以",
    "不会",
    "不宜",
    "不许",
    "不要",
    "别",
    "莫",
    "切勿",
];

/// Whether the comparison at the end of `before`, `length` bytes long, is denied: at least is then meant by "less".
/// `all` is what stands before the number, with the quantities that were read before: 没有任何一家超过一成.
fn is_denied(before: &str, length: usize, all: &str) -> bool {
    let compares = before.ends_with(['于', '过', '出', '破', '逾']) && !before.ends_with("不下于");
    let lead = &before[..before.len() - length];
    let of_none = || all.ends_with(before) && is_of_none(&all[..all.len() - length]);
    compares && (NOT.iter().any(|word| lead.ends_with(word)) || of_none())
}

/// Whether `lead` ends with what denies it of all: 没有任何一家, 没有一个.
fn is_of_none(lead: &str) -> bool {
    const APART: usize = 6;
    let near = lead.char_indices().rev().nth(APART).map_or(lead, |(at, _)| &lead[at..]);
    ["没有", "无一"].iter().any(|none| {
        let of = near.rsplit_once(none).map(|(_, of)| of);
        of.is_some_and(|of| of.starts_with(['任', '一', '哪']) && of.chars().all(is_han))
    })
}

/// `behind` without the 点 that counts an index before what bounds it: 一千点以下.
fn without_points<'t>(value: &Interval, kind: Kind, behind: &'t str) -> &'t str {
    let counts = kind == Kind::Number && value.low().is_some_and(|low| low >= whole(100));
    let bounded = behind.strip_prefix('点').filter(|bound| counts && qualifies(bound));
    bounded.unwrap_or(behind)
}

/// `before` without a verb between a bound and its number: 至少要, 最多能有.
fn without_verb(before: &str) -> &str {
    let bare =
        before.trim_end_matches(['要', '有', '是', '需', '得', '用', '花', '能', '占', '到', '等']);
    let bounds = ["至少", "最少", "起码", "最多", "至多"];
    let verb = before.len() - bare.len();
    let bound =
        verb > 0 && verb <= 2 * '要'.len_utf8() && bounds.iter().any(|word| bare.ends_with(word));
    if bound {
        return bare;
    }
    // 至少要睡够七个小时
    const APART: usize = 5;
    let near = before.char_indices().rev().nth(APART).map_or(before, |(at, _)| &before[at..]);
    if !near.contains(['至', '最', '起']) {
        return before;
    }
    let far = bounds.iter().find_map(|word| {
        let (_, between) = near.rsplit_once(word)?;
        (!between.is_empty() && between.chars().all(is_han)).then_some(between.len())
    });
    far.map_or(before, |between| &before[..before.len() - between])
}

/// Verbs after which 上 says where something is put: 关上三百盏灯, 加上二百.
const PUT: &str = "关合贴盖穿戴装补送带交写加配点插锁";

/// Verbs after which 过 says that something was done: 当过三个月的村长.
const DONE: &str = "到当做去住待呆干学用吃看写教开卖打来见读拍演跑养管带试听办接病输赢";

impl Reader<'_> {
    /// The quantity with what qualifies it before and behind.
    pub(super) fn dressed(&self, start: usize, counted: Counted, vague: bool) -> Quantity {
        let Counted { value, kind, unit, mut end, weight } = counted;
        let before = without_verb(self.before(start).trim_end_matches(' '));
        let behind = without_points(&value, kind, self.after(end).trim_start_matches(' '));
        let spaces = self.after(end).len() - behind.len();
        // Most numbers have nothing of the kind beside them.
        let before = if before.ends_with(|c| LAST.holds(c)) { before } else { "" };
        let behind = if behind.starts_with(|c| FIRST.holds(c)) { behind } else { "" };
        let mut approximate = vague;
        let mut value = value;
        let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
        // 16+512GB are two sizes.
        let adds = behind.strip_prefix('+').is_some_and(|behind| behind.starts_with(is_digit));
        let starts = |words: &[&'static str]| {
            words.iter().find(|word| behind.starts_with(**word)).copied().filter(|_| !adds)
        };
        let frost =
            before.ends_with("零下") || (before.ends_with('负') && !before.ends_with("正负"));
        if frost || minus_before(self.text.get(..start).unwrap_or_default()) {
            let own = self.text.get(start..end).unwrap_or_default();
            value = if frost { value.negated() } else { value.negated_from(own) };
        }
        let large = value.high().is_some_and(|high| high >= whole(100));
        // 通过, 经过, 不过 and 当过 end with 过, and 上 is "more than" before large numbers only.
        let other_word = ["通过", "经过", "不过"].iter().any(|word| before.ends_with(word))
            || before.strip_suffix('过').is_some_and(|verb| verb.ends_with(|c| DONE.contains(c)))
            || before
                .strip_suffix('上')
                .is_some_and(|verb| !large || verb.ends_with(|c| PUT.contains(c)));
        let bounded = !matches!(kind, Kind::Ordinal | Kind::Year | Kind::Time);
        // 至少需要 ends with 需要, 不下于 with 下于: the longer word decides.
        let longest = |words: &[&str]| {
            let hits = words.iter().filter(|word| before.ends_with(**word));
            hits.map(|word| word.len()).max().unwrap_or(0)
        };
        let (more, less) = (longest(MORE), longest(LESS));
        let all = self.text.get(..start).unwrap_or_default().trim_end_matches(' ');
        let denied = !other_word && is_denied(before, more.max(less), all);
        let (more, less) = if denied { (less, more) } else { (more, less) };
        let more = if bounded && !other_word { more } else { 0 };
        let (more, less) = (more > less, less > 0 && less >= more);
        if less {
            // 最多六万五千多: of the bound that is said, 多 leaves open how far it is passed.
            let and_more = vague && self.text.get(start..end).is_some_and(|own| own.contains('多'));
            let bound = if and_more { value.low() } else { value.high() };
            value = bound.map_or(value, Interval::at_most);
        } else if more && value.is_point() && starts(WITHIN).is_none() {
            value = value.low().map_or(value, Interval::at_least);
        } else if let Some(word) = starts(OR_MORE).filter(|_| value.is_point()) {
            value = value.low().map_or(value, Interval::at_least);
            end += spaces + word.len();
        } else if let Some(word) =
            starts(OR_LESS).filter(|_| kind != Kind::Ordinal && value.is_point())
        {
            value = value.high().map_or(value, Interval::at_most);
            end += spaces + word.len();
        }
        approximate |= ends(ABOUT) || starts(AFTER).is_some();
        // 一年多 says more than the article in "a year", and 最多三小时 more than a few hours.
        let counts =
            (more || less) && !vague && value.some_end().is_some_and(|end| end >= whole(2));
        let weight = match value.is_open() && unit.is_some() {
            true if counts && weight == Weight::Medium => Weight::Full,
            true => weight.max(Weight::Medium),
            false => weight,
        };
        let start = start - self.order_word(start, kind).map_or(0, char::len_utf8);
        Quantity { span: Span::at(start..end), value, kind, unit, approximate, weight }
    }
}

impl Reader<'_> {
    /// The 第 or 上 before byte `start` that makes an ordinal of what follows: 第三, 上半年.
    fn order_word(&self, start: usize, kind: Kind) -> Option<char> {
        let word = self.text.get(..start)?.chars().next_back()?;
        let half = self.after(start).starts_with('半') && matches!(word, '上' | '下' | '前' | '后');
        (kind == Kind::Ordinal && (word == '第' || half)).then_some(word)
    }
}

/// A minus sign that belongs to the number behind it.
fn minus_before(before: &str) -> bool {
    before.strip_suffix(['-', '−']).is_some_and(|rest| {
        rest.chars().next_back().is_none_or(|c| {
            matches!(
                c,
                ' ' | '('
                    | '（'
                    | '，'
                    | ','
                    | '、'
                    | '：'
                    | ':'
                    | '为'
                    | '是'
                    | '于'
                    | '达'
                    | '约'
                    | '回'
                    | '成'
                    | '但'
                    | '并'
                    | '去'
                    | '在'
                    | '从'
                    | '到'
                    | '至'
                    | '和'
                    | '或'
                    | '与'
                    | '='
                    | '['
            )
        })
    })
}
