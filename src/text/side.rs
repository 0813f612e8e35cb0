//! The two languages.

use std::fmt;

/// A language, and the side of the bilingual document that it fills.
///
/// Chinese is the source side of every comparison and English the target, whichever was written
/// first: it only decides in which order things are listed.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Side {
    /// Chinese, in simplified or traditional characters.
    Zh,
    /// English.
    En,
}

impl Side {
    /// Both sides, Chinese first.
    pub const BOTH: [Side; 2] = [Side::Zh, Side::En];

    /// The other side.
    pub fn other(self) -> Side {
        match self {
            Side::Zh => Side::En,
            Side::En => Side::Zh,
        }
    }

    /// The side of a language, by its code of two or three letters (BCP 47, ISO 639) or by its name, with or
    /// without what follows of script, country or the like.
    ///
    /// ```
    /// use duizhao::text::Side;
    ///
    /// for chinese in ["zh", "zh-TW", "ZH_cn", "zh-Hant-HK", "zho", "yue", "Chinese (Traditional)", "中文"] {
    ///     assert_eq!(Side::of_language(chinese), Some(Side::Zh), "{chinese}");
    /// }
    /// assert_eq!(Side::of_language("en_GB"), Some(Side::En));
    /// assert_eq!(Side::of_language("enough"), None);
    /// ```
    pub fn of_language(language: &str) -> Option<Side> {
        let language = language.trim().to_lowercase();
        match language.split(['-', '_', ' ', '(', '（']).next().unwrap_or_default() {
            "zh" | "zho" | "chi" | "cmn" | "yue" | "chinese" | "中文" | "汉语" | "漢語" => {
                Some(Side::Zh)
            }
            "en" | "eng" | "english" | "英文" | "英语" | "英語" => Some(Side::En),
            _ => None,
        }
    }

    /// The language code, `zh` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Side::Zh => "zh",
            Side::En => "en",
        }
    }

    /// The English name of the language.
    pub fn name(self) -> &'static str {
        match self {
            Side::Zh => "Chinese",
            Side::En => "English",
        }
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
