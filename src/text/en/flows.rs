//! English: the view `flows`.

use crate::text::words::FlowWords;

pub(in crate::text) static WORDS: FlowWords = FlowWords {
    heading: "Did Japan sell its US Treasuries?",
    name: "Flows",
    panel_holdings: "US Treasuries held by Japan, China and the United Kingdom, month-ends, billion dollars",
    panel_positions: "Speculators\u{2019} yen futures, long less short, weekly, thousand contracts",
    panel_purchases: "Foreigners\u{2019} net purchases of Japanese shares, sum of 13 weeks, trillion yen",
    panel_yields: "10-year yields, %",
    holders: ["Japan", "China", "UK"],
    labels: ["US Treasuries held by Japan", "US Treasuries held by mainland China", "US Treasuries held by the United Kingdom"],
    positions: "Net yen futures, thousand contracts",
    purchases: "Net purchases of shares, 13 weeks, trillion yen",
    japan_yield: "Japan",
    us_yield: "US",
    myriads: None,
    revision: "Revised figures",
    revised: "From here on another release",
    ring: "Ring: from here on the figures are of another release",
    too_few: "There is no month-end in this range for which holdings are known.",
    finding_more: "No sign of it: on {date} Japan held {last} billion dollars of US Treasuries, {change} billion ({percent} %) more than twelve months before.",
    finding_less: "Its holdings fell: on {date} Japan held {last} billion dollars of US Treasuries, {change} billion ({percent} %) less than twelve months before.",
    finding_falls: "They fell in {falls} of the twelve months.",
    finding_falls_late: "They fell in {falls} of the twelve months; later ones are not in the data.",
    finding_alone: "On {date} Japan held {last} billion dollars of US Treasuries; a year before is not in the data.",
    more_range: "From {from} to {to} the holdings went from {first} to {last} billion, the 10-year US yield from {ust_from} % to {ust_to} %, the dollar from {yen_from} to {yen_to} yen.",
    more_months: "Month by month, changes in the holdings and in the US yield have a correlation of {r} ({confidence} % band {interval}, n = {n}): {verdict}.",
    caveat: "Holdings are market values where the bonds are kept: when yields rise they shrink without a sale.",
    method: [
        "Holdings are the Treasury\u{2019}s TIC figures at the end of each month, drawn as steps and never filled in between; a line stops where its figures change from one release to another. Futures are the CFTC\u{2019}s noncommercial long less short contracts each Tuesday, known on Friday. Purchases are the Ministry of Finance\u{2019}s weekly figures, summed over {weeks} weeks.",
        "The correlation pairs the monthly change of the logarithm of Japan\u{2019}s holdings with that of the US 10-year yield between the last business days of the same months; its {confidence} % band is Fisher\u{2019}s.",
        "Sample: {n} month-ends from {from} to {to}. A higher yield lowers the value of what is held, so the correlation leans below zero even if nobody trades. Holdings are counted where they are in custody: what Japanese owners keep in London or Brussels is not in Japan\u{2019}s figure. What Japanese residents bought of foreign bonds was looked for and not found.",
    ],
};
