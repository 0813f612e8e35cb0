//! Years that are counted from the beginning of a reign: 康熙六十一年.

/// What emperors called the years of their reigns, and the first of them.
const REIGNS: &[(&str, i128)] = &[
    ("建安", 196),
    ("开皇", 581),
    ("大业", 605),
    ("武德", 618),
    ("贞观", 627),
    ("永徽", 650),
    ("开元", 713),
    ("天宝", 742),
    ("建隆", 960),
    ("景德", 1004),
    ("庆历", 1041),
    ("嘉祐", 1056),
    ("熙宁", 1068),
    ("元丰", 1078),
    ("崇宁", 1102),
    ("宣和", 1119),
    ("靖康", 1126),
    ("绍兴", 1131),
    ("洪武", 1368),
    ("建文", 1399),
    ("永乐", 1403),
    ("宣德", 1426),
    ("正统", 1436),
    ("景泰", 1450),
    ("天顺", 1457),
    ("成化", 1465),
    ("弘治", 1488),
    ("正德", 1506),
    ("嘉靖", 1522),
    ("隆庆", 1567),
    ("万历", 1573),
    ("天启", 1621),
    ("崇祯", 1628),
    ("顺治", 1644),
    ("康熙", 1662),
    ("雍正", 1723),
    // As 乾隆 stands in a text that was made simple.
    ("干隆", 1736),
    ("嘉庆", 1796),
    ("道光", 1821),
    ("咸丰", 1851),
    ("同治", 1862),
    ("光绪", 1875),
    ("宣统", 1909),
    ("明治", 1868),
    ("大正", 1912),
    ("昭和", 1926),
    ("平成", 1989),
    ("令和", 2019),
];

/// What the reign is called that began with `year`.
pub(in crate::quantity) fn reign_from(year: i128) -> Option<&'static str> {
    REIGNS.iter().find(|(_, first)| *first == year).map(|(reign, _)| *reign)
}

/// Whether `text` names the first year of the reign that began with `year`: 洪武元年.
pub(in crate::quantity) fn has_first_year(text: &str, year: i128) -> bool {
    text.match_indices("元年").any(|(at, _)| reign_before(&text[..at]) == Some(year))
}

/// The first year of the reign whose name ends `before`, which is in simplified characters.
pub(in crate::quantity) fn reign_before(before: &str) -> Option<i128> {
    let before = before.trim_end();
    let near = before.char_indices().rev().nth(1).map(|(at, _)| &before[at..])?;
    REIGNS.iter().find(|(reign, _)| *reign == near).map(|&(_, first)| first)
}
