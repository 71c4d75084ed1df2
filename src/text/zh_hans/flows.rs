//! Simplified Chinese: the view `flows`.

use crate::text::words::FlowWords;

pub(in crate::text) static WORDS: FlowWords = FlowWords {
    heading: "日本卖出美国国债了吗？",
    name: "资金流",
    panel_holdings: "日本、中国、英国持有的美国国债，月末，十亿美元",
    panel_positions: "投机者日元期货，多头减空头，每周，千手",
    panel_purchases: "境外投资者净买入日本股票，13周合计，万亿日元",
    panel_yields: "10年期收益率，%",
    holders: ["日本", "中国", "英国"],
    labels: ["日本持有的美国国债", "中国大陆持有的美国国债", "英国持有的美国国债"],
    positions: "日元期货净多头，千手",
    purchases: "净买入股票，13周，万亿日元",
    japan_yield: "日本",
    us_yield: "美国",
    myriads: Some(["", "亿"]),
    revision: "修订数据",
    revised: "由此起为另一版数据",
    ring: "圆圈：由此起为另一版数据",
    too_few: "此范围内没有已知持有量的月末。",
    finding_more: "没有卖出的迹象：{date}，日本持有{last}美元的美国国债，比十二个月前多{change}美元（{percent}%）。",
    finding_less: "持有量下降：{date}，日本持有{last}美元的美国国债，比十二个月前少{change}美元（{percent}%）。",
    finding_falls: "这十二个月中有{falls}个月持有量下降。",
    finding_falls_late: "这十二个月中有{falls}个月持有量下降，此后的月份不在数据中。",
    finding_alone: "{date}，日本持有{last}美元的美国国债；数据中没有一年前的数值。",
    more_range: "从{from}到{to}，持有量从{first}变为{last}美元，美国10年期收益率从{ust_from}%变为{ust_to}%，1美元从{yen_from}日元变为{yen_to}日元。",
    more_months: "逐月来看，持有量与美国收益率变动的相关系数为{r}（{confidence}%区间{interval}，n = {n}）：{verdict}。",
    caveat: "持有量按债券托管地的市值计算：收益率上升时，即使不卖也会缩水。",
    method: [
        "持有量为美国财政部TIC的月末数据，以阶梯绘出，其间不作填补；发布版本更换之处线条断开。期货为CFTC非商业多头减空头的合约数（周二统计，周五公布）。买入额为日本财务省的周度数据，按{weeks}周合计。",
        "相关系数将日本持有量对数的月度变动，与同月最后营业日之间美国10年期收益率的变动配对；{confidence}%区间用费希尔方法。",
        "样本：{from}至{to}的{n}个月末。收益率上升会压低持有市值，因此即使无人交易，相关也偏向负值。持有量按托管地统计：日本投资者存放在伦敦或布鲁塞尔的部分不计入日本。居民购买外国债券的数据曾查找，未能找到。",
    ],
};
