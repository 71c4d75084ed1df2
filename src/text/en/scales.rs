//! English: the timeline's scales.

use crate::text::words::ScaleWords;

pub(in crate::text) static WORDS: ScaleWords = ScaleWords {
    panel_index: "{asset} and yen strength, {date} = 100, log scale",
    panel_percent: "{asset} and yen strength, change since {date}, %",
    scale: "Scale",
    scales: ["Own units", "Index, 100", "Percent"],
    days: "Days",
    day_choices: ["All", "Trading days"],
    tenors: "JGB yields",
};
