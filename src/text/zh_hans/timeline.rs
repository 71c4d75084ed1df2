//! Simplified Chinese: the view `timeline`.

use crate::text::words::TimelineWords;

pub(super) const WORDS: TimelineWords = TimelineWords {
    heading: "{asset}、日元与日本国债收益率",
    name: "走势",
    more: "更多设置",
    ring: "圆圈：由此起为另一来源",
    panel_price: "{asset}，美元，对数刻度",
    panel_yen: "每美元兑日元，反向刻度（向上为日元走强）",
    panel_yields: "日本国债收益率，%",
    panel_spread: "美国减日本的10年期收益率，百分点",
    tenor: "{tenor}年期",
    yen_per_dollar: "美元兑日元",
    spread: "美日利差",
    finding: "从{from}到{to}，{asset}{asset_move}，日元{yen_move}至1美元兑{usdjpy}日元。",
    more_yields: "日本10年期国债收益率从{jgb_from}%变为{jgb_to}%，美日利差从{spread_from}变为{spread_to}个百分点。",
    rose: "上涨{x}%",
    fell: "下跌{x}%",
    yen_gained: "升值{x}%",
    yen_lost: "贬值{x}%",
    finding_changes: "逐日来看，{asset}与日元强度的相关系数为{r}（{confidence}%区间{interval}，n\u{a0}=\u{a0}{n}）：{verdict}。",
    #[cfg(feature = "extras")]
    method: "日元、收益率与利差按公布值绘出。价格与日元从头到尾变动多少，以各序列都有数值的日子计。两条走势相似的线未必相关，因此句末给出每日变动的相关性。",
};
