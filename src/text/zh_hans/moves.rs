//! Simplified Chinese: how far something moves.

use crate::text::words::MoveWords;

pub(super) const WORDS: MoveWords = MoveWords {
    percent: "{x}%",
    basis_points: "{x}个基点",
    point: "{x}点",
    points: "{x}点",
    unit_basis_points: "基点",
    unit_points: "点",
    rose: "{name}上升{x}",
    yen_gained: "日元升值{x}",
    axis: "{name}的每日变动，{unit}",
    and: "和",
    comma: "、",
    one_day: "1个交易日",
    sample: "样本：从{from}到{to}的{n}个每日变动。",
};
