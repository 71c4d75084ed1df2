//! The sentences of lead and lag, and how its figures come about.

use super::{LeadLag, RESAMPLES, SEED, Shifted};
use crate::spec::Spec;
use crate::stats::lead_lag::asynchrony_sum;
use crate::text::{self, Phrases, fill};
use crate::view::figures::{DRAWS, Told, confidence_text, verdict};
use crate::view::method::Method;
use crate::view::moves;
use crate::view::scale::Domain;

impl LeadLag {
    /// The same day, the sum over three, and who leads.
    pub(super) fn finding(&self, shifted: &Result<Shifted, usize>, spec: &Spec, x: Domain, phrases: &Phrases) -> String {
        let (asset, driver, words) = (self.asset.name(phrases), self.driver.name(phrases), phrases.leadlag());
        let shifted = match shifted {
            Ok(shifted) => shifted,
            Err(n) => {
                let few = || fill(words.too_few, &[("asset", asset), ("driver", driver), ("days", &moves::days(phrases, *n))]);
                return self.still(spec, x, phrases).unwrap_or_else(few);
            }
        };
        let r = shifted.same_day();
        let (low, high) = shifted.interval(0, r, spec.confidence);
        let t = Told::new(phrases, r, low, high, shifted.n(), spec.confidence);
        let date = |at: Option<&usize>| at.map(|at| text::date(phrases, self.joint.days[*at])).unwrap_or_default();
        let (sum, half) = (asynchrony_sum(&shifted.bars), shifted.reach.sum);
        let summed = Told::new(phrases, sum, sum - half, sum + half, shifted.n(), spec.confidence);
        let same_day = phrases.fill(
            words.finding,
            &[
                ("asset", asset),
                ("driver", driver),
                ("r", &t.r),
                ("confidence", &t.confidence),
                ("interval", &t.interval),
                ("n", &t.n),
                ("from", &date(shifted.rows.first())),
                ("to", &date(shifted.rows.last())),
                ("verdict", verdict(phrases, low, high)),
            ],
        );
        let leader = self.leader(shifted, phrases);
        let three = [("sum", &*summed.r), ("sum_interval", &summed.interval), ("leader", &leader)];
        [&same_day, phrases.sentence_gap, &phrases.fill(words.finding_three, &three)].concat()
    }

    /// Who moves first, in words.
    fn leader(&self, shifted: &Shifted, phrases: &Phrases) -> String {
        let words = phrases.leadlag();
        let (k, r) = shifted.farthest();
        if !shifted.leads() {
            return words.nobody.to_owned();
        }
        let blanks = [
            ("asset", self.asset.name(phrases)),
            ("driver", self.driver.name(phrases)),
            ("days", &moves::days(phrases, k.unsigned_abs() as usize)),
            ("r", &text::signed(r, 2)),
            ("chance", &text::number(shifted.reach.farthest, 2)),
        ];
        fill(if k > 0 { words.driver_leads } else { words.asset_leads }, &blanks)
    }

    /// The hours of the closes where they differ, and how many bars are outside the band.
    pub(super) fn more(&self, shifted: &Result<Shifted, usize>, spec: &Spec, phrases: &Phrases) -> Vec<String> {
        let (Ok(shifted), words) = (shifted, phrases.leadlag()) else { return Vec::new() };
        let whole = |n: usize| text::number(n as f64, 0);
        let hours = [
            ("asset", self.asset.name(phrases)),
            ("asset_hour", &self.asset.hours.join(phrases.moves.and)),
            ("driver", self.driver.name(phrases)),
            ("driver_hour", &self.driver.hours.join(phrases.moves.and)),
        ];
        let bars = 2 * shifted.lags;
        let expected = text::number(bars as f64 * (1.0 - spec.confidence), 1);
        let counted = [("bars", &*whole(bars)), ("outside", &whole(shifted.outside())), ("expected", &expected)];
        let mut bars = phrases.fill(words.more_bars, &counted);
        if self.joint.alignment.hours && shifted.leads() && shifted.farthest().0.abs() == 1 {
            bars = [&bars, phrases.sentence_gap, words.clock].concat();
        }
        let hours = self.joint.alignment.hours.then(|| text::capitalised(&fill(words.more_hours, &hours)));
        hours.into_iter().chain([bars]).collect()
    }

    /// How the bars come about, and a program that returns them.
    pub(super) fn explained(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Method> {
        let (words, shifted) = (phrases.leadlag(), self.shift(spec, x).ok()?);
        let date = |at: usize| text::date(phrases, self.joint.days[at]);
        let (from, to) = (date(*shifted.rows.first()?), date(*shifted.rows.last()?));
        let confidence = confidence_text(spec.confidence);
        let bars = (2 * spec.lags).to_string();
        let blanks = [
            ("asset", self.asset.name(phrases)),
            ("driver", self.driver.name(phrases)),
            ("confidence", &confidence),
            ("bars", &bars),
            ("resamples", &text::number(RESAMPLES as f64, 0)),
            ("n", &text::number(shifted.n() as f64, 0)),
            ("from", &from),
            ("to", &to),
        ];
        let [made, sum, mind] = words.method.map(|phrase| phrases.fill(phrase, &blanks));
        let sample =
            [&phrases.fill(phrases.moves.sample, &blanks), phrases.sentence_gap, &self.joint.alignment.told(phrases)].concat();
        let r = shifted.same_day();
        let (low, high) = shifted.interval(0, r, spec.confidence);
        let (k, farthest) = shifted.farthest();
        Some(Method {
            paragraphs: vec![made, sum, sample, mind],
            snippet: fill(
                SNIPPET,
                &[
                    ("draws", DRAWS),
                    ("lags", &spec.lags.to_string()),
                    ("confidence", &spec.confidence.to_string()),
                    ("resamples", &RESAMPLES.to_string()),
                    ("seed", &SEED.to_string()),
                ],
            ),
            figures: vec![
                ("same_day", r),
                ("low", low),
                ("high", high),
                ("sum", asynchrony_sum(&shifted.bars)),
                ("sum_half", shifted.reach.sum),
                ("band", shifted.reach.bar),
                ("band_of_all", shifted.reach.farthest),
                ("outside", shifted.outside() as f64),
                ("farthest_shift", f64::from(k)),
                ("farthest", farthest),
                ("squares", shifted.bars.iter().map(|r| r * r).sum()),
                ("n", shifted.n() as f64),
            ],
        })
    }
}

const SNIPPET: &str = r#"import numpy as np
import pandas as pd
from arch.bootstrap import optimal_block_length
from scipy.stats import pearsonr
from statsmodels.tsa.stattools import ccf

{draws}
data = pd.read_csv("yenlens.csv", comment='#')  # date, driver, asset
x, y = data.iloc[:, 1].to_numpy(), data.iloc[:, 2].to_numpy()
n, lags, confidence = len(data), {lags}, {confidence}


def correlations(x, y):  # k > 0: the driver comes first
    after, before = ccf(y, x, adjusted=False)[: lags + 1], ccf(x, y, adjusted=False)[1 : lags + 1]
    return np.concatenate([before[::-1], after])


def resamples(column, seed):  # blocks that begin anywhere, of geometric length
    mean = max(1.0, float(optimal_block_length(column)["stationary"].iloc[0]))
    longer = np.cumprod(np.full(n, 1 - 1 / mean))
    shorter = (1 - longer)[: int(np.argmax(longer <= 1e-12)) + 1 if (longer <= 1e-12).any() else n]
    stream = draws(seed)
    while True:
        rows = []
        while len(rows) < n:
            bits = next(stream)
            start, uniform = ((bits >> 32) * n) >> 32, (bits & 0xFFFFFFFF) / 2**32
            length = min(int(np.searchsorted(shorter, uniform, side="right")) + 1, len(shorter), n - len(rows))
            rows.extend((start + k) % n for k in range(length))
        yield column[rows]


bars = correlations(x, y)
others = {k: r for k, r in zip(range(-lags, lags + 1), bars) if k != 0}
low, high = pearsonr(x, y).confidence_interval(confidence)
apart = zip(resamples(x, {seed}), resamples(y, {seed} + 1))
chance = np.array([correlations(*pair) for pair, _ in zip(apart, range({resamples}))])
stray, sums = np.abs(np.delete(chance, lags, axis=1)), np.abs(chance[:, lags - 1 : lags + 2].sum(axis=1))
band, farthest = np.quantile(stray, confidence), max(others, key=lambda k: abs(others[k]))
print("same_day", float(bars[lags]))
print("low", float(low))
print("high", float(high))
print("sum", float(bars[lags - 1 : lags + 2].sum()))
print("sum_half", float(np.quantile(sums, confidence)))
print("band", float(band))
print("band_of_all", float(np.quantile(stray.max(axis=1), confidence)))
print("outside", sum(abs(r) > band for r in others.values()))
print("farthest_shift", farthest)
print("farthest", float(others[farthest]))
print("squares", float(sum(r * r for r in bars)))
print("n", n)
"#;
