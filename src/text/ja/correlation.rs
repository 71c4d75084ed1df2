//! Japanese: the view `correlation`.

use crate::text::words::CorrelationWords;

pub(super) const WORDS: CorrelationWords = CorrelationWords {
    heading: "{asset}は、{driver}と連動しているか",
    name: "相関",
    panel_changes: "日々の変化の相関、{window}日窓、{confidence}%区間",
    panel_levels: "水準と日々の変化の相関、{window}日窓",
    line_changes: "変化",
    line_levels: "水準",
    finding_changes: "{date}までの{window}営業日で、{asset}と{driver}の日々の変化の相関は{r}（{confidence}%区間 {interval}、n\u{a0}=\u{a0}{n}）：{verdict}。",
    finding_whole: "{from}から{to}までの全体では{r}（{interval}、n\u{a0}=\u{a0}{n}）。",
    finding_levels: "{date}までの{window}営業日で、{asset}と{driver}の水準の相関は{r}。無関係な二つのランダムウォークでも、同じ長さの窓の{odds}%でこれ以上の相関に見える。",
    finding_levels_changes: "日々の変化の相関は{r}（{confidence}%区間 {interval}、n\u{a0}=\u{a0}{n}）：{verdict}。",
    #[cfg(feature = "extras")]
    method: [
        "{asset}と{driver}の日々の変化のピアソン相関。価格と為替は対数収益率（%）、利回りと金利差はベーシスポイントで取る。区間はフィッシャー（1921）による tanh(atanh r \u{00b1} z / \u{221a}(n \u{2212} 3)) で、zは正規分布の{confidence}%点。",
        "水準は、価格は対数、利回りはそのままの値で比べる。偶然の割合は、窓と同じ長さの独立なランダムウォーク2,000組を固定した種から作って数えたもので、公式はない。組を変えたときの標準誤差は最大1.1ポイントである。",
        "区間は日々を独立とみなす。隣り合う窓は1日を除いて同じ日を含むため、線の点のうち独立なものは見た目よりずっと少ない。",
    ],
};
