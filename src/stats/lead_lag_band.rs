//! How far from zero the bars of lead and lag stray by chance alone, when each column keeps its own past and nothing links the
//! two.

use super::arguments;
use super::bootstrap::{DrawnBlocks, FEWEST, optimal_block_length, percentile};
use super::lead_lag::{asynchrony_sum, cross_correlation};
use super::rank::sorted;
use crate::error::{Error, ErrorKind};

/// The bars of many pairs of columns resampled apart from each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Unlinked {
    max_lag: usize,
    /// The bars of each resample from `-max_lag` to `max_lag`.
    bars: Vec<Vec<f64>>,
}

/// Half the widths of bands around zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach {
    /// Of one bar.
    pub bar: f64,
    /// Of the farthest of all bars but that of the same day.
    pub farthest: f64,
    /// Of the sum over k = -1, 0 and 1.
    pub sum: f64,
}

impl Unlinked {
    /// Resamples x and y by the stationary bootstrap (Politis and Romano 1994), each in blocks of the length that suits it
    /// (Patton, Politis and White 2009) and apart from the other, and takes their bars as [`cross_correlation`] does: what is
    /// left of a relation is chance. O(resamples · n · `max_lag`).
    ///
    /// # Errors
    /// When the columns differ in length, hold a missing value or fewer than 16, either is flat, `max_lag` is not below their
    /// length, there is no resample, or the work exceeds the bound.
    ///
    /// ```
    /// use yenlens::stats::lead_lag_band::Unlinked;
    /// let x: Vec<f64> = (0..200).map(|t| f64::from(t * t % 17)).collect();
    /// let y: Vec<f64> = (0..200).map(|t| f64::from(t * t % 23)).collect();
    /// let reach = Unlinked::new(&x, &y, 10, 200, 1)?.reach(5, 0.95);
    /// assert!(reach.bar > 0.05 && reach.bar < reach.farthest && reach.farthest < 0.5);
    /// # Ok::<(), yenlens::Error>(())
    /// ```
    pub fn new(x: &[f64], y: &[f64], max_lag: usize, resamples: usize, seed: u64) -> Result<Self, Error> {
        arguments::same_length(["x", "y"], x, y)?;
        arguments::count("resamples", resamples, 1, usize::MAX)?;
        let n = x.len();
        let complete = x.iter().chain(y).all(|v| v.is_finite());
        if n < FEWEST || !complete {
            return Err(Error::new(
                ErrorKind::TooFewObservations,
                format!("x: expected at least {FEWEST} pairs, none of them missing"),
            ));
        }
        let bars = max_lag.saturating_mul(2).saturating_add(1);
        arguments::work("resamples", resamples.saturating_mul(n).saturating_mul(bars), super::MAX_WORK)?;
        let length = |column: &[f64]| {
            let length = optimal_block_length(column)?;
            if length.is_finite() {
                Ok(length.max(1.0))
            } else {
                Err(Error::invalid("x: expected two columns that are not flat"))
            }
        };
        // Two streams, so that neither column's resamples depend on how long the blocks of the other are.
        let mut drawn = [DrawnBlocks::new(length(x)?, n, seed), DrawnBlocks::new(length(y)?, n, seed.wrapping_add(1))];
        let mut resampled = [Vec::with_capacity(n), Vec::with_capacity(n)];
        let mut one = || {
            for ((column, drawn), resampled) in [x, y].into_iter().zip(&mut drawn).zip(&mut resampled) {
                resampled.clear();
                while resampled.len() < n {
                    let (from, length) = drawn.next(n - resampled.len());
                    let to = from + length;
                    resampled.extend_from_slice(&column[from..to.min(n)]);
                    // Blocks run on from the end to the beginning.
                    resampled.extend_from_slice(&column[..to.saturating_sub(n)]);
                }
            }
            cross_correlation(&resampled[0], &resampled[1], max_lag)
        };
        let bars = (0..resamples).map(|_| one()).collect::<Result<_, _>>()?;
        Ok(Self { max_lag, bars })
    }

    /// The farthest shift of the bars.
    #[must_use]
    pub const fn max_lag(&self) -> usize {
        self.max_lag
    }

    /// Between which values all but the rest of `confidence` lie: of one bar, pooled over those up to `lags`, of the farthest of
    /// them, and of the sum over three days. O(resamples · lags · log).
    #[must_use]
    pub fn reach(&self, lags: usize, confidence: f64) -> Reach {
        let lags = lags.min(self.max_lag);
        let (mut all, mut farthest, mut sums) = (Vec::new(), Vec::new(), Vec::new());
        for bars in &self.bars {
            let shown = &bars[self.max_lag - lags..=self.max_lag + lags];
            let others = shown.iter().enumerate().filter(|(at, r)| *at != lags && !r.is_nan()).map(|(_, r)| r.abs());
            farthest.push(others.clone().fold(0.0, f64::max));
            all.extend(others);
            sums.push(asynchrony_sum(shown).abs());
        }
        sums.retain(|sum| !sum.is_nan());
        let [bar, farthest, sum] = [all, farthest, sums].map(|column| percentile(&sorted(&column), confidence));
        Reach { bar, farthest, sum }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Noise that keeps `share` of its last value.
    fn column(seed: u64, n: usize, share: f64) -> Vec<f64> {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut last = 0.0;
        (0..n)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                last = share * last + (state >> 11) as f64 / (1_u64 << 53) as f64 - 0.5;
                last
            })
            .collect()
    }

    #[test]
    fn of_columns_without_memory_the_band_is_that_of_independent_pairs() {
        let (x, y) = (column(1, 1_000, 0.0), column(2, 1_000, 0.0));
        let reach = Unlinked::new(&x, &y, 10, 400, 1).unwrap().reach(10, 0.95);
        let normal = crate::stats::lead_lag::band(1_000, 0.95).unwrap();
        assert!((reach.bar / normal - 1.0).abs() < 0.06, "{} and {normal}", reach.bar);
        assert!((reach.sum / (normal * 3_f64.sqrt()) - 1.0).abs() < 0.15, "{} and {normal}", reach.sum);
        let bonferroni = crate::stats::lead_lag::band(1_000, 1.0 - 0.05 / 20.0).unwrap();
        assert!((reach.farthest / bonferroni - 1.0).abs() < 0.12, "{} and {bonferroni}", reach.farthest);
    }

    #[test]
    fn columns_with_memory_stray_farther() {
        let (x, y) = (column(1, 1_000, 0.9), column(2, 1_000, 0.9));
        let reach = Unlinked::new(&x, &y, 10, 200, 1).unwrap().reach(10, 0.95);
        let normal = crate::stats::lead_lag::band(1_000, 0.95).unwrap();
        assert!(reach.bar > 1.7 * normal, "{} and {normal}", reach.bar);
    }

    #[test]
    fn a_seed_gives_the_same_bits_and_a_flat_or_gappy_column_is_refused() {
        let (x, y) = (column(1, 100, 0.3), column(2, 100, 0.0));
        let reach = |seed| Unlinked::new(&x, &y, 5, 50, seed).unwrap().reach(5, 0.9);
        assert_eq!(reach(7), reach(7));
        assert_ne!(reach(7), reach(8));
        assert!(Unlinked::new(&[1.0; 100], &y, 5, 50, 1).is_err());
        assert!(Unlinked::new(&[&x[1..], &[f64::NAN]].concat(), &y, 5, 50, 1).is_err());
        assert!(Unlinked::new(&x, &y[1..], 5, 50, 1).is_err() && Unlinked::new(&x, &y, 100, 50, 1).is_err());
    }
}
