//! What a text is about, as far as that decides what a word or a letter behind a number means.
//!
//! Many numbers of a text may ask the same. It is found out when the first of them does, and kept.

use std::cell::OnceCell;

/// What is measured in 兆 of a million.
const DATA: &[&str] = &[
    "宽带",
    "带宽",
    "速率",
    "网速",
    "流量",
    "内存",
    "文件",
    "存储",
    "下载",
    "上传",
    "硬盘",
    "磁盘",
    "软盘",
    "光盘",
    "U盘",
    "显存",
    "照片",
    "图片",
    "视频",
    "安装包",
];

/// What shows that 三元 is a chemistry of batteries.
const BATTERIES: &[&str] = &["锂", "镍", "钴", "电池", "电芯", "正极"];

/// What shows that a W stands for watts.
const ELECTRICITY: [char; 4] = ['瓦', '电', '充', '灯'];

/// A text, and what was found out of it.
pub(super) struct Topics<'t> {
    text: &'t str,
    data: OnceCell<bool>,
    batteries: OnceCell<bool>,
    electricity: OnceCell<bool>,
}

impl<'t> Topics<'t> {
    pub(super) fn new(text: &'t str) -> Topics<'t> {
        let (data, batteries, electricity) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Topics { text, data, batteries, electricity }
    }

    /// Whether sizes of data are spoken of.
    pub(super) fn has_data(&self) -> bool {
        *self.data.get_or_init(|| DATA.iter().any(|word| self.text.contains(word)))
    }

    /// Whether batteries are spoken of.
    pub(super) fn has_batteries(&self) -> bool {
        *self.batteries.get_or_init(|| BATTERIES.iter().any(|word| self.text.contains(word)))
    }

    /// Whether electricity is spoken of.
    pub(super) fn has_electricity(&self) -> bool {
        *self.electricity.get_or_init(|| self.text.contains(ELECTRICITY))
    }
}
