//! The pressure and its parts as a picture: day by day over a few weeks, means of weeks, months or quarters over a longer range,
//! each a step, with the lowest and the highest day of it. A mean is that of its whole period, so that it does not depend on the
//! range shown. What is drawn is what the readout, the table and the CSV hold.

use std::rc::Rc;

use super::{Carry, INKS};
use crate::series::{Day, Series};
use crate::text::{Phrases, fill};
use crate::view::scale::Domain;
use crate::view::scene::{Band, Edges, Format, Ink, Layer, Line, Panel};

/// So many steps have room on a phone, five pixels each; of quarters there may be more.
const STEPS: f64 = 40.0;

/// What a step of the stack stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    Day,
    Week,
    Month,
    Quarter,
}

impl Period {
    /// The shortest of which a range has no more than [`STEPS`]; quarters where none has so few.
    pub(super) fn of(x: Domain) -> Self {
        let steps = |days: f64| x.span() / days;
        match () {
            () if steps(1.0) <= STEPS => Self::Day,
            () if steps(7.0) <= STEPS => Self::Week,
            () if steps(30.5) <= STEPS => Self::Month,
            () => Self::Quarter,
        }
    }

    /// What its means are called; a day has none.
    pub(super) fn means(self, phrases: &Phrases) -> Option<&'static str> {
        let at = [Self::Week, Self::Month, Self::Quarter].iter().position(|period| *period == self)?;
        Some(phrases.carry().means[at])
    }

    /// A number that the days of one period share with no other's. Weeks begin on Monday.
    fn number(self, day: Day) -> i32 {
        let (year, month, _) = day.ymd();
        let month = 12 * year + month as i32 - 1;
        match self {
            Self::Day => day.count(),
            Self::Week => (day.count() + 3).div_euclid(7),
            Self::Month => month,
            Self::Quarter => month.div_euclid(3),
        }
    }
}

/// What is drawn of the pressure.
#[derive(Debug)]
pub(super) struct Stack {
    period: Period,
    /// The mean ranks of the parts, then that of the pressure.
    means: Vec<Rc<Series>>,
    /// Where each part begins, and where the last one ends.
    edges: Vec<Rc<Series>>,
    /// The lowest and the highest day of each period.
    ends: [Rc<Series>; 2],
}

impl Carry {
    /// The stack over the range, kept until it is another one's.
    pub(super) fn stacked(&self, x: Domain) -> Rc<Stack> {
        let period = Period::of(x);
        let known = self.stack.borrow().clone().filter(|stack| stack.period == period);
        known.unwrap_or_else(|| {
            let made = Rc::new(self.steps(period));
            *self.stack.borrow_mut() = Some(Rc::clone(&made));
            made
        })
    }

    fn steps(&self, period: Period) -> Stack {
        let days = self.pressure.days();
        // The days are those of the pressure, so that the columns cannot differ in length.
        let column = |values: Vec<f64>| Rc::new(self.pressure.with_values(values).unwrap_or_default());
        let each = |of: &Series, told: fn(&[f64]) -> f64| {
            let steps = days.chunk_by(|a, b| period.number(*a) == period.number(*b));
            let mut values = Vec::with_capacity(days.len());
            for step in steps {
                let inside = &of.values()[values.len()..values.len() + step.len()];
                let known: Vec<f64> = inside.iter().copied().filter(|v| !v.is_nan()).collect();
                let value = told(&known);
                values.extend(inside.iter().map(|v| if v.is_nan() { f64::NAN } else { value }));
            }
            column(values)
        };
        let mean = |of: &[f64]| of.iter().sum::<f64>() / of.len() as f64;
        let means: Vec<Rc<Series>> = self.ranks.iter().chain([&self.pressure]).map(|of| each(of, mean)).collect();
        let mut edges = vec![column(self.pressure.values().iter().map(|v| v * 0.0).collect())];
        for part in &means[..self.ranks.len()] {
            let below = edges.last().map_or(&[][..], |edge| edge.values());
            let top = below.iter().zip(part.values()).map(|(below, part)| below + part / self.ranks.len() as f64).collect();
            edges.push(column(top));
        }
        let lowest = |of: &[f64]| of.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = |of: &[f64]| of.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let ends = [each(&self.pressure, lowest), each(&self.pressure, highest)];
        Stack { period, means, edges, ends }
    }

    /// The mean that is drawn at an index and the days behind it, with what such means are called; `None` where days are drawn.
    pub(super) fn drawn_mean(&self, at: usize, x: Domain, phrases: &Phrases) -> Option<(&'static str, f64, usize)> {
        let stack = self.stacked(x);
        let (called, days) = (stack.period.means(phrases)?, self.pressure.days());
        let number = stack.period.number(days[at]);
        let inside = |other: &usize| stack.period.number(days[*other]) == number && !self.pressure.values()[*other].is_nan();
        Some((called, stack.means.last()?.values()[at], (0..days.len()).filter(inside).count()))
    }

    /// The pressure and its parts.
    pub(super) fn panel_of_pressure(&self, x: Domain, phrases: &Phrases) -> Panel {
        let (words, stack) = (phrases.carry(), self.stacked(x));
        let [parts @ .., total] = &stack.means[..] else {
            return Panel::new(String::new(), Domain::new(0.0, 100.0), Format::plain(0));
        };
        let layer = |(at, amount): (usize, &Rc<Series>)| Layer {
            label: words.parts[at].to_owned(),
            tag: words.tags[at].to_owned(),
            amount: Rc::clone(amount),
            low: Rc::clone(&stack.edges[at]),
            high: Rc::clone(&stack.edges[at + 1]),
            ink: INKS[at],
        };
        let called = stack.period.means(phrases);
        let named = |days: &str, means: &str| called.map_or_else(|| days.to_owned(), |called| fill(means, &[("means", called)]));
        let band = || Band {
            label: words.days_of_step.to_owned(),
            bounds: words.ends_of_step.map(str::to_owned),
            edges: Edges::Columns(Rc::clone(&stack.ends[0]), Rc::clone(&stack.ends[1])),
            quiet_over: None,
            ink: Ink::Headline,
        };
        let key = if called.is_some() { "pressure_mean" } else { "pressure" };
        Panel {
            weight: 1.5,
            bands: called.map(|_| band()).into_iter().collect(),
            layers: parts.iter().enumerate().map(layer).collect(),
            lines: vec![Line::new(key, named(words.line_pressure, words.line_mean), total, Ink::Headline)],
            ..Panel::new(named(words.panel_pressure, words.panel_pressure_mean), Domain::new(0.0, 100.0), Format::plain(0))
        }
    }
}
