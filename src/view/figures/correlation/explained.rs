//! The sample behind the correlation, and how its figures come about.

use super::super::{confidence_text, correlate, is_levels};
use super::RollingCorrelation;
use crate::market::Change;
use crate::series::Day;
use crate::spec::Spec;
use crate::text::{self, Phrases, fill};
use crate::view::method::Method;
use crate::view::moves;
use crate::view::scale::Domain;
use crate::view::scene::Format;
use crate::view::table::Table;

impl RollingCorrelation {
    /// Every day that a figure shown depends on: those of `x`, and before them the window that ends on the first of them.
    pub(super) fn sample_sheet(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Table<'_> {
        let count = |day: &Day| f64::from(day.count());
        let sample = &self.sample;
        let first = sample.days.partition_point(|day| count(day) < x.lo());
        let to = sample.days.partition_point(|day| count(day) <= x.hi());
        let mut from = first;
        let mut pairs = 0;
        // The pair of the first day shown is the last of its window.
        while from > 0 && pairs < self.window {
            pairs += usize::from(sample.pair(from).iter().all(|change| !change.is_nan()));
            from -= 1;
        }
        let asset = phrases.name(&self.asset_id, &self.labels.0);
        let driver = phrases.name(&self.driver_id, &self.labels.1);
        let level = Format::plain(3);
        let r = Format { signed: true, ..Format::plain(2) };
        let confidence = confidence_text(self.confidence);
        let [low, high] = [phrases.band_low, phrases.band_high].map(|phrase| fill(phrase, &[("confidence", &confidence)]));
        let changes = self.changes.values().get(from..to).unwrap_or_default();
        let [lows, highs] = [|(low, _)| low, |(_, high)| high]
            .map(|end: fn((f64, f64)) -> f64| -> Vec<f64> { changes.iter().map(|r| end(self.intervals.around(*r))).collect() });
        let [of_asset, of_driver] = sample.change;
        let mut moved = Default::default();
        sample.changes(from..to, &mut moved);
        let [asset_moved, driver_moved] = moved;
        let table = Table::new(to.saturating_sub(from))
            .days(phrases.extras.day, &sample.days[from..to])
            .numbers(moves::axis(phrases, driver, of_driver), driver_moved, moves::format(of_driver))
            .numbers(moves::axis(phrases, asset, of_asset), asset_moved, moves::format(of_asset))
            .numbers(level_name(phrases, driver, of_driver), &sample.driver[from..to], level)
            .numbers(level_name(phrases, asset, of_asset), &sample.asset[from..to], level)
            .numbers(phrases.correlation.line_changes, changes, r)
            .numbers(low, lows, r)
            .numbers(high, highs, r);
        match self.levels.0.values().get(from..to).filter(|_| is_levels(spec)) {
            Some(levels) => table.numbers(phrases.correlation.line_levels, levels, r),
            None => table,
        }
    }

    /// That one of the two did not move in the last window up to the end of `x`, where there is one.
    pub(super) fn still(&self, x: Domain, phrases: &Phrases, asset: &str, driver: &str) -> Option<String> {
        let sample = &self.sample;
        let to = sample.days.partition_point(|day| f64::from(day.count()) <= x.hi());
        let pairs = (0..to).rev().map(|at| sample.pair(at)).filter(|pair| pair.iter().all(|change| !change.is_nan()));
        let window: Vec<[f64; 2]> = pairs.take(self.window).collect();
        if window.len() < self.window {
            return None;
        }
        let moved = |which: usize| window.iter().map(|pair| pair[which]).collect();
        moves::still(phrases, [(driver, moved(1)), (asset, moved(0))])
    }

    /// The last full window, and all of what is shown.
    pub(super) fn explained(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Method> {
        let (at, words) = (self.last_shown(x)?, &phrases.correlation);
        let (whole, first, last) = correlate(&self.sample, x, spec.confidence)?;
        let first_shown = self.sample.days[self.sample.days.partition_point(|day| f64::from(day.count()) < x.lo())];
        let confidence = confidence_text(spec.confidence);
        let blanks = [
            ("asset", phrases.name(&self.asset_id, &self.labels.0)),
            ("driver", phrases.name(&self.driver_id, &self.labels.1)),
            ("confidence", &confidence),
            ("n", &text::number(whole.n as f64, 0)),
            ("from", &text::date(phrases, first)),
            ("to", &text::date(phrases, last)),
        ];
        let sample =
            [&phrases.fill(phrases.moves.sample, &blanks), phrases.sentence_gap, &self.sample.alignment.told(phrases)].concat();
        let r = self.changes.values()[at];
        let (low, high) = self.intervals.around(r);
        let mut figures = vec![
            ("r", r),
            ("low", low),
            ("high", high),
            ("whole", whole.estimate),
            ("whole_low", whole.low),
            ("whole_high", whole.high),
            ("n", whole.n as f64),
        ];
        let mut paragraphs = vec![phrases.fill(words.method[0], &blanks), sample];
        let numbers = [
            ("window", self.window.to_string()),
            ("confidence", spec.confidence.to_string()),
            ("from", first_shown.to_string()),
            ("driver", comparable(self.sample.change[1], "levels.iloc[:, 3]")),
            ("asset", comparable(self.sample.change[0], "levels.iloc[:, 4]")),
        ];
        let numbers: Vec<(&str, &str)> = numbers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut snippet = fill(SNIPPET, &numbers);
        if let Some(level) = self.level(spec, at) {
            snippet.push_str(&fill(SNIPPET_LEVELS, &numbers));
            figures.push(("levels", level));
            paragraphs.push(words.method[1].to_owned());
        }
        paragraphs.push(phrases.fill(words.method[2], &[]));
        Some(Method { paragraphs, snippet, figures })
    }
}

/// What a column of levels holds. The yen's strength is in its changes: what is published is yen per dollar, which falls as the yen gains.
fn level_name(phrases: &Phrases, name: &str, change: Change) -> String {
    match change {
        Change::NegatedLogReturn => phrases.timeline.yen_per_dollar.to_owned(),
        Change::LogReturn | Change::BasisPoints | Change::Difference => text::capitalised(name),
    }
}

/// A column of levels as it is correlated.
fn comparable(change: Change, column: &str) -> String {
    let (before, after) = match change {
        Change::LogReturn => ("np.log(", ")"),
        Change::NegatedLogReturn => ("-np.log(", ")"),
        Change::BasisPoints | Change::Difference => ("", ""),
    };
    [before, column, after].concat()
}

const SNIPPET: &str = r#"import numpy as np
import pandas as pd
from scipy.stats import pearsonr

data = pd.read_csv("yenlens.csv", comment='#')  # date, changes of driver and asset, their levels, what is drawn
data["before"] = data["date"].shift(1)
pairs = data.dropna(subset=data.columns[1:3])
last = pairs.iloc[-{window}:]
r = pearsonr(last.iloc[:, 1], last.iloc[:, 2])
low, high = r.confidence_interval({confidence})
print("r", float(r.statistic))
print("low", float(low))
print("high", float(high))
shown = pairs[pairs["before"] >= "{from}"]
whole = pearsonr(shown.iloc[:, 1], shown.iloc[:, 2])
low, high = whole.confidence_interval({confidence})
print("whole", float(whole.statistic))
print("whole_low", float(low))
print("whole_high", float(high))
print("n", len(shown))
"#;

const SNIPPET_LEVELS: &str = r#"levels = data.loc[: last.index[-1]].iloc[-{window}:]
print("levels", float(np.corrcoef({driver}, {asset})[0, 1]))
"#;
