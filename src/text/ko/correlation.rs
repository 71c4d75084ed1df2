//! Korean: the view `correlation`.

use crate::text::words::CorrelationWords;

pub(super) const WORDS: CorrelationWords = CorrelationWords {
    heading: "{asset}: {driver}와(과) 함께 움직이는가?",
    name: "상관관계",
    panel_changes: "일별 변화의 상관계수, {window}일 창, {confidence}% 구간",
    panel_levels: "수준과 일별 변화의 상관계수, {window}일 창",
    line_changes: "변화",
    line_levels: "수준",
    finding_changes: "{date}까지 {window}거래일 동안 두 계열({asset}, {driver})의 일별 변화 상관계수는 {r}이다({confidence}% 구간 {interval}, n\u{a0}=\u{a0}{n}): {verdict}.",
    finding_whole: "{from}부터 {to}까지 전체로는 {r}이다({interval}, n\u{a0}=\u{a0}{n}).",
    finding_levels: "{date}까지 {window}거래일 동안 두 계열({asset}, {driver})의 수준 상관계수는 {r}이다. 서로 무관한 두 임의보행도 같은 길이의 창 가운데 {odds}%에서는 이만큼 상관되어 보인다.",
    finding_levels_changes: "일별 변화의 상관계수는 {r}이다({confidence}% 구간 {interval}, n\u{a0}=\u{a0}{n}): {verdict}.",
    #[cfg(feature = "extras")]
    method: [
        "두 계열({asset}, {driver})의 일별 변화의 피어슨 상관계수. 가격과 환율은 로그 수익률(%), 금리와 금리차는 베이시스 포인트로 구한다. 구간은 피셔(1921)의 tanh(atanh r \u{00b1} z / \u{221a}(n \u{2212} 3))이며 z는 정규분포의 {confidence}% 분위수다.",
        "수준은 가격이면 로그로, 금리면 그대로 비교한다. 우연의 비율은 창과 길이가 같은 독립 임의보행 2,000쌍을 고정된 씨앗으로 모의해 센 것으로, 공식은 없다. 다른 쌍을 쓸 때의 표준오차는 최대 1.1%포인트다.",
        "구간은 날들을 서로 독립으로 본다. 이웃한 창은 하루만 빼고 같은 날들을 담으므로, 선 위의 독립된 점은 보기보다 훨씬 적다.",
    ],
};
