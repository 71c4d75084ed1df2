//! The sentences of the event study, and how its figures come about.

use super::super::confidence_text;
use super::study::Study;
use super::{Events, share};
use crate::series::Day;
use crate::spec::{Spec, Trigger};
use crate::text::{self, Phrases, fill};
use crate::view::method::Method;
use crate::view::moves;

impl Events {
    /// What was chosen, in words.
    fn kinds(&self, spec: &Spec, phrases: &Phrases) -> String {
        let told = |trigger: &Trigger| match trigger {
            Trigger::Surge => {
                let blanks = [("driver", self.names(phrases).1), ("q", &share(spec.threshold))];
                fill(phrases.events().surge_days, &blanks)
            }
            Trigger::Kind(kind) => phrases.event_kind(kind.code()).to_owned(),
        };
        spec.events.iter().map(told).collect::<Vec<_>>().join(phrases.moves.comma)
    }

    /// What the paths say.
    pub(super) fn finding(&self, study: Option<&Study>, spec: &Spec, phrases: &Phrases) -> String {
        let words = phrases.events();
        let days = moves::days(phrases, spec.horizon);
        let Some((study, latest)) = study.and_then(|study| Some((study, study.complete().last()?))) else {
            return fill(words.too_few, &[("days", &days)]);
        };
        let whole = |n: usize| text::number(n as f64, 0);
        let date = |day: Option<&Day>| day.map(|day| text::date(phrases, *day)).unwrap_or_default();
        let moved = |value: f64| moves::quantity(phrases, self.change, &text::signed(value, 2));
        let (mean, low, high) = study.mean();
        let verdict = if low > study.usual {
            words.more
        } else if high < study.usual {
            words.less
        } else {
            words.as_usual
        };
        let n = study.n();
        let blanks = [
            ("days", days),
            ("n", whole(n)),
            ("kinds", self.kinds(spec, phrases)),
            ("asset", self.names(phrases).0.to_owned()),
            ("mean", moved(mean)),
            ("confidence", confidence_text(spec.confidence)),
            ("interval", interval(phrases, &text::signed(low, 2), &text::signed(high, 2))),
            ("from", date(study.days.first())),
            ("to", date(study.days.last())),
            ("usual", moved(study.usual)),
            ("verdict", verdict.to_owned()),
            ("date", date(Some(&latest.day))),
        ];
        let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fill(if n == 1 { words.finding_one } else { words.finding }, &blanks)
    }

    /// The latest event's rank, and how often the asset fell on the driver's strongest days.
    pub(super) fn more(&self, study: Option<&Study>, spec: &Spec, phrases: &Phrases) -> Vec<String> {
        let words = phrases.events();
        let Some((study, latest)) = study.and_then(|study| Some((study, study.complete().last()?))) else { return Vec::new() };
        let whole = |n: usize| text::number(n as f64, 0);
        let mut lines = vec![fill(
            words.more_rank,
            &[
                ("date", &text::date(phrases, latest.day)),
                ("rank", &whole(latest.rank)),
                ("windows", &whole(study.windows())),
                ("lower", &whole(study.in_lower_half())),
                ("n", &whole(study.n())),
            ],
        )];
        if let Some(odds) = study.odds {
            let verdict = if odds.low > odds.unconditional {
                words.odds_more
            } else if odds.high < odds.unconditional {
                words.odds_less
            } else {
                words.odds_usual
            };
            let blanks = [
                ("asset", self.names(phrases).0),
                ("falls", &whole(odds.falls)),
                ("days", &whole(odds.days)),
                ("share", &text::percent(odds.share)),
                ("confidence", &confidence_text(spec.confidence)),
                ("interval", &interval(phrases, &text::percent(odds.low), &text::percent(odds.high))),
                ("all", &text::percent(odds.unconditional)),
                ("verdict", verdict),
            ];
            lines.push(fill(words.more_odds, &blanks));
        }
        lines
    }

    /// How the figures come about.
    pub(super) fn explained(&self, study: &Study, spec: &Spec, phrases: &Phrases) -> Option<Method> {
        let (asset, driver) = self.names(phrases);
        let changes = study.changes[1].iter().filter(|change| !change.is_nan()).count();
        let blanks = [
            ("asset", asset.to_owned()),
            ("driver", driver.to_owned()),
            ("days", moves::days(phrases, spec.horizon)),
            ("confidence", confidence_text(spec.confidence)),
            ("q", share(spec.threshold)),
            ("n", text::number(changes as f64, 0)),
            ("from", text::date(phrases, *study.days.first()?)),
            ("to", text::date(phrases, *study.days.last()?)),
        ];
        let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let [path, rank, odds, mind] = phrases.events().method.map(|phrase| fill(phrase, &blanks));
        let sample = [&fill(phrases.moves.sample, &blanks), phrases.sentence_gap, phrases.alignment].concat();
        let (mean, low, high) = study.mean();
        let mut figures = vec![("n", study.n() as f64), ("mean", mean)];
        if study.n() > 1 {
            figures.extend([("low", low), ("high", high)]);
        }
        figures.extend([
            ("usual", study.usual),
            ("rank", study.complete().last()?.rank as f64),
            ("windows", study.windows() as f64),
            ("lower", study.in_lower_half() as f64),
        ]);
        let blanks = [
            ("horizon", spec.horizon.to_string()),
            ("confidence", spec.confidence.to_string()),
            ("threshold", spec.threshold.to_string()),
        ];
        let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut snippet = fill(SNIPPET, &blanks);
        let mut paragraphs = vec![path, rank];
        if let Some(found) = study.odds {
            snippet.push_str(&fill(SNIPPET_ODDS, &blanks));
            figures.extend([("share", found.share), ("share_low", found.low), ("share_high", found.high)]);
            figures.push(("all", found.unconditional));
            paragraphs.push(odds);
        }
        paragraphs.extend([sample, mind]);
        Some(Method { paragraphs, snippet, figures })
    }
}

fn interval(phrases: &Phrases, low: &str, high: &str) -> String {
    fill(phrases.interval, &[("low", low), ("high", high)])
}

const SNIPPET: &str = r#"import numpy as np
import pandas as pd
from scipy.stats import t

data = pd.read_csv("yenlens.csv")  # date, driver, asset, event
r, events = data.iloc[:, 2].to_numpy(), np.flatnonzero(data.iloc[:, 3].notna())
horizon, confidence = {horizon}, {confidence}
moves = np.array([r[e : e + horizon].sum() for e in events if e + horizon <= len(r)])
moves = moves[~np.isnan(moves)]
touched = np.zeros(len(r), dtype=bool)
for e in events:
    touched[e : e + horizon] = True
free = [i for i in range(len(r) - horizon + 1) if not touched[i : i + horizon].any()]
others = np.array([r[i : i + horizon].sum() for i in free])
others = others[~np.isnan(others)]
ranks = np.array([1 + (others < move).sum() for move in moves])
n = len(moves)
print("n", n)
print("mean", float(moves.mean()))
if n > 1:
    half = t.ppf(1 - (1 - confidence) / 2, n - 1) * moves.std(ddof=1) / np.sqrt(n)
    print("low", float(moves.mean() - half))
    print("high", float(moves.mean() + half))
print("usual", float(others.mean()))
print("rank", int(ranks[-1]))
print("windows", len(others) + 1)
print("lower", int((2 * ranks <= len(others) + 1).sum()))
"#;

const SNIPPET_ODDS: &str = r#"
from statsmodels.stats.proportion import proportion_confint

both = data.iloc[:, [1, 2]].dropna().to_numpy()
kept = max(1, int({threshold} / 100 * len(both) + 1e-9))
strong = both[both[:, 0] >= np.sort(both[:, 0])[-kept]]
falls = int((strong[:, 1] < 0).sum())
low, high = proportion_confint(falls, len(strong), 1 - confidence, method="wilson")
print("share", falls / len(strong))
print("share_low", float(low))
print("share_high", float(high))
print("all", float((both[:, 1] < 0).mean()))
"#;
