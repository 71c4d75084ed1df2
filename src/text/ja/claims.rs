//! Japanese: claims that others have made.

use crate::text::words::ClaimWords;

pub(in crate::text) static WORDS: ClaimWords = ClaimWords {
    claims: [
        (
            "日本が保有する米国債は、米国との貿易交渉で使いうるカードである。",
            "加藤財務相、2025年5月2日（読売新聞2025年5月3日の報道）",
        ),
        ("金融市場が不安定な間、日本銀行は利上げを行わない。", "内田副総裁、日本銀行、2024年8月7日の講演"),
        (
            "海外の公的部門が1か月に1,000億ドルの米国債を手放すと、5年債利回りは40～60bp上がり、他の投資家が反応した後でも約20bp高い。",
            "Beltran, Kretchmer, Marquez, Thomas、Journal of International Money and Finance、2013年",
        ),
    ],
    paraphrased: "要旨",
};
