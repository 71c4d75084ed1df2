//! What the carry trade says, in sentences.

use std::rc::Rc;

use super::{Carry, unwound};
use crate::market::{CarryLost, carry_lost};
use crate::series::Series;
use crate::spec::Spec;
use crate::stats::standing::standing;
use crate::text::{self, Phrases, fill};
use crate::view::figures::confidence_text;
use crate::view::scale::Domain;

impl Carry {
    /// How often the yen's gain ate the carry, over stretches of the horizon up to the day at `at`.
    pub(super) fn lost(&self, at: usize, confidence: f64) -> Option<CarryLost> {
        let usdjpy = &self.sample.levels[0][..=at];
        carry_lost(usdjpy, &self.breakeven.values()[..=at], self.horizon, confidence).ok().flatten()
    }

    pub(super) fn finding(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> String {
        let words = phrases.carry();
        let (window, horizon) = (self.window.to_string(), self.horizon.to_string());
        let Some(at) = self.last(x) else { return fill(words.too_few, &[("window", &window)]) };
        let first = self.to_risk.values().iter().position(|v| !v.is_nan()).unwrap_or(at);
        let told = |column: &Rc<Series>| {
            let value = column.values()[at];
            let rank = standing(&column.values()[first..=at], value).map(|rank| text::number(rank, 0)).unwrap_or_default();
            (text::number(value, 2), rank)
        };
        let (carry, carry_rank) = told(&self.earned);
        let (to_risk, to_risk_rank) = told(&self.to_risk);
        let volatility_rank = told(&self.volatility).1;
        let volatility = text::number(self.volatility.values()[at], 1);
        let [low, high] = [0, 1].map(|end| text::number(self.volatility_band[end].values()[at], 1));
        let confidence = confidence_text(spec.confidence);
        let dated = |at: usize| text::date(phrases, self.sample.days[at]);
        let mut sentences = vec![fill(
            if self.earned.values()[at] < 0.0 { words.finding_negative } else { words.finding },
            &[
                ("date", &dated(at)),
                ("from", &dated(first)),
                ("carry", &carry),
                ("carry_rank", &carry_rank),
                ("volatility", &volatility),
                ("volatility_rank", &volatility_rank),
                ("confidence", &confidence),
                ("interval", &fill(phrases.interval, &[("low", &low), ("high", &high)])),
                ("n", &window),
                ("to_risk", &to_risk),
                ("to_risk_rank", &to_risk_rank),
            ],
        )];
        if let Some(lost) = self.lost(at, spec.confidence) {
            let share = |share: f64| text::percent(share);
            let interval = fill(phrases.interval, &[("low", &share(lost.low)), ("high", &share(lost.high))]);
            sentences.push(fill(
                words.finding_breakeven,
                &[
                    ("horizon", &horizon),
                    ("breakeven", &text::number(self.breakeven.values()[at], 2)),
                    ("lost", &text::number(lost.lost as f64, 0)),
                    ("stretches", &text::number(lost.stretches as f64, 0)),
                    ("share", &share(lost.lost as f64 / lost.stretches as f64)),
                    ("confidence", &confidence),
                    ("interval", &interval),
                ],
            ));
        }
        sentences.extend(self.finding_pressure(at, phrases));
        sentences.join(phrases.sentence_gap)
    }

    /// How hard conditions press, what most of all, and how hard they pressed in August 2024.
    fn finding_pressure(&self, at: usize, phrases: &Phrases) -> Option<String> {
        let (words, total) = (phrases.carry(), self.pressure.values()[at]);
        let rank = standing(&self.pressure.values()[..=at], total)?;
        let heaviest = (0..5).max_by(|a, b| self.ranks[*a].values()[at].total_cmp(&self.ranks[*b].values()[at]))?;
        let mut told = fill(
            words.finding_pressure,
            &[
                ("pressure", &text::number(total, 0)),
                ("rank", &text::number(rank, 0)),
                ("part", words.causes[heaviest]),
                ("part_rank", &text::number(self.ranks[heaviest].values()[at], 0)),
            ],
        );
        let today = self.sample.days[at];
        if let Some(day) = unwound().filter(|day| *day < today)
            && let Some(then) = self.pressure.on(day)
        {
            let (date, then) = (text::date(phrases, day), text::number(then, 0));
            told.push_str(phrases.sentence_gap);
            told.push_str(&fill(words.finding_unwound, &[("date", &date), ("then", &then)]));
        }
        Some(told)
    }
}
