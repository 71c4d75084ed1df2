//! Korean: the view `chain`.

use crate::text::words::ChainWords;

pub(in crate::text) static WORDS: ChainWords = ChainWords {
    heading: "일본 금리에서 {asset}까지: 이야기는 어디에서 끊기는가?",
    name: "연쇄",
    link: "{from} → {to}",
    list_gap: "; ",
    at: "읽는 날",
    reading: "고리를 읽는 날",
    turned: "파선: 이야기와 반대 방향",
    panel: "{mark}\u{a0}{link}: {state}, {step}당({story})",
    story_above: "이야기대로라면 플러스",
    story_below: "이야기대로라면 마이너스",
    caption: "{date}까지 {window}거래일의 고리들. ‘읽는 날\u{2019}을 움직이면 언제 성립했는지 볼 수 있다.",
    holding: "성립",
    weak: "0과 구별되지 않음",
    reversed: "반대 방향",
    still: "판단할 수 없음",
    value: "{step}당 {slope}({confidence}% 구간 {interval})",
    often: "표시된 날의 {share}%에서 성립, {against}%에서 반대",
    too_few: "이 범위에는 여섯 지표가 모두 발표된 날이 {window}거래일 창을 채우기에 부족하다.",
    finding: "{date}까지 {window}거래일(n\u{a0}=\u{a0}{n}) 동안 이야기의 고리 {all}개 가운데 {held}개가 성립했다.",
    finding_all: "{date}까지 {window}거래일(n\u{a0}=\u{a0}{n}) 동안 이야기의 고리 {all}개가 모두 성립했다.",
    finding_none: "{date}까지 {window}거래일(n\u{a0}=\u{a0}{n}) 동안 이야기의 고리 {all}개 가운데 성립한 것이 없다.",
    held: "성립한 고리: {list}.",
    breaks_weak: "처음 끊기는 곳은 다음 고리({to})로, {moved} 날에 그 평균 변화는 {slope}로({confidence}% 구간 {interval}) 0과 구별되지 않는다.",
    breaks_reversed: "처음 끊기는 곳은 다음 고리({to})로, {moved} 날에 그 평균 변화는 {slope}로({confidence}% 구간 {interval}) 이야기와 반대였다.",
    breaks_still: "처음 끊기는 곳은 다음 고리({to})로, 앞의 지표({from})가 움직이지 않아 아무것도 말할 수 없다.",
    others_weak: "그 밖에 0과 구별되지 않는 것: {list}.",
    others_reversed: "이야기와 반대인 것: {list}.",
    others_still: "판단할 수 없는 것: {list}.",
    arithmetic: "첫 고리는 금리차에 일본 국채 금리 자체가 들어 있어 거의 산술에 가깝다.",
    method: [
        "각 고리는 {window}거래일 동안 뒤따르는 것의 일별 변화를 먼저 움직이는 것의 변화와 상수항에 회귀한 것이다. 오차는 뉴이·웨스트(시차 {lags}, 소표본 보정), {confidence}% 구간은 스튜던트 t 분포를 따른다. 구간 전체가 이야기가 기대하는 쪽에 있으면 성립, 반대쪽에 있으면 반대 방향, 그 밖에는 0과 구별되지 않는다.",
        "고리는 하나씩 읽는다. 모두 성립해도 하나가 다음을 일으켰다는 증거는 아니다. 계열의 값이 정해지는 시각이 도쿄, 유럽, 뉴욕 순으로 달라 같은 날의 연결은 약하게 나온다. 95% 구간에 고리가 다섯이면 아무 관계가 없어도 다섯 창 가운데 하나꼴로 거짓 고리가 나타난다. 첫 고리는 금리차에 일본 국채 금리가 들어 있어 거의 산술에 가깝다.",
    ],
};
