//! Sums over every window of a column in one sweep: O(n), and as accurate as summing each window afresh.
//!
//! The column is cut into blocks as long as the window. A window is then the end of one block and the beginning of the
//! next, so that its sums are a suffix sum plus a prefix sum: nothing is ever subtracted, and what has left the window
//! leaves no trace, neither a rounding error nor a missing value. Sums are taken about the last value of the earlier
//! block, which lies in each of those windows: a sum of squares about a member of the window exceeds the one about the
//! mean by a factor of at most twice the window, which bounds the cancellation whatever the offset.

/// Sums over one column about an anchor.
#[derive(Clone, Copy, Default)]
pub(super) struct Sums {
    pub(super) x: f64,
    pub(super) xx: f64,
}

/// Sums over two columns about an anchor in each.
#[derive(Clone, Copy, Default)]
pub(super) struct PairSums {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) xx: f64,
    pub(super) yy: f64,
    pub(super) xy: f64,
}

impl PairSums {
    fn with(self, x: f64, y: f64) -> Self {
        Self { x: self.x + x, y: self.y + y, xx: self.xx + x * x, yy: self.yy + y * y, xy: self.xy + x * y }
    }

    fn and(self, o: Self) -> Self {
        Self { x: self.x + o.x, y: self.y + o.y, xx: self.xx + o.xx, yy: self.yy + o.yy, xy: self.xy + o.xy }
    }
}

/// For each full window writes `figure(sums about the anchor, anchor, last value)` at its last index; the rest is NaN.
/// `window` is at least 1 and at most the length.
pub(super) fn sweep(x: &[f64], window: usize, figure: impl Fn(Sums, f64, f64) -> f64) -> Vec<f64> {
    let mut out = vec![f64::NAN; x.len()];
    let mut suffix = vec![Sums::default(); window];
    let mut boundary = window;
    while boundary <= x.len() {
        let anchor = x[boundary - 1];
        let mut sums = Sums::default();
        for (at, v) in x[boundary - window..boundary].iter().enumerate().rev() {
            let d = v - anchor;
            sums = Sums { x: sums.x + d, xx: sums.xx + d * d };
            suffix[at] = sums;
        }
        out[boundary - 1] = figure(suffix[0], anchor, anchor);
        let mut prefix = Sums::default();
        for ((v, late), slot) in x[boundary..].iter().zip(&suffix[1..]).zip(&mut out[boundary..]) {
            let d = v - anchor;
            prefix = Sums { x: prefix.x + d, xx: prefix.xx + d * d };
            *slot = figure(Sums { x: prefix.x + late.x, xx: prefix.xx + late.xx }, anchor, *v);
        }
        boundary += window;
    }
    out
}

/// For each full window writes `figure(sums about the anchors, anchors)` at its last index; the rest is NaN. The columns
/// are of equal length, `window` is at least 1 and at most that length.
pub(super) fn sweep_pairs(x: &[f64], y: &[f64], window: usize, figure: impl Fn(PairSums, [f64; 2]) -> f64) -> Vec<f64> {
    let mut out = vec![f64::NAN; x.len()];
    let mut suffix = vec![PairSums::default(); window];
    let mut boundary = window;
    while boundary <= x.len() {
        let anchors = [x[boundary - 1], y[boundary - 1]];
        let mut sums = PairSums::default();
        let block = boundary - window..boundary;
        for ((a, b), slot) in x[block.clone()].iter().zip(&y[block]).zip(&mut suffix).rev() {
            sums = sums.with(a - anchors[0], b - anchors[1]);
            *slot = sums;
        }
        out[boundary - 1] = figure(suffix[0], anchors);
        let mut prefix = PairSums::default();
        for (((a, b), late), slot) in x[boundary..].iter().zip(&y[boundary..]).zip(&suffix[1..]).zip(&mut out[boundary..]) {
            prefix = prefix.with(a - anchors[0], b - anchors[1]);
            *slot = figure(prefix.and(*late), anchors);
        }
        boundary += window;
    }
    out
}
