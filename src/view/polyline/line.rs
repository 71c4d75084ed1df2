//! Lines: split, thinned, cut.

use super::paths::{Paths, Rect};
use super::{column, settle};

/// Replaces what is in `out` by the paths of a line through `points`, in the order they come.
///
/// Points are in pixels; one with a missing coordinate ends a path, and the next present one begins another. In each column
/// of `column_px` pixels the first, the lowest, the highest and the last point are kept (a width that is not positive keeps
/// all). What lies outside `clip` is cut off at the edge. A point without neighbours gives a path of one vertex, for a dot.
/// A frame that is not ordered and finite gives no paths. Costs one pass over the points and allocates nothing once `out`
/// has grown.
pub fn polyline(points: impl Iterator<Item = (f64, f64)>, clip: &Rect, column_px: f64, out: &mut Paths) {
    out.clear();
    if !clip.is_sound() {
        return;
    }
    let cutter = Cutter { clip: *clip, out, before: None, open: false, seen: false };
    let mut thinner = Thinner { column_px, taken: 0, kept: None, cutter };
    for point in points {
        thinner.take(point);
    }
    thinner.finish();
}

/// Takes the points one by one and hands on what is kept of each column: one function, whatever the points come from.
struct Thinner<'a> {
    column_px: f64,
    taken: usize,
    kept: Option<Column>,
    cutter: Cutter<'a>,
}

impl Thinner<'_> {
    #[inline(never)]
    fn take(&mut self, (x, y): (f64, f64)) {
        self.taken += 1;
        if x.is_nan() || y.is_nan() {
            self.finish();
            return;
        }
        let (index, clip) = (self.taken, self.cutter.clip);
        let point = (settle(x, clip.left, clip.right), settle(y, clip.top, clip.bottom));
        let at = column(point.0, clip.left, self.column_px);
        match &mut self.kept {
            Some(current) if at.is_some() && current.at == at => current.add(index, point),
            _ => {
                if let Some(done) = self.kept.replace(Column::new(at, index, point)) {
                    done.emit(&mut self.cutter);
                }
            }
        }
    }

    #[inline(never)]
    fn finish(&mut self) {
        if let Some(done) = self.kept.take() {
            done.emit(&mut self.cutter);
        }
        self.cutter.end();
    }
}

/// What is kept of the points in one column of pixels; each with its place in the series.
struct Column {
    at: Option<f64>,
    first: (usize, (f64, f64)),
    top: (usize, (f64, f64)),
    bottom: (usize, (f64, f64)),
    last: (usize, (f64, f64)),
}

impl Column {
    fn new(at: Option<f64>, index: usize, point: (f64, f64)) -> Self {
        let only = (index, point);
        Self { at, first: only, top: only, bottom: only, last: only }
    }

    fn add(&mut self, index: usize, point: (f64, f64)) {
        self.last = (index, point);
        if point.1 < self.top.1.1 {
            self.top = self.last;
        }
        if point.1 > self.bottom.1.1 {
            self.bottom = self.last;
        }
    }

    /// In the order of the series, each once.
    fn emit(self, cutter: &mut Cutter<'_>) {
        let (earlier, later) = if self.top.0 <= self.bottom.0 { (self.top, self.bottom) } else { (self.bottom, self.top) };
        let mut before = None;
        for (index, point) in [self.first, earlier, later, self.last] {
            if before != Some(index) {
                cutter.to(point);
                before = Some(index);
            }
        }
    }
}

/// Draws from point to point and keeps what is inside the frame.
struct Cutter<'a> {
    clip: Rect,
    out: &'a mut Paths,
    before: Option<(f64, f64)>,
    /// Whether the path under construction ends at the point before.
    open: bool,
    /// Whether the path under construction holds a point of the series, not only crossings of the frame.
    seen: bool,
}

impl Cutter<'_> {
    fn to(&mut self, point: (f64, f64)) {
        let inside = self.clip.contains(point);
        match self.before.replace(point) {
            None if inside => self.begin(point),
            None => {}
            Some(before) => match inside_of(before, point, &self.clip) {
                Some((enters, leaves)) => {
                    if self.open {
                        self.out.go_on(leaves);
                    } else {
                        self.begin(enters);
                        self.out.go_on(leaves);
                        self.seen = false;
                    }
                    self.seen |= inside;
                    if !inside {
                        self.close();
                    }
                }
                None => self.close(),
            },
        }
    }

    fn begin(&mut self, point: (f64, f64)) {
        self.out.begin(point);
        self.open = true;
        self.seen = true;
    }

    /// Ends the path; a line that only grazes a corner leaves nothing.
    fn close(&mut self) {
        if self.open && !self.seen && self.out.current().len() == 1 {
            self.out.give_up();
        }
        self.open = false;
    }

    fn end(&mut self) {
        self.close();
        self.before = None;
    }
}

/// The part of the segment from `a` to `b` inside the frame (Liang and Barsky 1984: the line as `a + t (b - a)`, each edge
/// narrows the `t` that are inside). `None` when it passes by.
fn inside_of(a: (f64, f64), b: (f64, f64), clip: &Rect) -> Option<((f64, f64), (f64, f64))> {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    for (towards, room) in [(-dx, a.0 - clip.left), (dx, clip.right - a.0), (-dy, a.1 - clip.top), (dy, clip.bottom - a.1)] {
        if towards == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if towards < 0.0 {
            enters = enters.max(room / towards);
        } else {
            leaves = leaves.min(room / towards);
        }
    }
    // Rounding must neither leave the frame nor run ahead of the end of the segment.
    let within = |value: f64, from: f64, to: f64, low: f64, high: f64| value.clamp(from.min(to), from.max(to)).clamp(low, high);
    let at =
        |t: f64| (within(a.0 + t * dx, a.0, b.0, clip.left, clip.right), within(a.1 + t * dy, a.1, b.1, clip.top, clip.bottom));
    (enters <= leaves).then(|| (if enters > 0.0 { at(enters) } else { a }, if leaves < 1.0 { at(leaves) } else { b }))
}
