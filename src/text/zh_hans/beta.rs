//! Simplified Chinese: the view `beta`.

use crate::text::words::BetaWords;

pub(in crate::text) static WORDS: BetaWords = BetaWords {
    heading: "{driver}变动时，{asset}变动多少？",
    name: "贝塔",
    panel: "{measure}，附回归直线及其{confidence}%区间",
    controls: "保持不变",
    rolling: "滚动斜率",
    panel_rolling: "每{step}的斜率，{window}个交易日的窗口，{confidence}%区间",
    finding: "在{moved}的日子，{asset}平均变动{slope}（{confidence}%区间{interval}）：{verdict}。",
    finding_sample: "样本为{from}至{to}的{n}天。",
    more_explained: "直线解释了变动的{r2}%（{confidence}%区间{interval}%）。",
    finding_held: "样本为{from}至{to}的{all}天中的{n}天，并保持{held}不变。",
    too_few: "在此范围内，{asset}与{driver}都有变动的日子只有{days}，不足以画出直线。",
    in_step: "保持不变的因素（{held}）与{driver}同步变动，无法单独求出斜率。",
    event: "事件",
    method_rolling: "随时间变化的斜率是在每{window}个交易日上的同一回归，滞后{window_lags}期，含小样本修正，区间用学生t分布。",
    method: [
        "带截距的最小二乘法：以{asset}的每日变动对{driver}及所保持不变的因素的变动回归。标准误采用Newey和West（1987）的方法，Bartlett权重，滞后{lags}期（4 (n / 100)^(2/9) 的整数部分），不作小样本校正；区间为正态分布的{confidence}%分位数乘以标准误。画直线时，所保持不变的因素取其均值。",
        "斜率说明同一天里什么一起变动，不说明因果。少数极端的日子可能左右斜率：离直线最远的点标有日期。定值时刻相隔数小时，会使斜率偏向零。",
    ],
};
