//! Regression with classical or autocorrelation-robust errors, and correlation given controls.

use super::arguments;
use super::correlation;
use super::distributions::student_two_sided;
use super::least_squares::{Design, Fit, dot};
use crate::error::{Error, ErrorKind};

/// How many autocovariances the robust errors take in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lags {
    /// floor(4 (n / 100)^(2/9)), the rule of Newey and West (1994).
    Auto,
    /// So many; 0 gives errors robust to heteroskedasticity alone.
    Fixed(usize),
}

/// Where the standard errors come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Errors {
    /// Equal variance, no autocorrelation.
    #[default]
    Classical,
    /// Newey and West (1987): Bartlett weights over autocovariances.
    NeweyWest {
        /// How many autocovariances.
        lags: Lags,
        /// Whether the variance is multiplied by n / (n - k), for small samples.
        small_sample: bool,
    },
}

/// A fitted regression. Where there is an intercept, it comes first in every list.
#[derive(Debug, Clone, PartialEq)]
pub struct Regression {
    /// In units of y per unit of the regressor.
    pub coefficients: Vec<f64>,
    /// One for each coefficient.
    pub standard_errors: Vec<f64>,
    /// Coefficient over standard error.
    pub t_statistics: Vec<f64>,
    /// Two-sided, by Student's t with n - k degrees of freedom.
    pub p_values: Vec<f64>,
    /// The share of y's variance that is explained; of its squares, when there is no intercept. NaN for a constant y.
    pub r_squared: f64,
    /// The same, corrected for the number of regressors.
    pub adjusted_r_squared: f64,
    /// Sum of squared residuals over n - k.
    pub residual_variance: f64,
    /// How many rows had every value.
    pub n: usize,
}

/// Ordinary least squares of y on the regressors, over the rows that have every value.
///
/// By an orthogonal decomposition and never by normal equations; agrees with `statsmodels` `OLS` and its
/// `get_robustcov_results("HAC")`. Robust errors treat the rows kept as consecutive. O(n k² + n k lags).
///
/// # Errors
/// When lengths differ, there are too few complete rows, a regressor is a combination of the others, or the lags reach n.
///
/// ```
/// use yenlens::stats::regression::{Errors, ols};
/// let fit = ols(&[1.0, 3.0, 5.0, 7.0], &[&[0.0, 1.0, 2.0, 3.0]], true, Errors::Classical)?;
/// assert!((fit.coefficients[0] - 1.0).abs() < 1e-12 && (fit.coefficients[1] - 2.0).abs() < 1e-12);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn ols(y: &[f64], regressors: &[&[f64]], intercept: bool, errors: Errors) -> Result<Regression, Error> {
    if regressors.is_empty() && !intercept {
        return Err(Error::invalid("regressors: expected at least one column where there is no intercept"));
    }
    let (y, columns) = complete_rows(y, regressors)?;
    let n = y.len();
    let design = Design::new(columns, n, intercept)?;
    let fit = design.fit(&y);
    let df = design.degrees_of_freedom();
    let residual_variance = fit.rss / df;
    let variances: Vec<f64> = match errors {
        Errors::Classical => design.unit_variances().iter().map(|v| v * residual_variance).collect(),
        Errors::NeweyWest { lags, small_sample } => {
            let lags = match lags {
                Lags::Auto => automatic_lags(n),
                Lags::Fixed(lags) => lags,
            };
            let scale = if small_sample { n as f64 / df } else { 1.0 };
            newey_west(&design, &fit, lags)?.iter().map(|v| v * scale).collect()
        }
    };
    let standard_errors: Vec<f64> = variances.iter().map(|v| f64::sqrt(*v)).collect();
    let t_statistics: Vec<f64> = fit.coefficients.iter().zip(&standard_errors).map(|(b, s)| b / s).collect();
    let p_values = t_statistics.iter().map(|t| student_two_sided(*t, df)).collect();
    let r_squared = if fit.tss > 0.0 { 1.0 - fit.rss / fit.tss } else { f64::NAN };
    let total_df = n as f64 - f64::from(u8::from(intercept));
    Ok(Regression {
        adjusted_r_squared: 1.0 - (1.0 - r_squared) * total_df / df,
        coefficients: fit.coefficients,
        standard_errors,
        t_statistics,
        p_values,
        r_squared,
        residual_variance,
        n,
    })
}

/// The lags of [`Lags::Auto`] for n observations.
///
/// ```
/// assert_eq!(yenlens::stats::regression::automatic_lags(260), 4);
/// ```
#[must_use]
pub fn automatic_lags(n: usize) -> usize {
    // 4 (n / 100)^(2/9) reaches L when (n / 100)^2 reaches (L / 4)^9; asked that way, no rounding of a root decides.
    let hundreds = n as f64 / 100.0;
    let reaches = |lags: &usize| {
        let quarter = *lags as f64 / 4.0;
        let cube = quarter * quarter * quarter;
        cube * cube * cube <= hundreds * hundreds
    };
    (1..=n).take_while(reaches).count()
}

/// The robust variance of each coefficient: the Bartlett-weighted long-run variance of its scores.
pub(super) fn newey_west(design: &Design, fit: &Fit, lags: usize) -> Result<Vec<f64>, Error> {
    let n = fit.residuals.len();
    arguments::count("hacLags", lags, 0, n - 1)?;
    arguments::work("hacLags", n.saturating_mul(lags).saturating_mul(design.count()), super::MAX_WORK)?;
    let scores = design.influence().into_iter().map(|mut column| {
        column.iter_mut().zip(&fit.residuals).for_each(|(c, e)| *c *= e);
        column
    });
    Ok(scores.map(|s| long_run_sum(&s, lags)).collect())
}

/// The sum of squares of a column plus twice its lagged products with Bartlett weights; never negative.
pub(super) fn long_run_sum(column: &[f64], lags: usize) -> f64 {
    let lagged = (1..=lags.min(column.len().saturating_sub(1))).map(|l| {
        let weight = 1.0 - l as f64 / (lags as f64 + 1.0);
        2.0 * weight * dot(&column[l..], &column[..column.len() - l])
    });
    (dot(column, column) + lagged.sum::<f64>()).max(0.0)
}

/// The correlation of x and y once the controls are taken out of both: of the residuals of their regressions on them, with
/// an intercept, over the rows that have every value. NaN when the controls leave nothing of x or y. O(n k²).
///
/// # Errors
/// When lengths differ, there are too few complete rows, or a control is a combination of the others.
///
/// ```
/// use yenlens::stats::regression::partial_correlation;
/// let control = [1.0, 2.0, 3.0, 4.0, 5.0];
/// let r = partial_correlation(&[1.0, 2.5, 2.5, 4.5, 5.0], &[1.0, 1.5, 3.5, 3.5, 5.0], &[&control])?;
/// assert!(r < -0.9);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn partial_correlation(x: &[f64], y: &[f64], controls: &[&[f64]]) -> Result<f64, Error> {
    let mut columns = vec![y];
    columns.extend(controls);
    let (x, mut columns) = complete_rows(x, &columns)?;
    let y = columns.remove(0);
    let design = Design::new(columns, x.len(), true)?;
    let (x, y) = (design.fit(&x), design.fit(&y));
    let explained = |fit: &Fit| fit.rss <= 1e-24 * fit.tss;
    if explained(&x) || explained(&y) {
        return Ok(f64::NAN);
    }
    Ok(correlation::ratio(dot(&x.residuals, &y.residuals), x.rss, y.rss))
}

/// A response and its regressors over the rows where all are finite.
pub(super) fn complete_rows(y: &[f64], columns: &[&[f64]]) -> Result<(Vec<f64>, Vec<Vec<f64>>), Error> {
    if let Some((at, c)) = columns.iter().enumerate().find(|(_, c)| c.len() != y.len()) {
        return Err(Error::new(
            ErrorKind::UnequalLength,
            format!("regressors: expected columns as long as y, {}, but column {} has {}", y.len(), at + 1, c.len()),
        ));
    }
    let rows: Vec<usize> = (0..y.len()).filter(|t| y[*t].is_finite() && columns.iter().all(|c| c[*t].is_finite())).collect();
    let pick = |c: &[f64]| rows.iter().map(|t| c[*t]).collect::<Vec<f64>>();
    Ok((pick(y), columns.iter().map(|c| pick(c)).collect()))
}
