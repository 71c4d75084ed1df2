//! Simplified Chinese: the view `correlation`.

use crate::text::words::CorrelationWords;

pub(super) const WORDS: CorrelationWords = CorrelationWords {
    heading: "{asset}是否随{driver}而动？",
    name: "相关性",
    panel_changes: "每日变动的相关性，{window}日窗口，{confidence}%区间",
    panel_levels: "水平与每日变动的相关性，{window}日窗口",
    line_changes: "变动",
    line_levels: "水平",
    finding_changes: "截至{date}的{window}个交易日，{asset}与{driver}每日变动的相关系数为{r}（{confidence}%区间{interval}，n = {n}）：{verdict}。",
    finding_whole: "从{from}到{to}的全部样本为{r}（{interval}，n = {n}）。",
    finding_levels: "截至{date}的{window}个交易日，{asset}与{driver}水平的相关系数为{r}；两条互不相干的随机游走，在同样长度的窗口中有{odds}%也会显得至少这样相关。",
    finding_levels_changes: "其每日变动的相关系数为{r}（{confidence}%区间{interval}，n = {n}）：{verdict}。",
};
