//! Japanese: the view `correlation`.

use crate::text::words::CorrelationWords;

pub(super) const WORDS: CorrelationWords = CorrelationWords {
    heading: "{asset}は{driver}と連動しているか",
    name: "相関",
    panel_changes: "日々の変化の相関、{window}日窓、{confidence}%区間",
    panel_levels: "水準と日々の変化の相関、{window}日窓",
    line_changes: "変化",
    line_levels: "水準",
    finding_changes: "{date}までの{window}営業日で、{asset}と{driver}の日々の変化の相関は{r}（{confidence}%区間 {interval}、n = {n}）：{verdict}。",
    finding_whole: "{from}から{to}までの全体では{r}（{interval}、n = {n}）。",
    finding_levels: "{date}までの{window}営業日で、{asset}と{driver}の水準の相関は{r}。無関係な二つのランダムウォークでも、同じ長さの窓の{odds}%でこれ以上の相関に見える。",
    finding_levels_changes: "日々の変化の相関は{r}（{confidence}%区間 {interval}、n = {n}）：{verdict}。",
};
