//! Simplified Chinese: the timeline's scales.

use crate::text::words::ScaleWords;

pub(in crate::text) static WORDS: ScaleWords = ScaleWords {
    panel_index: "{asset}与日元强度，{date} = 100，对数刻度",
    panel_percent: "{asset}与日元强度，自{date}以来的变动，%",
    scale: "刻度",
    scales: ["原单位", "指数（100）", "百分比"],
    days: "日期",
    day_choices: ["全部", "仅交易日"],
    tenors: "日债收益率",
};
