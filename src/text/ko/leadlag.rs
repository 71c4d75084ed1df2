//! Korean: the view `leadlag`.

use crate::text::words::LeadLagWords;

pub(in crate::text) static WORDS: LeadLagWords = LeadLagWords {
    heading: "무엇이 먼저 움직이는가: {asset}, {driver}",
    name: "선행과 후행",
    panel: "한쪽을 옮겨 구한 일별 변화의 상관계수, 0을 중심으로 한 {confidence}% 구간",
    axis: "앞선 거래일 수: {driver} → {asset}",
    lags: "옮기는 폭",
    correlation: "상관계수",
    lag: "옮긴 거래일 수",
    quiet: "회색: 0을 중심으로 한 구간 안",
    same_day: "같은 날",
    driver_first: "{driver}: {days} 먼저",
    asset_first: "{asset}: {days} 먼저",
    finding: "같은 날 두 계열({asset}, {driver})의 변화 상관계수는 {r}이다({confidence}% 구간 {interval}, n\u{a0}=\u{a0}{n}, {from}부터 {to}까지): {verdict}.",
    finding_three: "사흘의 합은 {sum}이며({sum_interval}), {leader}.",
    more_hours: "값이 정해지는 시각은 협정 세계시로 첫째 계열({asset})이 {asset_hour}, 둘째 계열({driver})이 {driver_hour}이다. 하루에 일어난 일의 일부가 이웃한 날에 나타나므로 사흘의 합을 함께 보인다.",
    more_bars: "다른 날의 막대 {bars}개 가운데 {outside}개가 구간 밖에 있으며, 우연만으로도 약 {expected}개는 밖에 놓인다.",
    nobody: "어느 쪽이 먼저 움직인다고 할 수 없다",
    driver_leads: "먼저 움직인 쪽은 {driver}, {days} 앞섰다({r}, 우연의 폭 ±{chance})",
    asset_leads: "먼저 움직인 쪽은 {asset}, {days} 앞섰다({r}, 우연의 폭 ±{chance})",
    clock: "하루의 선행은 값이 정해지는 시각의 차이만으로도 생길 수 있다.",
    too_few: "이 범위에서 두 계열({asset}, {driver})이 함께 변한 날은 {days}뿐이어서 옮겨 견주기에 모자란다.",
    method: [
        "k의 막대는 k거래일 앞선 둘째 계열({driver})과 첫째 계열({asset})의 상관계수다. 평균과 분산은 표본 전체의 것이고 합은 n으로 나눈다. 0을 중심으로 한 구간은 두 열을 따로따로 다시 뽑은 {resamples}쌍의 막대 가운데 {confidence}%가 드는 폭이다(정상 부트스트랩, 폴리티스와 로마노 1994; 블록 길이는 패턴, 폴리티스와 화이트 2009). 각 열은 자신의 과거를 지키고 둘을 잇는 것은 없다.",
        "k = \u{2212}1, 0, +1의 합은 시각의 차이로 이웃한 날에 흩어진 몫을 모은다(숄스와 윌리엄스 1977). 그 폭은 같은 재추출의 합 가운데 {confidence}%가 드는 것이다.",
        "구간은 막대 하나를 위한 것이다. 전체 {bars}개 가운데 가장 먼 막대가 재추출 {confidence}%의 가장 먼 막대보다 밖에 있을 때에만 선행이라고 말한다. 출처가 바뀌어 뺀 날의 앞뒤는 이웃한 것으로 센다.",
    ],
};
