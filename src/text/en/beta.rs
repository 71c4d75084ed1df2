//! English: the view `beta`.

use crate::text::words::BetaWords;

pub(in crate::text) static WORDS: BetaWords = BetaWords {
    heading: "How far does {asset} move with {driver}?",
    name: "Beta",
    panel: "{measure}, with the regression line and its {confidence}\u{a0}% band",
    controls: "Hold constant",
    rolling: "Rolling slope",
    panel_rolling: "Slope for {step}, {window} trading days, {confidence}\u{a0}% band",
    finding: "When {moved} in a day, {asset} moved {slope} on average ({confidence}\u{a0}% band {interval}): {verdict}.",
    finding_sample: "Sample: {n} days from {from} to {to}.",
    more_explained: "The line explains {r2}\u{a0}% of the variation ({confidence}\u{a0}% band {interval}\u{a0}%).",
    finding_held: "Sample: {n} of {all} days from {from} to {to}, with {held} held constant.",
    too_few: "On only {days} did both {asset} and {driver} change within this range: too few for a line.",
    in_step: "What is held constant ({held}) moves in step with {driver}: no slope of its own can be told.",
    event: "Event",
    method_rolling: "The slope over time is the same regression over each {window} trading days, with {window_lags} lags, the small-sample correction and Student\u{2019}s t.",
    method: [
        "Ordinary least squares with an intercept: the daily change of {asset} on that of {driver} and of what is held constant. Errors by Newey and West (1987), Bartlett weights over {lags} lags, floor(4 (n / 100)^(2/9)), without small-sample correction; the band is the {confidence}\u{a0}% quantile of the normal distribution times the error. The line is drawn with the controls at their means.",
        "A slope says what went together on the same day, not what caused what. A few extreme days can carry it: the points farthest from the line bear their dates. Closes that lie hours apart pull it towards zero.",
    ],
};
