//! English: claims that others have made.

use crate::text::words::ClaimWords;

pub(in crate::text) static WORDS: ClaimWords = ClaimWords {
    claims: [
        (
            "Japan\u{2019}s holdings of US Treasuries are a card that it could play in trade talks with the United States.",
            "Finance Minister Kato, 2 May 2025, as reported by the Yomiuri Shimbun on 3 May 2025",
        ),
        (
            "The Bank of Japan will not raise its policy rate while financial markets are unstable.",
            "Deputy Governor Uchida, Bank of Japan, speech of 7 August 2024",
        ),
        (
            "When foreign official holders withdraw 100 billion dollars from US Treasuries within a month, the five-year yield rises by 40 to 60 basis points, and by about 20 once other investors have reacted.",
            "Beltran, Kretchmer, Marquez and Thomas, Journal of International Money and Finance, 2013",
        ),
    ],
    paraphrased: "in our words",
};
