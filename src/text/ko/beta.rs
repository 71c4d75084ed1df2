//! Korean: the view `beta`.

use crate::text::words::BetaWords;

pub(in crate::text) static WORDS: BetaWords = BetaWords {
    heading: "{asset}: {driver}에 따라 얼마나 움직이는가?",
    name: "베타",
    panel: "{measure}, 회귀선과 그 {confidence}% 구간",
    controls: "고정할 요인",
    rolling: "창별 기울기",
    panel_rolling: "{step}당 기울기, {window}거래일 창, {confidence}% 구간",
    finding: "{moved} 날에 {asset}의 평균 변화는 {slope}였다({confidence}% 구간 {interval}): {verdict}.",
    finding_sample: "표본은 {from}부터 {to}까지 {n}일이다.",
    more_explained: "회귀선은 변동의 {r2}%를 설명한다({confidence}% 구간 {interval}%).",
    finding_held: "표본은 {from}부터 {to}까지 {all}일 가운데 {n}일이며, 고정한 요인은 {held}이다.",
    too_few: "이 범위에서 두 계열({asset}, {driver})이 함께 변한 날은 {days}뿐이어서 회귀선을 그리기에 모자란다.",
    in_step: "고정한 요인({held})이 둘째 계열({driver})과 똑같이 움직여 기울기를 따로 구할 수 없다.",
    event: "사건",
    method_rolling: "시간에 따른 기울기는 {window}거래일마다 같은 회귀를 한 것으로, 시차 {window_lags}, 소표본 보정, 스튜던트 t 분포를 쓴다.",
    method: [
        "절편이 있는 최소제곱법: 첫째 계열({asset})의 일별 변화를 둘째 계열({driver})과 고정한 요인의 변화에 회귀한다. 표준오차는 뉴이와 웨스트(1987)의 방법으로, 바틀릿 가중치, 시차 {lags}(4 (n / 100)^(2/9)의 정수 부분), 소표본 보정 없음. 구간은 정규분포의 {confidence}% 분위수에 표준오차를 곱한 것이다. 회귀선은 고정한 요인을 평균에 두고 그린다.",
        "기울기는 같은 날 무엇이 함께 움직였는지를 말할 뿐 원인을 말하지 않는다. 몇몇 극단적인 날이 기울기를 좌우할 수 있으므로 회귀선에서 가장 먼 점에 때를 적는다. 값이 정해지는 시각이 몇 시간씩 다르면 기울기는 0에 가까워진다.",
    ],
};
