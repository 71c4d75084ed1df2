//! The correlation of any stretch of two columns without reading the stretch, for a chart that is zoomed and moved.
//!
//! The columns are cut into blocks whose sums about their own means are kept; those of a stretch are joined from its blocks
//! and from the values at its ends (the updating formulas of Chan, Golub and others, 1983), so that nothing is subtracted and nothing is lost.

use std::ops::Range;

use super::correlation::ratio;
use super::moments::is_flat;

/// Pairs in a block.
const BLOCK: usize = 4096;

/// A correlation and the pairs it was computed from. Its interval is [`interval`](super::correlation::interval)'s.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coefficient {
    /// From -1 to 1; NaN for fewer than two pairs or a flat column.
    pub estimate: f64,
    /// How many pairs had both values.
    pub n: usize,
}

/// The sums of two columns' blocks.
#[derive(Debug, Clone, Default)]
pub struct Stretches {
    /// How long the columns are.
    n: usize,
    blocks: Vec<Sums>,
}

/// Two columns that are read a stretch at a time, so that nobody has to hold them.
pub trait Pairs {
    /// How many there are.
    fn count(&self) -> usize;

    /// Those in `range`, in place of what is in the two columns of `out`; missing as NaN.
    fn read(&self, range: Range<usize>, out: &mut [Vec<f64>; 2]);
}

/// Columns that are held; what lies beyond the shorter one counts as missing.
impl Pairs for [&[f64]; 2] {
    fn count(&self) -> usize {
        self[0].len().min(self[1].len())
    }

    fn read(&self, range: Range<usize>, out: &mut [Vec<f64>; 2]) {
        for (column, out) in self.iter().zip(out) {
            out.clear();
            out.extend_from_slice(&column[range.clone()]);
        }
    }
}

/// Sums over complete pairs, about their means.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    n: f64,
    mean_x: f64,
    mean_y: f64,
    xx: f64,
    yy: f64,
    xy: f64,
}

impl Stretches {
    /// Reads both columns once.
    #[must_use]
    pub fn new(pairs: &impl Pairs) -> Self {
        let n = pairs.count();
        let mut part = Default::default();
        let mut blocks = Vec::with_capacity(n.div_ceil(BLOCK));
        while blocks.len() * BLOCK < n {
            let from = blocks.len() * BLOCK;
            blocks.push(Sums::of(pairs, from..n.min(from + BLOCK), &mut part));
        }
        Self { n, blocks }
    }

    /// How many pairs have both values.
    #[must_use]
    pub fn complete(&self) -> usize {
        self.blocks.iter().map(|block| block.n as usize).sum()
    }

    /// Pearson's correlation of the complete pairs in `range`, as [`pearson`](super::correlation::pearson) gives it; `pairs` are those
    /// that the blocks were made from, and the range is cut at their end. Costs a 4096th of the range, and reading up to so many pairs
    /// at either end.
    ///
    /// ```
    /// use yenlens::stats::stretches::Stretches;
    /// let columns: [&[f64]; 2] = [&[9.0, 1.0, 2.0, 3.0, 4.0], &[0.0, 1.0, 3.0, 2.0, 4.0]];
    /// let r = Stretches::new(&columns).correlation(&columns, 1..5);
    /// assert_eq!((r.estimate, r.n), (0.8, 4));
    /// ```
    #[must_use]
    pub fn correlation(&self, pairs: &impl Pairs, range: Range<usize>) -> Coefficient {
        let (from, to) = (range.start.min(self.n), range.end.min(self.n).max(range.start.min(self.n)));
        let (first, last) = (from.div_ceil(BLOCK), to / BLOCK);
        let mut part = Default::default();
        let mut read = |range| Sums::of(pairs, range, &mut part);
        let sums = if first >= last {
            read(from..to)
        } else {
            let (begin, end) = (first * BLOCK, last * BLOCK);
            let inside = self.blocks[first..last].iter().fold(read(from..begin), |sums, block| sums.and(*block));
            inside.and(read(end..to))
        };
        sums.correlation()
    }
}

impl Sums {
    /// Of the pairs in `range`, which are read into `part`.
    fn of(pairs: &impl Pairs, range: Range<usize>, part: &mut [Vec<f64>; 2]) -> Self {
        pairs.read(range, part);
        let complete = || part[0].iter().zip(&part[1]).filter(|(a, b)| a.is_finite() && b.is_finite());
        let Some((anchor_x, anchor_y)) = complete().next() else { return Self::default() };
        let (mut n, mut sum_x, mut sum_y) = (0.0, 0.0, 0.0);
        for (a, b) in complete() {
            n += 1.0;
            sum_x += a - anchor_x;
            sum_y += b - anchor_y;
        }
        let (mean_x, mean_y) = (anchor_x + sum_x / n, anchor_y + sum_y / n);
        let mut sums = Self { n, mean_x, mean_y, ..Self::default() };
        let (mut rest_x, mut rest_y) = (0.0, 0.0);
        for (a, b) in complete() {
            let (dx, dy) = (a - mean_x, b - mean_y);
            rest_x += dx;
            rest_y += dy;
            sums.xx += dx * dx;
            sums.yy += dy * dy;
            sums.xy += dx * dy;
        }
        // What rounding left of the means is taken out again.
        sums.xx -= rest_x * rest_x / n;
        sums.yy -= rest_y * rest_y / n;
        sums.xy -= rest_x * rest_y / n;
        sums
    }

    fn and(self, o: Self) -> Self {
        if self.n == 0.0 || o.n == 0.0 {
            return if o.n == 0.0 { self } else { o };
        }
        let n = self.n + o.n;
        let (dx, dy, share) = (o.mean_x - self.mean_x, o.mean_y - self.mean_y, o.n / n);
        let weight = self.n * share;
        Self {
            n,
            mean_x: self.mean_x + dx * share,
            mean_y: self.mean_y + dy * share,
            xx: self.xx + o.xx + dx * dx * weight,
            yy: self.yy + o.yy + dy * dy * weight,
            xy: self.xy + o.xy + dx * dy * weight,
        }
    }

    fn correlation(self) -> Coefficient {
        let n = self.n as usize;
        let flat = n < 2 || is_flat(self.xx, self.n, self.mean_x) || is_flat(self.yy, self.n, self.mean_y);
        Coefficient { estimate: if flat { f64::NAN } else { ratio(self.xy, self.xx, self.yy) }, n }
    }
}
