//! Exponentially weighted volatility and correlation, as `RiskMetrics` (1996) takes them: zero mean, so that the weights
//! fall on the products themselves.
//!
//! Every state starts as the mean of the first 30 products and then follows s = λ s + (1 - λ) x y. A missing product leaves
//! the state as it was and gives a missing figure at its own place.

use super::arguments;
use super::correlation::ratio;
use crate::error::Error;

/// How many products make the first state.
pub const SEED: usize = 30;

/// Volatility of returns, the root of the weighted mean square, in units of the returns: as long as they are, NaN before
/// the 30th. O(n).
///
/// # Errors
/// When `lambda` does not lie strictly between 0 and 1.
///
/// ```
/// use yenlens::stats::ewma;
/// let s = ewma::volatility(&[0.01; 40], 0.94)?;
/// assert!(s[28].is_nan() && (s[29] - 0.01).abs() < 1e-15);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn volatility(returns: &[f64], lambda: f64) -> Result<Vec<f64>, Error> {
    states(returns, returns, lambda, |_, xx, _| libm::sqrt(xx))
}

/// Correlation of x and y with zero means: as long as they are, NaN before the 30th, and where either has not moved.
/// O(n).
///
/// # Errors
/// When the columns differ in length or `lambda` does not lie strictly between 0 and 1.
///
/// ```
/// use yenlens::stats::ewma;
/// let x: Vec<f64> = (0..40).map(|t| f64::from(t % 3) - 1.0).collect();
/// assert!((ewma::correlation(&x, &x, 0.94)?[39] - 1.0).abs() < 1e-15);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn correlation(x: &[f64], y: &[f64], lambda: f64) -> Result<Vec<f64>, Error> {
    arguments::same_length(["x", "y"], x, y)?;
    states(x, y, lambda, |xy, xx, yy| if xx > 0.0 && yy > 0.0 { ratio(xy, xx, yy) } else { f64::NAN })
}

/// `figure(xy, xx, yy)` of the three states after each pair.
fn states(x: &[f64], y: &[f64], lambda: f64, figure: impl Fn(f64, f64, f64) -> f64) -> Result<Vec<f64>, Error> {
    if !(lambda > 0.0 && lambda < 1.0) {
        return Err(Error::invalid("lambda: expected a number above 0 and below 1, such as 0.94"));
    }
    let fresh = 1.0 - lambda;
    let (mut xy, mut xx, mut yy, mut seen) = (0.0, 0.0, 0.0, 0);
    Ok(x.iter()
        .zip(y)
        .map(|(a, b)| {
            if !(a.is_finite() && b.is_finite()) {
                return f64::NAN;
            }
            seen += 1;
            let (keep, take) = if seen <= SEED { (1.0, 1.0 / SEED as f64) } else { (lambda, fresh) };
            xy = keep * xy + take * (a * b);
            xx = keep * xx + take * (a * a);
            yy = keep * yy + take * (b * b);
            if seen < SEED { f64::NAN } else { figure(xy, xx, yy) }
        })
        .collect())
}
