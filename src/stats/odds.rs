//! Shares of days, with the uncertainty that a count carries.

use super::arguments;
use super::correlation::complete_pairs;
use super::distributions::normal_two_sided;
use super::rank::sorted;
use crate::error::{Error, ErrorKind};

/// Wilson's interval for a share (1927), as `statsmodels` `proportion_confint(method="wilson")`: the low and the high end.
///
/// # Errors
/// When there are no trials, more successes than trials, or `confidence` is not within (0, 1).
///
/// ```
/// let (low, high) = yenlens::stats::odds::wilson(7, 10, 0.95)?;
/// assert!((low - 0.396_8).abs() < 1e-4 && (high - 0.892_2).abs() < 1e-4);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn wilson(successes: usize, trials: usize, confidence: f64) -> Result<(f64, f64), Error> {
    arguments::confidence(confidence)?;
    arguments::count("trials", trials, 1, usize::MAX)?;
    arguments::count("successes", successes, 0, trials)?;
    let (n, z) = (trials as f64, normal_two_sided(confidence));
    let share = successes as f64 / n;
    let z2 = z * z;
    let centre = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = z / (1.0 + z2 / n) * f64::sqrt(share * (1.0 - share) / n + z2 / (4.0 * n * n));
    // At the ends the bound is the end itself; the difference would leave a rounding error.
    let low = if successes == 0 { 0.0 } else { centre - half };
    let high = if successes == trials { 1.0 } else { centre + half };
    Ok((low, high))
}

/// How often the one fell on the days on which the other surged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Conditional {
    /// The driver's change from which a day counts as a surge.
    pub threshold: f64,
    /// How many days surged.
    pub days: usize,
    /// On how many of them the return was negative.
    pub falls: usize,
    /// `falls / days`.
    pub share: f64,
    /// The low end of Wilson's interval for that share.
    pub low: f64,
    /// The high end.
    pub high: f64,
    /// The share of falls over all days.
    pub unconditional: f64,
}

/// The share of falls of `returns` on the days when `driver` was among its highest `tail` (0.05 for the worst 5 %), against
/// the share over all days. Days with a missing value are passed over; a day at the threshold counts. O(n log n).
///
/// # Errors
/// When the columns differ in length, `tail` or `confidence` is not within (0, 1), or no day is complete.
///
/// ```
/// use yenlens::stats::odds::conditional;
/// let yen = [0.0, 0.1, 2.0, 0.2, 3.0];
/// let btc = [0.01, 0.02, -0.05, 0.01, -0.03];
/// let odds = conditional(&yen, &btc, 0.4, 0.95)?;
/// assert_eq!((odds.days, odds.falls, odds.unconditional), (2, 2, 0.4));
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn conditional(driver: &[f64], returns: &[f64], tail: f64, confidence: f64) -> Result<Conditional, Error> {
    arguments::same_length(["driver", "returns"], driver, returns)?;
    if !(tail > 0.0 && tail < 1.0) {
        return Err(Error::invalid("threshold: expected a share above 0 and below 1, such as 0.05"));
    }
    let (driver, returns) = complete_pairs(driver, returns);
    if driver.is_empty() {
        return Err(Error::new(ErrorKind::TooFewObservations, "driver: expected at least one day with both values"));
    }
    let n = driver.len();
    // At least one day, at most all.
    let kept = (f64::floor(tail * n as f64 + 1e-9) as usize).clamp(1, n);
    let threshold = sorted(&driver)[n - kept];
    let surged = driver.iter().zip(&returns).filter(|(d, _)| **d >= threshold);
    let (days, falls) = surged.fold((0, 0), |(days, falls), (_, r)| (days + 1, falls + usize::from(*r < 0.0)));
    let (low, high) = wilson(falls, days, confidence)?;
    let unconditional = returns.iter().filter(|r| **r < 0.0).count() as f64 / n as f64;
    Ok(Conditional { threshold, days, falls, share: falls as f64 / days as f64, low, high, unconditional })
}

/// A correlation from a stretch of high volatility, as it would read at normal volatility (Forbes and Rigobon 2002):
/// r / sqrt(1 + d (1 - r²)), where 1 + d is the variance of the driver in the stretch over its variance outside.
///
/// # Errors
/// When `r` is not within [-1, 1] or `variance_ratio` is not positive and finite.
///
/// ```
/// let calm = yenlens::stats::odds::forbes_rigobon(0.6, 4.0)?;
/// assert!((calm - 0.6 / (1.0_f64 + 3.0 * 0.64).sqrt()).abs() < 1e-15);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn forbes_rigobon(r: f64, variance_ratio: f64) -> Result<f64, Error> {
    super::correlation::within_unit(r)?;
    if !(variance_ratio > 0.0 && variance_ratio.is_finite()) {
        return Err(Error::invalid("varianceRatio: expected a positive number"));
    }
    Ok((r / f64::sqrt(1.0 + (variance_ratio - 1.0) * (1.0 - r) * (1.0 + r))).clamp(-1.0, 1.0))
}
