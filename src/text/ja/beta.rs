//! Japanese: the view `beta`.

use crate::text::words::BetaWords;

pub(in crate::text) static WORDS: BetaWords = BetaWords {
    heading: "{driver}が動くと、{asset}はどれだけ動くか",
    name: "感応度",
    panel: "{measure}、回帰直線とその{confidence}%区間",
    controls: "固定する要因",
    rolling: "窓ごとの傾き",
    panel_rolling: "{step}当たりの傾き、{window}営業日の窓、{confidence}%区間",
    finding: "{moved}日、{asset}は平均で{slope}動いた（{confidence}%区間 {interval}）：{verdict}。",
    finding_sample: "標本は{from}から{to}までの{n}日。",
    more_explained: "直線が説明するのは変動の{r2}%である（{confidence}%区間 {interval}%）。",
    finding_held: "標本は{from}から{to}までの{all}日のうち{n}日で、{held}を一定とした。",
    too_few: "この範囲で{asset}と{driver}がともに変化した日は{days}しかなく、直線を引くには足りない。",
    in_step: "固定する要因（{held}）が{driver}と連動するため、傾きを分けて求められない。",
    event: "出来事",
    method_rolling: "時間を追った傾きは、{window}営業日ごとの同じ回帰である。ラグは{window_lags}、小標本補正を施し、区間はスチューデントのt分布による。",
    method: [
        "切片つきの最小二乗法：{asset}の日々の変化を、{driver}と固定する要因の変化に回帰する。標準誤差はニューイとウェスト（1987）によるもので、バートレット重み、ラグ{lags}（4 (n / 100)^(2/9) の整数部分）、小標本補正なし。区間は正規分布の{confidence}%点と標準誤差の積。直線は、固定した要因を平均に置いて描く。",
        "傾きは同じ日に何がともに動いたかを示すもので、因果を示すものではない。少数の極端な日が傾きを決めることがあるため、直線から最も離れた点には時を記す。値の決まる時刻が何時間も離れていると、傾きはゼロに近づく。",
    ],
};
