//! Japanese: the view `carry`.

use crate::text::words::CarryWords;

pub(super) const WORDS: CarryWords = CarryWords {
    heading: "円キャリー取引はリスクに見合うか",
    name: "キャリー",
    horizon: "保有期間",
    panel_carry: "2年金利差（キャリー）とドル円の変動率（{window}日）、年率%、{confidence}%区間",
    panel_to_risk: "リスク当たりのキャリー（キャリー÷変動率）、{confidence}%区間",
    panel_breakeven: "{horizon}営業日分のキャリーが消える円の上昇率、%",
    panel_pressure: "巻き戻し圧力（0～100）と五つの内訳",
    line_carry: "キャリー",
    line_volatility: "変動率",
    line_to_risk: "リスク当たりのキャリー",
    line_breakeven: "損益分岐",
    line_pressure: "巻き戻し圧力",
    parts: [
        "円の上昇、5日（順位）",
        "10年国債利回りの上昇、10日（順位）",
        "ドル円の変動率、20日（順位）",
        "VIXの上昇、5日（順位）",
        "リスクに対するキャリーの薄さ（順位）",
    ],
    tags: ["円の上昇", "国債利回り", "変動率", "VIX", "薄いキャリー"],
    causes: [
        "5日間の円の上昇",
        "10日間の10年国債利回りの上昇",
        "ドル円の変動率",
        "5日間のVIXの上昇",
        "リスクに対するキャリーの薄さ",
    ],
    too_few: "この範囲には、五つの系列がそろって公表された日が{window}営業日の窓には足りない。",
    finding: "{date}時点で、日本の2年金利で借りて米国の2年金利で貸すと年{carry}ポイントの利ざやがあり、{from}以降の{carry_rank}%の日より大きい。ドル円の変動率は年{volatility}%（{confidence}%区間 {interval}、n = {n}）で、{volatility_rank}%の日より大きい。リスク1ポイント当たりのキャリーは{to_risk}で、{to_risk_rank}%の日を上回る。",
    finding_negative: "{date}時点で、日本の2年金利で借りて米国の2年金利で貸すと損になる。利ざやは年{carry}ポイントで、{from}以降の{carry_rank}%の日より大きい。ドル円の変動率は年{volatility}%（{confidence}%区間 {interval}、n = {n}）で、{volatility_rank}%の日より大きい。リスク1ポイント当たりのキャリーは{to_risk}で、{to_risk_rank}%の日を上回る。",
    finding_breakeven: "円が{breakeven}%上がれば、{horizon}営業日分のキャリーは消える。過去の同じ長さの{stretches}期間のうち{lost}期間、{share}%（{confidence}%区間 {interval}%）で、円の上昇がキャリーを上回った。",
    finding_pressure: "巻き戻し圧力は100のうち{pressure}で、{rank}%の日より高く、最大の要因は{part}（直近2年間で100のうち{part_rank}の順位）。",
    finding_unwound: "キャリー取引の巻き戻しが起きた{date}には{then}だった。",
};
