//! Simplified Chinese: claims that others have made.

use crate::text::words::ClaimWords;

pub(in crate::text) static WORDS: ClaimWords = ClaimWords {
    claims: [
        (
            "日本持有的美国国债是其在对美贸易谈判中可以打出的一张牌。",
            "日本财务大臣加藤，2025年5月2日（《读卖新闻》2025年5月3日报道）",
        ),
        ("金融市场不稳定时，日本央行不会加息。", "日本央行副行长内田，2024年8月7日演讲"),
        (
            "外国官方部门若在一个月内撤出1000亿美元美国国债，5年期收益率上升40至60个基点；其他投资者作出反应后约为20个基点。",
            "Beltran、Kretchmer、Marquez与Thomas，Journal of International Money and Finance，2013年",
        ),
    ],
    paraphrased: "转述",
};
