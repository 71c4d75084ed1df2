//! Japanese: behind the toggles and buttons.

use crate::text::words::ExtraWords;

pub(super) const WORDS: ExtraWords = ExtraWords {
    terms_unstated: "利用条件の記載なし",
    known_by: "{date}時点で公表されていたデータによる。",
    known_by_note: "データは公表日を基準に区切っている。米国債保有額は対象月の2か月後、先物建玉は基準日の3日後、週次の資金フローは基準日の5日後、日本国債利回りは翌営業日、H.10の為替は翌週の月曜日に公表されたものとして扱う。後日改定された数値は、改定後の値である。",
    source_line: "{label}、{unit}、{close}。{source}。{license}。最終値 {last}。",
    fixed_at: "協定世界時{time}時点",
    break_line: "{label}、{date}：{note}。この日をまたぐ変化は計算しない。",
    alignment: [
        "変化は、表示中のすべての系列が公表された日の間で取る。",
        "週末の動きは月曜日に含まれる。",
        "系列ごとに値が決まる時刻が違い、同日の数値は弱く出る。",
    ],
    steps: "営業日数|週数|月数|観測数|営業日|週|か月|観測|日々|毎週|毎月|観測ごと|}日、|}週、|}月、|}観測、|}日|}週|}か月|}観測|1日|1週|1か月|1観測|3日|3週|3か月|3観測|日|週|月|観測",
    still: "{n}日を通して{name}が動かなかったため、何も言えない。",
    basket: "複数の通貨に対する通貨の強さは、1単位で買える各通貨の量の幾何平均で測り、重みはすべて等しい（米ドル、ユーロ、ポンド、スイスフラン、豪ドル、カナダドル、人民元から、その通貨自身を除く）。貿易量で加重した指数ではない。",
    units: &[
        ("usd", "米ドル"),
        ("pct", "年率%"),
        ("jpy_per_usd", "1ドルあたりの円"),
        ("per_eur", "1ユーロあたり"),
        ("index", "指数"),
        ("usd_bn", "10億米ドル"),
        ("contracts", "枚"),
        ("jpy_100m", "億円"),
    ],
    claim: "主張",
    data_say: "データが示すこと",
    copy: "コピー",
    copied: "コピーしました",
    program: "Python プログラム",
    day: "日付",
    table_part: "全{all}行のうち最後の{shown}行。",
    copy_by_hand: "これをコピーしてください",
};
