//! How hard the conditions press on the yen carry trade, 0 to 100.

use super::carry::{carry, realised_volatility};
use crate::error::Error;
use crate::stats::rank::rolling_percentile;

/// Days over which the yen's surge and the change of the VIX are taken.
pub const SURGE_DAYS: usize = 5;
/// Days over which the rise of the JGB yield is taken.
pub const RISE_DAYS: usize = 10;
/// Returns in the realised volatility.
pub const VOLATILITY_DAYS: usize = 20;
/// The trailing lookback of the ranks unless told: two years of business days.
pub const LOOKBACK: usize = 504;

/// What the pressure is made of, columns on common days.
#[derive(Debug, Clone, Copy)]
pub struct Inputs<'a> {
    /// Yen per dollar.
    pub usdjpy: &'a [f64],
    /// JGB 10-year yield, percent.
    pub jgb10y: &'a [f64],
    /// VIX.
    pub vix: &'a [f64],
    /// US 2-year yield, percent.
    pub us2y: &'a [f64],
    /// JGB 2-year yield, percent.
    pub jgb2y: &'a [f64],
}

/// The pressure and its components, each a percentile rank (0 to 100) within the trailing lookback; columns as long as the
/// inputs, NaN until the lookback is full and where something in it is missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Pressure {
    /// The mean of the five.
    pub total: Vec<f64>,
    /// The yen's gain over 5 days.
    pub surge: Vec<f64>,
    /// The JGB 10-year yield's rise over 10 days.
    pub rise: Vec<f64>,
    /// Realised volatility of USD/JPY over 20 days.
    pub volatility: Vec<f64>,
    /// The change of the VIX over 5 days.
    pub vix: Vec<f64>,
    /// Minus carry-to-risk: the less the carry pays for its risk, the higher.
    pub carry: Vec<f64>,
}

/// Ranks each component among its own last `lookback` values. Only the past enters: a value never changes when the visible
/// range does or later days arrive. O(n · lookback).
///
/// # Errors
/// When the columns differ in length or are not longer than the lookback and the days each component needs.
///
/// ```
/// use yenlens::market::{pressure, Inputs};
/// let wave = |step: f64| (0..90).map(|t| 100.0 + (f64::from(t) * step).sin()).collect::<Vec<f64>>();
/// let (fx, yields, vix) = (wave(0.3), wave(0.2), wave(0.5));
/// let inputs = Inputs { usdjpy: &fx, jgb10y: &yields, vix: &vix, us2y: &yields, jgb2y: &vix };
/// let p = pressure(inputs, 50)?;
/// assert!(p.total[68].is_nan() && (0.0..=100.0).contains(&p.total[89]));
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn pressure(inputs: Inputs<'_>, lookback: usize) -> Result<Pressure, Error> {
    let Inputs { usdjpy, jgb10y, vix, us2y, jgb2y } = inputs;
    let trade = carry(us2y, jgb2y, usdjpy, VOLATILITY_DAYS, 0.0)?;
    if jgb10y.len() != usdjpy.len() || vix.len() != usdjpy.len() {
        return Err(Error::new(crate::error::ErrorKind::UnequalLength, "pressure: expected columns of one length"));
    }
    let log: Vec<f64> = usdjpy.iter().map(|v| if *v > 0.0 { libm::log(*v) } else { f64::NAN }).collect();
    let weaker: Vec<f64> = change_over(&log, SURGE_DAYS);
    let rank = |raw: &[f64]| rolling_percentile(raw, lookback);
    let surge = rank(&negated(&weaker))?;
    let rise = rank(&change_over(jgb10y, RISE_DAYS))?;
    let volatility = rank(&realised_volatility(usdjpy, VOLATILITY_DAYS)?)?;
    let vix = rank(&change_over(vix, SURGE_DAYS))?;
    let carry = rank(&negated(&trade.to_risk))?;
    let total = (0..usdjpy.len()).map(|t| (surge[t] + rise[t] + volatility[t] + vix[t] + carry[t]) / 5.0).collect();
    Ok(Pressure { total, surge, rise, volatility, vix, carry })
}

/// The change over so many days, as long as the column, NaN at its beginning.
fn change_over(x: &[f64], days: usize) -> Vec<f64> {
    let changes = x.iter().zip(x.iter().skip(days)).map(|(before, now)| now - before);
    std::iter::repeat_n(f64::NAN, days.min(x.len())).chain(changes).collect()
}

fn negated(x: &[f64]) -> Vec<f64> {
    x.iter().map(|v| -v).collect()
}
