//! Sums over every window of a column in one sweep: O(n), and as accurate as summing each window afresh.
//!
//! The column is cut into blocks as long as the window. A window is then the end of one block and the beginning of the
//! next, so that its sums are a suffix sum plus a prefix sum: nothing is ever subtracted, and what has left the window
//! leaves no trace, neither a rounding error nor a missing value. Sums are taken about the last value of the earlier
//! block, which lies in each of those windows: a sum of squares about a member of the window exceeds the one about the
//! mean by a factor of at most twice the window, which bounds the cancellation whatever the offset.
//!
//! Two blocks are swept at once, one in each lane.

use std::ops::Range;

use super::moments::FLAT;
use crate::series::Lanes;

/// The sums of one column over two windows, about their anchors.
#[derive(Clone, Copy)]
pub(super) struct Sums {
    pub(super) x: Lanes,
    pub(super) xx: Lanes,
}

/// What a window's sums are divided by, worked out once.
#[derive(Clone, Copy)]
pub(super) struct Size {
    /// 1 / n.
    pub(super) inverse: Lanes,
    /// n times the square of the share of the mean below which a deviation is rounding.
    flat: Lanes,
}

impl Size {
    pub(super) fn new(window: usize) -> Self {
        let n = window as f64;
        Self { inverse: Lanes::splat(1.0 / n), flat: Lanes::splat(n * FLAT * FLAT) }
    }

    /// The sum of squares up to which a window about `mean` is flat.
    #[inline]
    pub(super) fn floor(self, mean: Lanes) -> Lanes {
        self.flat * (mean * mean)
    }

    /// The sum of squares up to which a window is flat whose mean is as far from zero as the root of the mean of `squares`.
    #[inline]
    pub(super) fn floor_of_spread(self, squares: Lanes) -> Lanes {
        self.flat * (squares * self.inverse)
    }
}

impl Sums {
    #[inline]
    fn zero() -> Self {
        Self { x: Lanes::splat(0.0), xx: Lanes::splat(0.0) }
    }

    #[inline]
    fn with(self, x: Lanes) -> Self {
        Self { x: self.x + x, xx: self.xx + x * x }
    }

    #[inline]
    fn and(self, o: Self) -> Self {
        Self { x: self.x + o.x, xx: self.xx + o.xx }
    }
}

/// The two boundaries between blocks that are swept together, and how many values after each belong to their windows.
pub(super) struct Boundaries {
    pub(super) first: usize,
    pub(super) second: usize,
    pub(super) after: usize,
}

impl Boundaries {
    /// The last values of x and y before the boundaries.
    #[inline]
    pub(super) fn anchors(&self, x: &[f64], y: &[f64]) -> [Lanes; 2] {
        // Not by `map`, which is a call of its own where the module is kept small.
        let of = |column: &[f64]| Lanes::new(column[self.first - 1], column[self.second - 1]);
        [of(x), of(y)]
    }

    /// The last values before the boundaries, by twos from the end, and before them the one that is left over.
    #[inline]
    pub(super) fn before<'a>(
        &self,
        column: &'a [f64],
        length: usize,
    ) -> (Option<Lanes>, impl DoubleEndedIterator<Item = Twos<'a>> + ExactSizeIterator) {
        let (odd, early) = column[self.first - length..self.first].as_rchunks();
        let (other, late) = column[self.second - length..self.second].as_rchunks();
        (Lanes::of_either(odd, other), early.iter().zip(late))
    }

    /// The last values of the windows, by twos from the end; an odd first one is left out.
    #[inline]
    pub(super) fn after<'a>(&self, column: &'a [f64]) -> impl Iterator<Item = Twos<'a>> {
        let (_, early) = column[self.first - 1..self.first + self.after].as_rchunks();
        let (_, late) = column[self.second - 1..self.second + self.after].as_rchunks();
        early.iter().zip(late)
    }

    /// Where the figures of the windows go, as slices of one length: the step from one to the next asks no bound. A boundary that is its
    /// own partner gives all twice, of which `spare` takes one.
    #[inline]
    pub(super) fn places<'a>(&self, out: &'a mut [f64], spare: &'a mut Vec<f64>) -> [&'a mut [f64]; 2] {
        let &Self { first, second, after } = self;
        let (early, late) = out.split_at_mut(second - 1);
        let early = if first == second {
            spare.resize(after + 1, 0.0);
            spare
        } else {
            &mut early[first - 1..]
        };
        [&mut early[..=after], &mut late[..=after]]
    }
}

/// Two neighbours in the early block and in the late one.
pub(super) type Twos<'a> = (&'a [f64; 2], &'a [f64; 2]);

/// Pairs of neighbouring boundaries; one without a full partner is its own.
pub(super) fn boundaries(n: usize, window: usize) -> impl Iterator<Item = Boundaries> {
    let mut first = window;
    std::iter::from_fn(move || {
        if first > n {
            return None;
        }
        let alone = first + 2 * window > n + 1;
        let second = if alone { first } else { first + window };
        let after = (window - 1).min(n - second);
        let pair = Boundaries { first, second, after };
        first = second + window;
        Some(pair)
    })
}

/// The parts of columns of `n` values that can be handed to a sweep one after the other, in cache, with the bits of the whole:
/// each begins with the first window whose figures it gives, and gives about `length` of them. `window` is at least 1 and at most `n`.
pub(super) fn pieces(n: usize, window: usize, length: usize) -> impl Iterator<Item = Range<usize>> {
    // Whole pairs of blocks, by fours where there are as many: a step of whole rows of eight values leaves what is aligned in memory so.
    let pairs = length / (2 * window);
    let pairs = if pairs < 4 { pairs.max(1) } else { pairs / 4 * 4 };
    let step = (2 * window).saturating_mul(pairs);
    (0..=n - window).step_by(step).map(move |from| from..n.min(from.saturating_add(step + window - 1)))
}

/// About as many values as a cache holds of three columns; a shorter piece pays more calls.
pub(super) const PIECE: usize = 32_768;

/// Marks what comes before the first full window as missing.
pub(super) fn begin(out: &mut [f64], window: usize) {
    out[..window - 1].fill(f64::NAN);
}

/// For each full window writes `figure(sums about the anchor, anchor, last value)` at its last index; the rest is NaN.
/// `window` is at least 1 and at most the length, `out` is as long as `x`.
#[inline]
pub(super) fn sweep(x: &[f64], window: usize, out: &mut [f64], mut figure: impl FnMut(Sums, Lanes, Lanes) -> Lanes) {
    let out = &mut out[..x.len()];
    begin(out, window);
    let mut suffix = vec![Sums::zero(); window];
    let mut spare = Vec::new();
    for pair in boundaries(x.len(), window) {
        let Boundaries { first, second, after } = pair;
        let anchor = Lanes::new(x[first - 1], x[second - 1]);
        let mut sums = Sums::zero();
        let before = x[first - window..first].iter().zip(&x[second - window..second]);
        for ((a, b), slot) in before.zip(&mut suffix).rev() {
            sums = sums.with(Lanes::new(*a, *b) - anchor);
            *slot = sums;
        }
        let mut prefix = Sums::zero();
        let [ones, others] = pair.places(out, &mut spare);
        let later = x[first - 1..first + after].iter().zip(&x[second - 1..second + after]).zip(&suffix);
        for ((((a, b), late), one), other) in later.zip(ones).zip(others) {
            let last = Lanes::new(*a, *b);
            prefix = prefix.with(last - anchor);
            let figure = figure(prefix.and(*late), anchor, last);
            (*one, *other) = (figure.first(), figure.second());
        }
    }
}
