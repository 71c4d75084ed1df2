//! How the figures of the carry trade come about, and a program that returns them.

use std::rc::Rc;

use super::{CALENDAR_PER_TRADING_DAY, Carry, MEASURES};
use crate::market::{LOOKBACK, deviation_interval};
use crate::spec::Spec;
use crate::text::{self, Phrases, fill};
use crate::view::figures::confidence_text;
use crate::view::method::Method;
use crate::view::scale::Domain;
use crate::view::scene::Format;
use crate::view::table::Table;

impl Carry {
    /// The five series on the days they share, from the first one on, whatever is shown: ranks look back. Then what is drawn.
    pub(super) fn rows(&self, x: Domain, phrases: &Phrases) -> Table<'_> {
        let end = self.last(x).map_or(0, |at| at + 1);
        let table = Table::new(end).days(phrases.extras.day, &self.sample.days[..end]);
        let table = MEASURES
            .iter()
            .zip(&self.sample.levels)
            .fold(table, |table, (id, column)| table.numbers(phrases.label(id, id), &column[..end], Format::plain(3)));
        self.panels(x, phrases).into_iter().fold(table, |table, panel| {
            let lines = panel.lines.into_iter().map(|line| (line.label, line.column));
            let layers = panel.layers.into_iter().map(|layer| (layer.label, layer.amount));
            let bands = panel.bands.into_iter().flat_map(|band| band.bounds.into_iter().zip(band.edges.columns().map(Rc::clone)));
            let columns = lines.chain(layers).chain(bands);
            columns.fold(table, |table, (name, column)| table.numbers(name, column.values()[..end].to_vec(), panel.format))
        })
    }

    pub(super) fn explained(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Method> {
        let at = self.last(x)?;
        let (first, words) = (*self.sample.days.first()?, phrases.carry());
        let days = spec.horizon as f64 * CALENDAR_PER_TRADING_DAY;
        let blanks = [
            ("window", self.window.to_string()),
            ("horizon", self.horizon.to_string()),
            ("days", text::number(days, 0)),
            ("lookback", LOOKBACK.to_string()),
            ("confidence", confidence_text(spec.confidence)),
            ("n", text::number((at + 1) as f64, 0)),
            ("from", text::date(phrases, first)),
            ("to", text::date(phrases, self.sample.days[at])),
        ];
        let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let (low, high) = deviation_interval(self.window, spec.confidence);
        let of = |column: &crate::series::Series| column.values()[at];
        let lost = self.lost(at, spec.confidence)?;
        let mut figures = vec![
            ("carry", of(&self.earned)),
            ("volatility", of(&self.volatility)),
            ("volatility_low", of(&self.volatility) * low),
            ("volatility_high", of(&self.volatility) * high),
            ("carry_to_risk", of(&self.to_risk)),
            ("breakeven", of(&self.breakeven)),
            ("lost", lost.lost as f64),
            ("stretches", lost.stretches as f64),
            ("lost_low", lost.low),
            ("lost_high", lost.high),
        ];
        let names = ["surge", "rise", "volatility_20", "vix", "thin_carry"];
        let ranks = names.into_iter().zip(&self.ranks).map(|(name, rank)| (name, of(rank)));
        let total = std::iter::once(("pressure", of(&self.pressure)));
        figures.extend(ranks.chain(total).filter(|(_, value)| !value.is_nan()));
        Some(Method {
            paragraphs: words.method.iter().map(|paragraph| fill(paragraph, &blanks)).collect(),
            snippet: fill(
                SNIPPET,
                &[
                    ("window", &self.window.to_string()),
                    ("horizon", &self.horizon.to_string()),
                    ("days", &days.to_string()),
                    ("lookback", &LOOKBACK.to_string()),
                    ("confidence", &spec.confidence.to_string()),
                ],
            ),
            figures,
        })
    }
}

const SNIPPET: &str = r#"import numpy as np
import pandas as pd
from scipy.stats import chi2
from statsmodels.stats.proportion import proportion_confint

data = pd.read_csv("yenlens.csv", comment='#')  # date, yen per dollar, US and Japanese 2-year yields, JGB 10-year yield, VIX
fx, us, jp, jgb, vix = (data.iloc[:, k] for k in range(1, 6))
window, horizon, lookback, confidence = {window}, {horizon}, {lookback}, {confidence}
returns, carry, tail = np.log(fx).diff(), us - jp, (1 - confidence) / 2


def volatility(days):
    return 100 * np.sqrt(252) * returns.rolling(days).std()


risk = volatility(window).iloc[-1]
breakeven = 100 * np.log1p(carry / 100 * {days} / 365)
print("carry", float(carry.iloc[-1]))
print("volatility", float(risk))
print("volatility_low", float(risk * np.sqrt((window - 1) / chi2.isf(tail, window - 1))))
print("volatility_high", float(risk * np.sqrt((window - 1) / chi2.ppf(tail, window - 1))))
print("carry_to_risk", float(carry.iloc[-1] / risk))
print("breakeven", float(breakeven.iloc[-1]))

ends = np.arange(len(data) - 1, horizon - 1, -horizon)  # stretches set end to end, back from the last day
gains = 100 * np.log(fx.to_numpy()[ends - horizon] / fx.to_numpy()[ends])
lost = int((gains > breakeven.to_numpy()[ends - horizon]).sum())
low, high = proportion_confint(lost, len(ends), 1 - confidence, method="wilson")
print("lost", lost)
print("stretches", len(ends))
print("lost_low", float(low))
print("lost_high", float(high))

parts = {
    "surge": -np.log(fx).diff(5),
    "rise": jgb.diff(10),
    "volatility_20": volatility(20),
    "vix": vix.diff(5),
    "thin_carry": -carry / volatility(20),
}
ranks = {name: 100 * (part.tail(lookback).rank().iloc[-1] - 0.5) / lookback for name, part in parts.items()}
if all(part.tail(lookback).notna().all() for part in parts.values()) and len(data) > lookback + 20:
    for name, rank in ranks.items():
        print(name, float(rank))
    print("pressure", float(np.mean(list(ranks.values()))))
"#;
