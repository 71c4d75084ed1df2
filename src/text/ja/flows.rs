//! Japanese: the view `flows`.

use crate::text::words::FlowWords;

pub(in crate::text) static WORDS: FlowWords = FlowWords {
    heading: "日本は米国債を売ったのか",
    name: "資金の流れ",
    panel_holdings: "日本、中国、英国の米国債保有、月末、10億ドル",
    panel_positions: "投機筋の円先物、買い−売り、週次、千枚",
    panel_purchases: "海外投資家の日本株買い越し、13週合計、兆円",
    panel_yields: "10年国債利回り、%",
    holders: ["日本", "中国", "英国"],
    labels: ["日本の米国債保有", "中国本土の米国債保有", "英国の米国債保有"],
    positions: "円先物の買い越し、千枚",
    purchases: "日本株の買い越し、13週、兆円",
    japan_yield: "日本",
    us_yield: "米国",
    myriads: Some(["兆", "億"]),
    revision: "改定値",
    revised: "ここから別の公表値",
    ring: "丸印：ここから別の公表値",
    too_few: "この範囲には保有額の分かる月末がない。",
    finding_more: "売った様子はなく、{date}時点で日本が保有する米国債は{last}ドルで、12か月前より{change}ドル（{percent}%）多い。",
    finding_less: "保有は減り、{date}時点で日本が保有する米国債は{last}ドルで、12か月前より{change}ドル（{percent}%）少ない。",
    finding_falls: "この12か月で保有が減ったのは{falls}か月である。",
    finding_falls_late: "この12か月で保有が減ったのは{falls}か月で、その後の月はデータにない。",
    finding_alone: "{date}時点で日本が保有する米国債は{last}ドル。1年前の値はデータにない。",
    more_range: "{from}から{to}までに、保有は{first}ドルから{last}ドルへ、米10年利回りは{ust_from}%から{ust_to}%へ、1ドルは{yen_from}円から{yen_to}円へ動いた。",
    more_months: "月ごとにみた保有額と米利回りの変化の相関は{r}（{confidence}%区間 {interval}、n = {n}）：{verdict}。",
    caveat: "保有額は債券の保管場所ごとの時価なので、利回りが上がれば売らなくても減る。",
    method: [
        "保有額は米財務省のTIC統計の月末値で、階段状に描き、間は埋めない。公表の版が変わるところで線を切る。先物はCFTCの非商業部門の買いから売りを引いた枚数（火曜時点、金曜公表）。買い越しは財務省の週次統計を{weeks}週合計したもの。",
        "相関は、日本の保有額の対数の月次変化と、同じ月の最終営業日どうしの米10年利回りの変化を対にしたもの。{confidence}%区間はフィッシャーの方法による。",
        "標本：{from}から{to}までの月末{n}個。利回りの上昇は保有の時価を下げるので、誰も売買しなくても相関はマイナスに傾く。保有は保管場所で数えるため、日本の投資家がロンドンやブリュッセルに預けた分は日本に入らない。居住者による外国債の購入額は、探したが見つからなかった。",
    ],
};
