//! Simplified Chinese.

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
    lang: "zh-Hans",
    date: DateOrder::YearMonthDay { year: "年", month: "月", day: "日" },
    months: ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"],
    sentence_gap: "",
    series: &[
        ("btc", "比特币"),
        ("eth", "以太币"),
        ("sol", "Solana"),
        ("xrp", "XRP"),
        ("bnb", "BNB"),
        ("doge", "狗狗币"),
        ("yen", "日元强度"),
        ("yenindex", "日元对七种货币的强度"),
        ("dollar", "美元对六种货币的强度"),
        ("usdjpy", "美元兑日元"),
        ("jgb2y", "日本国债2年期收益率"),
        ("jgb5y", "日本国债5年期收益率"),
        ("jgb10y", "日本国债10年期收益率"),
        ("jgb20y", "日本国债20年期收益率"),
        ("jgb30y", "日本国债30年期收益率"),
        ("jgb40y", "日本国债40年期收益率"),
        ("ust2y", "美国国债2年期收益率"),
        ("ust10y", "美国国债10年期收益率"),
        ("ust30y", "美国国债30年期收益率"),
        ("spread2y", "美日2年期利差"),
        ("spread10y", "美日10年期利差"),
        ("spread30y", "美日30年期利差"),
        ("vix", "VIX指数"),
        ("jgb30s10s", "日本国债10年与30年期利差"),
        ("jgb40s10s", "日本国债10年与40年期利差"),
        ("yen_fed", "纽约正午的日元强度"),
    ],
    event_kinds: &[
        ("boj", "日本银行"),
        ("fed", "美联储"),
        ("intervention", "汇市干预"),
        ("auction", "国债拍卖"),
        ("tariffs", "关税"),
        ("record", "收益率纪录"),
        ("market", "市场"),
        ("politics", "政治"),
    ],
    window: "窗口",
    trading_days: "{n}个交易日",
    asset: "资产",
    driver: "因素",
    basis: "比较",
    changes: "每日变动",
    levels: "水平",
    range: "范围",
    ranges: ["6个月", "1年", "3年", "5年", "全部"],
    reset: "还原缩放",
    range_start: "范围起点",
    range_end: "范围终点",
    spans_zero: "灰色：区间包含零",
    band: "{confidence}%区间",
    band_low: "{confidence}%区间下限",
    band_high: "{confidence}%区间上限",
    interval_label: "区间",
    interval: "{low}至{high}",
    verdict_zero: "与零没有可辨的差别",
    verdict_together: "两者同向变动",
    verdict_opposite: "两者反向变动",
    finding_too_few: "{asset}与{driver}都有变动的日子太少，不足以构成{window}个交易日的窗口。",
    sources: "来源：",
    as_of: "数据截至{date}。",
    as_of_old: "数据截至{date}（{n}天前）。",
    page_author: "本页面的作者",
    disclaimer: "仅供参考，不构成投资建议。",
    about_data: "数据说明",
    table: "数据表",
    method: "计算方法",
    chart: "图表。{finding}",
    chart_help: "左右方向键逐点查看，按住Shift步幅更大；逗号和句号在事件之间跳转，Home和End跳到两端，加号和减号缩放，Backspace撤销缩放，Escape还原。",
    wheel_hint: "按住Ctrl或\u{2318}并滚动以缩放",
    lines: "曲线",
    share: "保存与分享",
    link: "链接",
    embed: "嵌入",
    listen: "听曲线",
    loading: "正在加载数据…",
    note_clamped: "{name}：{asked}不在{min}至{max}之内，改用{used}",
    error_data_missing: "无法加载数据（{status}）；请检查网络后重新加载页面",
    error_data_truncated: "数据没有完整到达；请重新加载页面",
    error_data_malformed: "数据已损坏或版本不符；请重新加载页面，或告知网站作者",
    #[cfg(feature = "extras")]
    moves: moves::WORDS,
    #[cfg(feature = "extras")]
    extras: extras::WORDS,
    #[cfg(feature = "extras")]
    step: crate::series::Step::Day,
    timeline: timeline::WORDS,
    correlation: correlation::WORDS,
};
