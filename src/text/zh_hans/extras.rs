//! Simplified Chinese: behind the toggles and buttons.

use crate::text::words::ExtraWords;

pub(super) const WORDS: ExtraWords = ExtraWords {
    terms_unstated: "未注明使用条款",
    known_by: "以{date}当时已公布的数据为准。",
    known_by_note: "数据按公布日截取：美国国债持有额视为在所属月份两个月后公布，期货持仓视为在统计日三天后公布，每周资金流量视为在统计日五天后公布，日本国债收益率视为在下一工作日公布，H.10 汇率视为在下周一公布。事后修订过的数值采用修订后的结果。",
    source_line: "{label}，{unit}，{close}。{source}。{license}。最后数值 {last}。",
    fixed_at: "协调世界时{time}定值",
    break_line: "{label}，{date}：{note}。不计算跨越该日的变动。",
    alignment: ["变动取自所示各序列都有公布值的日子之间。", "周末的变动计入周一。", "各序列的定值时刻不同，会使同日的数字偏弱。"],
    steps: "个交易日|周|个月|次观测|交易日|周|月|观测|每日|每周|每月|逐次|逐日|逐周|逐月|逐次|}日|}周|}个月|}次观测|当天|当周|当月|当次|天数|周数|月数|观测数|天|周|个月|次观测|日子|星期|月份|观测|各日|各周|各月|各次",
    still: "{name}在全部{n}天里没有变动，因此无从判断。",
    basket: "一种货币相对多种货币的强弱，以一单位该货币可兑换的各种货币数量的几何平均衡量，各货币权重相同（美元、欧元、英镑、瑞士法郎、澳元、加元、人民币，不含该货币自身）。它不是贸易加权指数。",
    units: &[
        ("usd", "美元"),
        ("pct", "年率%"),
        ("jpy_per_usd", "每美元兑日元"),
        ("per_eur", "每欧元"),
        ("index", "指数"),
        ("usd_bn", "十亿美元"),
        ("contracts", "张合约"),
        ("jpy_100m", "亿日元"),
    ],
    claim: "说法",
    data_say: "数据怎么说",
    copy: "复制",
    copied: "已复制",
    program: "Python 程序",
    day: "日期",
    table_part: "共{all}行，显示最后{shown}行。",
    copy_by_hand: "请复制以下内容",
};
