//! Korean: claims that others have made.

use crate::text::words::ClaimWords;

pub(in crate::text) static WORDS: ClaimWords = ClaimWords {
    claims: [
        (
            "일본이 보유한 미국 국채는 미국과의 무역 협상에서 쓸 수 있는 카드다.",
            "가토 재무상, 2025년 5월 2일(요미우리신문 2025년 5월 3일 보도)",
        ),
        ("금융시장이 불안정한 동안 일본은행은 금리를 올리지 않는다.", "우치다 부총재, 일본은행, 2024년 8월 7일 강연"),
        (
            "해외 공적 부문이 한 달에 미국 국채 1,000억 달러를 거두어들이면 5년물 금리가 40~60bp 오르고, 다른 투자자가 반응한 뒤에는 약 20bp다.",
            "Beltran, Kretchmer, Marquez, Thomas, Journal of International Money and Finance, 2013년",
        ),
    ],
    paraphrased: "요약",
};
