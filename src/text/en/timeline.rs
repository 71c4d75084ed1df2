//! English: the view `timeline`.

use crate::text::words::TimelineWords;

pub(super) const WORDS: TimelineWords = TimelineWords {
    heading: "{asset}, the yen and Japanese bond yields",
    name: "Timeline",
    more: "More settings",
    ring: "Ring: another source from here on",
    panel_price: "{asset}, US dollars, log scale",
    panel_yen: "Yen per US dollar, inverted: up is a stronger yen",
    panel_yields: "Japanese government bond yields, %",
    panel_spread: "US minus Japan, 10-year yields, percentage points",
    tenor: "{tenor}-year",
    yen_per_dollar: "Yen per dollar",
    spread: "US\u{2013}Japan spread",
    finding: "From {from} to {to}, {asset} {asset_move} and the yen {yen_move} to {usdjpy} per dollar.",
    more_yields: "The 10-year JGB yield went from {jgb_from}\u{a0}% to {jgb_to}\u{a0}%, the US\u{2013}Japan spread from {spread_from} to {spread_to} points.",
    rose: "rose {x}\u{a0}%",
    fell: "fell {x}\u{a0}%",
    yen_gained: "gained {x}\u{a0}%",
    yen_lost: "lost {x}\u{a0}%",
    finding_changes: "Day by day, {asset} and yen strength have a correlation of {r} ({confidence}\u{a0}% band {interval}, n\u{a0}=\u{a0}{n}): {verdict}.",
    #[cfg(feature = "extras")]
    method: "The yen, the yields and the spread are drawn as published. How far the price and the yen moved from end to end is measured over the days that all of them cover; two lines that drift alike need not be related, which is why the sentence ends with the changes.",
};
