//! Korean: the view `carry`.

use crate::text::words::CarryWords;

pub(super) const WORDS: CarryWords = CarryWords {
    heading: "엔 캐리 거래는 위험을 감수할 만한가?",
    name: "캐리",
    horizon: "보유 기간",
    panel_carry: "2년 금리차(캐리)와 달러/엔 변동성({window}일), 연 %, {confidence}% 구간",
    panel_to_risk: "위험 대비 캐리(캐리÷변동성), {confidence}% 구간",
    panel_breakeven: "{horizon}거래일의 캐리를 없애는 엔화 상승률, %",
    panel_pressure: "청산 압력(0~100)과 다섯 구성 요소",
    line_carry: "캐리",
    line_volatility: "변동성",
    line_to_risk: "위험 대비 캐리",
    line_breakeven: "손익분기점",
    line_pressure: "청산 압력",
    parts: [
        "엔화 급등, 5일(순위)",
        "일본 10년 금리 상승, 10일(순위)",
        "달러/엔 변동성, 20일(순위)",
        "VIX 상승, 5일(순위)",
        "위험에 비해 얇은 캐리(순위)",
    ],
    tags: ["엔 급등", "국채 금리", "변동성", "VIX", "얇은 캐리"],
    causes: [
        "5일간의 엔화 상승",
        "10일간의 일본 10년 국채 금리 상승",
        "달러/엔 변동성",
        "5일간의 VIX 상승",
        "위험에 비해 얇은 캐리",
    ],
    too_few: "이 범위에는 다섯 계열이 모두 발표된 날이 {window}거래일 창을 채우기에 부족하다.",
    finding: "{date}에 일본 2년 금리로 빌려 미국 2년 금리로 빌려주면 연 {carry}%포인트를 벌었고, 이는 {from} 이후 {carry_rank}%의 날보다 많다. 달러/엔 변동성은 연 {volatility}%로({confidence}% 구간 {interval}, n = {n}) {volatility_rank}%의 날보다 컸다. 위험 1포인트당 캐리는 {to_risk}, {to_risk_rank}%의 날보다 나은 수준이다.",
    finding_negative: "{date}에 일본 2년 금리로 빌려 미국 2년 금리로 빌려주면 손해였다. 연 {carry}%포인트로, {from} 이후 {carry_rank}%의 날보다 많다. 달러/엔 변동성은 연 {volatility}%로({confidence}% 구간 {interval}, n = {n}) {volatility_rank}%의 날보다 컸다. 위험 1포인트당 캐리는 {to_risk}, {to_risk_rank}%의 날보다 나은 수준이다.",
    finding_breakeven: "엔화가 {breakeven}% 오르면 {horizon}거래일의 캐리가 사라진다. 같은 길이의 과거 {stretches}개 구간 가운데 {lost}개, {share}%({confidence}% 구간 {interval}%)에서 엔화 상승이 캐리를 넘어섰다.",
    finding_pressure: "청산 압력은 100점 만점에 {pressure}점으로 {rank}%의 날보다 높았고, 가장 큰 요인은 {part}이다(최근 2년 안에서 100 중 {part_rank}의 순위).",
    finding_unwound: "캐리 거래가 청산된 {date}에는 {then}점이었다.",
};
