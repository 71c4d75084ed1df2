//! Words for figures from elsewhere than the snapshot: an author's own file, and live services. Not in the module that has neither.

/// One language.
#[derive(Debug)]
pub struct FeedWords {
    /// The author's file is not there; blank `status`.
    pub own_unreachable: &'static str,
    /// It came and cannot be read; blank `fault`, a sentence for the author.
    pub own_refused: &'static str,
    /// It broke off and nothing of it can be shown.
    pub own_broken: &'static str,
    /// It broke off; blank `date`, the last day that came.
    pub own_partial: &'static str,
    /// A service did not answer; blanks `venue`, `status`, `date`, the last day there is.
    pub live_unreachable: &'static str,
    /// What a service sent was not used; blanks `venue`, `fault`, `date`.
    pub live_refused: &'static str,
    /// A day that is not over; blanks `label`, `date`, `venue`, `value`.
    pub open_day: &'static str,
    /// The ring at a day that is not over; blanks `asset`, `date`, `value`.
    pub open_ring: &'static str,
}

static EN: FeedWords = FeedWords {
    own_unreachable: "The data of this figure could not be loaded ({status}); check the connection, or the address in src",
    own_refused: "The data of this figure cannot be read: {fault}",
    own_broken: "The data of this figure broke off before anything could be shown; reload the page to fetch them again",
    own_partial: "The data of this figure broke off; what came is shown, up to {date}",
    live_unreachable: "{venue} did not answer ({status}); the figures end on {date}",
    live_refused: "What {venue} sent is not used: {fault}; the figures end on {date}",
    open_day: "{label}: {date} is not over at {venue}; it stands at {value}, which no figure is computed with.",
    open_ring: "Grey ring: {asset} on {date}, a day that is not over; it stands at {value}, and no figure counts it.",
};

static JA: FeedWords = FeedWords {
    own_unreachable: "この図のデータを読み込めませんでした（{status}）。接続、または src のアドレスを確かめてください",
    own_refused: "この図のデータを読み取れません：{fault}",
    own_broken: "この図のデータは途中で途切れ、表示できるものがありません。ページを再読み込みしてください",
    own_partial: "この図のデータは途中で途切れました。届いた {date} までを表示しています",
    live_unreachable: "{venue} から応答がありませんでした（{status}）。数値は {date} までです",
    live_refused: "{venue} から届いたデータは使っていません：{fault}。数値は {date} までです",
    open_day: "{label}：{venue} の {date} はまだ終わっていません。現在値 {value} はどの計算にも使っていません。",
    open_ring: "灰色の輪：まだ終わっていない {date} の{asset}。現在値は {value} で、どの計算にも含みません。",
};

static ZH_HANS: FeedWords = FeedWords {
    own_unreachable: "无法加载此图的数据（{status}）；请检查网络或 src 中的地址",
    own_refused: "无法读取此图的数据：{fault}",
    own_broken: "此图的数据中途中断，没有可显示的内容；请重新加载页面",
    own_partial: "此图的数据中途中断；显示的是已收到的部分，截至 {date}",
    live_unreachable: "{venue} 没有响应（{status}）；数据截至 {date}",
    live_refused: "未采用 {venue} 发来的数据：{fault}；数据截至 {date}",
    open_day: "{label}：{venue} 的 {date} 尚未结束；当前值 {value} 不参与任何计算。",
    open_ring: "灰色圆环：{asset}在尚未结束的 {date}；当前值为 {value}，不计入任何数字。",
};

static KO: FeedWords = FeedWords {
    own_unreachable: "이 그림의 데이터를 불러오지 못했습니다({status}). 연결이나 src의 주소를 확인하십시오",
    own_refused: "이 그림의 데이터를 읽을 수 없습니다: {fault}",
    own_broken: "이 그림의 데이터가 도중에 끊겨 표시할 것이 없습니다. 페이지를 새로 고치십시오",
    own_partial: "이 그림의 데이터가 도중에 끊겼습니다. 도착한 {date}까지만 표시합니다",
    live_unreachable: "{venue}에서 응답이 없습니다({status}). 수치는 {date}까지입니다",
    live_refused: "{venue}에서 받은 데이터를 사용하지 않습니다: {fault}. 수치는 {date}까지입니다",
    open_day: "{label}: {venue}의 {date}은(는) 아직 끝나지 않았습니다. 현재 값 {value}은(는) 어떤 계산에도 쓰이지 않습니다.",
    open_ring: "회색 고리: 아직 끝나지 않은 {date}의 {asset}. 현재 값은 {value}이며 어떤 수치에도 들어가지 않습니다.",
};

/// The words of the language of that tag, one of [`LANGUAGES`](super::LANGUAGES).
#[must_use]
pub fn feed_words(lang: &str) -> &'static FeedWords {
    match lang {
        "ja" => &JA,
        "zh-Hans" => &ZH_HANS,
        "ko" => &KO,
        _ => &EN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names in braces, in any order.
    fn blanks(phrase: &str) -> Vec<&str> {
        let mut blanks: Vec<&str> = phrase.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
        blanks.sort_unstable();
        blanks
    }

    #[test]
    fn every_language_has_the_blanks_of_english() {
        let all = |words: &'static FeedWords| {
            let FeedWords { own_unreachable, own_refused, own_broken, own_partial, .. } = words;
            let FeedWords { live_unreachable, live_refused, open_day, open_ring, .. } = words;
            [own_unreachable, own_refused, own_broken, own_partial, live_unreachable, live_refused, open_day, open_ring]
                .map(|one| blanks(one))
        };
        for phrases in crate::text::LANGUAGES {
            assert_eq!(all(feed_words(phrases.lang)), all(&EN), "{}", phrases.lang);
            assert!(phrases.lang == "en" || feed_words(phrases.lang).own_broken != EN.own_broken, "{}", phrases.lang);
        }
    }
}
