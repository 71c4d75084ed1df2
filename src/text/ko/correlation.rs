//! Korean: the view `correlation`.

use crate::text::words::CorrelationWords;

pub(super) const WORDS: CorrelationWords = CorrelationWords {
    heading: "{asset}: {driver}와(과) 함께 움직이는가?",
    name: "상관관계",
    panel_changes: "일별 변화의 상관계수, {window}일 창, {confidence}% 구간",
    panel_levels: "수준과 일별 변화의 상관계수, {window}일 창",
    line_changes: "변화",
    line_levels: "수준",
    finding_changes: "{date}까지 {window}거래일 동안 두 계열({asset}, {driver})의 일별 변화 상관계수는 {r}이다({confidence}% 구간 {interval}, n = {n}): {verdict}.",
    finding_whole: "{from}부터 {to}까지 전체로는 {r}이다({interval}, n = {n}).",
    finding_levels: "{date}까지 {window}거래일 동안 두 계열({asset}, {driver})의 수준 상관계수는 {r}이다. 서로 무관한 두 임의보행도 같은 길이의 창 가운데 {odds}%에서는 이만큼 상관되어 보인다.",
    finding_levels_changes: "일별 변화의 상관계수는 {r}이다({confidence}% 구간 {interval}, n = {n}): {verdict}.",
};
