//! Korean: the view `carry`.

use crate::text::words::CarryWords;

pub(in crate::text) static WORDS: CarryWords = CarryWords {
    heading: "엔 캐리 거래는 위험을 감수할 만한가?",
    name: "캐리",
    horizon: "보유 기간",
    panel_carry: "2년 금리차(캐리)와 달러/엔 변동성({window}일), 연 %, {confidence}% 구간",
    panel_to_risk: "위험 대비 캐리(캐리÷변동성), {confidence}% 구간",
    panel_breakeven: "{horizon}거래일의 캐리를 없애는 엔화 상승률, %",
    panel_pressure: "청산 압력(0~100)과 다섯 구성 요소",
    panel_pressure_mean: "청산 압력(0~100)과 다섯 구성 요소, 20일 평균",
    line_carry: "캐리",
    line_volatility: "변동성",
    line_to_risk: "위험 대비 캐리",
    line_breakeven: "손익분기점",
    line_pressure: "청산 압력",
    line_mean: "청산 압력, 20일 평균",
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
    finding: "{date}에 엔을 빌려 달러로 빌려주면 연 {carry}%포인트를 벌었고, 달러/엔 변동성 1포인트당으로는 {to_risk}이다({confidence}% 구간 {interval}, n = {n}).",
    finding_negative: "{date}에 엔을 빌려 달러로 빌려주면 연 {carry}%포인트로 손해였고, 달러/엔 변동성 1포인트당으로는 {to_risk}이다({confidence}% 구간 {interval}, n = {n}).",
    finding_rank: "이는 {from} 이후 {to_risk_rank}%의 날보다 나은 수준이다.",
    more_risk: "2년 금리로 본 캐리는 {from} 이후 {carry_rank}%의 날보다 컸다. 달러/엔 변동성은 연 {volatility}%로({confidence}% 구간 {interval}, n = {n}) {volatility_rank}%의 날보다 컸다.",
    more_breakeven: "엔화가 {breakeven}% 오르면 {horizon}거래일의 캐리가 사라진다. 같은 길이의 과거 {stretches}개 구간 가운데 {lost}개, {share}%({confidence}% 구간 {interval}%)에서 엔화 상승이 캐리를 넘어섰다.",
    more_pressure: "청산 압력은 100점 만점에 {pressure}점으로 {rank}%의 날보다 높았고, 가장 큰 요인은 {part}이다(최근 2년 안에서 100 중 {part_rank}의 순위).",
    more_unwound: "캐리 거래가 청산된 {date}에는 {then}점이었다.",
    method: [
        "캐리는 미국 2년 금리에서 일본 2년 금리를 뺀 값으로, 달러/엔이 그대로일 때 엔으로 빌려 달러로 빌려주어 1년에 버는 몫이다. 변동성은 달러/엔 로그수익률 {window}개의 표준편차에 252의 제곱근을 곱한 값이고, {confidence}% 구간은 표준편차의 카이제곱 구간이다. 위험 대비 캐리는 앞의 것을 뒤의 것으로 나눈 값이며 구간은 변동성 구간을 뒤집은 것이다. 손익분기점은 ln(1 + 캐리 × 일수 / 365)이고 {horizon}거래일은 달력으로 {days}일로 센다. 엔화 상승이 이를 넘은 횟수는 같은 길이의 구간을 겹치지 않게 이어 붙여 세고 윌슨 구간을 붙인다.",
        "청산 압력은 다섯 백분위 순위의 평균이며, 각각 자신의 최근 {lookback}일 안에서 잰다. 5일간의 엔화 상승, 10일간의 일본 10년 국채 금리 상승, 20일 달러/엔 변동성, 5일간의 VIX 변화, 그리고 캐리를 그 변동성으로 나눈 값의 부호를 바꾼 것이다. 돌아보는 기간은 고정되어 있고 과거만 담으므로 표시 범위를 바꾸어도 값은 변하지 않는다. 달리 볼 근거가 없어 다섯의 가중치는 같다. 상황을 나타낼 뿐 예측하지 않는다.",
        "표본: {from}부터 {to}까지 다섯 계열이 모두 발표된 {n}일. 2년 국채 금리로 거래자의 차입·대출 금리를 대신하며 스와프 금리, 비용, 증거금은 들어 있지 않다. 변동성 구간은 독립적인 정규 수익률을 전제로 한다. 실제 분포는 꼬리가 더 두꺼우므로 이 구간은 너무 좁다.",
    ],
};
