//! Several columns, each explained by the recent past of all: how much of each one's uncertainty comes from the others, and
//! how a shock travels.

use super::arguments;
use super::causality::lagged;
use super::least_squares::{Design, dot};
use super::regression::complete_rows;
use crate::error::{Error, ErrorKind};

/// A fitted vector autoregression with intercepts.
#[derive(Debug, Clone)]
pub struct VectorAutoregression {
    k: usize,
    /// One k × k matrix per lag, row major: row i holds what each column's past adds to column i.
    lags: Vec<Vec<f64>>,
    intercepts: Vec<f64>,
    covariance: Vec<f64>,
}

/// Who passes uncertainty to whom (Diebold and Yilmaz 2012).
#[derive(Debug, Clone, PartialEq)]
pub struct Connectedness {
    /// k × k, row major: the share of column i's forecast variance that shocks to column j account for. Rows sum to 1.
    pub table: Vec<f64>,
    /// What each column receives from the others.
    pub from: Vec<f64>,
    /// What each passes to the others.
    pub to: Vec<f64>,
    /// What it passes less what it receives.
    pub net: Vec<f64>,
    /// The mean of what is received, in percent.
    pub total: f64,
}

impl VectorAutoregression {
    /// Fits `lags` lags by least squares, as `statsmodels` `VAR(...).fit(lags, trend="c")`. Rows with a missing value are
    /// passed over. O(n (k lags)²).
    ///
    /// # Errors
    /// When there are fewer than two columns, they differ in length, `lags` is 0, too few rows are left, or the lagged
    /// columns are dependent.
    pub fn fit(series: &[&[f64]], lags: usize) -> Result<Self, Error> {
        let k = series.len();
        let (Some(first), true) = (series.first(), k >= 2) else {
            return Err(Error::invalid("series: expected at least two columns"));
        };
        let n = first.len();
        if series.iter().any(|s| s.len() != n) {
            return Err(Error::new(ErrorKind::UnequalLength, "series: expected columns of one length"));
        }
        arguments::count("lags", lags, 1, n.saturating_sub(1))?;
        arguments::work("lags", n.saturating_mul(k * lags).saturating_mul(k * lags), super::MAX_WORK)?;
        // The present of all first, then one lag of all after the other.
        let mut columns: Vec<&[f64]> = series.iter().map(|s| &s[lags..]).collect();
        for lag in 1..=lags {
            columns.extend(series.iter().flat_map(|s| lagged(s, [lag].into_iter(), lags)));
        }
        let (_, mut present) = complete_rows(columns[0], &columns)?;
        let past = present.split_off(k);
        let design = Design::new(past, present[0].len(), true)?;
        let fits: Vec<_> = present.iter().map(|y| design.fit(y)).collect();
        let df = design.degrees_of_freedom();
        let covariance = fits.iter().flat_map(|a| fits.iter().map(move |b| dot(&a.residuals, &b.residuals) / df)).collect();
        let matrix = |lag: usize| fits.iter().flat_map(|f| f.coefficients[1 + lag * k..].iter().take(k).copied()).collect();
        Ok(Self {
            k,
            lags: (0..lags).map(matrix).collect(),
            intercepts: fits.iter().map(|f| f.coefficients[0]).collect(),
            covariance,
        })
    }

    /// The coefficients in the layout of `statsmodels` `params`: a row for the intercepts, then one per lag and column, each
    /// with what it adds to every column.
    #[must_use]
    pub fn coefficients(&self) -> Vec<f64> {
        let k = self.k;
        let past = self.lags.iter().flat_map(|m| (0..k).flat_map(move |from| (0..k).map(move |to| m[to * k + from])));
        self.intercepts.iter().copied().chain(past).collect()
    }

    /// The covariance of the residuals, k × k, over rows less coefficients per equation.
    #[must_use]
    pub fn residual_covariance(&self) -> &[f64] {
        &self.covariance
    }

    /// The response of every column to a unit of news in each, `steps` matrices from step 0 on.
    fn moving_average(&self, steps: usize) -> Vec<Vec<f64>> {
        let k = self.k;
        let mut psi: Vec<Vec<f64>> = Vec::with_capacity(steps);
        for step in 0..steps {
            let mut next = vec![0.0; k * k];
            if step == 0 {
                (0..k).for_each(|i| next[i * k + i] = 1.0);
            }
            for (a, before) in self.lags.iter().zip(psi.iter().rev()) {
                let product = times(before, a, k);
                next.iter_mut().zip(product).for_each(|(n, p)| *n += p);
            }
            psi.push(next);
        }
        psi
    }

    /// Orthogonal impulse responses, steps 0 to `horizon`: matrix h, at row i and column j, is the response of column i after
    /// h steps to one standard deviation of the j-th shock, the columns ordered as given (Cholesky), as `statsmodels`
    /// `irf(horizon).orth_irfs`. All NaN when the residuals are dependent.
    ///
    /// # Errors
    /// When the work exceeds the bound.
    ///
    /// ```
    /// use yenlens::stats::vector_autoregression::VectorAutoregression;
    /// let x: Vec<f64> = (0..90).map(|t| f64::from(t * t % 17)).collect();
    /// let y: Vec<f64> = (0..90).map(|t| f64::from(t * t % 17 + t * t * t % 5)).collect();
    /// let responses = VectorAutoregression::fit(&[&x, &y], 1)?.impulse_responses(4)?;
    /// assert!(responses.len() == 5 && responses[0][1] == 0.0);
    /// # Ok::<(), yenlens::Error>(())
    /// ```
    pub fn impulse_responses(&self, horizon: usize) -> Result<Vec<Vec<f64>>, Error> {
        self.check_horizon(horizon)?;
        let root = cholesky(&self.covariance, self.k);
        Ok(self.moving_average(horizon + 1).iter().map(|m| times(m, &root, self.k)).collect())
    }

    /// The generalised decomposition of the forecast variance over `horizon` steps (Pesaran and Shin 1998), rows scaled to
    /// sum to 1. It does not depend on the order of the columns.
    ///
    /// # Errors
    /// When `horizon` is 0 or the work exceeds the bound.
    pub fn connectedness(&self, horizon: usize) -> Result<Connectedness, Error> {
        arguments::count("horizon", horizon, 1, usize::MAX)?;
        self.check_horizon(horizon)?;
        let (k, sigma) = (self.k, &self.covariance);
        let mut table = vec![0.0; k * k];
        for m in self.moving_average(horizon) {
            let shocks = times(&m, sigma, k);
            table.iter_mut().zip(shocks).for_each(|(cell, s)| *cell += s * s);
        }
        for i in 0..k {
            let row = &mut table[i * k..(i + 1) * k];
            row.iter_mut().enumerate().for_each(|(j, cell)| *cell /= sigma[j * k + j]);
            let sum: f64 = row.iter().sum();
            for cell in row {
                *cell /= sum;
            }
        }
        let off = |pick: &dyn Fn(usize, usize) -> usize, i: usize| -> f64 {
            (0..k).filter(|j| *j != i).map(|j| table[pick(i, j)]).sum()
        };
        let from: Vec<f64> = (0..k).map(|i| off(&|i, j| i * k + j, i)).collect();
        let to: Vec<f64> = (0..k).map(|i| off(&|i, j| j * k + i, i)).collect();
        let net = to.iter().zip(&from).map(|(t, f)| t - f).collect();
        let total = 100.0 * from.iter().sum::<f64>() / k as f64;
        Ok(Connectedness { table, from, to, net, total })
    }

    fn check_horizon(&self, horizon: usize) -> Result<(), Error> {
        let work = horizon.saturating_mul(self.lags.len()).saturating_mul(self.k * self.k * self.k);
        arguments::work("horizon", work, super::MAX_WORK / 10)
    }
}

/// Who passes uncertainty to whom (Diebold and Yilmaz 2012): of the error of forecasting each column `horizon` steps ahead by a
/// vector autoregression, the share that comes from shocks to each of the others. The generalised decomposition (Pesaran and
/// Shin 1998) does not depend on the order of the columns. Rows with a missing value are passed over. O(n (k lags)²) for k
/// columns.
///
/// # Errors
/// When there are fewer than two columns, they differ in length, `lags` or `horizon` is 0, too few rows are left, the lagged
/// columns are dependent, or the work exceeds the bound.
///
/// ```
/// use yenlens::stats::vector_autoregression::connectedness;
/// let x: Vec<f64> = (0..90).map(|t| f64::from(t * t % 17)).collect();
/// let y: Vec<f64> = (0..90).map(|t| f64::from(t * t % 17 + t * t * t % 5)).collect();
/// let c = connectedness(&[&x, &y], 1, 10)?;
/// assert!(c.total > 10.0 && (c.table[0] + c.table[1] - 1.0).abs() < 1e-12);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn connectedness(series: &[&[f64]], lags: usize, horizon: usize) -> Result<Connectedness, Error> {
    VectorAutoregression::fit(series, lags)?.connectedness(horizon)
}

/// The orthogonal impulse responses of a vector autoregression of `lags` lags, one k × k matrix for each step from 0 to
/// `horizon`, row major: at row i and column j stands the response of series i, after so many steps, to one standard deviation
/// of the j-th shock. Shocks are told apart by the order of the series (Cholesky; Sims 1980): those of an earlier one move a later one
/// at once, not the other way round. As `statsmodels` `VAR.fit(lags).irf(horizon).orth_irfs`; all NaN when the residuals are
/// dependent. O(n (k lags)² + horizon lags k³) for k series.
///
/// # Errors
/// When there are fewer than two series, they differ in length, `lags` is 0, too few rows are left, the lagged series are
/// dependent, or the work exceeds the bound.
///
/// ```
/// use yenlens::stats::vector_autoregression::impulse_responses;
/// let x: Vec<f64> = (0..90).map(|t| f64::from(t * t % 17)).collect();
/// let y: Vec<f64> = (0..90).map(|t| f64::from(t * t % 17 + t * t * t % 5)).collect();
/// let responses = impulse_responses(&[&x, &y], 1, 4)?;
/// assert!(responses.len() == 5 && responses[0][1] == 0.0);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn impulse_responses(series: &[&[f64]], lags: usize, horizon: usize) -> Result<Vec<Vec<f64>>, Error> {
    VectorAutoregression::fit(series, lags)?.impulse_responses(horizon)
}

/// The product of two k × k matrices, row major.
fn times(a: &[f64], b: &[f64], k: usize) -> Vec<f64> {
    let cell = |i: usize, j: usize| (0..k).map(|m| a[i * k + m] * b[m * k + j]).sum();
    (0..k * k).map(|at| cell(at / k, at % k)).collect()
}

/// The lower root of a covariance; NaN where it is not positive.
fn cholesky(a: &[f64], k: usize) -> Vec<f64> {
    let mut root = vec![0.0; k * k];
    for i in 0..k {
        for j in 0..=i {
            let sum: f64 = (0..j).map(|m| root[i * k + m] * root[j * k + m]).sum();
            let rest = a[i * k + j] - sum;
            root[i * k + j] = if i > j {
                rest / root[j * k + j]
            } else if rest > 0.0 {
                rest.sqrt()
            } else {
                f64::NAN
            };
        }
    }
    root
}
