//! How a response unfolds after a shock, one regression per step and no model of the whole (Jordà 2005).

use super::arguments;
use super::causality::lagged;
use super::distributions::normal_two_sided;
use super::least_squares::Design;
use super::regression::{automatic_lags, complete_rows, newey_west};
use crate::error::Error;

/// A response per unit of the shock, steps 0 to the horizon, with a band.
#[derive(Debug, Clone, PartialEq)]
pub struct LocalProjection {
    /// The coefficient on the shock at each step.
    pub response: Vec<f64>,
    /// Its standard error, robust to the overlap of the steps.
    pub standard_errors: Vec<f64>,
    /// The low end of the normal interval.
    pub low: Vec<f64>,
    /// The high end.
    pub high: Vec<f64>,
}

/// Regresses the response `h` steps ahead, for h from 0 to `horizon`, on the shock, an intercept, and `lags` lags of both.
/// Errors are Newey and West's with the larger of h and the automatic lags, without a small-sample factor (as
/// `statsmodels` HAC). Rows with a missing value are passed over. O(horizon n lags²).
///
/// # Errors
/// When the columns differ in length, too few rows are left, or the regressors are dependent.
///
/// ```
/// use yenlens::stats::local_projection::local_projection;
/// let shock: Vec<f64> = (0..90).map(|t| f64::from(t * t % 17)).collect();
/// let late: Vec<f64> = (0..90).map(|t| if t == 0 { 0.0 } else { shock[t - 1] + f64::from(t as u32 * 7 % 5) }).collect();
/// let path = local_projection(&shock, &late, 2, 1, 0.95)?;
/// assert!((path.response[1] - 1.0).abs() < 0.2 && path.response[0].abs() < 0.2);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn local_projection(
    shock: &[f64],
    response: &[f64],
    horizon: usize,
    lags: usize,
    confidence: f64,
) -> Result<LocalProjection, Error> {
    arguments::same_length(["shock", "response"], shock, response)?;
    arguments::confidence(confidence)?;
    let n = shock.len();
    arguments::count("lags", lags, 0, n.saturating_sub(1))?;
    arguments::count("horizon", horizon, 0, n.saturating_sub(lags + 1))?;
    let k = 1 + 2 * lags;
    arguments::work("horizon", (horizon + 1).saturating_mul(n).saturating_mul(k).saturating_mul(k), super::MAX_WORK)?;
    let z = normal_two_sided(confidence);
    let mut out = LocalProjection { response: Vec::new(), standard_errors: Vec::new(), low: Vec::new(), high: Vec::new() };
    for step in 0..=horizon {
        let rows = n - lags - step;
        let mut columns = lagged(shock, 0..=lags, lags);
        columns.extend(lagged(response, 1..=lags, lags));
        let columns: Vec<&[f64]> = columns.iter().map(|c| &c[..rows]).collect();
        let (y, columns) = complete_rows(&response[lags + step..], &columns)?;
        let design = Design::new(columns, y.len(), true)?;
        let fit = design.fit(&y);
        let memory = step.max(automatic_lags(y.len())).min(y.len() - 1);
        let error = f64::sqrt(newey_west(&design, &fit, memory)?[1]);
        let b = fit.coefficients[1];
        out.response.push(b);
        out.standard_errors.push(error);
        out.low.push(b - z * error);
        out.high.push(b + z * error);
    }
    Ok(out)
}
