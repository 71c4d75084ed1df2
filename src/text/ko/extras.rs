//! Korean: behind the toggles and buttons.

use crate::text::words::ExtraWords;

pub(super) const WORDS: ExtraWords = ExtraWords {
    terms_unstated: "이용 조건 미기재",
    known_by: "{date} 당시 공표된 자료 기준이다.",
    known_by_note: "자료는 공표일을 기준으로 잘랐다. 미국 국채 보유액은 해당 월의 두 달 뒤, 선물 포지션은 기준일 사흘 뒤, 주간 자금 흐름은 기준일 닷새 뒤, 일본 국채 금리는 다음 영업일, H.10 환율은 다음 주 월요일에 공표된 것으로 본다. 나중에 수정된 수치는 수정된 값이다.",
    source_line: "{label}, {unit}, {close}. {source}. {license}. 마지막 값 {last}.",
    fixed_at: "협정 세계시 {time} 기준",
    break_line: "{label}, {date}: {note}. 이 날을 넘는 변화는 계산하지 않는다.",
    alignment: [
        "변화는 표시된 모든 계열이 발표된 날 사이에서 구한다.",
        "주말의 변화는 월요일에 포함된다.",
        "계열마다 값이 정해지는 시각이 달라 같은 날의 수치는 약하게 나온다.",
    ],
    steps: "거래일|주간|개월|건|일별|주별|월별|관측별|}일|}주간|}개월|}건|당일|그 주간|그달|그 관측|하루|한 주간|한 달|한 관측|사흘|세 주간|석 달|세 관측|날|주간|달|관측",
    still: "{n}일 내내 한 계열({name})이 움직이지 않아 아무것도 말할 수 없다.",
    basket: "여러 통화에 대한 통화의 강도는 한 단위로 살 수 있는 각 통화 양의 기하평균으로 재며, 가중치는 모두 같다(미국 달러, 유로, 파운드, 스위스 프랑, 호주 달러, 캐나다 달러, 위안에서 그 통화 자신은 뺀다). 무역 가중 지수는 아니다.",
    units: &[
        ("usd", "미국 달러"),
        ("pct", "연 %"),
        ("jpy_per_usd", "달러당 엔"),
        ("per_eur", "유로당"),
        ("index", "지수"),
        ("usd_bn", "10억 달러"),
        ("contracts", "계약"),
        ("jpy_100m", "억 엔"),
    ],
    claim: "주장",
    data_say: "데이터가 말하는 것",
    copy: "복사",
    copied: "복사했습니다",
    program: "Python 프로그램",
    day: "날짜",
    table_part: "전체 {all}행 가운데 마지막 {shown}행.",
    copy_by_hand: "다음을 복사하세요",
};
