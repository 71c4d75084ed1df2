//! What happened around an event beyond what the market explains, and whether any other week looked as striking.

use std::ops::Range;

use super::arguments;
use super::bootstrap::percentile;
use super::distributions::student_quantile;
use super::moments;
use super::random::Draws;
use super::rank::sorted;
use super::regression::{Errors, ols};
use crate::error::{Error, ErrorKind};

/// The abnormal returns around one event (`MacKinlay` 1997, the market model).
#[derive(Debug, Clone, PartialEq)]
pub struct EventStudy {
    /// Intercept of the market model over the estimation window.
    pub alpha: f64,
    /// Slope on the market.
    pub beta: f64,
    /// Standard deviation of its residuals, with two degrees of freedom lost.
    pub sigma: f64,
    /// Return less what the model expects, over the event window; NaN where either is missing.
    pub abnormal: Vec<f64>,
    /// Their sum.
    pub cumulative: f64,
    /// The sum over sigma · sqrt(how many were summed).
    pub t_statistic: f64,
}

/// Fits the market model on the estimation window and measures the event window against it. Windows are half-open ranges
/// of indices. Missing pairs are passed over. O(n).
///
/// # Errors
/// When the columns differ in length, a window is empty or leaves them, the windows overlap, or the estimation window has
/// fewer than three complete pairs or a flat market.
///
/// ```
/// use yenlens::stats::event_study::event_study;
/// let market = [0.01, -0.02, 0.01, 0.0, 0.02, 0.0];
/// let returns = [0.02, -0.04, 0.021, 0.001, 0.04, -0.10];
/// let study = event_study(&returns, &market, 0..5, 5..6)?;
/// assert!((study.cumulative + 0.10).abs() < 0.001 && study.t_statistic < -10.0);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn event_study(returns: &[f64], market: &[f64], estimation: Range<usize>, event: Range<usize>) -> Result<EventStudy, Error> {
    arguments::same_length(["returns", "market"], returns, market)?;
    for (name, window) in [("estimation", &estimation), ("event", &event)] {
        if window.start >= window.end || window.end > returns.len() {
            return Err(Error::invalid(format!(
                "{name}: expected a range [from, to) within the {} observations, got [{}, {})",
                returns.len(),
                window.start,
                window.end
            )));
        }
    }
    if estimation.start < event.end && event.start < estimation.end {
        return Err(Error::invalid("event: expected a range that does not overlap the estimation range"));
    }
    let model = ols(&returns[estimation.clone()], &[&market[estimation]], true, Errors::Classical)?;
    let (alpha, beta) = (model.coefficients[0], model.coefficients[1]);
    let sigma = model.residual_variance.sqrt();
    let expected = |m: f64| alpha + beta * m;
    let abnormal = returns[event.clone()].iter().zip(&market[event]).map(|(r, m)| r - expected(*m));
    let abnormal: Vec<f64> = abnormal.map(|a| if a.is_finite() { a } else { f64::NAN }).collect();
    let there: Vec<f64> = abnormal.iter().copied().filter(|a| !a.is_nan()).collect();
    let cumulative = if there.is_empty() { f64::NAN } else { there.iter().sum() };
    let t_statistic = cumulative / (sigma * f64::sqrt(there.len() as f64));
    Ok(EventStudy { alpha, beta, sigma, abnormal, cumulative, t_statistic })
}

/// The mean path over several events, with a band.
#[derive(Debug, Clone, PartialEq)]
pub struct MeanPath {
    /// Mean of the paths that have a value at each step; NaN where none has.
    pub mean: Vec<f64>,
    /// Mean less t standard errors across events; NaN where fewer than two paths have a value.
    pub low: Vec<f64>,
    /// Mean plus t standard errors.
    pub high: Vec<f64>,
}

/// Averages paths of equal length step by step. The band is Student's, with as many degrees of freedom as paths have a value,
/// less one: events are few. O(paths · length).
///
/// # Errors
/// When the paths differ in length or `confidence` is not within (0, 1).
///
/// ```
/// use yenlens::stats::event_study::mean_path;
/// let path = mean_path(&[vec![0.0, 1.0], vec![0.0, 3.0]], 0.95)?;
/// assert_eq!(path.mean, [0.0, 2.0]);
/// assert!(path.low[1] < 1.0 && path.high[1] > 3.0);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn mean_path(paths: &[Vec<f64>], confidence: f64) -> Result<MeanPath, Error> {
    arguments::confidence(confidence)?;
    let steps = paths.first().map_or(0, Vec::len);
    if paths.iter().any(|path| path.len() != steps) {
        return Err(Error::new(ErrorKind::UnequalLength, "paths: expected paths of one length"));
    }
    // The quantile for so many paths: mostly the same from step to step.
    let mut quantile = (0, f64::NAN);
    let mut out = MeanPath { mean: Vec::new(), low: Vec::new(), high: Vec::new() };
    for step in 0..steps {
        let there: Vec<f64> = paths.iter().map(|path| path[step]).filter(|v| v.is_finite()).collect();
        let mean = moments::mean(&there).unwrap_or(f64::NAN);
        if quantile.0 != there.len() {
            quantile = (there.len(), student_quantile(confidence, there.len() as f64 - 1.0));
        }
        let half = moments::deviation(&there).map_or(f64::NAN, |s| quantile.1 * s / f64::sqrt(there.len() as f64));
        out.mean.push(mean);
        out.low.push(mean - half);
        out.high.push(mean + half);
    }
    Ok(out)
}

/// Where the mean over several events stands among means over as many other windows.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceboMean {
    /// 1 for the lowest of all; one more than the number of drawn means that are lower.
    pub rank: usize,
    /// The share of drawn means that lie at least as far from the mean of all windows, this one counted among them.
    pub share: f64,
    /// The drawn means, the lowest first.
    pub means: Vec<f64>,
}

impl PlaceboMean {
    /// Between which values that share of the drawn means lies; NaN for none.
    ///
    /// ```
    /// let drawn = yenlens::stats::event_study::placebo_mean(&[-1.0, 1.0], 0.0, 4, 500, 1)?;
    /// assert_eq!(drawn.between(0.99), (-1.0, 1.0));
    /// # Ok::<(), yenlens::Error>(())
    /// ```
    #[must_use]
    pub fn between(&self, confidence: f64) -> (f64, f64) {
        let tail = 0.5 * (1.0 - confidence);
        (percentile(&self.means, tail), percentile(&self.means, 1.0 - tail))
    }
}

/// Draws `n` of the placebo windows with replacement, `draws` times, and ranks a mean over `n` events among the means of the
/// draws. One event ranks among single windows. O(draws · n).
///
/// # Errors
/// When there is no placebo window, `n` or `draws` is 0, the mean is missing, or the work exceeds the bound.
///
/// ```
/// use yenlens::stats::event_study::placebo_mean;
/// let placebos: Vec<f64> = (0..100).map(f64::from).collect();
/// let usual = placebo_mean(&placebos, 50.0, 5, 500, 1)?;
/// let strange = placebo_mean(&placebos, 95.0, 5, 500, 1)?;
/// assert!(usual.share > 0.5 && strange.share < 0.05 && strange.rank > 490);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn placebo_mean(placebos: &[f64], mean: f64, n: usize, draws: usize, seed: u64) -> Result<PlaceboMean, Error> {
    arguments::count("n", n, 1, usize::MAX)?;
    arguments::count("draws", draws, 1, usize::MAX)?;
    arguments::work("draws", draws.saturating_mul(n), super::MAX_WORK)?;
    let (Some(usual), Ok(windows)) = (moments::mean(placebos), u32::try_from(placebos.len())) else {
        return Err(Error::new(ErrorKind::TooFewObservations, "placebos: expected at least one window"));
    };
    if !mean.is_finite() {
        return Err(Error::invalid("mean: expected a number, got none"));
    }
    let mut drawn = Draws::new(seed);
    let mut one = || (0..n).map(|_| placebos[drawn.index_and_uniform(windows).0]).sum::<f64>() / n as f64;
    let means: Vec<f64> = (0..draws).map(|_| one()).collect();
    let rank = 1 + means.iter().filter(|other| **other < mean).count();
    let far = means.iter().filter(|other| (**other - usual).abs() >= (mean - usual).abs()).count();
    Ok(PlaceboMean { rank, share: (far + 1) as f64 / (draws + 1) as f64, means: sorted(&means) })
}

/// The market model of a window that begins on each day, as alpha and beta: fitted to the `estimation` pairs that end `gap` days
/// before it, as [`event_study`] fits one of them. Missing pairs are passed over; NaN where fewer than three quarters are there or
/// the market stood still. O(n · estimation).
///
/// # Errors
/// When the columns differ in length or `estimation` is below 3.
///
/// ```
/// use yenlens::stats::event_study::market_models;
/// let market: Vec<f64> = (0..40).map(|t| f64::from(t * t % 7)).collect();
/// let returns: Vec<f64> = market.iter().map(|m| 1.0 + 2.0 * m).collect();
/// let models = market_models(&returns, &market, 20, 5)?;
/// assert!(models[24].1.is_nan() && (models[25].0 - 1.0).abs() < 1e-9 && (models[39].1 - 2.0).abs() < 1e-9);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn market_models(returns: &[f64], market: &[f64], estimation: usize, gap: usize) -> Result<Vec<(f64, f64)>, Error> {
    arguments::same_length(["returns", "market"], returns, market)?;
    arguments::count("estimation", estimation, 3, usize::MAX)?;
    let model = |start: usize| {
        let Some(from) = start.checked_sub(estimation + gap) else { return (f64::NAN, f64::NAN) };
        let (y, x) = (&returns[from..from + estimation], &market[from..from + estimation]);
        let pairs = || y.iter().zip(x).filter(|(y, x)| y.is_finite() && x.is_finite());
        let (n, sum_y, sum_x) = pairs().fold((0.0, 0.0, 0.0), |(n, a, b), (y, x)| (n + 1.0, a + y, b + x));
        if 4.0 * n < 3.0 * estimation as f64 {
            return (f64::NAN, f64::NAN);
        }
        let (mean_y, mean_x) = (sum_y / n, sum_x / n);
        let (sxx, sxy) = pairs().fold((0.0, 0.0), |(sxx, sxy), (y, x)| {
            let off = x - mean_x;
            (sxx + off * off, sxy + off * (y - mean_y))
        });
        if moments::is_flat(sxx, n, mean_x) {
            return (f64::NAN, f64::NAN);
        }
        let beta = sxy / sxx;
        (mean_y - beta * mean_x, beta)
    };
    Ok((0..returns.len()).map(model).collect())
}

/// Where an event window stands among all the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Placebo {
    /// 1 for the lowest sum of all; one more than the number of placebo windows whose sum is lower.
    pub rank: usize,
    /// The placebo windows and the event's own.
    pub windows: usize,
    /// The event's sum of returns.
    pub cumulative: f64,
    /// The sum of each placebo window, in the order of time, for a histogram.
    pub placebos: Vec<f64>,
}

/// Where the windows of `horizon` of `n` days begin that touch no window of that length from one of `events` on. O(n + events ·
/// horizon).
///
/// # Errors
/// When `horizon` is 0 or above `n`, or an event lies outside the days.
///
/// ```
/// assert_eq!(yenlens::stats::event_study::free_windows(8, 2, &[3])?, [0, 1, 5, 6]);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn free_windows(n: usize, horizon: usize, events: &[usize]) -> Result<Vec<usize>, Error> {
    arguments::count("horizon", horizon, 1, n)?;
    let mut touched = vec![false; n];
    for &at in events {
        arguments::count("exclude", at, 0, n - 1)?;
        touched[at..(at + horizon).min(n)].fill(true);
    }
    // How far back the window that ends here could begin without touching an event.
    let mut free = 0;
    let mut starts = Vec::new();
    for (last, touched) in touched.iter().enumerate() {
        free = if *touched { 0 } else { free + 1 };
        if free >= horizon {
            starts.push(last + 1 - horizon);
        }
    }
    Ok(starts)
}

/// Ranks the sum of the `horizon` returns from `event` on among all windows of that length that touch neither the event's
/// own window nor that of any other event (the indices in `exclude`), and in which nothing is missing.
/// O((n + events) · horizon).
///
/// # Errors
/// When `horizon` is 0, an index lies outside the returns, the event's window leaves them, or it has a missing return.
///
/// ```
/// use yenlens::stats::event_study::placebo_rank;
/// let returns = [0.01, 0.0, -0.09, -0.01, 0.02, 0.01, 0.0, 0.01];
/// let placebo = placebo_rank(&returns, 2, 2, &[])?;
/// assert_eq!((placebo.rank, placebo.windows), (1, 5));
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn placebo_rank(returns: &[f64], event: usize, horizon: usize, exclude: &[usize]) -> Result<Placebo, Error> {
    let n = returns.len();
    arguments::count("horizon", horizon, 1, n)?;
    arguments::count("eventIndex", event, 0, n - horizon)?;
    let events: Vec<usize> = exclude.iter().copied().chain([event]).collect();
    let starts = free_windows(n, horizon, &events)?;
    let sum = |from: usize| returns[from..from + horizon].iter().sum::<f64>();
    let cumulative = sum(event);
    if !cumulative.is_finite() {
        return Err(Error::invalid("eventIndex: expected an event whose window has no missing return"));
    }
    arguments::work("horizon", n.saturating_mul(horizon), super::MAX_WORK)?;
    let placebos: Vec<f64> = starts.into_iter().map(sum).filter(|placebo| placebo.is_finite()).collect();
    let rank = 1 + placebos.iter().filter(|p| **p < cumulative).count();
    Ok(Placebo { rank, windows: placebos.len() + 1, cumulative, placebos })
}
