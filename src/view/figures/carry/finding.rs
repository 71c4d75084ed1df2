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

    /// What the trade earned for its risk on the last day of `x`, and where that stands.
    pub(super) fn finding(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> String {
        let (words, window) = (phrases.carry(), self.window.to_string());
        let Some(at) = self.last(x) else { return fill(words.too_few, &[("window", &window)]) };
        let [low, high] = [0, 1].map(|end| text::number(self.to_risk_band[end].values()[at], 2));
        let told = fill(
            if self.earned.values()[at] < 0.0 { words.finding_negative } else { words.finding },
            &[
                ("date", &text::date(phrases, self.sample.days[at])),
                ("carry", &text::number(self.earned.values()[at], 2)),
                ("to_risk", &text::number(self.to_risk.values()[at], 2)),
                ("confidence", &confidence_text(spec.confidence)),
                ("interval", &fill(phrases.interval, &[("low", &low), ("high", &high)])),
                ("n", &window),
            ],
        );
        let since = text::date(phrases, self.sample.days[self.first(at)]);
        let rank = fill(words.finding_rank, &[("from", &since), ("to_risk_rank", &self.rank(&self.to_risk, at))]);
        [&told, phrases.sentence_gap, &rank].concat()
    }

    /// The first day on which the trade is known.
    fn first(&self, at: usize) -> usize {
        self.to_risk.values().iter().position(|v| !v.is_nan()).unwrap_or(at)
    }

    /// The percent of days up to the one at `at` on which a column was lower.
    fn rank(&self, column: &Rc<Series>, at: usize) -> String {
        let value = column.values()[at];
        standing(&column.values()[self.first(at)..=at], value).map(|rank| text::number(rank, 0)).unwrap_or_default()
    }

    /// How high carry and risk stand, how easily the carry is lost, and how hard conditions press.
    pub(super) fn more(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Vec<String> {
        let words = phrases.carry();
        let Some(at) = self.last(x) else { return Vec::new() };
        let [low, high] = [0, 1].map(|end| text::number(self.volatility_band[end].values()[at], 1));
        let confidence = confidence_text(spec.confidence);
        let mut lines = vec![fill(
            words.more_risk,
            &[
                ("from", &text::date(phrases, self.sample.days[self.first(at)])),
                ("carry_rank", &self.rank(&self.earned, at)),
                ("volatility", &text::number(self.volatility.values()[at], 1)),
                ("volatility_rank", &self.rank(&self.volatility, at)),
                ("confidence", &confidence),
                ("interval", &fill(phrases.interval, &[("low", &low), ("high", &high)])),
                ("n", &self.window.to_string()),
            ],
        )];
        if let Some(lost) = self.lost(at, spec.confidence) {
            let share = |share: f64| text::percent(share);
            let interval = fill(phrases.interval, &[("low", &share(lost.low)), ("high", &share(lost.high))]);
            lines.push(fill(
                words.more_breakeven,
                &[
                    ("horizon", &self.horizon.to_string()),
                    ("breakeven", &text::number(self.breakeven.values()[at], 2)),
                    ("lost", &text::number(lost.lost as f64, 0)),
                    ("stretches", &text::number(lost.stretches as f64, 0)),
                    ("share", &share(lost.lost as f64 / lost.stretches as f64)),
                    ("confidence", &confidence),
                    ("interval", &interval),
                ],
            ));
        }
        lines.extend(self.pressing(at, x, phrases));
        lines
    }

    /// How hard conditions press, what most of all, what is drawn of it, and how hard they pressed in August 2024.
    fn pressing(&self, at: usize, x: Domain, phrases: &Phrases) -> Option<String> {
        let (words, total) = (phrases.carry(), self.pressure.values()[at]);
        let rank = standing(&self.pressure.values()[..=at], total)?;
        let heaviest = (0..5).max_by(|a, b| self.ranks[*a].values()[at].total_cmp(&self.ranks[*b].values()[at]))?;
        let mut told = fill(
            words.more_pressure,
            &[
                ("pressure", &text::number(total, 0)),
                ("rank", &text::number(rank, 0)),
                ("part", words.causes[heaviest]),
                ("part_rank", &text::number(self.ranks[heaviest].values()[at], 0)),
            ],
        );
        if let Some((means, mean, days)) = self.drawn_mean(at, x, phrases) {
            let blanks = [("means", means), ("mean", &*text::number(mean, 0)), ("n", &days.to_string())];
            told.push_str(phrases.sentence_gap);
            told.push_str(&fill(words.more_mean, &blanks));
        }
        let today = self.sample.days[at];
        if let Some(day) = unwound().filter(|day| *day < today)
            && let Some(then) = self.pressure.on(day)
        {
            let (date, then) = (text::date(phrases, day), text::number(then, 0));
            told.push_str(phrases.sentence_gap);
            told.push_str(&fill(words.more_unwound, &[("date", &date), ("then", &then)]));
        }
        Some(told)
    }
}
