//! Correlations of ranks: what moves together without assuming that it does so in proportion.

use super::arguments;
use super::correlation::{self, Correlation, complete_pairs, fisher};
use super::distributions::normal_cdf;
use crate::error::Error;

/// Spearman's correlation of the pairs that have both values: Pearson's of the ranks, ties taking their average rank.
///
/// The p-value is that of the t test (as `scipy.stats.spearmanr`); the 95 % interval is Fisher's with the variance
/// (1 + r²/2) / (n - 3) of Bonett and Wright (2000). O(n).
///
/// # Errors
/// When the columns differ in length.
///
/// ```
/// use yenlens::stats::rank::spearman;
/// let r = spearman(&[1.0, 2.0, 3.0, 4.0], &[1.0, 8.0, 27.0, 64.0])?;
/// assert_eq!(r.estimate, 1.0);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn spearman(x: &[f64], y: &[f64]) -> Result<Correlation, Error> {
    arguments::same_length(["x", "y"], x, y)?;
    let (x, y) = complete_pairs(x, y);
    let n = x.len();
    let Some(r) = correlation::coefficient(&average_ranks(&x), &average_ranks(&y)) else {
        return Ok(Correlation::missing(n));
    };
    let (low, high) = fisher(r, 1.0 + r * r / 2.0, n, 3.0, 0.95);
    Ok(Correlation { estimate: r, low, high, p_value: correlation::p_value(r, n), n })
}

/// Kendall's tau-b of the pairs that have both values.
///
/// The p-value is exact without ties up to 33 pairs and normal beyond, with the correction for ties (as
/// `scipy.stats.kendalltau`); the 95 % interval is Fisher's with the variance 0.437 / (n - 4) of Fieller, Hartley and
/// Pearson (1957). O(n log n) by counting inversions (Knight 1966).
///
/// # Errors
/// When the columns differ in length.
///
/// ```
/// use yenlens::stats::rank::kendall;
/// let tau = kendall(&[1.0, 2.0, 3.0, 4.0], &[1.0, 3.0, 2.0, 4.0])?;
/// assert!((tau.estimate - 4.0 / 6.0).abs() < 1e-15);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn kendall(x: &[f64], y: &[f64]) -> Result<Correlation, Error> {
    arguments::same_length(["x", "y"], x, y)?;
    let (x, y) = complete_pairs(x, y);
    let n = x.len();
    let (dense_x, dense_y) = (dense_ranks(&x), dense_ranks(&y));
    // Both ranks in one key, so that one sort orders by x and within equal x by y.
    let mut keys: Vec<(u64, u32)> =
        dense_x.iter().zip(&dense_y).map(|(a, b)| (u64::from(*a) << 32 | u64::from(*b), *b)).collect();
    radix(&mut keys);
    let mut by_y: Vec<u32> = keys.iter().map(|k| k.1).collect();
    let ties_x = Ties::count(&mut keys.iter().map(|k| k.0 >> 32));
    let ties_both = Ties::count(&mut keys.iter().map(|k| k.0));
    let discordant = inversions(&mut by_y) as f64;
    let ties_y = Ties::count(&mut by_y.iter().map(|v| u64::from(*v)));
    let m = n as f64;
    let total = m * (m - 1.0) / 2.0;
    let (free_x, free_y) = (total - ties_x.pairs, total - ties_y.pairs);
    if n < 2 || free_x <= 0.0 || free_y <= 0.0 {
        return Ok(Correlation::missing(n));
    }
    let excess = total - ties_x.pairs - ties_y.pairs + ties_both.pairs - 2.0 * discordant;
    let tau = (excess / free_x.sqrt() / free_y.sqrt()).clamp(-1.0, 1.0);
    let untied = ties_x.pairs + ties_y.pairs <= 0.0;
    let fewer = discordant.min(total - discordant);
    let p_value = if untied && (n <= 33 || fewer <= 1.0) {
        exact_p_value(n, fewer as usize, total as usize)
    } else {
        let pairs = 2.0 * total;
        let variance = (pairs * (2.0 * m + 5.0) - ties_x.spread - ties_y.spread) / 18.0
            + 2.0 * ties_x.pairs * ties_y.pairs / pairs
            + ties_x.triples * ties_y.triples / (9.0 * pairs * (m - 2.0).max(1.0));
        2.0 * normal_cdf(-(excess / variance.sqrt()).abs())
    };
    let (low, high) = fisher(tau, 0.437, n, 4.0, 0.95);
    Ok(Correlation { estimate: tau, low, high, p_value, n })
}

/// Spearman's correlation of each window: as long as the columns, NaN before the window is full, and where the window has a
/// missing pair or is flat. Ranks are updated, not sorted anew. O(n · window).
///
/// # Errors
/// When the columns differ in length, `window` is below 2 or above it, or the work exceeds the bound.
///
/// ```
/// use yenlens::stats::rank::rolling_spearman;
/// let r = rolling_spearman(&[1.0, 2.0, 3.0, 0.0], &[1.0, 4.0, 9.0, 9.5], 3)?;
/// assert_eq!(r[2..], [1.0, -0.5]);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn rolling_spearman(x: &[f64], y: &[f64], window: usize) -> Result<Vec<f64>, Error> {
    arguments::same_length(["x", "y"], x, y)?;
    arguments::window(window, x.len())?;
    arguments::work("window", x.len().saturating_mul(window), super::MAX_WORK)?;
    let (mut of_x, mut of_y) = (WindowRanks::new(window), WindowRanks::new(window));
    let middle = 0.5 * (window as f64 + 1.0);
    let figure = |(t, (x, y)): (usize, (&f64, &f64))| {
        of_x.replace(t % window, *x);
        of_y.replace(t % window, *y);
        if t + 1 < window || of_x.missing + of_y.missing > 0 {
            return f64::NAN;
        }
        let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
        // Ranks are multiples of a half, so that these sums are exact.
        for (a, b) in of_x.ranks.iter().zip(&of_y.ranks) {
            let (a, b) = (a - middle, b - middle);
            xx += a * a;
            yy += b * b;
            xy += a * b;
        }
        if xx > 0.0 && yy > 0.0 { correlation::ratio(xy, xx, yy) } else { f64::NAN }
    };
    Ok(x.iter().zip(y).enumerate().map(figure).collect())
}

/// Where the last value of each window stands among the window's, 0 to 100: the share of them below it, ties and itself
/// counting half. As long as the column, NaN before the window is full and where the window has a missing or infinite value. It looks
/// back only, so that a value never changes when later ones arrive. O(n · window).
///
/// # Errors
/// When `window` is below 2 or above the length, or the work exceeds the bound.
///
/// ```
/// use yenlens::stats::rank::rolling_percentile;
/// assert_eq!(rolling_percentile(&[1.0, 3.0, 2.0, 2.0], 2)?[1..], [75.0, 25.0, 50.0]);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn rolling_percentile(x: &[f64], window: usize) -> Result<Vec<f64>, Error> {
    arguments::window(window, x.len())?;
    arguments::work("window", x.len().saturating_mul(window), super::MAX_WORK)?;
    let mut out = vec![f64::NAN; window - 1];
    out.extend(x.windows(window).map(|held| {
        let last = held[window - 1];
        let halves: u32 = held.iter().map(|v| u32::from(*v < last) + u32::from(*v <= last)).sum();
        if held.iter().any(|v| !v.is_finite()) { f64::NAN } else { 50.0 * f64::from(halves) / window as f64 }
    }));
    Ok(out)
}

/// The values of a window in a ring, each with its average rank among those present.
struct WindowRanks {
    values: Vec<f64>,
    ranks: Vec<f64>,
    missing: usize,
}

impl WindowRanks {
    fn new(window: usize) -> Self {
        Self { values: vec![f64::NAN; window], ranks: vec![0.0; window], missing: window }
    }

    fn replace(&mut self, at: usize, new: f64) {
        let new = if new.is_finite() { new } else { f64::NAN };
        let old = self.values[at];
        self.missing = self.missing - usize::from(old.is_nan()) + usize::from(new.is_nan());
        let half = |is: bool| if is { 0.5 } else { 0.0 };
        let mut rank = 1.0;
        self.values[at] = f64::NAN;
        // Comparisons with a missing value are all false, so that it moves no rank.
        for (v, r) in self.values.iter().zip(&mut self.ranks) {
            *r += half(*v > new) + half(*v >= new) - half(*v > old) - half(*v >= old);
            rank += half(*v < new) + half(*v <= new);
        }
        self.values[at] = new;
        self.ranks[at] = rank;
    }
}

/// Ranks from 1, equal values taking the average of theirs. No value is missing.
pub(super) fn average_ranks(x: &[f64]) -> Vec<f64> {
    let order = order(x);
    let mut ranks = vec![0.0; x.len()];
    let mut from = 0;
    while from < order.len() {
        let mut to = from + 1;
        while to < order.len() && x[order[to] as usize] <= x[order[from] as usize] {
            to += 1;
        }
        for at in &order[from..to] {
            ranks[*at as usize] = (from + to + 1) as f64 / 2.0;
        }
        from = to;
    }
    ranks
}

/// Ranks from 0 without gaps, equal values sharing theirs.
fn dense_ranks(x: &[f64]) -> Vec<u32> {
    let mut ranks = vec![0; x.len()];
    let (mut rank, mut last) = (0, None);
    for at in order(x) {
        let v = x[at as usize];
        rank += u32::from(last.is_some_and(|before| before < v));
        last = Some(v);
        ranks[at as usize] = rank;
    }
    ranks
}

/// The bits of a number, ordered as the numbers are; both zeros are one.
fn key(v: f64) -> u64 {
    let bits = (v + 0.0).to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

/// Indices in increasing order of their values.
#[inline(never)]
fn order(x: &[f64]) -> Vec<u32> {
    let mut pairs: Vec<(u64, u32)> = x.iter().zip(0..).map(|(v, at)| (key(*v), at)).collect();
    radix(&mut pairs);
    pairs.into_iter().map(|(_, at)| at).collect()
}

/// The values in increasing order; none is missing.
pub(super) fn sorted(x: &[f64]) -> Vec<f64> {
    order(x).into_iter().map(|at| x[at as usize]).collect()
}

/// Sorts by the first number, by counting sorts of 11 bits at a time: O(n), no comparison, equal ones keep their order.
#[inline(never)]
fn radix(items: &mut Vec<(u64, u32)>) {
    const BITS: u32 = 11;
    const DIGITS: usize = 1 << BITS;
    let Some(first) = items.first().copied() else { return };
    let mut spare = vec![first; items.len()];
    // Bits in which no two keys differ need no pass.
    let varying = items.iter().fold(0, |bits, item| bits | (item.0 ^ first.0));
    for shift in (0..u64::BITS).step_by(BITS as usize) {
        let digit = |key: u64| (key >> shift) as usize % DIGITS;
        if digit(varying) == 0 {
            continue;
        }
        let mut starts = [0_u32; DIGITS];
        for item in items.iter() {
            starts[digit(item.0)] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += std::mem::replace(start, sum);
        }
        for item in items.iter() {
            let start = &mut starts[digit(item.0)];
            spare[*start as usize] = *item;
            *start += 1;
        }
        std::mem::swap(items, &mut spare);
    }
}

/// Sums over the groups of equal values of a sorted column, g the size of a group.
struct Ties {
    /// g (g - 1) / 2: pairs that are equal.
    pairs: f64,
    /// g (g - 1) (g - 2).
    triples: f64,
    /// g (g - 1) (2 g + 5).
    spread: f64,
}

impl Ties {
    fn count(sorted: &mut dyn Iterator<Item = u64>) -> Self {
        let mut ties = Self { pairs: 0.0, triples: 0.0, spread: 0.0 };
        let (mut last, mut g) = (None, 0.0);
        for v in sorted.map(Some).chain([None]) {
            if v == last {
                g += 1.0;
                continue;
            }
            let pairs = g * (g - 1.0);
            ties.pairs += pairs / 2.0;
            ties.triples += pairs * (g - 2.0);
            ties.spread += pairs * (2.0 * g + 5.0);
            (last, g) = (v, 1.0);
        }
        ties
    }
}

/// How many pairs stand in the wrong order, by merging; sorts the values.
fn inversions(values: &mut Vec<u32>) -> u64 {
    let n = values.len();
    let mut merged = values.clone();
    let (mut width, mut count) = (1, 0);
    while width < n {
        for from in (0..n).step_by(2 * width) {
            let (middle, to) = ((from + width).min(n), (from + 2 * width).min(n));
            let (mut i, mut j) = (from, middle);
            for slot in &mut merged[from..to] {
                if i < middle && (j >= to || values[i] <= values[j]) {
                    *slot = values[i];
                    i += 1;
                } else {
                    *slot = values[j];
                    j += 1;
                    count += (middle - i) as u64;
                }
            }
        }
        std::mem::swap(values, &mut merged);
        width *= 2;
    }
    count
}

/// Twice the share of the orders of n that have at most `fewer` inversions, by the recurrence over n.
fn exact_p_value(n: usize, fewer: usize, total: usize) -> f64 {
    if 2 * fewer == total {
        return 1.0;
    }
    let mut share = vec![0.0; fewer + 1];
    share[0] = 1.0;
    for j in 2..=n {
        let mut running = 0.0;
        let before = share.clone();
        for k in 0..=fewer {
            running += before[k];
            if k >= j {
                running -= before[k - j];
            }
            share[k] = running / j as f64;
        }
    }
    (2.0 * share.iter().sum::<f64>()).min(1.0)
}
