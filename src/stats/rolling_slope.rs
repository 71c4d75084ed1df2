//! The slope of one column on another over every window, with the interval that Newey-West errors give it.

use super::arguments;
use super::distributions::student_quantile;
use super::moments::FLAT;
use super::regression::{automatic_lags, long_run_sum};
use crate::error::{Error, ErrorKind};

/// Slopes and their intervals, columns as long as the input, NaN until the window is full.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Slopes {
    /// Change of the response per unit of the regressor.
    pub slope: Vec<f64>,
    /// The low ends of the intervals.
    pub low: Vec<f64>,
    /// The high ends.
    pub high: Vec<f64>,
}

/// Regresses `y` on `x` and an intercept over each window: what [`ols`](super::regression::ols) gives with Newey-West errors
/// of automatic lags and the small-sample correction, the interval by Student's t, as `statsmodels`
/// `OLS.fit(cov_type="HAC", use_t=True)` gives it, without solving anew for each window. Missing where a value in the window is, or
/// where `x` stood still. O(n · window · lags).
///
/// # Errors
/// When the columns differ in length, `window` is below 4 or above it, or `confidence` is not within (0, 1).
///
/// ```
/// use yenlens::stats::rolling_slope::slopes;
/// let x: Vec<f64> = (0..40).map(|t| f64::from(t * t % 7)).collect();
/// let y: Vec<f64> = x.iter().zip(0..).map(|(v, t)| 2.0 * v + f64::from(t % 3)).collect();
/// let s = slopes(&y, &x, 30, 0.95)?;
/// assert!(s.slope[28].is_nan() && s.low[29] < 2.0 && 2.0 < s.high[29]);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn slopes(y: &[f64], x: &[f64], window: usize, confidence: f64) -> Result<Slopes, Error> {
    if x.len() != y.len() {
        return Err(Error::new(ErrorKind::UnequalLength, "slopes: expected two columns of one length"));
    }
    arguments::window(window, x.len())?;
    if window < 4 || !(confidence > 0.0 && confidence < 1.0) {
        return Err(Error::invalid("slopes: expected a window of at least 4 and a confidence above 0 and below 1"));
    }
    let n = window as f64;
    let (lags, quantile) = (automatic_lags(window), student_quantile(confidence, n - 2.0));
    let missing = vec![f64::NAN; x.len()];
    let mut all = Slopes { slope: missing.clone(), low: missing.clone(), high: missing };
    let (mut centred, mut scores) = (vec![0.0; window], vec![0.0; window]);
    for end in window..=x.len() {
        let (xs, ys) = (&x[end - window..end], &y[end - window..end]);
        let (mean_x, mean_y) = (xs.iter().sum::<f64>() / n, ys.iter().sum::<f64>() / n);
        let (mut sxx, mut sxy) = (0.0, 0.0);
        for ((x, y), centred) in xs.iter().zip(ys).zip(&mut centred) {
            *centred = x - mean_x;
            sxx += *centred * *centred;
            sxy += *centred * (y - mean_y);
        }
        let slope = sxy / sxx;
        // What is missing makes the sums so, and a comparison with it fails.
        if !(sxx > n * FLAT * FLAT * mean_x * mean_x && slope.is_finite()) {
            continue;
        }
        for ((score, centred), y) in scores.iter_mut().zip(&centred).zip(ys) {
            *score = centred * (y - mean_y - slope * centred);
        }
        let half = quantile * f64::sqrt(long_run_sum(&scores, lags) * n / (n - 2.0)) / sxx;
        (all.slope[end - 1], all.low[end - 1], all.high[end - 1]) = (slope, slope - half, slope + half);
    }
    Ok(all)
}
