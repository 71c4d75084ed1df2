//! English: the view `correlation`.

use crate::text::words::CorrelationWords;

pub(super) const WORDS: CorrelationWords = CorrelationWords {
    heading: "Does {asset} move with {driver}?",
    name: "Correlation",
    panel_changes: "Correlation of daily changes, {window}-day window, {confidence}\u{a0}% band",
    panel_levels: "Correlation of levels and of daily changes, {window}-day window",
    line_changes: "Changes",
    line_levels: "Levels",
    finding_changes: "Over the {window} trading days to {date}, daily changes in {asset} and {driver} correlate at {r} ({confidence}\u{a0}% band {interval}, n\u{a0}=\u{a0}{n}): {verdict}.",
    finding_whole: "Over all of {from} to {to} it is {r} ({interval}, n\u{a0}=\u{a0}{n}).",
    finding_levels: "Over the {window} trading days to {date}, the levels of {asset} and {driver} correlate at {r}; unrelated random walks do at least as well in {odds}\u{a0}% of such windows.",
    finding_levels_changes: "Their daily changes correlate at {r} ({confidence}\u{a0}% band {interval}, n\u{a0}=\u{a0}{n}): {verdict}.",
    #[cfg(feature = "extras")]
    method: [
        "Pearson\u{2019}s correlation of the daily changes of {asset} and of {driver}: log returns in percent for prices and exchange rates, basis points for yields and spreads. The band is Fisher\u{2019}s (1921), tanh(atanh r \u{00b1} z / \u{221a}(n \u{2212} 3)) with z the {confidence}\u{a0}% quantile of the normal distribution.",
        "Levels are compared as logarithms of prices and as yields stand. The odds of chance come from 2,000 pairs of independent random walks as long as the window, simulated from a fixed seed; no closed formula gives them. Other pairs would move them by 1.1 percentage points (one standard error) at most.",
        "The band takes the days as independent. Neighbouring windows share all but one of their days, so that the line has far fewer independent points than it shows.",
    ],
};
