//! Bands: the area between a lower and an upper line.

use super::paths::{Paths, Rect};
use super::{column, settle};

/// A vertex of a band: x, the y of the upper line and the y of the lower line, in pixels.
#[derive(Clone, Copy)]
struct Cut {
    x: f64,
    upper: f64,
    lower: f64,
}

/// Replaces what is in `out` by the polygons of a band.
///
/// `points` are x and the two y of its edges in pixels, in either order (the smaller y is the upper edge), with x not
/// decreasing. One with a missing number ends a polygon. In each column of `column_px` pixels with more than two points the
/// outermost y count for the whole column (a width that is not positive keeps all). What lies outside `clip` is cut off, and
/// edges leave it at their own slope. Each path is a polygon without its closing side: the upper edge from left to right,
/// then the lower edge back. An isolated point gives the two ends of a vertical line; a band wholly above or below the
/// frame gives nothing, nor does a frame that is not ordered and finite. Costs one pass and allocates nothing once `out`
/// has grown.
pub fn band(points: impl Iterator<Item = (f64, f64, f64)>, clip: &Rect, column_px: f64, out: &mut Paths) {
    out.clear();
    if !clip.is_sound() {
        return;
    }
    let mut thinner = Thinner { column_px, kept: None, area: Area { clip: *clip, out, before: None, open: false } };
    for point in points {
        thinner.take(point);
    }
    thinner.finish();
}

/// Takes the points one by one and hands on what is kept of each column: one function, whatever the points come from.
struct Thinner<'a> {
    column_px: f64,
    kept: Option<Column>,
    area: Area<'a>,
}

impl Thinner<'_> {
    #[inline(never)]
    fn take(&mut self, (x, a, b): (f64, f64, f64)) {
        if x.is_nan() || a.is_nan() || b.is_nan() {
            self.finish();
            return;
        }
        let clip = self.area.clip;
        let y = |y: f64| settle(y, clip.top, clip.bottom);
        let cut = Cut { x: settle(x, clip.left, clip.right), upper: y(a.min(b)), lower: y(a.max(b)) };
        let at = column(cut.x, clip.left, self.column_px);
        match &mut self.kept {
            Some(current) if at.is_some() && current.at == at => current.add(cut),
            _ => {
                let next = Column { at, first: cut, last: cut, upper: cut.upper, lower: cut.lower, count: 1 };
                if let Some(done) = self.kept.replace(next) {
                    done.emit(&mut self.area);
                }
            }
        }
    }

    #[inline(never)]
    fn finish(&mut self) {
        if let Some(done) = self.kept.take() {
            done.emit(&mut self.area);
        }
        self.area.end();
    }
}

/// What is kept of the points in one column of pixels.
struct Column {
    at: Option<f64>,
    first: Cut,
    last: Cut,
    upper: f64,
    lower: f64,
    count: usize,
}

impl Column {
    fn add(&mut self, cut: Cut) {
        self.last = cut;
        self.upper = self.upper.min(cut.upper);
        self.lower = self.lower.max(cut.lower);
        self.count += 1;
    }

    fn emit(self, area: &mut Area<'_>) {
        match self.count {
            1 => area.to(self.first),
            2 => {
                area.to(self.first);
                area.to(self.last);
            }
            _ => {
                area.to(Cut { x: self.first.x, upper: self.upper, lower: self.lower });
                area.to(Cut { x: self.last.x, upper: self.upper, lower: self.lower });
            }
        }
    }
}

/// Draws the polygon cut by cut and keeps what is inside the frame.
struct Area<'a> {
    clip: Rect,
    out: &'a mut Paths,
    before: Option<Cut>,
    open: bool,
}

impl Area<'_> {
    fn to(&mut self, cut: Cut) {
        let Some(before) = self.before.replace(cut) else {
            if self.clip.left <= cut.x && cut.x <= self.clip.right {
                self.begin(cut);
            }
            return;
        };
        if cut.x < self.clip.left || before.x > self.clip.right {
            return;
        }
        let from = if before.x < self.clip.left { between(before, cut, self.clip.left) } else { before };
        let to = if cut.x > self.clip.right { between(before, cut, self.clip.right) } else { cut };
        if !self.open {
            self.begin(from);
        }
        let Rect { top, bottom, .. } = self.clip;
        edge((from.x, from.upper), (to.x, to.upper), top, bottom, |point| self.out.go_on(point));
        let back = &mut self.out.back;
        edge((from.x, from.lower), (to.x, to.lower), top, bottom, |point| {
            if back.last() != Some(&point) {
                back.push(point);
            }
        });
    }

    fn begin(&mut self, cut: Cut) {
        let Rect { top, bottom, .. } = self.clip;
        self.out.begin((cut.x, cut.upper.clamp(top, bottom)));
        self.out.back.push((cut.x, cut.lower.clamp(top, bottom)));
        self.open = true;
    }

    fn end(&mut self) {
        if self.open {
            self.out.close_by_way_back();
            let Rect { top, bottom, .. } = self.clip;
            let mut ys = self.out.current().iter().map(|point| point.1);
            let outside = ys.clone().all(|y| y <= top) || ys.all(|y| y >= bottom);
            if outside {
                self.out.give_up();
            }
        }
        self.open = false;
        self.before = None;
    }
}

/// The cut at `x` between two others.
fn between(a: Cut, b: Cut, x: f64) -> Cut {
    let t = (x - a.x) / (b.x - a.x);
    Cut { x, upper: a.upper + t * (b.upper - a.upper), lower: a.lower + t * (b.lower - a.lower) }
}

/// Goes from `a` to `b` held between `top` and `bottom`: to where the line crosses them, then to the end. The beginning has
/// been reached already.
fn edge(a: (f64, f64), b: (f64, f64), top: f64, bottom: f64, mut to: impl FnMut((f64, f64))) {
    let (first, second) = if a.1 <= b.1 { (top, bottom) } else { (bottom, top) };
    for level in [first, second] {
        if (a.1 < level && level < b.1) || (b.1 < level && level < a.1) {
            let x = a.0 + (level - a.1) / (b.1 - a.1) * (b.0 - a.0);
            to((x.clamp(a.0.min(b.0), a.0.max(b.0)), level));
        }
    }
    to((b.0, b.1.clamp(top, bottom)));
}
