//! Japanese: the view `leadlag`.

use crate::text::words::LeadLagWords;

pub(in crate::text) static WORDS: LeadLagWords = LeadLagWords {
    heading: "先に動くのは{asset}か、{driver}か",
    name: "先行と遅行",
    panel: "一方をずらした日々の変化の相関、ゼロを中心とする{confidence}%区間",
    axis: "先立つ営業日数：{driver} → {asset}",
    lags: "ずらす幅",
    correlation: "相関",
    lag: "ずらした営業日数",
    quiet: "灰色：ゼロを中心とする区間の内側",
    same_day: "同じ日",
    driver_first: "{driver}が{days}先",
    asset_first: "{asset}が{days}先",
    finding: "同じ日の{asset}と{driver}の変化の相関は{r}（{confidence}%区間 {interval}、n\u{a0}=\u{a0}{n}、{from}から{to}）：{verdict}。",
    finding_three: "3日の和では{sum}（{sum_interval}）で、{leader}。",
    more_hours: "値が決まるのは、協定世界時で{asset}が{asset_hour}、{driver}が{driver_hour}である。同じ日の出来事の一部は隣の日に表れるため、3日の和を示す。",
    more_bars: "ほかの日の{bars}本のうち{outside}本が区間の外にあり、偶然だけでも約{expected}本は外に出る。",
    nobody: "どちらが先に動くとも言えない",
    driver_leads: "{driver}が{days}先に動いた（{r}、偶然の幅は±{chance}）",
    asset_leads: "{asset}が{days}先に動いた（{r}、偶然の幅は±{chance}）",
    clock: "1日の先行は、値が決まる時刻の違いだけでも生じうる。",
    too_few: "この範囲で{asset}と{driver}がともに変化した日は{days}しかなく、ずらして比べるには足りない。",
    method: [
        "kの棒は、k営業日前の{driver}と{asset}の相関である。平均と分散は標本全体のもの、和はnで割る。ゼロを中心とする区間は、二つの列を別々に復元抽出した{resamples}組の棒の{confidence}%が収まる幅である（定常ブートストラップ、ポリティスとロマノ 1994、ブロック長はパットン、ポリティス、ホワイト 2009）。それぞれ自身の過去は保たれ、両者を結ぶものはない。",
        "k = \u{2212}1、0、+1の和は、時刻の違いによって隣り合う日に散った分を集める（ショールズとウィリアムズ 1977）。その幅は、同じ復元抽出での和の{confidence}%が収まるものである。",
        "区間は棒1本のためのものである。全{bars}本のうち最も遠いものが、復元抽出の{confidence}%で最も遠い棒よりも外にあるときにだけ、先行と述べる。系列の出典が変わって除いた日の前後は、隣り合うものと数える。",
    ],
};
