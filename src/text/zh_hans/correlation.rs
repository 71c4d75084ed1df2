//! Simplified Chinese: the view `correlation`.

use crate::text::words::CorrelationWords;

pub(super) const WORDS: CorrelationWords = CorrelationWords {
    heading: "{asset}是否随{driver}而动？",
    name: "相关性",
    panel_changes: "每日变动的相关性，{window}日窗口，{confidence}%区间",
    panel_levels: "水平与每日变动的相关性，{window}日窗口",
    line_changes: "变动",
    line_levels: "水平",
    finding_changes: "截至{date}的{window}个交易日，{asset}与{driver}每日变动的相关系数为{r}（{confidence}%区间{interval}，n\u{a0}=\u{a0}{n}）：{verdict}。",
    finding_whole: "从{from}到{to}的全部样本为{r}（{interval}，n\u{a0}=\u{a0}{n}）。",
    finding_levels: "截至{date}的{window}个交易日，{asset}与{driver}水平的相关系数为{r}；两条互不相干的随机游走，在同样长度的窗口中有{odds}%也会显得至少这样相关。",
    finding_levels_changes: "其每日变动的相关系数为{r}（{confidence}%区间{interval}，n\u{a0}=\u{a0}{n}）：{verdict}。",
    #[cfg(feature = "extras")]
    method: [
        "{asset}与{driver}每日变动的皮尔逊相关系数：价格与汇率取对数收益率（%），收益率与利差取基点。区间依Fisher（1921）：tanh(atanh r \u{00b1} z / \u{221a}(n \u{2212} 3))，z为正态分布的{confidence}%分位数。",
        "水平比较时，价格取对数，收益率取原值。偶然的比例来自2,000对与窗口同长的独立随机游走，以固定种子模拟；没有封闭公式。换一批随机游走，其标准误最多为1.1个百分点。",
        "区间把各日视为独立。相邻窗口除一天外包含相同的日子，因此线上独立的点远少于看上去的数目。",
    ],
};
