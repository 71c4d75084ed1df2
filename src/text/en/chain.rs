//! English: the view `chain`.

use crate::text::words::ChainWords;

pub(in crate::text) static WORDS: ChainWords = ChainWords {
    heading: "From Japanese yields to {asset}: where does the story break?",
    name: "Chain",
    link: "{from} \u{2192} {to}",
    list_gap: "; ",
    at: "Read on",
    reading: "The links are read here",
    turned: "Dashed: the other way round than the story says",
    panel: "{mark}\u{a0}{link}: {state}, for {step} ({story})",
    story_above: "the story says above zero",
    story_below: "the story says below zero",
    caption: "The links over the {window} trading days to {date}. Move the slider “Read on” to see when they held.",
    holding: "holds",
    weak: "not distinguishable from zero",
    reversed: "the other way round",
    still: "cannot be told",
    value: "{slope} for {step} ({confidence}\u{a0}% band {interval})",
    often: "held on {share}\u{a0}%, went the other way on {against}\u{a0}% of the days shown",
    too_few: "There are too few days in this range on which all six measures were published for a window of {window} trading days.",
    finding: "Over the {window} trading days to {date} (n\u{a0}=\u{a0}{n}), {held} of the {all} links of the story held.",
    finding_all: "Over the {window} trading days to {date} (n\u{a0}=\u{a0}{n}), all {all} links of the story held.",
    finding_none: "Over the {window} trading days to {date} (n\u{a0}=\u{a0}{n}), none of the {all} links of the story held.",
    held: "What held: {list}.",
    breaks_weak: "The first to break: when {moved} in a day, {to} moved {slope} on average ({confidence}\u{a0}% band {interval}), not distinguishable from zero.",
    breaks_reversed: "The first to break: when {moved} in a day, {to} moved {slope} on average ({confidence}\u{a0}% band {interval}), against the story.",
    breaks_still: "The first to break: {from} stood still, so nothing can be told of {to}.",
    others_weak: "Nor can these be told from zero: {list}.",
    others_reversed: "Against the story: {list}.",
    others_still: "Nothing can be told of: {list}.",
    arithmetic: "The first link is little more than arithmetic, for the spread contains the JGB yield.",
    method: [
        "Each link is a regression of the follower\u{2019}s daily change on the mover\u{2019}s over {window} trading days with an intercept; errors by Newey and West with {lags} lags and the small-sample correction, the {confidence}\u{a0}% band by Student\u{2019}s t. A link holds when its band lies wholly on the side of zero that the story expects, is reversed when wholly on the other, and else cannot be told from zero.",
        "Each link is read alone: that all hold does not show that one causes the next. The series are fixed at different hours, Tokyo before Europe before New York, which weakens same-day links. With five links at 95 %, about one window in five would show a false one even where there is nothing. The first link is nearly arithmetic, for the spread contains the JGB yield.",
    ],
};
