//! Who moves first, and what clocks that stop at different hours hide.

use super::arguments;
use super::distributions::normal_two_sided;
use super::least_squares::dot;
use super::moments::{is_flat, squares};
use crate::error::Error;

/// Correlation of x `k` steps earlier with y, for k from `-max_lag` to `max_lag`: 2 · `max_lag` + 1 values, the one of
/// k = 0 in the middle; above it x leads.
///
/// Moments are those of the whole sample (sums divided by n, as `statsmodels` `ccf`), so that the bars are comparable; a
/// product with a missing or infinite end counts as nothing. All NaN when either is flat. O(n · `max_lag`).
///
/// # Errors
/// When the columns differ in length, `max_lag` is not below it, or the work exceeds the bound.
///
/// ```
/// use yenlens::stats::lead_lag::cross_correlation;
/// let x = [0.0, 1.0, 0.0, 0.0, -1.0, 0.0, 0.0, 1.0, -1.0, 0.0];
/// let y = [0.0, 0.0, 1.0, 0.0, 0.0, -1.0, 0.0, 0.0, 1.0, -1.0];
/// let bars = cross_correlation(&x, &y, 2)?;
/// assert!(bars[3] > 0.9 && bars[2] < 0.1);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn cross_correlation(x: &[f64], y: &[f64], max_lag: usize) -> Result<Vec<f64>, Error> {
    arguments::same_length(["x", "y"], x, y)?;
    let n = x.len();
    if n == 0 || max_lag >= n {
        return Err(Error::invalid(format!("maxLag: expected less than the {n} observations, got {max_lag}")));
    }
    let bars = 2 * max_lag + 1;
    arguments::work("maxLag", n.saturating_mul(bars), super::MAX_WORK)?;
    let (Some((a, sxx)), Some((b, syy))) = (deviations(x), deviations(y)) else {
        return Ok(vec![f64::NAN; bars]);
    };
    let scale = 1.0 / (sxx.sqrt() * syy.sqrt());
    Ok((0..bars)
        .map(|bar| {
            let sum = if bar >= max_lag { dot(&a, &b[bar - max_lag..]) } else { dot(&a[max_lag - bar..], &b) };
            (sum * scale).clamp(-1.0, 1.0)
        })
        .collect())
}

/// Deviations from the mean, 0 where missing or infinite, and their sum of squares; `None` when flat.
fn deviations(x: &[f64]) -> Option<(Vec<f64>, f64)> {
    let (sum, n, mean) = squares(x)?;
    let deviation = |v: &f64| if v.is_finite() { v - mean } else { 0.0 };
    (!is_flat(sum, n as f64, mean)).then(|| (x.iter().map(deviation).collect(), sum))
}

/// Half the width of the band around zero in which bars of n independent pairs stay with the given confidence:
/// z / sqrt(n), 1.96 / sqrt(n) for 0.95.
///
/// # Errors
/// When `n` is 0 or `confidence` is not within (0, 1).
///
/// ```
/// let half = yenlens::stats::lead_lag::band(100, 0.95)?;
/// assert!((half - 0.195_996).abs() < 1e-6);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn band(n: usize, confidence: f64) -> Result<f64, Error> {
    arguments::count("n", n, 1, usize::MAX)?;
    arguments::confidence(confidence)?;
    Ok(normal_two_sided(confidence) / f64::sqrt(n as f64))
}

/// The sum of the bars at k = -1, 0 and 1, from what [`cross_correlation`] returned; NaN when it holds fewer than three.
///
/// Where two daily closes lie hours apart, part of a same-day relation falls on the neighbouring days; the sum gathers it
/// (Scholes and Williams 1977).
///
/// ```
/// assert!((yenlens::stats::lead_lag::asynchrony_sum(&[0.9, 0.1, 0.2, 0.3, 0.9]) - 0.6).abs() < 1e-15);
/// ```
#[must_use]
pub fn asynchrony_sum(bars: &[f64]) -> f64 {
    let middle = bars.len() / 2;
    if middle == 0 { f64::NAN } else { bars[middle - 1] + bars[middle] + bars[middle + 1] }
}
