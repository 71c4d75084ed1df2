//! Japanese.

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
    lang: "ja",
    date: DateOrder::YearMonthDay { year: "年", month: "月", day: "日" },
    months: ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"],
    sentence_gap: "",
    series: &[
        ("btc", "ビットコイン"),
        ("eth", "イーサ"),
        ("sol", "ソラナ"),
        ("xrp", "XRP"),
        ("bnb", "BNB"),
        ("doge", "ドージコイン"),
        ("yen", "円の強さ"),
        ("yenindex", "7通貨に対する円の強さ"),
        ("dollar", "6通貨に対するドルの強さ"),
        ("usdjpy", "ドル円"),
        ("jgb2y", "日本国債2年利回り"),
        ("jgb5y", "日本国債5年利回り"),
        ("jgb10y", "日本国債10年利回り"),
        ("jgb20y", "日本国債20年利回り"),
        ("jgb30y", "日本国債30年利回り"),
        ("jgb40y", "日本国債40年利回り"),
        ("ust2y", "米国債2年利回り"),
        ("ust10y", "米国債10年利回り"),
        ("ust30y", "米国債30年利回り"),
        ("spread2y", "日米2年金利差"),
        ("spread10y", "日米10年金利差"),
        ("spread30y", "日米30年金利差"),
        ("vix", "VIX指数"),
        ("jgb30s10s", "日本国債10年・30年金利差"),
        ("jgb40s10s", "日本国債10年・40年金利差"),
        ("yen_fed", "ニューヨーク正午の円の強さ"),
    ],
    event_kinds: &[
        ("boj", "日本銀行"),
        ("fed", "米連邦準備制度"),
        ("intervention", "為替介入"),
        ("auction", "国債入札"),
        ("tariffs", "関税"),
        ("record", "利回りの記録"),
        ("market", "市場"),
        ("politics", "政治"),
    ],
    window: "期間",
    trading_days: "{n}営業日",
    asset: "資産",
    driver: "要因",
    basis: "比較",
    changes: "日々の変化",
    levels: "水準",
    range: "表示範囲",
    ranges: ["6か月", "1年", "3年", "5年", "全期間"],
    reset: "拡大を戻す",
    range_start: "範囲の始め",
    range_end: "範囲の終わり",
    spans_zero: "灰色：区間がゼロを含む",
    band: "{confidence}%区間",
    band_low: "{confidence}%区間の下限",
    band_high: "{confidence}%区間の上限",
    interval_label: "区間",
    interval: "{low}～{high}",
    verdict_zero: "ゼロと区別できない",
    verdict_together: "同じ方向に動いた",
    verdict_opposite: "逆の方向に動いた",
    finding_too_few: "{asset}と{driver}がともに変化した日が、{window}営業日の窓には足りない。",
    sources: "出典：",
    as_of: "{date}までのデータ。",
    as_of_old: "{date}までのデータ（{n}日前）。",
    page_author: "このページの作者",
    disclaimer: "情報提供のみを目的とし、投資助言ではありません。",
    about_data: "データについて",
    table: "データ表",
    method: "計算方法",
    chart: "グラフ。{finding}",
    chart_help: "左右の矢印キーでデータをたどり、Shiftを押すと大きく進む。コンマとピリオドで前後の出来事へ、HomeとEndで両端へ、プラスとマイナスで拡大縮小、Backspaceで拡大縮小を取り消し、Escapeで元に戻る。",
    wheel_hint: "Ctrlまたは\u{2318}を押しながらスクロールすると拡大縮小",
    lines: "系列",
    share: "保存と共有",
    link: "リンク",
    embed: "埋め込み",
    listen: "音で聴く",
    loading: "データを読み込み中…",
    note_clamped: "{name}: {asked}は{min}～{max}の範囲外のため、{used}を使う",
    error_data_missing: "データを読み込めませんでした（{status}）。接続を確かめて、ページを再読み込みしてください",
    error_data_truncated: "データが途中で切れています。ページを再読み込みしてください",
    error_data_malformed: "データが壊れているか、版が違います。ページを再読み込みするか、サイトの作者に知らせてください",
    #[cfg(feature = "extras")]
    moves: moves::WORDS,
    #[cfg(feature = "extras")]
    extras: extras::WORDS,
    #[cfg(feature = "extras")]
    step: crate::series::Step::Day,
    timeline: timeline::WORDS,
    correlation: correlation::WORDS,
};
