//! A rolling correlation with the band it is known to, by Fisher's formula or by resampling each window in blocks.
//!
//! The formula supposes pairs that know nothing of each other and have no fat tails; the bootstrap does not, and takes some
//! thousand times as long. Every window is resampled by the same draws: its band depends on its own pairs and the plan alone,
//! whatever else the columns hold, and moves from window to window by what enters and leaves, not by chance.

use super::arguments;
use super::bootstrap::{Block, DrawnBlocks, FEWEST, Plan, Prefix};
use super::correlation::{complete_pairs, interval};
use super::rolling;
use crate::error::Error;

/// How the band is found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Method {
    /// tanh(atanh r ± z / sqrt(window - 3)), with the confidence.
    Fisher(f64),
    /// Percentiles of the stationary bootstrap of each window.
    Bootstrap(Plan),
}

/// Three columns as long as the input; NaN where the rolling correlation is missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// The rolling correlation.
    pub estimate: Vec<f64>,
    /// The low end of the band.
    pub low: Vec<f64>,
    /// The high end.
    pub high: Vec<f64>,
}

/// Pearson's correlation of each window with its band.
///
/// By the bootstrap (Politis and Romano 1994), the band of a window is the one that
/// [`bootstrap::correlation`](super::bootstrap::correlation) gives of its pairs. [`Block::Auto`] settles one mean length for
/// all windows, from the whole columns, and no longer than a window.
///
/// Fisher's band costs O(n), the bootstrap O(n · (window + resamples · window / block)); it allocates nothing per window.
///
/// # Errors
/// When the columns differ in length, `window` is below 2 or above it, or the confidence not within (0, 1). For the
/// bootstrap also when the window holds fewer than 16 pairs, there are not so many complete pairs in all, there is no
/// resample, the block is shorter than 1, or the work exceeds the bound.
///
/// ```
/// use yenlens::stats::bootstrap::Plan;
/// use yenlens::stats::rolling_band::{Method, correlation};
/// let x: Vec<f64> = (0..100).map(|t| f64::from(t * t % 17)).collect();
/// let y: Vec<f64> = (0..100).map(|t| f64::from(t * t % 17 + t % 5)).collect();
/// let band = correlation(&x, &y, 60, Method::Bootstrap(Plan { resamples: 200, ..Plan::default() }))?;
/// assert!(band.low[58].is_nan() && band.low[59] < band.estimate[59] && band.estimate[59] < band.high[59]);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn correlation(x: &[f64], y: &[f64], window: usize, method: Method) -> Result<Band, Error> {
    let estimate = rolling::correlation(x, y, window)?;
    let missing = vec![f64::NAN; estimate.len()];
    let mut band = Band { estimate, low: missing.clone(), high: missing };
    match method {
        Method::Fisher(confidence) => {
            arguments::confidence(confidence)?;
            band.fill(|_, r| interval(r, window, confidence).unwrap_or((f64::NAN, f64::NAN)));
        }
        Method::Bootstrap(plan) => {
            let draws = Draws::new(x, y, window, plan)?;
            let (mut sums, mut resampled) = (Prefix::new(), Vec::with_capacity(plan.resamples));
            band.fill(|last, _| {
                let pairs = last + 1 - window..=last;
                sums.fill(&x[pairs.clone()], &y[pairs]);
                draws.resample(&sums, &mut resampled);
                let tail = 0.5 * (1.0 - plan.confidence);
                (percentile(&mut resampled, tail), percentile(&mut resampled, 1.0 - tail))
            });
        }
    }
    Ok(band)
}

impl Band {
    /// Writes `ends(last index, estimate)` where there is an estimate.
    fn fill(&mut self, mut ends: impl FnMut(usize, f64) -> (f64, f64)) {
        let slots = self.estimate.iter().zip(self.low.iter_mut().zip(&mut self.high)).enumerate();
        for (last, (r, (low, high))) in slots.filter(|(_, (r, _))| r.is_finite()) {
            (*low, *high) = ends(last, *r);
        }
    }
}

/// The blocks of all resamples, drawn once for all windows: where each begins and how long it is.
struct Draws {
    blocks: Vec<(u32, u32)>,
    resamples: usize,
}

impl Draws {
    fn new(x: &[f64], y: &[f64], window: usize, plan: Plan) -> Result<Self, Error> {
        arguments::confidence(plan.confidence)?;
        arguments::count("resamples", plan.resamples, 1, usize::MAX)?;
        arguments::count("window", window, FEWEST, usize::MAX)?;
        let mean_block = match plan.block {
            Block::Auto => {
                let (x, y) = complete_pairs(x, y);
                // The greater of a number and of NaN, which a flat column gives, is the number.
                Block::Auto.mean(&x, &y)?.min(window as f64)
            }
            Block::Mean(_) => plan.block.mean(x, y)?,
        };
        let blocks = (window as f64 / mean_block) as usize + 1;
        // The blocks are drawn and kept even where there are few windows.
        let windows = (x.len() + 1 - window).max(64);
        let work = plan.resamples.saturating_mul(blocks).saturating_mul(windows).saturating_mul(8);
        arguments::work("resamples", work, super::MAX_WORK)?;
        let mut drawn = DrawnBlocks::new(mean_block, window, plan.seed);
        let mut blocks = Vec::new();
        for _ in 0..plan.resamples {
            let mut left = window;
            while left > 0 {
                let (from, length) = drawn.next(left);
                blocks.push((from as u32, length as u32));
                left -= length;
            }
        }
        Ok(Self { blocks, resamples: plan.resamples })
    }

    /// The correlations of all resamples of a window that are not flat.
    fn resample(&self, sums: &Prefix, out: &mut Vec<f64>) {
        let mut blocks = self.blocks.iter();
        out.clear();
        for _ in 0..self.resamples {
            // As many blocks as were drawn for a window of this length; there is always one more as long as any pair is to come.
            let r = sums.resample(|left| blocks.next().map_or((0, left), |(from, length)| (*from as usize, *length as usize)));
            if !r.is_nan() {
                out.push(r);
            }
        }
    }
}

/// The value below which a share of the values lies, between its neighbours in proportion; NaN for none. O(n).
fn percentile(values: &mut [f64], share: f64) -> f64 {
    let Some(last) = values.len().checked_sub(1) else { return f64::NAN };
    let at = share * last as f64;
    let below = (at as usize).min(last);
    let (_, low, above) = values.select_nth_unstable_by(below, f64::total_cmp);
    let low = *low;
    let high = above.iter().copied().fold(f64::INFINITY, f64::min);
    if high.is_finite() { low + (at - below as f64) * (high - low) } else { low }
}
