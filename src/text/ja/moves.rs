//! Japanese: how far something moves.

use crate::text::words::MoveWords;

pub(super) const WORDS: MoveWords = MoveWords {
    percent: "{x}%",
    basis_points: "{x}bp",
    point: "{x}ポイント",
    points: "{x}ポイント",
    unit_basis_points: "bp",
    unit_points: "ポイント",
    rose: "{name}が{x}上がった",
    yen_gained: "円が{x}上昇した",
    axis: "{name}の日々の変化、{unit}",
    and: "と",
    comma: "、",
    one_day: "1営業日",
    sample: "標本：{from}から{to}までの日々の変化{n}個。",
};
