//! Sums over every window of a column in one sweep: O(n), and as accurate as summing each window afresh.
//!
//! The column is cut into blocks as long as the window. A window is then the end of one block and the beginning of the
//! next, so that its sums are a suffix sum plus a prefix sum: nothing is ever subtracted, and what has left the window
//! leaves no trace, neither a rounding error nor a missing value. Sums are taken about the last value of the earlier
//! block, which lies in each of those windows: a sum of squares about a member of the window exceeds the one about the
//! mean by a factor of at most twice the window, which bounds the cancellation whatever the offset.
//!
//! Two blocks are swept at once, one in each lane.

use super::lanes::Lanes;
use super::moments::FLAT;

/// The sums of one column over two windows, about their anchors.
#[derive(Clone, Copy)]
pub(super) struct Sums {
    pub(super) x: Lanes,
    pub(super) xx: Lanes,
}

/// The sums of two columns over two windows, about their anchors.
#[derive(Clone, Copy)]
pub(super) struct PairSums {
    pub(super) x: Lanes,
    pub(super) y: Lanes,
    pub(super) xx: Lanes,
    pub(super) yy: Lanes,
    pub(super) xy: Lanes,
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

impl PairSums {
    #[inline]
    fn zero() -> Self {
        let zero = Lanes::splat(0.0);
        Self { x: zero, y: zero, xx: zero, yy: zero, xy: zero }
    }

    #[inline]
    fn with(self, x: Lanes, y: Lanes) -> Self {
        Self { x: self.x + x, y: self.y + y, xx: self.xx + x * x, yy: self.yy + y * y, xy: self.xy + x * y }
    }

    #[inline]
    fn and(self, o: Self) -> Self {
        Self { x: self.x + o.x, y: self.y + o.y, xx: self.xx + o.xx, yy: self.yy + o.yy, xy: self.xy + o.xy }
    }
}

/// The two boundaries between blocks that are swept together, and how many values after each belong to their windows.
struct Boundaries {
    first: usize,
    second: usize,
    after: usize,
}

/// Pairs of neighbouring boundaries; one without a full partner is its own.
fn boundaries(n: usize, window: usize) -> impl Iterator<Item = Boundaries> {
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

/// For each full window writes `figure(sums about the anchor, anchor, last value)` at its last index; the rest is NaN.
/// `window` is at least 1 and at most the length.
#[inline]
pub(super) fn sweep(x: &[f64], window: usize, mut figure: impl FnMut(Sums, Lanes, Lanes) -> Lanes) -> Vec<f64> {
    let mut out = vec![f64::NAN; x.len()];
    let mut suffix = vec![Sums::zero(); window];
    for Boundaries { first, second, after } in boundaries(x.len(), window) {
        let anchor = Lanes::new(x[first - 1], x[second - 1]);
        let mut sums = Sums::zero();
        let before = x[first - window..first].iter().zip(&x[second - window..second]);
        for ((a, b), slot) in before.zip(&mut suffix).rev() {
            sums = sums.with(Lanes::new(*a, *b) - anchor);
            *slot = sums;
        }
        let mut put = |at: usize, figure: Lanes| {
            out[first - 1 + at] = figure.first();
            out[second - 1 + at] = figure.second();
        };
        put(0, figure(suffix[0], anchor, anchor));
        let mut prefix = Sums::zero();
        let later = x[first..first + after].iter().zip(&x[second..second + after]);
        for (at, ((a, b), late)) in later.zip(&suffix[1..]).enumerate() {
            let last = Lanes::new(*a, *b);
            prefix = prefix.with(last - anchor);
            put(at + 1, figure(prefix.and(*late), anchor, last));
        }
    }
    out
}

/// For each full window writes `figure(sums about the anchors, anchors)` at its last index; the rest is NaN. The columns
/// are of equal length, `window` is at least 1 and at most that length.
#[inline]
pub(super) fn sweep_pairs(
    x: &[f64],
    y: &[f64],
    window: usize,
    mut figure: impl FnMut(PairSums, [Lanes; 2]) -> Lanes,
) -> Vec<f64> {
    let n = x.len().min(y.len());
    let (x, y) = (&x[..n], &y[..n]);
    let mut out = vec![f64::NAN; n];
    let mut suffix = vec![PairSums::zero(); window];
    for Boundaries { first, second, after } in boundaries(n, window) {
        let anchors = [Lanes::new(x[first - 1], x[second - 1]), Lanes::new(y[first - 1], y[second - 1])];
        let mut sums = PairSums::zero();
        let (early, late) = (first - window..first, second - window..second);
        let of_x = x[early.clone()].iter().zip(&x[late.clone()]);
        let of_y = y[early].iter().zip(&y[late]);
        for (((a, b), (c, d)), slot) in of_x.zip(of_y).zip(&mut suffix).rev() {
            sums = sums.with(Lanes::new(*a, *b) - anchors[0], Lanes::new(*c, *d) - anchors[1]);
            *slot = sums;
        }
        let mut put = |at: usize, figure: Lanes| {
            out[first - 1 + at] = figure.first();
            out[second - 1 + at] = figure.second();
        };
        put(0, figure(suffix[0], anchors));
        let mut prefix = PairSums::zero();
        let (early, late) = (first..first + after, second..second + after);
        let of_x = x[early.clone()].iter().zip(&x[late.clone()]);
        let of_y = y[early].iter().zip(&y[late]);
        for (at, (((a, b), (c, d)), late)) in of_x.zip(of_y).zip(&suffix[1..]).enumerate() {
            prefix = prefix.with(Lanes::new(*a, *b) - anchors[0], Lanes::new(*c, *d) - anchors[1]);
            put(at + 1, figure(prefix.and(*late), anchors));
        }
    }
    out
}
