//! Simplified Chinese: the view `leadlag`.

use crate::text::words::LeadLagWords;

pub(in crate::text) static WORDS: LeadLagWords = LeadLagWords {
    heading: "{asset}与{driver}，谁先动？",
    name: "领先与滞后",
    panel: "一方错开后每日变动的相关性，以零为中心的{confidence}%区间",
    axis: "领先的交易日数：{driver} → {asset}",
    lags: "最大错开",
    correlation: "相关系数",
    lag: "错开的交易日数",
    quiet: "灰色：在以零为中心的区间之内",
    same_day: "同一天",
    driver_first: "{driver}早{days}",
    asset_first: "{asset}早{days}",
    finding: "同一天{asset}与{driver}变动的相关系数为{r}（{confidence}%区间{interval}，n\u{a0}=\u{a0}{n}，{from}至{to}）：{verdict}。",
    finding_three: "三天之和为{sum}（{sum_interval}），{leader}。",
    more_hours: "以协调世界时计，{asset}定值于{asset_hour}，{driver}定值于{driver_hour}，同一天发生的事有一部分会显现在相邻的日子，因此给出三天之和。",
    more_bars: "其他日子的{bars}根柱中有{outside}根在区间之外，单凭偶然也会有约{expected}根。",
    nobody: "看不出谁先动",
    driver_leads: "{driver}先动，早{days}（{r}，偶然可达±{chance}）",
    asset_leads: "{asset}先动，早{days}（{r}，偶然可达±{chance}）",
    clock: "早一天，可能仅来自定值时刻的差别。",
    too_few: "在此范围内，{asset}与{driver}都有变动的日子只有{days}，不足以错开比较。",
    method: [
        "k处的柱是早k个交易日的{driver}与{asset}的相关系数：均值与方差取自整个样本，总和除以n。以零为中心的区间容纳{resamples}对各自重抽样的列的柱中的{confidence}%（平稳自助法，Politis与Romano 1994；块长依Patton、Politis与White 2009）：各列保留自身的过去，两者之间没有联系。",
        "k = \u{2212}1、0、+1之和收拢因定值时刻不同而散到相邻日子的部分（Scholes与Williams，1977）；其上下幅度容纳同样重抽样之和的{confidence}%。",
        "区间是为单根柱而设的。只有当全部{bars}根柱中最远的一根超出{confidence}%重抽样中最远的柱时，才说谁领先。因来源更换而略去的日子，其前后视为相邻。",
    ],
};
