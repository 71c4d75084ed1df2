//! English: the view `leadlag`.

use crate::text::words::LeadLagWords;

pub(in crate::text) static WORDS: LeadLagWords = LeadLagWords {
    heading: "Who moves first, {asset} or {driver}?",
    name: "Lead and lag",
    panel: "Correlation of daily changes, one shifted against the other; band of {confidence}\u{a0}% around zero",
    axis: "Trading days by which {driver} leads {asset}",
    lags: "Farthest shift",
    correlation: "Correlation",
    lag: "Shift in trading days",
    quiet: "Grey: inside the band around zero",
    same_day: "Same day",
    driver_first: "{driver} {days} earlier",
    asset_first: "{asset} {days} earlier",
    finding: "Same-day changes in {asset} and {driver} correlate at {r} ({confidence}\u{a0}% band {interval}, n\u{a0}=\u{a0}{n}, {from} to {to}): {verdict}.",
    finding_three: "Over three days: {sum} ({sum_interval}); {leader}.",
    more_hours: "{asset} is fixed at {asset_hour} UTC and {driver} at {driver_hour}, so part of what happened on one day shows on the next; hence the sum over three days.",
    more_bars: "Outside the band at other days: {outside} of {bars} bars, where chance alone puts about {expected}.",
    nobody: "neither moves first",
    driver_leads: "{driver} moved first, by {days} ({r}, chance: \u{b1}{chance})",
    asset_leads: "{asset} moved first, by {days} ({r}, chance: \u{b1}{chance})",
    clock: "A lead of one day can come from the hours of the closes alone.",
    too_few: "On only {days} did both {asset} and {driver} change within this range: too few to shift one against the other.",
    method: [
        "The bar at k is the correlation of {driver} k trading days earlier with {asset}: full-sample means and variances, sums divided by n. The band around zero holds {confidence}\u{a0}% of the bars of {resamples} pairs of columns resampled apart from each other (stationary bootstrap, Politis and Romano 1994, with block lengths by Patton, Politis and White 2009): each keeps its own past, and nothing links the two.",
        "The sum over k = \u{2212}1, 0 and +1 gathers what closes at different hours spread over neighbouring days (Scholes and Williams 1977); what it is give or take is {confidence}\u{a0}% of the sums of the same resamples.",
        "The band is made for one bar. A lead is only spoken of where the farthest of all {bars} bars lies beyond the farthest bars of {confidence}\u{a0}% of the resamples. Days that were left out for a change of source count as adjacent.",
    ],
};
