//! Korean.

#[cfg(feature = "figures")]
pub(super) mod beta;
#[cfg(feature = "figures")]
pub(super) mod carry;
#[cfg(feature = "figures")]
pub(super) mod chain;
#[cfg(feature = "figures")]
pub(super) mod claims;
mod correlation;
#[cfg(feature = "figures")]
pub(super) mod events;
#[cfg(feature = "extras")]
mod extras;
#[cfg(feature = "figures")]
pub(super) mod flows;
#[cfg(feature = "figures")]
pub(super) mod leadlag;
#[cfg(feature = "extras")]
mod moves;
#[cfg(feature = "figures")]
pub(super) mod scales;
#[cfg(feature = "figures")]
pub(super) mod scenario;
#[cfg(feature = "figures")]
pub(super) mod sound;
mod timeline;

use super::{DateOrder, Phrases};

pub(super) static PHRASES: Phrases = Phrases {
    lang: "ko",
    date: DateOrder::YearMonthDay { year: "년\u{a0}", month: "월\u{a0}", day: "일" },
    months: ["1월", "2월", "3월", "4월", "5월", "6월", "7월", "8월", "9월", "10월", "11월", "12월"],
    sentence_gap: " ",
    series: &[
        ("btc", "비트코인"),
        ("eth", "이더"),
        ("sol", "솔라나"),
        ("xrp", "XRP"),
        ("bnb", "BNB"),
        ("doge", "도지코인"),
        ("yen", "엔화 강세"),
        ("yenindex", "7개 통화 대비 엔화 강세"),
        ("dollar", "6개 통화 대비 달러 강세"),
        ("usdjpy", "달러당 엔"),
        ("jgb2y", "일본 국채 2년 금리"),
        ("jgb5y", "일본 국채 5년 금리"),
        ("jgb10y", "일본 국채 10년 금리"),
        ("jgb20y", "일본 국채 20년 금리"),
        ("jgb30y", "일본 국채 30년 금리"),
        ("jgb40y", "일본 국채 40년 금리"),
        ("ust2y", "미국 국채 2년 금리"),
        ("ust10y", "미국 국채 10년 금리"),
        ("ust30y", "미국 국채 30년 금리"),
        ("spread2y", "미·일 2년 금리차"),
        ("spread10y", "미·일 10년 금리차"),
        ("spread30y", "미·일 30년 금리차"),
        ("vix", "VIX 지수"),
        ("jgb30s10s", "일본 국채 10년·30년 금리차"),
        ("jgb40s10s", "일본 국채 10년·40년 금리차"),
        ("yen_fed", "뉴욕 정오의 엔화 강세"),
    ],
    event_kinds: &[
        ("boj", "일본은행"),
        ("fed", "미 연준"),
        ("intervention", "외환 개입"),
        ("auction", "국채 입찰"),
        ("tariffs", "관세"),
        ("record", "금리 기록"),
        ("market", "시장"),
        ("politics", "정치"),
    ],
    window: "기간",
    trading_days: "{n}거래일",
    asset: "자산",
    driver: "요인",
    basis: "비교",
    changes: "일별 변화",
    levels: "수준",
    range: "표시 범위",
    ranges: ["6개월", "1년", "3년", "5년", "전체"],
    reset: "확대 되돌리기",
    range_start: "범위 시작",
    range_end: "범위 끝",
    spans_zero: "회색: 구간이 0을 포함",
    band: "{confidence}% 구간",
    band_low: "{confidence}% 구간 하한",
    band_high: "{confidence}% 구간 상한",
    interval_label: "구간",
    interval: "{low}~{high}",
    verdict_zero: "0과 구별되지 않는다",
    verdict_together: "같은 방향으로 움직였다",
    verdict_opposite: "반대 방향으로 움직였다",
    finding_too_few: "{window}거래일 창을 이루기에는 두 계열({asset}, {driver})이 함께 변한 날이 모자란다.",
    sources: "출처: ",
    as_of: "{date}까지의 자료.",
    as_of_old: "{date}까지의 자료({n}일 전).",
    page_author: "이 페이지의 작성자",
    disclaimer: "정보 제공용이며 투자 조언이 아닙니다.",
    about_data: "자료 안내",
    table: "자료 표",
    method: "계산 방법",
    chart: "차트. {finding}",
    chart_help: "왼쪽과 오른쪽 화살표로 자료를 따라가고 Shift를 누르면 크게 움직인다. 쉼표와 마침표로 사건 사이를 오가고, Home과 End로 양 끝에 가며, 더하기와 빼기로 확대·축소하고, Backspace로 확대·축소를 취소하고, Escape로 되돌린다.",
    wheel_hint: "Ctrl 또는 \u{2318}를 누른 채 스크롤하면 확대·축소됩니다",
    lines: "선",
    share: "저장과 공유",
    link: "링크",
    embed: "삽입",
    listen: "소리로 듣기",
    loading: "자료를 불러오는 중…",
    note_clamped: "{name}: {asked}은(는) {min}~{max}을(를) 벗어나 {used}을(를) 쓴다",
    error_data_missing: "자료를 불러오지 못했습니다({status}). 연결을 확인하고 페이지를 새로 고치십시오",
    error_data_truncated: "자료가 끝까지 오지 않았습니다. 페이지를 새로 고치십시오",
    error_data_malformed: "자료가 손상되었거나 판이 다릅니다. 페이지를 새로 고치거나 사이트 작성자에게 알려 주십시오",
    #[cfg(feature = "extras")]
    moves: moves::WORDS,
    #[cfg(feature = "extras")]
    extras: extras::WORDS,
    #[cfg(feature = "extras")]
    step: crate::series::Step::Day,
    timeline: timeline::WORDS,
    correlation: correlation::WORDS,
};
