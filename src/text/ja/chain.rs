//! Japanese: the view `chain`.

use crate::text::words::ChainWords;

pub(in crate::text) static WORDS: ChainWords = ChainWords {
    heading: "日本の金利から{asset}へ：筋書きはどこで切れるか",
    name: "連鎖",
    link: "{from} → {to}",
    list_gap: "、",
    at: "読む日",
    reading: "つながりを読む日",
    turned: "破線：筋書きと逆向き",
    panel: "{mark}\u{a0}{link}：{state}、{step}当たり（{story}）",
    story_above: "筋書きではプラス",
    story_below: "筋書きではマイナス",
    caption: "{date}までの{window}営業日のつながり。「読む日」を動かすと、いつ成り立っていたかが分かる。",
    holding: "成り立つ",
    weak: "ゼロと区別できない",
    reversed: "逆向き",
    still: "判定できない",
    value: "{step}当たり{slope}（{confidence}%区間 {interval}）",
    often: "表示期間の{share}%の日に成り立ち、{against}%の日に逆だった",
    too_few: "この範囲には、六つの系列がそろって公表された日が{window}営業日の窓には足りない。",
    finding: "{date}までの{window}営業日（n\u{a0}=\u{a0}{n}）で、筋書きの{all}つのつながりのうち{held}つが成り立った。",
    finding_all: "{date}までの{window}営業日（n\u{a0}=\u{a0}{n}）で、筋書きの{all}つのつながりはすべて成り立った。",
    finding_none: "{date}までの{window}営業日（n\u{a0}=\u{a0}{n}）で、筋書きの{all}つのつながりはどれも成り立たなかった。",
    held: "成り立ったもの：{list}。",
    breaks_weak: "最初に切れるのは{to}が続くはずのところで、{moved}日、{to}の動きは平均{slope}（{confidence}%区間 {interval}）で、ゼロと区別できない。",
    breaks_reversed: "最初に切れるのは{to}が続くはずのところで、{moved}日、{to}の動きは平均{slope}（{confidence}%区間 {interval}）と、筋書きと逆だった。",
    breaks_still: "最初に切れるのは{to}が続くはずのところで、{from}が動かなかったため何も言えない。",
    others_weak: "ほかにゼロと区別できないもの：{list}。",
    others_reversed: "筋書きと逆のもの：{list}。",
    others_still: "判定できないもの：{list}。",
    arithmetic: "最初のつながりは、金利差に日本国債利回りそのものが含まれるので、ほとんど計算上のものである。",
    method: [
        "各つながりは、後に続くものの日々の変化を、先に動くものの変化と定数項に{window}営業日にわたって回帰したもの。誤差はニューイ・ウェスト（ラグ{lags}、小標本補正あり）、{confidence}%区間はスチューデントのt分布による。区間全体が筋書きの期待する側にあれば「成り立つ」、反対側にあれば「逆向き」、それ以外はゼロと区別できない。",
        "つながりは一つずつ読む。すべて成り立っても、一つが次を引き起こしたことの証明にはならない。系列の値が決まる時刻は東京、欧州、ニューヨークの順に違い、同日のつながりは弱く出る。95%区間でつながりが五つあれば、何もなくても五つに一つの窓で見せかけのつながりが出る。最初のつながりは、金利差に日本国債利回りが含まれるのでほとんど計算上のものである。",
    ],
};
