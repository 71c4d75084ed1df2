//! Japanese: the view `carry`.

use crate::text::words::CarryWords;

pub(in crate::text) static WORDS: CarryWords = CarryWords {
    heading: "円キャリー取引はリスクに見合うか",
    name: "キャリー",
    horizon: "保有期間",
    panel_carry: "2年金利差（キャリー）とドル円の変動率（{window}日）、年率%、{confidence}%区間",
    panel_to_risk: "リスク当たりのキャリー（キャリー÷変動率）、{confidence}%区間",
    panel_breakeven: "{horizon}営業日分のキャリーが消える円の上昇率、%",
    panel_pressure: "巻き戻し圧力（0～100）と五つの内訳",
    panel_pressure_mean: "巻き戻し圧力（0～100）と五つの内訳、20日平均",
    line_carry: "キャリー",
    line_volatility: "変動率",
    line_to_risk: "リスク当たりのキャリー",
    line_breakeven: "損益分岐",
    line_pressure: "巻き戻し圧力",
    line_mean: "巻き戻し圧力、20日平均",
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
    finding: "{date}時点で、円を借りてドルで貸すと年{carry}ポイントの利ざやがあり、ドル円の変動率1ポイント当たりでは{to_risk}である（{confidence}%区間 {interval}、n = {n}）。",
    finding_negative: "{date}時点で、円を借りてドルで貸すと損になり、利ざやは年{carry}ポイント、ドル円の変動率1ポイント当たりでは{to_risk}である（{confidence}%区間 {interval}、n = {n}）。",
    finding_rank: "これは{from}以降の{to_risk_rank}%の日を上回る。",
    more_risk: "2年金利でみた利ざやは{from}以降の{carry_rank}%の日より大きい。ドル円の変動率は年{volatility}%（{confidence}%区間 {interval}、n = {n}）で、{volatility_rank}%の日より大きい。",
    more_breakeven: "円が{breakeven}%上がれば、{horizon}営業日分のキャリーは消える。過去の同じ長さの{stretches}期間のうち{lost}期間、{share}%（{confidence}%区間 {interval}%）で、円の上昇がキャリーを上回った。",
    more_pressure: "巻き戻し圧力は100のうち{pressure}で、{rank}%の日より高く、最大の要因は{part}（直近2年間で100のうち{part_rank}の順位）。",
    more_unwound: "キャリー取引の巻き戻しが起きた{date}には{then}だった。",
    method: [
        "キャリーは米国の2年金利から日本の2年金利を引いた差で、ドル円が動かないときに円で借りてドルで貸して1年に得る分である。変動率はドル円の対数収益率{window}個の標準偏差に252の平方根を掛けたもので、{confidence}%区間は標準偏差のカイ二乗区間。リスク当たりのキャリーは前者を後者で割ったもので、区間は変動率の区間を裏返したもの。損益分岐は ln(1 + キャリー × 日数 / 365) で、{horizon}営業日を暦日{days}日と数える。円の上昇がこれを上回った頻度は、重ならないように並べた同じ長さの期間で数え、ウィルソンの区間を付ける。",
        "巻き戻し圧力は五つの百分位順位の平均で、それぞれ自身の直近{lookback}日の中で測る。5日間の円の上昇、10日間の10年国債利回りの上昇、20日間のドル円の変動率、5日間のVIXの変化、そしてキャリーをその変動率で割った値の符号を変えたもの。さかのぼる期間は固定で過去だけを含むため、表示範囲を変えても値は変わらない。重みを変える根拠がないので五つは同じ重みである。状況を表すもので、予測ではない。",
        "標本：{from}から{to}までの、五つの系列がそろって公表された{n}日。2年国債の利回りで取引者の借入・運用金利を代用しており、スワップ金利、費用、証拠金は含まない。変動率の区間は独立な正規分布の収益率を前提とする。実際の分布は裾が厚いので、この区間は狭すぎる。",
    ],
};
