//! English: behind the toggles and buttons.

use crate::text::words::ExtraWords;

pub(super) const WORDS: ExtraWords = ExtraWords {
    terms_unstated: "terms not stated",
    known_by: "As known on {date}.",
    known_by_note: "Figures count from the day they were published: holdings of Treasuries two months after the month they are dated by, futures positions three days after their date, weekly flows five days after theirs, JGB yields on the next working day, rates of the release H.10 on the Monday after. Figures that were revised later stand as revised.",
    source_line: "{label}, {unit}; {close}. {source}. {license}. Last value {last}.",
    fixed_at: "fixed at {time} UTC",
    break_line: "{label}, {date}: {note}. No change is taken across this day.",
    alignment: [
        "Changes are taken between days on which every series shown was published.",
        "What moves over a weekend falls on Monday.",
        "The series are fixed at different hours, which weakens same-day figures.",
    ],
    steps: "trading day|week|month|observation|Trading day|Week|Month|Observation|daily|weekly|monthly|successive|Daily|Weekly|Monthly|Successive|a day|a week|a month|one observation|day|week|month|observation|Day|Week|Month|Observation",
    still: "{name} stood still on all {n} days, so nothing can be told.",
    basket: "A currency against several is measured by the geometric mean of what one unit of it buys in each of them, all of the same weight: US dollar, euro, pound, Swiss franc, Australian dollar, Canadian dollar and yuan, less the currency itself. It is no trade-weighted index.",
    units: &[
        ("usd", "US dollars"),
        ("pct", "% a year"),
        ("jpy_per_usd", "yen per US dollar"),
        ("per_eur", "per euro"),
        ("index", "index"),
        ("usd_bn", "US$ billion"),
        ("contracts", "contracts"),
        ("jpy_100m", "100 million yen"),
    ],
    claim: "The claim",
    data_say: "What the data say",
    copy: "Copy",
    copied: "Copied",
    program: "Python program",
    day: "Date",
    table_part: "The last {shown} of {all} rows.",
    copy_by_hand: "Copy this",
};
