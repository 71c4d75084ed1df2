//! English: how far something moves.

use crate::text::words::MoveWords;

pub(super) const WORDS: MoveWords = MoveWords {
    percent: "{x}\u{a0}%",
    basis_points: "{x}\u{a0}bp",
    point: "{x} point",
    points: "{x} points",
    unit_basis_points: "basis points",
    unit_points: "points",
    rose: "{name} rose {x}",
    yen_gained: "the yen gained {x}",
    axis: "{name}, daily change, {unit}",
    and: " and ",
    comma: ", ",
    one_day: "one trading day",
    sample: "Sample: {n} daily changes from {from} to {to}.",
};
