//! The frame of a plot and the buffer that paths are written to.

/// The frame of a plot, in pixels: `left <= right` and `top <= bottom`, y growing downwards.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// The x of the left edge.
    pub left: f64,
    /// The y of the upper edge.
    pub top: f64,
    /// The x of the right edge.
    pub right: f64,
    /// The y of the lower edge.
    pub bottom: f64,
}

impl Rect {
    /// The width in pixels.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// The height in pixels.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Whether the point lies inside or on an edge.
    #[must_use]
    pub fn contains(&self, (x, y): (f64, f64)) -> bool {
        self.left <= x && x <= self.right && self.top <= y && y <= self.bottom
    }

    /// Whether anything can be drawn in it: ordered, and no edge is missing or absurdly far.
    pub(super) fn is_sound(&self) -> bool {
        let near = |edge: f64| edge.abs() <= super::FAR;
        self.left <= self.right && self.top <= self.bottom && [self.left, self.top, self.right, self.bottom].into_iter().all(near)
    }
}

/// Paths one after another in one buffer, so that a frame drawn again allocates nothing.
///
/// ```
/// use yenlens::view::polyline::{Paths, Rect, polyline};
/// let plot = Rect { left: 0.0, top: 0.0, right: 100.0, bottom: 50.0 };
/// let mut paths = Paths::default();
/// let points = [(0.0, 10.0), (10.0, 20.0), (20.0, f64::NAN), (30.0, 30.0)];
/// polyline(points.into_iter(), &plot, 0.5, &mut paths);
/// assert_eq!(paths.iter().collect::<Vec<_>>(), [&[(0.0, 10.0), (10.0, 20.0)][..], &[(30.0, 30.0)]]);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Paths {
    points: Vec<(f64, f64)>,
    starts: Vec<usize>,
}

impl Paths {
    /// The paths in order, none of them empty.
    pub fn iter(&self) -> impl Iterator<Item = &[(f64, f64)]> {
        let ends = self.starts.iter().skip(1).copied().chain([self.points.len()]);
        self.starts.iter().zip(ends).map(|(start, end)| &self.points[*start..end])
    }

    /// How many paths there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there is no path.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Removes all paths and keeps the memory.
    pub fn clear(&mut self) {
        self.points.clear();
        self.starts.clear();
    }

    /// Begins a path at `point`.
    pub(super) fn begin(&mut self, point: (f64, f64)) {
        self.starts.push(self.points.len());
        self.points.push(point);
    }

    /// Goes on to `point`, unless the path is there already.
    pub(super) fn go_on(&mut self, point: (f64, f64)) {
        if self.points.last() != Some(&point) {
            self.points.push(point);
        }
    }

    /// Where the path under construction is.
    pub(super) fn current(&self) -> &[(f64, f64)] {
        self.starts.last().map_or(&[], |start| &self.points[*start..])
    }

    /// Drops the path under construction.
    pub(super) fn give_up(&mut self) {
        if let Some(start) = self.starts.pop() {
            self.points.truncate(start);
        }
    }
}
