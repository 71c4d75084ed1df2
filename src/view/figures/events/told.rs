//! The sentences of the event study, and how its figures come about.

use super::super::confidence_text;
use super::study::{BEFORE, DRAWS, ESTIMATION, SEED, Study};
use super::{Events, MARKET, share};
use crate::series::Day;
use crate::spec::{Spec, Trigger};
use crate::text::{self, Phrases, fill};
use crate::view::method::Method;
use crate::view::moves;
use crate::view::scene::{Ink, Note, Sign};

impl Events {
    /// What was chosen, in words.
    fn kinds(&self, spec: &Spec, phrases: &Phrases) -> String {
        let told = |trigger: &Trigger| match trigger {
            Trigger::Surge => {
                let blanks = [("driver", self.names(phrases).1), ("q", &share(spec.threshold))];
                phrases.fill(phrases.events().surge_days, &blanks)
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
            ("rank", whole(latest.rank)),
            ("windows", whole(study.windows())),
            ("kinds", self.kinds(spec, phrases)),
            ("asset", self.shown(phrases)),
            ("mean", moved(mean)),
            ("confidence", confidence_text(spec.confidence)),
            ("interval", interval(phrases, &text::signed(low, 2), &text::signed(high, 2))),
            ("usual", moved(study.usual)),
            ("verdict", verdict.to_owned()),
            ("date", date(Some(&latest.day))),
        ];
        let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let told = fill(if n == 1 { words.finding_one } else { words.finding }, &blanks);
        let Some(chance) = &study.chance else { return told };
        let (low, high) = chance.between(spec.confidence);
        let usual = fill(
            words.finding_usual,
            &[
                ("usual", &moved(study.usual)),
                ("chance", &interval(phrases, &text::signed(low, 2), &text::signed(high, 2))),
                ("from", &date(study.days.first())),
                ("to", &date(study.days.last())),
            ],
        );
        [&told, phrases.sentence_gap, &usual].concat()
    }

    /// How often chance does as well, the latest event's rank, and how often the asset fell on the driver's strongest days.
    pub(super) fn more(&self, study: Option<&Study>, spec: &Spec, phrases: &Phrases) -> Vec<String> {
        let words = phrases.events();
        let Some((study, latest)) = study.and_then(|study| Some((study, study.complete().last()?))) else { return Vec::new() };
        let whole = |n: usize| text::number(n as f64, 0);
        let mut lines = Vec::new();
        if let Some(chance) = &study.chance {
            let blanks = [("draws", &*whole(DRAWS)), ("n", &whole(study.n())), ("share", &text::percent(chance.share))];
            lines.push(fill(words.more_chance, &blanks));
        }
        lines.push(fill(
            words.more_rank,
            &[
                ("date", &text::date(phrases, latest.day)),
                ("rank", &whole(latest.rank)),
                ("windows", &whole(study.windows())),
                ("lower", &whole(study.in_lower_half())),
                ("n", &whole(study.n())),
            ],
        ));
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
                ("strong", &whole(odds.days)),
                ("share", &text::percent(odds.share)),
                ("confidence", &confidence_text(spec.confidence)),
                ("interval", &interval(phrases, &text::percent(odds.low), &text::percent(odds.high))),
                ("all", &text::percent(odds.unconditional)),
                ("verdict", verdict),
            ];
            lines.push(phrases.fill(words.more_odds, &blanks));
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
            ("span", moves::days(phrases, spec.horizon)),
            ("confidence", confidence_text(spec.confidence)),
            ("q", share(spec.threshold)),
            ("draws", text::number(DRAWS as f64, 0)),
            ("market", phrases.name(MARKET, MARKET).to_owned()),
            ("estimation", ESTIMATION.to_string()),
            ("gap", BEFORE.to_string()),
            ("n", text::number(changes as f64, 0)),
            ("from", text::date(phrases, *study.days.first()?)),
            ("to", text::date(phrases, *study.days.last()?)),
        ];
        let blanks_of_words: Vec<(&str, &str)> = blanks.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let blanks = &blanks_of_words;
        let [path, rank, odds, mind] = phrases.events().method.map(|phrase| phrases.fill(phrase, blanks));
        let sample =
            [&phrases.fill(phrases.moves.sample, blanks), phrases.sentence_gap, &self.joint.alignment.told(phrases)].concat();
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
        if let Some(chance) = &study.chance {
            let (low, high) = chance.between(spec.confidence);
            figures.extend([("mean_rank", chance.rank as f64), ("chance", chance.share)]);
            figures.extend([("chance_low", low), ("chance_high", high)]);
        }
        let blanks = [
            ("horizon", spec.horizon.to_string()),
            ("confidence", spec.confidence.to_string()),
            ("threshold", spec.threshold.to_string()),
            ("draws", super::super::DRAWS.to_owned()),
            ("count", DRAWS.to_string()),
            ("seed", SEED.to_string()),
            ("window", if study.market.is_some() { MODEL } else { PLAIN }.to_owned()),
        ];
        let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut snippet = fill(SNIPPET, &blanks);
        let mut paragraphs = vec![path, rank];
        if study.market.is_some() {
            paragraphs.push(phrases.fill(phrases.events().method_market, &blanks_of_words));
        }
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

/// What is shaded.
pub(super) fn shaded(study: &Study, spec: &Spec, phrases: &Phrases) -> Option<Note> {
    let blanks = [("confidence", &*confidence_text(spec.confidence)), ("n", &text::number(study.n() as f64, 0))];
    study.chance.as_ref().map(|_| Note::new(Sign::Shade, Ink::Estimate, &fill(phrases.events().chance, &blanks)))
}

fn interval(phrases: &Phrases, low: &str, high: &str) -> String {
    fill(phrases.interval, &[("low", low), ("high", high)])
}

const PLAIN: &str = r"
def window(i):  # the change over the days from i on
    return r[i : i + horizon].sum()

";

const MODEL: &str = r#"
market = data.iloc[:, 4].to_numpy()


def window(i):  # the change over the days from i on that the market of the days before does not explain
    if i < 130:
        return np.nan
    past = pd.DataFrame({"r": r[i - 130 : i - 10], "market": market[i - 130 : i - 10]}).dropna()
    if 4 * len(past) < 3 * 120:
        return np.nan
    beta, alpha = np.polyfit(past["market"], past["r"], 1)
    return (r[i : i + horizon] - alpha - beta * market[i : i + horizon]).sum()

"#;

const SNIPPET: &str = r#"import numpy as np
import pandas as pd
from scipy.stats import t

{draws}
data = pd.read_csv("yenlens.csv", comment='#')  # date, driver, asset, event, the market where it is taken out
r, events = data.iloc[:, 2].to_numpy(), np.flatnonzero(data.iloc[:, 3].notna())
horizon, confidence = {horizon}, {confidence}
{window}
moves = np.array([window(e) for e in events if e + horizon <= len(r)])
moves = moves[~np.isnan(moves)]
touched = np.zeros(len(r), dtype=bool)
for e in events:
    touched[e : e + horizon] = True
free = [i for i in range(len(r) - horizon + 1) if not touched[i : i + horizon].any()]
others = np.array([window(i) for i in free])
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
if n > 1:  # as many windows drawn at random, again and again
    stream, count = draws({seed}), {count}
    drawn = [[others[((next(stream) >> 32) * len(others)) >> 32] for _ in range(n)] for _ in range(count)]
    means, usual = np.mean(drawn, axis=1), others.mean()
    print("mean_rank", 1 + int((means < moves.mean()).sum()))
    print("chance", (1 + int((abs(means - usual) >= abs(moves.mean() - usual)).sum())) / (count + 1))
    print("chance_low", float(np.quantile(means, (1 - confidence) / 2)))
    print("chance_high", float(np.quantile(means, 1 - (1 - confidence) / 2)))
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
