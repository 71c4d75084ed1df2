//! Korean: how far something moves.

use crate::text::words::MoveWords;

pub(super) const WORDS: MoveWords = MoveWords {
    percent: "{x}%",
    basis_points: "{x}bp",
    point: "{x}포인트",
    points: "{x}포인트",
    unit_basis_points: "bp",
    unit_points: "포인트",
    rose: "{name}이(가) {x} 오른",
    yen_gained: "엔화가 {x} 강해진",
    axis: "{name}의 일별 변화, {unit}",
    and: ", ",
    comma: ", ",
    one_day: "1거래일",
    sample: "표본: {from}부터 {to}까지의 일별 변화 {n}개.",
};
