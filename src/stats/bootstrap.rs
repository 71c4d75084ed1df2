//! Resampling in blocks of random length, so that what depends on its own past keeps doing so in the resamples.

use super::arguments;
use super::correlation::{coefficient, complete_pairs, ratio};
use super::least_squares::dot;
use super::moments::{is_flat, squares};
use super::random::Draws;
use super::rank::sorted;
use crate::error::{Error, ErrorKind};

/// The fewest observations from which a block length can be read.
pub(super) const FEWEST: usize = 16;

/// The mean block length of the stationary bootstrap that suits a column (Politis and White 2004, with the correction of
/// Patton, Politis and White 2009), as `arch.bootstrap.optimal_block_length` gives it. Missing values are passed over; NaN
/// for a flat column. O(n^1.5).
///
/// # Errors
/// When there are fewer than 16 values.
///
/// ```
/// use yenlens::stats::bootstrap::optimal_block_length;
/// let slow: Vec<f64> = (0..200).map(f64::from).collect();
/// assert!(optimal_block_length(&slow)? > 10.0);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn optimal_block_length(x: &[f64]) -> Result<f64, Error> {
    let x: Vec<f64> = x.iter().copied().filter(|v| v.is_finite()).collect();
    let count = x.len();
    if count < FEWEST {
        return Err(Error::new(ErrorKind::TooFewObservations, format!("x: expected at least {FEWEST} values, got {count}")));
    }
    let Some((sum, _, mean)) = squares(&x) else { return Ok(f64::NAN) };
    let n = count as f64;
    if is_flat(sum, n, mean) {
        return Ok(f64::NAN);
    }
    let e: Vec<f64> = x.iter().map(|v| v - mean).collect();
    let digits = libm::log(n) / std::f64::consts::LN_10;
    // A run of so many insignificant autocorrelations ends the memory of the column.
    let run = ((digits + 1e-9) as usize).max(5);
    let most = f64::ceil(n.sqrt()) as usize + run;
    let insignificant = 2.0 * f64::sqrt(digits / n);
    let covariances: Vec<f64> = (0..=most).map(|lag| dot(&e[lag..], &e[..count - lag]) / n).collect();
    let small = |lag: usize| {
        let (late, early) = (&e[lag + 1..], &e[..count - lag - 1]);
        (covariances[lag] * n).abs() < insignificant * f64::sqrt(dot(late, late) * dot(early, early))
    };
    let memory = (run..=most).find(|lag| (lag - run..*lag).all(small)).map_or(most, |lag| 2 * (lag - run).max(1)).min(most);
    let (mut slope, mut spectrum) = (0.0, covariances[0]);
    for (lag, covariance) in covariances.iter().enumerate().take(memory + 1).skip(1) {
        let share = lag as f64 / memory as f64;
        // The flat-top kernel: 1 up to half the memory, then falling to 0.
        let kernel = if share <= 0.5 { 1.0 } else { 2.0 * (1.0 - share) };
        slope += 2.0 * kernel * lag as f64 * covariance;
        spectrum += 2.0 * kernel * covariance;
    }
    let longest = f64::ceil((3.0 * n.sqrt()).min(n / 3.0));
    // The cube root of the product, 0 where the column has no memory at all.
    let cube = slope / spectrum * (slope / spectrum) * n;
    let length = if cube > 0.0 { libm::exp(libm::log(cube) / 3.0) } else { cube };
    Ok(length.min(longest))
}

/// How long the blocks are on average.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Block {
    /// The longer of what [`optimal_block_length`] says of the two columns, at least 1.
    Auto,
    /// So many observations, at least 1.
    Mean(f64),
}

impl Block {
    /// The mean length for two columns without missing values.
    pub(super) fn mean(self, x: &[f64], y: &[f64]) -> Result<f64, Error> {
        match self {
            Self::Auto => Ok(optimal_block_length(x)?.max(optimal_block_length(y)?).max(1.0)),
            Self::Mean(length) if length >= 1.0 && length.is_finite() => Ok(length),
            Self::Mean(_) => Err(Error::invalid("meanBlock: expected a number from 1, or \"auto\"")),
        }
    }
}

/// What to resample, how often, from which seed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plan {
    /// How many resamples, 1000 by default.
    pub resamples: usize,
    /// The mean length of a block.
    pub block: Block,
    /// The seed; the same seed gives the same bits on every platform.
    pub seed: u64,
    /// The confidence of the interval, 0.95 by default.
    pub confidence: f64,
}

impl Default for Plan {
    fn default() -> Self {
        Self { resamples: 1_000, block: Block::Auto, seed: 1, confidence: 0.95 }
    }
}

/// An estimate with its percentile interval; all NaN when the data do not settle them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The correlation of the sample itself.
    pub estimate: f64,
    /// The low percentile of the resamples.
    pub low: f64,
    /// The high percentile.
    pub high: f64,
}

/// Pearson's correlation of the complete pairs with a percentile interval by the stationary bootstrap (Politis and Romano
/// 1994). The sums of a block come from prefix sums: O(n + resamples · n / block).
///
/// # Errors
/// When the columns differ in length, there are fewer than 16 complete pairs, there is no resample, the block is shorter
/// than 1, the confidence not within (0, 1), or the work exceeds the bound.
///
/// ```
/// use yenlens::stats::bootstrap::{Plan, correlation};
/// let x: Vec<f64> = (0..100).map(|t| f64::from(t * t % 17)).collect();
/// let y: Vec<f64> = (0..100).map(|t| f64::from(t * t % 17 + t % 5)).collect();
/// let band = correlation(&x, &y, Plan::default())?;
/// assert!(band.low < band.estimate && band.estimate < band.high);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn correlation(x: &[f64], y: &[f64], plan: Plan) -> Result<Interval, Error> {
    arguments::same_length(["x", "y"], x, y)?;
    arguments::confidence(plan.confidence)?;
    arguments::count("resamples", plan.resamples, 1, usize::MAX)?;
    let (x, y) = complete_pairs(x, y);
    let n = x.len();
    if n < FEWEST {
        return Err(Error::new(ErrorKind::TooFewObservations, format!("x: expected at least {FEWEST} complete pairs, got {n}")));
    }
    let mean_block = plan.block.mean(&x, &y)?;
    let blocks = (n as f64 / mean_block) as usize + 1;
    arguments::work("resamples", plan.resamples.saturating_mul(blocks).saturating_mul(8), super::MAX_WORK)?;
    let Some(estimate) = coefficient(&x, &y) else {
        return Ok(Interval { estimate: f64::NAN, low: f64::NAN, high: f64::NAN });
    };
    let mut sums = Prefix::new();
    sums.fill(&x, &y);
    let mut drawn = DrawnBlocks::new(mean_block, n, plan.seed);
    let mut resampled: Vec<f64> = (0..plan.resamples).map(|_| sums.resample(|left| drawn.next(left))).collect();
    resampled.retain(|r| !r.is_nan());
    let resampled = sorted(&resampled);
    let tail = 0.5 * (1.0 - plan.confidence);
    Ok(Interval { estimate, low: percentile(&resampled, tail), high: percentile(&resampled, 1.0 - tail) })
}

/// The value below which a share of a sorted column lies, between its neighbours in proportion; NaN for none.
pub(super) fn percentile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let at = share * last as f64;
    let below = (at as usize).min(last);
    let above = (below + 1).min(last);
    sorted[below] + (at - below as f64) * (sorted[above] - sorted[below])
}

/// Sums of x, y, xx, yy, xy about the means over the first i pairs, for each i.
pub(super) struct Prefix {
    rows: Vec<[f64; 5]>,
}

impl Prefix {
    pub(super) fn new() -> Self {
        Self { rows: Vec::new() }
    }

    /// Takes the pairs of two columns without missing values in place of the ones before.
    pub(super) fn fill(&mut self, x: &[f64], y: &[f64]) {
        let centre = |c: &[f64]| super::moments::mean(c).unwrap_or(0.0);
        let (mx, my) = (centre(x), centre(y));
        let mut sum = [0.0; 5];
        self.rows.clear();
        self.rows.push(sum);
        for (a, b) in x.iter().zip(y) {
            let (a, b) = (a - mx, b - my);
            for (total, v) in sum.iter_mut().zip([a, b, a * a, b * b, a * b]) {
                *total += v;
            }
            self.rows.push(sum);
        }
    }

    /// The correlation of one resample: blocks, each where and as long as `draw` says when so many pairs are still to come,
    /// running on from the end to the beginning, until there are as many as at first.
    #[inline]
    pub(super) fn resample(&self, mut draw: impl FnMut(usize) -> (usize, usize)) -> f64 {
        let n = self.rows.len() - 1;
        let (mut sum, mut left) = ([0.0; 5], n);
        let mut add = |from: usize, to: usize| {
            for (total, (late, early)) in sum.iter_mut().zip(self.rows[to].iter().zip(&self.rows[from])) {
                *total += late - early;
            }
        };
        while left > 0 {
            let (from, length) = draw(left);
            let to = from + length;
            if to <= n {
                add(from, to);
            } else {
                add(from, n);
                add(0, to - n);
            }
            left -= length;
        }
        let [x, y, xx, yy, xy] = sum;
        let count = n as f64;
        let (xx, yy, xy) = (xx - x * x / count, yy - y * y / count, xy - x * y / count);
        // What is left of the rounding of the prefix sums is no variance.
        let floor = 1e-13 * (self.rows[n][2] + self.rows[n][3]) * f64::EPSILON;
        if xx > floor && yy > floor { ratio(xy, xx, yy) } else { f64::NAN }
    }
}

/// Blocks of the stationary bootstrap: they begin anywhere, and their lengths are geometric.
pub(super) struct DrawnBlocks {
    lengths: Lengths,
    draws: Draws,
    n: u32,
}

impl DrawnBlocks {
    pub(super) fn new(mean: f64, n: usize, seed: u64) -> Self {
        Self { lengths: Lengths::new(mean, n), draws: Draws::new(seed), n: n as u32 }
    }

    /// Where the next block begins and how long it is when `left` pairs are still to come.
    #[inline]
    pub(super) fn next(&mut self, left: usize) -> (usize, usize) {
        let (from, uniform) = self.draws.index_and_uniform(self.n);
        (from, self.lengths.at(uniform).min(left))
    }
}

/// Geometric lengths with a given mean, by a table of their distribution and a guide into it.
struct Lengths {
    /// The probability of a length of at most k + 1.
    cumulative: Vec<f64>,
    /// Where to begin looking, for each of equal steps of the probability.
    guide: Vec<u32>,
}

impl Lengths {
    const STEPS: usize = 1_024;

    /// Lengths above `most` are not told apart.
    fn new(mean: f64, most: usize) -> Self {
        let stay = 1.0 - 1.0 / mean;
        let (mut cumulative, mut longer) = (Vec::new(), 1.0);
        while cumulative.len() < most && longer > 1e-12 {
            longer *= stay;
            cumulative.push(1.0 - longer);
        }
        let mut k = 0;
        let guide = (0..Self::STEPS).map(|step| {
            while k + 1 < cumulative.len() && cumulative[k] <= step as f64 / Self::STEPS as f64 {
                k += 1;
            }
            k as u32
        });
        Self { guide: guide.collect(), cumulative }
    }

    fn at(&self, uniform: f64) -> usize {
        let mut k = self.guide[(uniform * Self::STEPS as f64) as usize] as usize;
        while k + 1 < self.cumulative.len() && self.cumulative[k] <= uniform {
            k += 1;
        }
        k + 1
    }
}
