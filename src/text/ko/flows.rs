//! Korean: the view `flows`.

use crate::text::words::FlowWords;

pub(in crate::text) static WORDS: FlowWords = FlowWords {
    heading: "일본은 미국 국채를 팔았는가?",
    name: "자금 흐름",
    panel_holdings: "일본, 중국, 영국의 미국 국채 보유액, 월말, 10억 달러",
    panel_positions: "투기 세력의 엔 선물, 매수 빼기 매도, 주간, 천 계약",
    panel_purchases: "외국인의 일본 주식 순매수, 13주 합계, 조 엔",
    panel_yields: "10년 국채 금리, %",
    holders: ["일본", "중국", "영국"],
    labels: ["일본의 미국 국채 보유액", "중국 본토의 미국 국채 보유액", "영국의 미국 국채 보유액"],
    positions: "엔 선물 순매수, 천 계약",
    purchases: "주식 순매수, 13주, 조 엔",
    japan_yield: "일본",
    us_yield: "미국",
    myriads: Some(["조 ", "억"]),
    revision: "개정된 수치",
    revised: "여기부터 다른 발표판",
    ring: "고리: 여기부터 다른 발표판의 수치",
    too_few: "이 범위에는 보유액이 알려진 월말이 없다.",
    finding_more: "판 흔적은 없고, {date} 기준 일본은 미국 국채 {last} 달러를 보유해 열두 달 전보다 {change} 달러({percent}%) 많았다.",
    finding_less: "보유액은 줄어, {date} 기준 일본은 미국 국채 {last} 달러를 보유해 열두 달 전보다 {change} 달러({percent}%) 적었다.",
    finding_falls: "이 열두 달 가운데 보유액이 줄어든 달은 {falls}개월이다.",
    finding_falls_late: "이 열두 달 가운데 보유액이 줄어든 달은 {falls}개월이며, 그 뒤의 달은 데이터에 없다.",
    finding_alone: "{date} 기준 일본은 미국 국채 {last} 달러를 보유했다. 1년 전 값은 데이터에 없다.",
    more_range: "{from}부터 {to}까지 보유액은 {first} 달러에서 {last} 달러로, 미국 10년 금리는 {ust_from}%에서 {ust_to}%로, 1달러는 {yen_from}엔에서 {yen_to}엔으로 움직였다.",
    more_months: "월별로 보면 보유액과 미국 금리 변화의 상관계수는 {r}이다({confidence}% 구간 {interval}, n = {n}): {verdict}.",
    caveat: "보유액은 채권을 맡긴 곳 기준의 시가이므로 금리가 오르면 팔지 않아도 줄어든다.",
    method: [
        "보유액은 미국 재무부 TIC의 월말 수치로, 계단으로 그리고 그 사이를 채우지 않는다. 발표판이 바뀌는 곳에서 선을 끊는다. 선물은 CFTC 비상업 부문의 매수에서 매도를 뺀 계약 수(화요일 기준, 금요일 발표)다. 순매수는 일본 재무성의 주간 수치를 {weeks}주 합한 것이다.",
        "상관계수는 일본 보유액 로그의 월별 변화와 같은 달 마지막 영업일 사이의 미국 10년 금리 변화를 짝지은 것이고, {confidence}% 구간은 피셔의 방법을 따른다.",
        "표본: {from}부터 {to}까지 월말 {n}개. 금리가 오르면 보유 채권의 시가가 내리므로 아무도 거래하지 않아도 상관은 마이너스로 기운다. 보유액은 맡긴 곳에서 세므로 일본 투자자가 런던이나 브뤼셀에 둔 몫은 일본에 들지 않는다. 거주자의 외국 채권 매수액은 찾았으나 구하지 못했다.",
    ],
};
