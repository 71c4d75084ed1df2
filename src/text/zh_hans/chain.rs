//! Simplified Chinese: the view `chain`.

use crate::text::words::ChainWords;

pub(in crate::text) static WORDS: ChainWords = ChainWords {
    heading: "从日本收益率到{asset}：这个故事断在哪里？",
    name: "链条",
    link: "{from} → {to}",
    list_gap: "；",
    at: "读数日",
    reading: "在此读数",
    turned: "虚线：与故事方向相反",
    panel: "{mark}\u{a0}{link}：{state}，每{step}（{story}）",
    story_above: "按故事应为正",
    story_below: "按故事应为负",
    caption: "截至{date}的{window}个交易日的各环节。移动“读数日”，可以看到它们何时成立。",
    holding: "成立",
    weak: "与零无法区分",
    reversed: "方向相反",
    still: "无法判断",
    value: "每{step}为{slope}（{confidence}%区间{interval}）",
    often: "所示日子中{share}%成立，{against}%相反",
    too_few: "在此范围内，六个指标同日公布的天数不足以构成{window}个交易日的窗口。",
    finding: "截至{date}的{window}个交易日（n\u{a0}=\u{a0}{n}），故事的{all}个环节中有{held}个成立。",
    finding_all: "截至{date}的{window}个交易日（n\u{a0}=\u{a0}{n}），故事的{all}个环节全部成立。",
    finding_none: "截至{date}的{window}个交易日（n\u{a0}=\u{a0}{n}），故事的{all}个环节无一成立。",
    held: "成立的环节：{list}。",
    breaks_weak: "它首先断在{to}本应跟随之处：在{moved}的日子，{to}平均变动{slope}（{confidence}%区间{interval}），与零无法区分。",
    breaks_reversed: "它首先断在{to}本应跟随之处：在{moved}的日子，{to}平均变动{slope}（{confidence}%区间{interval}），与故事相反。",
    breaks_still: "它首先断在{to}本应跟随之处：{from}没有变动，因此无从判断。",
    others_weak: "同样与零无法区分的还有：{list}。",
    others_reversed: "与故事相反的有：{list}。",
    others_still: "无从判断的有：{list}。",
    arithmetic: "第一个环节几乎只是算术，因为利差本身就包含日本国债收益率。",
    method: [
        "每个环节是在{window}个交易日内，将跟随者的每日变动对先动者的每日变动和截距作回归；误差用纽维—韦斯特方法（{lags}阶滞后，含小样本修正），{confidence}%区间用学生t分布。区间整体位于故事所预期的一侧为“成立”，整体位于另一侧为“方向相反”，其余则与零无法区分。",
        "各环节单独解读：即使全部成立，也不能证明前者引起后者。各序列定价的时刻不同，先东京、再欧洲、后纽约，这会削弱同日的联系。五个环节、95%区间，即使毫无关系，也约有五分之一的窗口会出现一个假的环节。第一个环节几乎只是算术，因为利差包含日本国债收益率。",
    ],
};
