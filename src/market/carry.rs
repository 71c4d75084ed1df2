//! Is the carry trade worth it: what borrowing in yen earns, for what risk, and how little it takes to lose it.
//!
//! Two-year yields stand for what one pays and earns. Everything is in percent; a year has 252 business days for
//! volatility and 365 calendar days for interest.

use crate::error::{Error, ErrorKind};
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
