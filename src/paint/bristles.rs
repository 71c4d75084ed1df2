//! Outlines with a hundred days and more in a pixel, as bristles.
//!
//! What stands in one column of so many days says nothing of the next: where the edges leap from column to column, there is no slope
//! between them that a smooth outline could tell of, and its many long edges are what takes a canvas its time. Upright lines a
//! device pixel wide, in one path, take a third of it. Not where a picture is written down, which is to be smooth at any size.

use plotters::prelude::DrawingBackend;

use super::Colour;
use super::covered::NONE;
use super::over_time::Plot;
use crate::view::polyline::{Cut, Cuts, Rect};

/// Days in a CSS pixel from which on a rough outline is painted so.
const SWARM: f64 = 100.0;
/// How far the two edges of an outline go up and down together from column to column, in CSS pixels, for it to be rough.
const ROUGH_PX: f64 = 8.0;

impl<DB: DrawingBackend> Plot<'_, DB> {
    /// Paints an outline as bristles, if that is what it is and the backend has them; whether it did.
    pub(super) fn bristles(&self, cuts: &Cuts, colour: Colour) -> bool {
        let frame = &self.places.plot;
        if self.x.domain().span() < SWARM * frame.width() || !is_rough(cuts) {
            return false;
        }
        let r = self.brushes.resolution;
        let mut ends = Vec::with_capacity(2 * (frame.width() / self.column_px) as usize);
        uprights(cuts, frame, self.column_px, &mut |x, y| ends.push((r.units(x), r.units(y))));
        self.brushes.strokes.upright(&ends, colour.backend())
    }
}

/// Whether the edges of an outline go up and down so much that what they are is bristles.
fn is_rough(cuts: &Cuts) -> bool {
    let (mut count, mut jumps, mut before) = (0.0, 0.0, NONE);
    cuts(&mut |cut| {
        let jump = (cut.1 - before.1).abs() + (cut.2 - before.2).abs();
        jumps += if jump.is_nan() { 0.0 } else { jump };
        count += 1.0;
        before = cut;
    });
    jumps >= ROUGH_PX * count
}

/// The two ends of what an outline covers of the frame in the middle of each column of that width, counted from 0.
fn uprights(cuts: &Cuts, frame: &Rect, column_px: f64, end: &mut dyn FnMut(f64, f64)) {
    let mut a = NONE;
    cuts(&mut |b| {
        let [mut at, last] = [a, b].map(|cut: Cut| (cut.0 / column_px - 0.5).ceil());
        // Nothing is less than a missing end.
        while at < last {
            let x = (at + 0.5) * column_px;
            let t = (x - a.0) / (b.0 - a.0);
            for (a, b) in [(a.1, b.1), (a.2, b.2)] {
                end(x, (a + t * (b - a)).max(frame.top).min(frame.bottom));
            }
            at += 1.0;
        }
        a = b;
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bristles_stand_on_whole_pixels_and_as_high_as_the_outline_there() {
        let frame = Rect { left: 0.0, top: 2.0, right: 9.0, bottom: 50.0 };
        let cuts = [(0.5, 0.0, 40.0), (1.5, 10.0, 60.0), NONE, (3.0, 5.0, 6.0), (4.0, 5.0, 6.0), (6.0, 9.0, 10.0)];
        let ends = |column_px: f64| {
            let mut ends = Vec::new();
            uprights(&|take| cuts.into_iter().for_each(take), &frame, column_px, &mut |x, y| ends.push((x, y)));
            ends
        };
        let whole = ends(1.0);
        assert_eq!(whole[..4], [(0.5, 2.0), (0.5, 40.0), (3.5, 5.0), (3.5, 6.0)]);
        assert_eq!(whole[4..], [(4.5, 6.0), (4.5, 7.0), (5.5, 8.0), (5.5, 9.0)]);
        let half = ends(0.5);
        assert_eq!(half[..4], [(0.75, 2.5), (0.75, 45.0), (1.25, 7.5), (1.25, 50.0)]);
        assert_eq!(half.len(), 16);
        let rough = [(0.0, 0.0, 1.0), (1.0, 20.0, 25.0), NONE];
        assert!(is_rough(&|take| rough.into_iter().for_each(take)));
        assert!(!is_rough(&|take| cuts[3..].iter().copied().for_each(take)));
    }
}
