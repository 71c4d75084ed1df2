//! Guards before anything is made of levels: has the column a unit root, do two columns keep to each other?

use super::arguments;
use super::causality::lagged;
use super::distributions::{chi_squared_upper, normal_cdf};
use super::least_squares::{Design, dot};
use super::moments::{is_flat, squares};
use super::regression::{complete_rows, long_run_sum};
use crate::error::{Error, ErrorKind};

/// A statistic and its p-value, both NaN when the data do not settle them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Test {
    /// The statistic.
    pub statistic: f64,
    /// The probability of one so extreme under the null hypothesis.
    pub p_value: f64,
}

/// The augmented Dickey-Fuller test with a constant and a fixed number of lags; null hypothesis: a unit root. P-values by
/// the response surface of `MacKinnon` (1994), as `statsmodels` `adfuller(x, lags, autolag=None)`. Rows with a missing value
/// are passed over. O(n lags²).
///
/// # Errors
/// When too few rows are left for the lags, or the column does not move.
///
/// ```
/// use yenlens::stats::stationarity::adf;
/// let noise: Vec<f64> = (0..80).map(|t| f64::from(t * t % 31)).collect();
/// assert!(adf(&noise, 1)?.p_value < 0.01);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn adf(x: &[f64], lags: usize) -> Result<Test, Error> {
    let statistic = dickey_fuller(x, lags, true)?;
    Ok(Test { statistic, p_value: mackinnon(statistic, &ONE) })
}

/// The t statistic of the level in the regression of the change on it and on lagged changes.
fn dickey_fuller(x: &[f64], lags: usize, constant: bool) -> Result<f64, Error> {
    if x.len() < 3 {
        return Err(Error::new(ErrorKind::TooFewObservations, format!("x: expected at least 3 values, got {}", x.len())));
    }
    arguments::count("lags", lags, 0, x.len() - 2)?;
    arguments::work("lags", x.len().saturating_mul(lags + 1).saturating_mul(lags + 1), super::MAX_WORK)?;
    let changes: Vec<f64> = x.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let mut columns = lagged(&changes, 1..=lags, lags);
    // The level comes last, so that the rest are taken out of it.
    columns.push(&x[lags..x.len() - 1]);
    let (y, columns) = complete_rows(&changes[lags..], &columns)?;
    let design = Design::new(columns, y.len(), constant)?;
    let fit = design.fit(&y);
    let error = f64::sqrt(fit.rss / design.degrees_of_freedom() * design.unit_variances()[design.count() - 1]);
    Ok(fit.coefficients[design.count() - 1] / error)
}

/// The test of Kwiatkowski, Phillips, Schmidt and Shin (1992) around a level; null hypothesis: stationary. The p-value is
/// read between the published critical values and so lies from 0.01 to 0.10, as `statsmodels` `kpss(x, "c", lags)`.
/// Missing values are passed over. O(n lags).
///
/// # Errors
/// When `lags` is not below the number of values.
///
/// ```
/// use yenlens::stats::stationarity::kpss;
/// let trend: Vec<f64> = (0..80).map(f64::from).collect();
/// assert_eq!(kpss(&trend, 4)?.p_value, 0.01);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn kpss(x: &[f64], lags: usize) -> Result<Test, Error> {
    let Some(e) = deviations(x, lags)? else { return Ok(MISSING) };
    let n = e.len() as f64;
    let mut level = 0.0;
    let walked: f64 = e
        .iter()
        .map(|v| {
            level += v;
            level * level
        })
        .sum();
    let variance = long_run_sum(&e, lags);
    if variance <= 0.0 {
        return Ok(MISSING);
    }
    let statistic = walked / n / variance;
    let between = CRITICAL.iter().zip(&CRITICAL[1..]).find(|(_, (right, _))| statistic <= *right);
    let p_value = between
        .map_or(0.01, |((left, high), (right, low))| (high + (statistic - left) / (right - left) * (low - high)).min(0.10));
    Ok(Test { statistic, p_value })
}

/// The test of Ljung and Box (1978) that the first `lags` autocorrelations are zero, as `statsmodels` `acorr_ljungbox`.
/// Missing values are passed over. O(n lags).
///
/// # Errors
/// When `lags` is 0 or not below the number of values.
///
/// ```
/// use yenlens::stats::stationarity::ljung_box;
/// let wave: Vec<f64> = (0..80).map(|t| f64::from(t % 8)).collect();
/// assert!(ljung_box(&wave, 8)?.p_value < 1e-6);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn ljung_box(x: &[f64], lags: usize) -> Result<Test, Error> {
    arguments::count("lags", lags, 1, u32::MAX as usize)?;
    let Some(e) = deviations(x, lags)? else { return Ok(MISSING) };
    let n = e.len();
    let variance = dot(&e, &e);
    let sum = (1..=lags).map(|lag| {
        let r = dot(&e[lag..], &e[..n - lag]) / variance;
        r * r / (n - lag) as f64
    });
    let statistic = n as f64 * (n as f64 + 2.0) * sum.sum::<f64>();
    Ok(Test { statistic, p_value: chi_squared_upper(statistic, lags as u32) })
}

/// The test of Engle and Granger (1987) whether y keeps to x in the long run: the unit-root test of the residual of y on x,
/// as `statsmodels` `coint(y, x, "c", maxlag=lags, autolag=None)`; null hypothesis: it does not. O(n lags²).
///
/// # Errors
/// When the columns differ in length, too few rows are left for the lags, or x does not move.
///
/// ```
/// use yenlens::stats::stationarity::engle_granger;
/// let x: Vec<f64> = (0..80).map(|t| f64::from(t * 3 + t * t % 11)).collect();
/// let y: Vec<f64> = x.iter().zip(0..).map(|(v, t)| 2.0 * v + f64::from(t * t * t % 7)).collect();
/// assert!(engle_granger(&y, &x, 1)?.p_value < 0.01);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn engle_granger(y: &[f64], x: &[f64], lags: usize) -> Result<Test, Error> {
    let (y, columns) = complete_rows(y, &[x])?;
    let fit = Design::new(columns, y.len(), true)?.fit(&y);
    // A perfect fit leaves rounding, which is no series to test.
    if fit.rss <= 1e-24 * fit.tss {
        return Ok(MISSING);
    }
    let statistic = dickey_fuller(&fit.residuals, lags, false)?;
    Ok(Test { statistic, p_value: mackinnon(statistic, &TWO) })
}

/// Critical values of the level-stationarity test with their probabilities (Kwiatkowski and others 1992, table 1).
const CRITICAL: [(f64, f64); 4] = [(0.347, 0.10), (0.463, 0.05), (0.574, 0.025), (0.739, 0.01)];

const MISSING: Test = Test { statistic: f64::NAN, p_value: f64::NAN };

/// Deviations from the mean of the values that are there; `None` when flat.
fn deviations(x: &[f64], lags: usize) -> Result<Option<Vec<f64>>, Error> {
    let x: Vec<f64> = x.iter().copied().filter(|v| v.is_finite()).collect();
    if lags >= x.len() {
        return Err(Error::new(
            ErrorKind::TooFewObservations,
            format!("lags: expected less than the {} values, got {lags}", x.len()),
        ));
    }
    arguments::work("lags", x.len().saturating_mul(lags), super::MAX_WORK)?;
    let Some((sum, n, mean)) = squares(&x) else { return Ok(None) };
    Ok((!is_flat(sum, n as f64, mean)).then(|| x.iter().map(|v| v - mean).collect()))
}

/// `MacKinnon`'s (1994) approximation of a distribution by the normal of a polynomial in the statistic: one for the far tail,
/// one for the rest.
struct Surface {
    least: f64,
    split: f64,
    greatest: f64,
    tail: [f64; 3],
    body: [f64; 4],
}

/// One column, with a constant.
const ONE: Surface = Surface {
    least: -18.83,
    split: -1.61,
    greatest: 2.74,
    tail: [2.1659, 1.4412, 0.038_269],
    body: [1.7339, 0.932_02, -0.127_45, -0.010_368],
};

/// Two columns, with a constant.
const TWO: Surface = Surface {
    least: -18.86,
    split: -2.62,
    greatest: 0.92,
    tail: [2.92, 1.5012, 0.039_796],
    body: [2.1945, 0.646_95, -0.291_98, -0.042_377],
};

fn mackinnon(statistic: f64, surface: &Surface) -> f64 {
    if statistic > surface.greatest {
        return 1.0;
    }
    if statistic < surface.least {
        return 0.0;
    }
    let polynomial = |terms: &[f64]| terms.iter().rev().fold(0.0, |sum, c| sum * statistic + c);
    normal_cdf(if statistic <= surface.split { polynomial(&surface.tail) } else { polynomial(&surface.body) })
}
