//! Korean: the view `timeline`.

use crate::text::words::TimelineWords;

pub(super) const WORDS: TimelineWords = TimelineWords {
    heading: "{asset}, 엔화, 일본 국채 금리",
    name: "추이",
    more: "설정 더 보기",
    ring: "고리: 여기부터 다른 출처",
    panel_price: "{asset}, 미국 달러, 로그 눈금",
    panel_yen: "달러당 엔, 거꾸로 된 눈금(위로 갈수록 엔 강세)",
    panel_yields: "일본 국채 금리, %",
    panel_spread: "미국 빼기 일본 10년 금리, %포인트",
    tenor: "{tenor}년",
    yen_per_dollar: "달러당 엔",
    spread: "미·일 금리차",
    finding: "{from}부터 {to}까지 {asset} 가격은 {asset_move}, 엔화 가치는 {yen_move} 달러당 {usdjpy}엔이 되었다.",
    more_yields: "일본 10년 국채 금리는 {jgb_from}%에서 {jgb_to}%로, 미·일 금리차는 {spread_from}에서 {spread_to}%포인트로 움직였다.",
    rose: "{x}% 올랐고",
    fell: "{x}% 내렸고",
    yen_gained: "{x}% 올라",
    yen_lost: "{x}% 내려",
    finding_changes: "일별로 보면 {asset}의 변화와 엔화 강세의 상관계수는 {r}이다({confidence}% 구간 {interval}, n\u{a0}=\u{a0}{n}): {verdict}.",
    #[cfg(feature = "extras")]
    method: "엔, 금리, 금리차는 발표된 값 그대로 그린다. 가격과 엔이 처음부터 끝까지 얼마나 움직였는지는 모든 값이 갖추어진 기간으로 잰다. 비슷하게 흘러가는 두 선이 서로 관련 있다고 할 수는 없으며, 문장 끝에 일별 변화를 적는 까닭이 그것이다.",
};
