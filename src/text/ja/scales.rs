//! Japanese: the timeline's scales.

use crate::text::words::ScaleWords;

pub(in crate::text) static WORDS: ScaleWords = ScaleWords {
    panel_index: "{asset}と円の強さ、{date} = 100、対数目盛",
    panel_percent: "{asset}と円の強さ、{date}からの変化、%",
    scale: "目盛",
    scales: ["元の単位", "指数（100）", "%変化"],
    days: "日",
    day_choices: ["毎日", "取引日のみ"],
    tenors: "国債利回り",
};
