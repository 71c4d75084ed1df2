//! Whether the past of one column helps to tell the next value of another.

use super::arguments;
use super::distributions::f_upper;
use super::least_squares::Design;
use super::regression::complete_rows;
use crate::error::Error;

/// An F test of lagged regressors.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Granger {
    /// The fall of the residual sum of squares per added lag over the residual variance; NaN when nothing is left over.
    pub f_statistic: f64,
    /// The probability of so large an F when the past of the cause does not matter.
    pub p_value: f64,
    /// The number of lags.
    pub df_numerator: usize,
    /// Complete rows less the coefficients of the larger regression.
    pub df_denominator: usize,
}

/// Granger's test (1969): the effect on its own `lags` against its own and the cause's, with intercepts, as `statsmodels`
/// `grangercausalitytests` (`ssr_ftest`). Rows with a missing value are passed over. O(n lags²).
///
/// # Errors
/// When the columns differ in length, `lags` is 0, too few rows are left, or the lagged columns are dependent.
///
/// ```
/// use yenlens::stats::causality::granger;
/// let cause: Vec<f64> = (0..60).map(|t| f64::from(t * t % 13)).collect();
/// let effect: Vec<f64> = (0..60).map(|t| if t == 0 { 0.0 } else { cause[t - 1] + f64::from(t as u32 * 7 % 5) }).collect();
/// assert!(granger(&cause, &effect, 1)?.p_value < 1e-6);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn granger(cause: &[f64], effect: &[f64], lags: usize) -> Result<Granger, Error> {
    arguments::same_length(["cause", "effect"], cause, effect)?;
    arguments::count("lags", lags, 1, effect.len().saturating_sub(1))?;
    arguments::work("lags", effect.len().saturating_mul(4 * lags).saturating_mul(lags), super::MAX_WORK)?;
    let mut columns = lagged(effect, 1..=lags, lags);
    columns.extend(lagged(cause, 1..=lags, lags));
    let (y, columns) = complete_rows(&effect[lags..], &columns)?;
    let design = Design::new(columns, y.len(), true)?;
    let fit = design.fit(&y);
    let (d1, d2) = (lags as f64, design.degrees_of_freedom());
    // What the cause adds comes last, so that its share of squares needs no difference of two large sums.
    let added: f64 = fit.projections[lags..].iter().map(|p| p * p).sum();
    let f_statistic = if fit.rss > 0.0 { (added / d1) / (fit.rss / d2) } else { f64::NAN };
    Ok(Granger { f_statistic, p_value: f_upper(f_statistic, d1, d2), df_numerator: lags, df_denominator: d2 as usize })
}

/// The column as it was each number of steps ago, for the rows from `first` on.
pub(super) fn lagged(x: &[f64], lags: impl Iterator<Item = usize>, first: usize) -> Vec<&[f64]> {
    lags.map(|lag| &x[first - lag..x.len() - lag]).collect()
}
