//! Japanese: the view `timeline`.

use crate::text::words::TimelineWords;

pub(super) const WORDS: TimelineWords = TimelineWords {
    heading: "{asset}、円、日本国債利回り",
    name: "推移",
    more: "その他の設定",
    ring: "丸印：ここから別の出典",
    panel_price: "{asset}、米ドル、対数目盛",
    panel_yen: "1ドルあたりの円、逆目盛（上ほど円高）",
    panel_yields: "日本国債利回り、%",
    panel_spread: "米国−日本の10年利回り差、ポイント",
    tenor: "{tenor}年",
    yen_per_dollar: "ドル円",
    spread: "日米金利差",
    finding: "{from}から{to}までに、{asset}は{asset_move}、円は{yen_move}1ドル{usdjpy}円となった。",
    more_yields: "10年国債利回りは{jgb_from}%から{jgb_to}%へ、日米金利差は{spread_from}から{spread_to}ポイントへ動いた。",
    rose: "{x}%上昇し",
    fell: "{x}%下落し",
    yen_gained: "{x}%上昇して",
    yen_lost: "{x}%下落して",
    finding_changes: "日々の変化でみた{asset}と円の強さの相関は{r}（{confidence}%区間 {interval}、n\u{a0}=\u{a0}{n}）：{verdict}。",
    #[cfg(feature = "extras")]
    method: "円、利回り、金利差は公表された値をそのまま描く。価格と円が端から端までにどれだけ動いたかは、すべての値がそろう期間で測る。同じように動く二つの線に関係があるとは限らず、文の終わりに日々の変化を示すのはそのためである。",
};
