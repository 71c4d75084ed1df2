//! What an asset or a driver is made of, and how its change is taken.
//!
//! A measure is a series as it is, a difference of two, or a currency against a basket. Its *level* is what a chart shows; its *change* is what is
//! correlated: a log return in percent for prices and exchange rates, basis points for yields and spreads. The yen is
//! measured by its strength: its change is minus the log return of yen per dollar, positive when the yen gains.

use super::yen_index::yen_index;
use crate::error::{Error, ErrorKind};
use crate::series::{Kind, SeriesMeta};
use crate::stats::transforms;

/// How a change is taken, and in what unit it comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// 100 times the difference of logarithms: percent.
    LogReturn,
    /// Minus that: the strength of the currency in the denominator's place.
    NegatedLogReturn,
    /// 100 times the difference of percentages: basis points.
    BasisPoints,
    /// The difference, in the unit of the level.
    Difference,
}

/// An asset or a driver: the series it is made of and how its change is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    id: String,
    inputs: Vec<String>,
    change: Change,
}

/// Measures that are not simply a series of the data: id, the series, how the change is taken. Two series are subtracted; of
/// more, the first is the currency and the others, with the euro in which all are quoted, its basket of equal weights.
const DERIVED: [(&str, &[&str], Change); 9] = [
    ("dollar", &["eurusd", "eurgbp", "eurchf", "euraud", "eurcad", "eurcny"], Change::LogReturn),
    ("yenindex", &["eurjpy", "eurusd", "eurgbp", "eurchf", "euraud", "eurcad", "eurcny"], Change::LogReturn),
    ("jgb30s10s", &["jgb30y", "jgb10y"], Change::BasisPoints),
    ("jgb40s10s", &["jgb40y", "jgb10y"], Change::BasisPoints),
    ("yen", &["usdjpy"], Change::NegatedLogReturn),
    ("yen_fed", &["usdjpy_fed"], Change::NegatedLogReturn),
    ("spread2y", &["ust2y", "jgb2y"], Change::BasisPoints),
    ("spread10y", &["ust10y", "jgb10y"], Change::BasisPoints),
    ("spread30y", &["ust30y", "jgb30y"], Change::BasisPoints),
];

impl Measure {
    /// The measure of that name; `meta` knows the series of the data.
    ///
    /// # Errors
    /// [`ErrorKind::UnknownSeries`] when neither the data nor the list of derived measures has it.
    pub fn of<'a>(id: &str, meta: impl Fn(&str) -> Option<&'a SeriesMeta>) -> Result<Self, Error> {
        if let Some((_, inputs, change)) = DERIVED.iter().find(|(name, _, _)| *name == id)
            && inputs.iter().all(|input| meta(input).is_some())
        {
            return Ok(Self { id: id.to_owned(), inputs: inputs.iter().map(|s| (*s).to_owned()).collect(), change: *change });
        }
        let known = meta(id).ok_or_else(|| {
            Error::new(ErrorKind::UnknownSeries, format!("expected the name of a series in the data, got \"{id}\""))
        })?;
        let change = match known.kind {
            Kind::Price | Kind::Fx | Kind::Index => Change::LogReturn,
            Kind::Yield => Change::BasisPoints,
            Kind::Volatility | Kind::Holdings | Kind::Positions => Change::Difference,
        };
        Ok(Self { id: id.to_owned(), inputs: vec![id.to_owned()], change })
    }

    /// The names of those that are not simply a series of the data, which has no label for them.
    pub fn derived() -> impl Iterator<Item = &'static str> {
        DERIVED.iter().map(|(id, _, _)| *id)
    }

    /// The name, as in attributes.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The ids of the series it is made of: one, two that are subtracted, or a currency and its basket.
    #[must_use]
    pub fn inputs(&self) -> &[String] {
        &self.inputs
    }

    /// How its change is taken.
    #[must_use]
    pub const fn change(&self) -> Change {
        self.change
    }

    /// The level as a chart shows it, from one column per input; missing where an input is.
    #[must_use]
    pub fn level(&self, columns: &[Vec<f64>]) -> Vec<f64> {
        match columns {
            [only] => only.clone(),
            [minuend, subtrahend] => minuend.iter().zip(subtrahend).map(|(a, b)| a - b).collect(),
            [currency, others @ ..] => {
                let euro = std::iter::once((None, 1.0));
                let basket: Vec<_> = euro.chain(others.iter().map(|rate| (Some(rate.as_slice()), 1.0))).collect();
                // Where not even the first day has every rate, there is no index.
                yen_index(currency, &basket, 0).unwrap_or_else(|_| vec![f64::NAN; currency.len()])
            }
            [] => Vec::new(),
        }
    }

    /// The changes of a level column, one fewer than its values, in percent, basis points or the level's unit.
    #[must_use]
    pub fn changes(&self, level: &[f64]) -> Vec<f64> {
        let mut changes = Vec::new();
        self.change.steps(level, &mut changes);
        changes
    }
}

impl Change {
    /// The change from one level to the next; missing where it cannot be taken.
    #[must_use]
    pub fn between(self, before: f64, now: f64) -> f64 {
        match self {
            Self::LogReturn => 100.0 * transforms::log_return(before, now),
            Self::NegatedLogReturn => -100.0 * transforms::log_return(before, now),
            Self::BasisPoints => transforms::difference(before, now, 100.0),
            Self::Difference => transforms::difference(before, now, 1.0),
        }
    }

    /// The changes from each level to the next, one fewer than there are levels, at the end of `out`.
    pub fn steps(self, level: &[f64], out: &mut Vec<f64>) {
        let (n, from) = (level.len().saturating_sub(1), out.len());
        out.reserve_exact(n);
        let scale = match self {
            Self::LogReturn => 100.0,
            Self::NegatedLogReturn => -100.0,
            Self::BasisPoints | Self::Difference => {
                return out.extend(level.iter().zip(level.iter().skip(1)).map(|(before, now)| self.between(*before, *now)));
            }
        };
        out.resize(from + n, 0.0);
        transforms::log_returns_into(level, scale, &mut out[from..]);
    }

    /// The levels as they are correlated, in place of the changes up to each (the first is passed over): yields as they are, of prices 100
    /// times the logarithm, of the yen minus that. Adding the changes up costs less than as many logarithms and agrees to within
    /// rounding; where one is missing the logarithm is taken. Both columns have the same length.
    pub fn comparable(self, level: &[f64], column: &mut [f64]) {
        let scale = match self {
            Self::LogReturn => 100.0,
            Self::NegatedLogReturn => -100.0,
            Self::BasisPoints | Self::Difference => return column.copy_from_slice(level),
        };
        let log = |v: f64| if v > 0.0 { scale * libm::log(v) } else { f64::NAN };
        let mut now = f64::NAN;
        for (at, (value, place)) in level.iter().zip(column).enumerate() {
            now = if at == 0 || place.is_nan() || now.is_nan() { log(*value) } else { now + *place };
            *place = now;
        }
    }
}
