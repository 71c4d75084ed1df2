//! Is the carry trade worth it: what borrowing in yen earns, for what risk, and how little it takes to lose it.
//!
//! Two-year yields stand for what one pays and earns. Everything is in percent; a year has 252 business days for
//! volatility and 365 calendar days for interest.

use crate::error::{Error, ErrorKind};
use crate::stats::distributions::chi_squared_quantile;
use crate::stats::odds::wilson;
use crate::stats::{rolling, transforms};

/// Business days of a year, to annualise a volatility of aligned days.
pub const BUSINESS_DAYS: f64 = 252.0;
/// Calendar days of a year.
pub const CALENDAR_DAYS: f64 = 365.0;

/// The carry trade day by day, columns as long as the input.
#[derive(Debug, Clone, PartialEq)]
pub struct Carry {
    /// US yield less Japanese yield, percentage points a year.
    pub carry: Vec<f64>,
    /// Realised volatility of USD/JPY over the window, percent a year; NaN until the window is full.
    pub volatility: Vec<f64>,
    /// The first over the second.
    pub to_risk: Vec<f64>,
    /// How much the yen may gain over the horizon, in percent, before the carry of that time is lost.
    pub breakeven: Vec<f64>,
}

/// Carry, volatility, carry-to-risk and breakeven from columns on common days: the US and the Japanese yield in percent and
/// yen per dollar. The volatility is the sample deviation of `window` log returns; the horizon is in calendar days. Missing
/// where an input is. O(n).
///
/// # Errors
/// When columns differ in length, or `window` is below 2 or not below the length.
///
/// ```
/// use yenlens::market::carry;
/// let c = carry(&[4.0; 4], &[1.0; 4], &[150.0, 151.5, 150.0, 151.5], 2, 90.0)?;
/// assert_eq!(c.carry[0], 3.0);
/// assert!((c.breakeven[0] - 0.737).abs() < 1e-3 && c.to_risk[3] > 0.0);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn carry(us_pct: &[f64], jp_pct: &[f64], usdjpy: &[f64], window: usize, horizon_days: f64) -> Result<Carry, Error> {
    if us_pct.len() != usdjpy.len() || jp_pct.len() != usdjpy.len() {
        return Err(Error::new(ErrorKind::UnequalLength, "carry: expected yields on the days of usdjpy"));
    }
    if !(horizon_days >= 0.0 && horizon_days.is_finite()) {
        return Err(Error::invalid("horizon: expected a number of days from 0"));
    }
    let carry: Vec<f64> = us_pct.iter().zip(jp_pct).map(|(us, jp)| us - jp).collect();
    let volatility = realised_volatility(usdjpy, window)?;
    let to_risk = carry.iter().zip(&volatility).map(|(c, v)| c / v).collect();
    let breakeven = carry.iter().map(|c| 100.0 * libm::log1p(c / 100.0 * horizon_days / CALENDAR_DAYS)).collect();
    Ok(Carry { carry, volatility, to_risk, breakeven })
}

/// Annualised volatility of a price in percent, as long as the prices: sample deviation of `window` log returns times
/// sqrt(252). O(n).
///
/// # Errors
/// When `window` is below 2 or not below the length.
///
/// ```
/// use yenlens::market::realised_volatility;
/// assert!(realised_volatility(&[100.0, 101.0, 100.0, 101.0], 2)?[2] > 20.0);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn realised_volatility(prices: &[f64], window: usize) -> Result<Vec<f64>, Error> {
    let daily = rolling::std(&transforms::log_returns(prices), window)?;
    let annual = 100.0 * BUSINESS_DAYS.sqrt();
    // Before the first price there is no return.
    Ok(std::iter::once(f64::NAN).chain(daily.iter().map(|s| s * annual)).collect())
}

/// What a deviation of `n` values is to be multiplied by to get the ends of its interval, the lower first: sqrt((n - 1) / q) at
/// the quantiles of the chi-squared distribution, which holds for independent normal returns. NaN below two values.
///
/// ```
/// let (low, high) = yenlens::market::deviation_interval(60, 0.95);
/// assert!((low - 0.848).abs() < 1e-3 && (high - 1.220).abs() < 1e-3);
/// ```
#[must_use]
pub fn deviation_interval(n: usize, confidence: f64) -> (f64, f64) {
    let df = n.saturating_sub(1);
    let at = |upper: f64| f64::sqrt(df as f64 / chi_squared_quantile(upper, df as u32));
    (at(0.5 - confidence / 2.0), at(0.5 + confidence / 2.0))
}

/// How often the carry was lost, see [`carry_lost`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CarryLost {
    /// Stretches in which the yen gained more than the carry earned.
    pub lost: usize,
    /// All stretches.
    pub stretches: usize,
    /// The low end of Wilson's interval for their share.
    pub low: f64,
    /// The high end.
    pub high: f64,
}

/// In how many stretches of `days` days, set end to end back from the last day, the yen gained more than the carry that was
/// to be earned when the stretch began: `breakeven` in percent, as [`carry`] gives it, against the log return. Stretches do not
/// overlap, so that they can be counted as trials; one with a missing value is passed over. `None` when there is none. O(n).
///
/// # Errors
/// When the columns differ in length, `days` is 0, or `confidence` is not within (0, 1).
///
/// ```
/// use yenlens::market::carry_lost;
/// let lost = carry_lost(&[150.0, 149.0, 151.0, 140.0], &[1.0; 4], 1, 0.95)?.unwrap();
/// assert_eq!((lost.lost, lost.stretches), (1, 3));
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn carry_lost(usdjpy: &[f64], breakeven_pct: &[f64], days: usize, confidence: f64) -> Result<Option<CarryLost>, Error> {
    if breakeven_pct.len() != usdjpy.len() {
        return Err(Error::new(ErrorKind::UnequalLength, "carry: expected a breakeven for each day of usdjpy"));
    }
    if days == 0 {
        return Err(Error::invalid("horizon: expected at least 1 day"));
    }
    let (mut lost, mut stretches) = (0, 0);
    let mut end = usdjpy.len().saturating_sub(1);
    while end >= days {
        let begin = end - days;
        let gain = 100.0 * libm::log(usdjpy[begin] / usdjpy[end]);
        if gain.is_finite() && !breakeven_pct[begin].is_nan() {
            stretches += 1;
            lost += usize::from(gain > breakeven_pct[begin]);
        }
        end = begin;
    }
    if stretches == 0 {
        return Ok(None);
    }
    let (low, high) = wilson(lost, stretches, confidence)?;
    Ok(Some(CarryLost { lost, stretches, low, high }))
}
