//! Figures of two columns over every window in one sweep, by the sums of `windows`.
//!
//! Each pair of blocks is taken the quick way, which asks nothing of a window but its figure and notes the least sums of
//! squares. When these come near to what rounding leaves of a flat window, or near to the ends of the range of f64, or when
//! anything is missing, the pair of blocks is taken once more the careful way, which asks everything of each window.

use super::correlation::ratio;
use super::windows::{Boundaries, Size, begin, boundaries};
use crate::series::Lanes;

/// Within these sums of squares their products keep to the range of f64 with room to spare.
const LEAST: f64 = 1e-140;
const MOST: f64 = 1e140;

/// What a sweep adds up over a window, about the anchors; the fields that a figure does not use are not there to cost time.
pub(super) trait Sums: Copy {
    fn zero() -> Self;
    fn with(self, x: Lanes, y: Lanes) -> Self;
    fn and(self, o: Self) -> Self;
    /// The sums of squares of x and, where they matter, of y.
    fn squares(&self) -> [Lanes; 2];
}

/// All five sums.
#[derive(Clone, Copy)]
pub(super) struct Products {
    x: Lanes,
    y: Lanes,
    xx: Lanes,
    yy: Lanes,
    xy: Lanes,
}

impl Sums for Products {
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

    #[inline]
    fn squares(&self) -> [Lanes; 2] {
        [self.xx, self.yy]
    }
}

/// The sums of a slope on x.
#[derive(Clone, Copy)]
pub(super) struct ProductsOfX {
    x: Lanes,
    y: Lanes,
    xx: Lanes,
    xy: Lanes,
}

impl Sums for ProductsOfX {
    #[inline]
    fn zero() -> Self {
        let zero = Lanes::splat(0.0);
        Self { x: zero, y: zero, xx: zero, xy: zero }
    }

    #[inline]
    fn with(self, x: Lanes, y: Lanes) -> Self {
        Self { x: self.x + x, y: self.y + y, xx: self.xx + x * x, xy: self.xy + x * y }
    }

    #[inline]
    fn and(self, o: Self) -> Self {
        Self { x: self.x + o.x, y: self.y + o.y, xx: self.xx + o.xx, xy: self.xy + o.xy }
    }

    #[inline]
    fn squares(&self) -> [Lanes; 2] {
        [self.xx; 2]
    }
}

/// What a sweep makes of the sums of a window.
pub(super) trait Figure: Copy {
    type Sums: Sums;

    /// Whether the figure lies between -1 and 1.
    const WITHIN_ONE: bool;

    /// How many of the columns, x first, must not be flat.
    const COLUMNS: usize;

    /// The figure of a window that is surely not flat, infinite where it overflowed, and its sums of squared deviations.
    fn quick(sums: Self::Sums, inverse: Lanes) -> (Lanes, [Lanes; 2]);

    /// The figure of any window.
    fn careful(sums: Products, anchors: [Lanes; 2], size: Size) -> Lanes;
}

/// Pearson's correlation.
#[derive(Clone, Copy)]
pub(super) struct Correlation;

impl Figure for Correlation {
    type Sums = Products;
    const WITHIN_ONE: bool = true;
    const COLUMNS: usize = 2;

    #[inline]
    fn quick(sums: Products, inverse: Lanes) -> (Lanes, [Lanes; 2]) {
        let (shift_x, shift_y) = (sums.x * inverse, sums.y * inverse);
        let (xx, yy) = (sums.xx - sums.x * shift_x, sums.yy - sums.y * shift_y);
        ((sums.xy - sums.x * shift_y) / (xx * yy).sqrt(), [xx, yy])
    }

    #[inline]
    fn careful(sums: Products, anchors: [Lanes; 2], size: Size) -> Lanes {
        let (shift_x, shift_y) = (sums.x * size.inverse, sums.y * size.inverse);
        let (xx, yy) = (sums.xx - sums.x * shift_x, sums.yy - sums.y * shift_y);
        let xy = sums.xy - sums.x * shift_y;
        let r = Lanes::new(ratio(xy.first(), xx.first(), yy.first()), ratio(xy.second(), xx.second(), yy.second()));
        // Sums that overflowed have no ratio.
        let r = r + (xx + yy) * Lanes::splat(0.0);
        r.where_greater(xx, size.floor(anchors[0] + shift_x)).where_greater(yy, size.floor(anchors[1] + shift_y))
    }
}

/// The slope of the regression of y on x.
#[derive(Clone, Copy)]
pub(super) struct Slope;

impl Figure for Slope {
    type Sums = ProductsOfX;
    const WITHIN_ONE: bool = false;
    const COLUMNS: usize = 1;

    #[inline]
    fn quick(sums: ProductsOfX, inverse: Lanes) -> (Lanes, [Lanes; 2]) {
        let shift = sums.x * inverse;
        let xx = sums.xx - sums.x * shift;
        ((sums.xy - sums.y * shift) / xx, [xx; 2])
    }

    #[inline]
    fn careful(sums: Products, anchors: [Lanes; 2], size: Size) -> Lanes {
        let shift = sums.x * size.inverse;
        let xx = sums.xx - sums.x * shift;
        finite((sums.xy - sums.y * shift) / xx).where_greater(xx, size.floor(anchors[0] + shift))
    }
}

/// A figure that overflowed is no figure.
#[inline]
pub(super) fn finite(v: Lanes) -> Lanes {
    // Times zero a number is 0, and what is none is NaN.
    v + v * Lanes::splat(0.0)
}

/// For each full window writes the figure at its last index; the rest is NaN. The columns and `out` are of equal length,
/// `window` is at least 1 and at most that length.
#[inline(never)]
pub(super) fn sweep<F: Figure>(x: &[f64], y: &[f64], window: usize, out: &mut [f64]) {
    let n = x.len().min(y.len());
    let (x, y, out) = (&x[..n], &y[..n], &mut out[..n]);
    begin(out, window);
    let size = Size::new(window);
    let mut suffix = vec![F::Sums::zero(); window];
    let (mut kept, mut spare) = (Vec::new(), Vec::new());
    for pair in boundaries(n, window) {
        // The largest square of the figures where they have a bound, elsewhere their sum, which is infinite or none once one of them is.
        let (mut least, mut extent) = ([Lanes::splat(f64::INFINITY); 2], Lanes::splat(0.0));
        let total = blocks(x, y, &pair, &mut suffix, out, &mut spare, |sums, _| {
            let (figure, squares) = F::quick(sums, size.inverse);
            least[0] = least[0].lesser(squares[0]);
            if F::COLUMNS == 2 {
                least[1] = least[1].lesser(squares[1]);
            }
            extent = if F::WITHIN_ONE { extent.greater(figure * figure) } else { extent + figure };
            figure
        });
        let anchors = pair.anchors(x, y);
        let safe = (0..F::COLUMNS).all(|column| is_safe(least[column], total.squares()[column], anchors[column], size));
        // Rounding carries a correlation of 1 beyond it. (A constant to compare with would cost time in every step.)
        let outside = if F::WITHIN_ONE {
            extent.first().max(extent.second()) > 1.0
        } else {
            !(extent.first() + extent.second()).is_finite()
        };
        if !safe || outside {
            kept.resize(window, Products::zero());
            blocks(x, y, &pair, &mut kept, out, &mut spare, |sums, anchors| F::careful(sums, anchors, size));
        }
    }
}

/// Whether no window can be flat or out of range, from the least sum of squared deviations, the sum of squares about the
/// anchor over both blocks, and the anchor.
fn is_safe(least: Lanes, total: Lanes, anchor: Lanes, size: Size) -> bool {
    // The mean of a window lies no further from the anchor than the root of its mean square about it, and the square of a sum
    // is at most twice the sum of the squares.
    let floor = size.floor(anchor) + size.floor_of_spread(total);
    let lane = |least: f64, floor: f64, total: f64| least > floor + floor && least > LEAST && total < MOST;
    lane(least.first(), floor.first(), total.first()) && lane(least.second(), floor.second(), total.second())
}

/// Writes the figure of each window that begins in the blocks before the boundaries; returns what both blocks add up to.
#[inline]
fn blocks<S: Sums>(
    x: &[f64],
    y: &[f64],
    pair: &Boundaries,
    suffix: &mut [S],
    out: &mut [f64],
    spare: &mut Vec<f64>,
    mut figure: impl FnMut(S, [Lanes; 2]) -> Lanes,
) -> S {
    let anchors = pair.anchors(x, y);
    let mut sums = S::zero();
    let ((odd_x, of_x), (odd_y, of_y)) = (pair.before(x, suffix.len()), pair.before(y, suffix.len()));
    let (odd, slots) = suffix.as_rchunks_mut();
    for ((x, y), [one, other]) in of_x.zip(of_y).zip(slots).rev() {
        let ([x, next_x], [y, next_y]) = (steps(x, anchors[0]), steps(y, anchors[1]));
        *other = sums.with(next_x, next_y);
        *one = other.with(x, y);
        sums = *one;
    }
    if let (Some(x), Some(y), [slot]) = (odd_x, odd_y, odd) {
        *slot = sums.with(x - anchors[0], y - anchors[1]);
        sums = *slot;
    }
    // The first windows add nothing to their blocks, for the last value before a boundary is the anchor. Where their number is odd, they
    // are not among the twos.
    let first = figure(sums, anchors);
    let [early, late] = pair.places(out, spare);
    (early[0], late[0]) = (first.first(), first.second());
    let (early, late) = (early.as_rchunks_mut().1, late.as_rchunks_mut().1);
    let of = pair.after(x).zip(pair.after(y)).zip(suffix[..=pair.after].as_rchunks().1);
    let mut prefix = S::zero();
    for ((((x, y), [one, other]), early), late) in of.zip(early).zip(late) {
        let ([x, next_x], [y, next_y]) = (steps(x, anchors[0]), steps(y, anchors[1]));
        let now = prefix.with(x, y);
        prefix = now.with(next_x, next_y);
        let (now, next) = (figure(now.and(*one), anchors), figure(prefix.and(*other), anchors));
        *early = now.firsts_with(next).to_array();
        *late = now.seconds_with(next).to_array();
    }
    sums.and(prefix)
}

/// Two neighbours of each block as the lanes of two steps, about the anchors.
#[inline]
fn steps((early, late): (&[f64; 2], &[f64; 2]), anchors: Lanes) -> [Lanes; 2] {
    let (early, late) = (Lanes::of(early), Lanes::of(late));
    [early.firsts_with(late) - anchors, early.seconds_with(late) - anchors]
}
