//! Simplified Chinese: the view `carry`.

use crate::text::words::CarryWords;

pub(in crate::text) static WORDS: CarryWords = CarryWords {
    heading: "借入日元的套息交易值得冒险吗？",
    name: "套息",
    horizon: "持有期",
    panel_carry: "两年期利差（套息收益）与美元兑日元波动率（{window}日），年率%，{confidence}%区间",
    panel_to_risk: "单位风险的套息收益（利差÷波动率），{confidence}%区间",
    panel_breakeven: "使{horizon}个交易日的套息收益归零的日元升幅，%",
    panel_pressure: "平仓压力（0至100）及其五个组成部分",
    panel_pressure_mean: "平仓压力（0至100）及其五个组成部分，20日均值",
    line_carry: "套息收益",
    line_volatility: "波动率",
    line_to_risk: "单位风险收益",
    line_breakeven: "盈亏平衡点",
    line_pressure: "平仓压力",
    line_mean: "平仓压力，20日均值",
    parts: [
        "日元急升，5日（排名）",
        "日本10年期收益率上升，10日（排名）",
        "美元兑日元波动率，20日（排名）",
        "VIX上升，5日（排名）",
        "套息收益相对风险偏低（排名）",
    ],
    tags: ["日元急升", "日债收益率", "波动率", "VIX", "收益偏低"],
    causes: [
        "日元5日内的升值",
        "日本10年期国债收益率10日内的上升",
        "美元兑日元的波动率",
        "VIX5日内的上升",
        "套息收益相对风险偏低",
    ],
    too_few: "在此范围内，五个序列同日公布的天数不足以构成{window}个交易日的窗口。",
    finding: "{date}，借入日元、贷出美元每年赚{carry}个百分点，美元兑日元每一点波动率换来{to_risk}点（{confidence}%区间{interval}，n = {n}）。",
    finding_negative: "{date}，借入日元、贷出美元要亏钱，每年{carry}个百分点，美元兑日元每一点波动率为{to_risk}点（{confidence}%区间{interval}，n = {n}）。",
    finding_rank: "这优于{from}以来{to_risk_rank}%的日子。",
    more_risk: "按两年期收益率计算的套息收益高于{from}以来{carry_rank}%的日子；美元兑日元的年波动率为{volatility}%（{confidence}%区间{interval}，n = {n}），高于其中{volatility_rank}%的日子。",
    more_breakeven: "日元升值{breakeven}%，{horizon}个交易日的套息收益就会归零；过去同样长度的{stretches}段时间中，有{lost}段日元升幅超过套息收益，占{share}%（{confidence}%区间{interval}%）。",
    more_pressure: "平仓压力为{pressure}（满分100），高于{rank}%的日子，主要来自{part}（近两年内排名{part_rank}/100）。",
    more_unwound: "在套息交易集中平仓的{date}，该值为{then}。",
    method: [
        "套息收益是美国两年期收益率减去日本两年期收益率：在美元兑日元不变时，借日元、贷美元一年所得。波动率是美元兑日元{window}个对数收益率的标准差乘以252的平方根，其{confidence}%区间为标准差的卡方区间。单位风险收益为前者除以后者，其区间由波动率区间取倒数得到。盈亏平衡点为 ln(1 + 套息收益 × 天数 / 365)，{horizon}个交易日按{days}个日历日计。日元升幅超过它的次数，按首尾相接、互不重叠的同样长度的时间段计数，并给出威尔逊区间。",
        "平仓压力是五个百分位排名的平均，每个都在自身最近{lookback}天内排名：日元5日升幅、日本10年期国债收益率10日升幅、美元兑日元20日波动率、VIX5日变化，以及套息收益除以该波动率后取负。回看期固定且只含过去，因此数值不随显示范围改变。没有理由区别对待，故五者权重相同；它描述状况，不作预测。",
        "样本：{from}至{to}五个序列同日公布的{n}天。以两年期国债收益率代表交易者的借贷利率，不含掉期利率、费用和保证金。波动率区间以独立正态收益为前提；真实收益的尾部更厚，因此该区间偏窄。",
    ],
};
