//! Bands: the area between a lower and an upper line.

use super::paths::Rect;
use super::{column, settle};

/// Across a band: x, and the y of its two edges in either order (the smaller y is the upper edge), in pixels; missing where the band is
/// interrupted.
pub type Cut = (f64, f64, f64);

/// What hands over the cuts of a band one after another, with x not decreasing, as often as it is asked.
pub type Cuts<'a> = dyn Fn(&mut dyn FnMut(Cut)) + 'a;

/// How the corners of polygons are written, and what is done with a polygon.
pub struct Draw<'a, P> {
    /// The corner at x and y.
    pub corner: &'a dyn Fn(f64, f64) -> P,
    /// So many corners along one edge have room from the beginning; a list that grows is for a while there twice.
    pub room: usize,
    /// Takes a polygon.
    pub polygon: &'a mut dyn FnMut(Vec<P>),
}

/// Draws the polygons of a band.
///
/// A cut with a missing number ends a polygon. In each column of `column_px` pixels with more than two cuts the outermost y count for the
/// whole column (a width that is not positive keeps all). What lies outside `clip` is cut off, and edges leave it at their own slope. A
/// polygon comes without its closing side and without the same corner twice in a row: the upper edge from left to right, then the lower
/// edge back. An isolated cut gives the two ends of a vertical line; a band wholly above or below the frame gives nothing, nor does a
/// frame that is not ordered and finite. Costs one pass and holds one polygon at a time.
///
/// ```
/// use yenlens::view::polyline::{Draw, Rect, band};
/// let plot = Rect { left: 0.0, top: 0.0, right: 100.0, bottom: 50.0 };
/// let cuts = [(0.0, 10.0, 20.0), (10.0, 15.0, 30.0)];
/// let mut polygons = Vec::new();
/// let mut draw = Draw { corner: &|x, y| (x, y), room: 2, polygon: &mut |polygon| polygons.push(polygon) };
/// band(&|take| cuts.into_iter().for_each(take), &plot, 0.5, &mut draw);
/// assert_eq!(polygons, [[(0.0, 10.0), (10.0, 15.0), (10.0, 30.0), (0.0, 20.0)]]);
/// ```
pub fn band<P: Copy + PartialEq>(cuts: &Cuts, clip: &Rect, column_px: f64, draw: &mut Draw<P>) {
    if !clip.is_sound() {
        return;
    }
    let area = Area { clip: *clip, draw, before: None, open: false, upper: Vec::new(), lower: Vec::new(), beyond: [false; 2] };
    let mut thinner = Thinner { column_px, kept: None, area };
    cuts(&mut |cut| thinner.take(cut));
    thinner.finish();
}

/// A cut with its edges in order.
#[derive(Clone, Copy)]
struct Span {
    x: f64,
    upper: f64,
    lower: f64,
}

/// Takes the cuts one by one and hands on what is kept of each column.
struct Thinner<'a, 'b, P> {
    column_px: f64,
    kept: Option<Column>,
    area: Area<'a, 'b, P>,
}

impl<P: Copy + PartialEq> Thinner<'_, '_, P> {
    fn take(&mut self, (x, a, b): Cut) {
        if x.is_nan() || a.is_nan() || b.is_nan() {
            self.finish();
            return;
        }
        let clip = self.area.clip;
        let y = |y: f64| settle(y, clip.top, clip.bottom);
        let cut = Span { x: settle(x, clip.left, clip.right), upper: y(a.min(b)), lower: y(a.max(b)) };
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
    first: Span,
    last: Span,
    upper: f64,
    lower: f64,
    count: usize,
}

impl Column {
    fn add(&mut self, cut: Span) {
        self.last = cut;
        self.upper = self.upper.min(cut.upper);
        self.lower = self.lower.max(cut.lower);
        self.count += 1;
    }

    fn emit<P: Copy + PartialEq>(self, area: &mut Area<P>) {
        match self.count {
            1 => area.to(self.first),
            2 => {
                area.to(self.first);
                area.to(self.last);
            }
            _ => {
                area.to(Span { x: self.first.x, upper: self.upper, lower: self.lower });
                area.to(Span { x: self.last.x, upper: self.upper, lower: self.lower });
            }
        }
    }
}

/// Draws the polygon cut by cut and keeps what is inside the frame.
struct Area<'a, 'b, P> {
    clip: Rect,
    draw: &'a mut Draw<'b, P>,
    before: Option<Span>,
    open: bool,
    /// The edges of the polygon under construction, both from left to right.
    upper: Vec<P>,
    lower: Vec<P>,
    /// Whether all of it is above the frame, and whether all of it is below.
    beyond: [bool; 2],
}

impl<P: Copy + PartialEq> Area<'_, '_, P> {
    fn to(&mut self, cut: Span) {
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
        edge((from.x, from.upper), (to.x, to.upper), top, bottom, |point| self.corner(true, point));
        edge((from.x, from.lower), (to.x, to.lower), top, bottom, |point| self.corner(false, point));
    }

    fn begin(&mut self, cut: Span) {
        let Rect { top, bottom, .. } = self.clip;
        self.upper.reserve_exact(2 * self.draw.room);
        self.lower.reserve_exact(self.draw.room);
        self.beyond = [true; 2];
        self.open = true;
        self.corner(true, (cut.x, cut.upper.clamp(top, bottom)));
        self.corner(false, (cut.x, cut.lower.clamp(top, bottom)));
    }

    /// Goes on to there, unless the edge is there already.
    fn corner(&mut self, is_upper: bool, (x, y): (f64, f64)) {
        let [above, below] = &mut self.beyond;
        (*above, *below) = (*above && y <= self.clip.top, *below && y >= self.clip.bottom);
        let (edge, corner) = (if is_upper { &mut self.upper } else { &mut self.lower }, (self.draw.corner)(x, y));
        if edge.last() != Some(&corner) {
            edge.push(corner);
        }
    }

    fn end(&mut self) {
        if self.open {
            let mut polygon = std::mem::take(&mut self.upper);
            while let Some(corner) = self.lower.pop() {
                if polygon.last() != Some(&corner) {
                    polygon.push(corner);
                }
            }
            if self.beyond == [false; 2] {
                (self.draw.polygon)(polygon);
            }
        }
        self.open = false;
        self.before = None;
    }
}

/// The cut at `x` between two others.
fn between(a: Span, b: Span, x: f64) -> Span {
    let t = (x - a.x) / (b.x - a.x);
    Span { x, upper: a.upper + t * (b.upper - a.upper), lower: a.lower + t * (b.lower - a.lower) }
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
