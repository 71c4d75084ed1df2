//! Korean: the timeline's scales.

use crate::text::words::ScaleWords;

pub(in crate::text) static WORDS: ScaleWords = ScaleWords {
    panel_index: "{asset}와 엔화 강세, {date} = 100, 로그 눈금",
    panel_percent: "{asset}와 엔화 강세, {date}부터의 변화, %",
    scale: "눈금",
    scales: ["원래 단위", "지수(100)", "퍼센트"],
    days: "날짜",
    day_choices: ["매일", "거래일만"],
    tenors: "국채 금리",
};
