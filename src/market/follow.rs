//! When did the yen stop following rates: the rolling regression of USD/JPY on the yield spread.

use crate::error::Error;
use crate::stats::rolling;

/// How far USD/JPY followed the spread, columns as long as the input, NaN until the window is full.
#[derive(Debug, Clone, PartialEq)]
pub struct Follow {
    /// Percent of USD/JPY per basis point of spread.
    pub beta: Vec<f64>,
    /// The share of the variance of USD/JPY's changes that the spread explains.
    pub r_squared: Vec<f64>,
    /// The last change of each window less what the spread's change implied, in percent.
    pub residual: Vec<f64>,
    /// The residual over the standard deviation of the window's residuals (two degrees of freedom lost).
    pub standardised: Vec<f64>,
}

/// Regresses the changes of USD/JPY (percent) on those of the spread (basis points) over each window. Missing where a pair
/// in the window is, or where the spread did not move. O(n).
///
/// # Errors
/// When the columns differ in length, or `window` is below 3 or above it.
///
/// ```
/// use yenlens::market::follow;
/// let spread = [1.0, -2.0, 3.0, 0.0, 1.0];
/// let fx = [0.1, -0.2, 0.3, 0.0, 0.5];
/// let f = follow(&fx, &spread, 4)?;
/// assert!((f.beta[3] - 0.1).abs() < 1e-12 && f.residual[4] > 0.1);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn follow(usdjpy_pct: &[f64], spread_bp: &[f64], window: usize) -> Result<Follow, Error> {
    if window < 3 {
        return Err(Error::invalid(format!("window: expected at least 3, got {window}")));
    }
    let beta = rolling::beta(usdjpy_pct, spread_bp, window)?;
    let r = rolling::correlation(usdjpy_pct, spread_bp, window)?;
    let (mean_y, mean_x) = (rolling::mean(usdjpy_pct, window)?, rolling::mean(spread_bp, window)?);
    let std = rolling::std(usdjpy_pct, window)?;
    let at = |t: usize| usdjpy_pct[t] - mean_y[t] - beta[t] * (spread_bp[t] - mean_x[t]);
    let residual: Vec<f64> = (0..beta.len()).map(at).collect();
    let lost = (window as f64 - 1.0) / (window as f64 - 2.0);
    let standardised = (0..beta.len()).map(|t| {
        let deviation = std[t] * f64::sqrt((1.0 - r[t]) * (1.0 + r[t]) * lost);
        if deviation > 0.0 { residual[t] / deviation } else { f64::NAN }
    });
    Ok(Follow { standardised: standardised.collect(), r_squared: r.iter().map(|r| r * r).collect(), residual, beta })
}
