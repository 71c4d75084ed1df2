//! From points in pixels to the paths that are painted: split at missing values, thinned to what the pixels can show, cut at
//! the frame of the plot.
//!
//! Not for scales or colours. The renderer below clamps what lies outside to the edge and draws NaN at the bottom; the
//! invariant here is that it never gets such a point: every vertex is finite and inside the frame, and a line leaves the
//! frame at its own slope.
//!
//! Thinning comes before cutting, so that what a long series costs follows the width in pixels, also while it
//! leaves and enters the frame at every other point.

mod band;
mod columns;
mod line;
mod paths;

pub use band::{Cut, Cuts, Draw, band};
pub use columns::{Column, DENSE, columns};
pub use line::polyline;
pub use paths::{Paths, Rect};

/// A coordinate beyond this is pulled back to it: far outside any screen, and still exact to a millionth of a pixel when a
/// line from there is cut at the frame.
const FAR: f64 = 1e9;

/// A point this close to the frame is on it, or the rounding of a scale would cut a line at its highest point.
const ON_FRAME: f64 = 1e-6;

/// `value` pulled into the range of exact arithmetic, and onto an edge it all but touches.
fn settle(value: f64, low: f64, high: f64) -> f64 {
    if (value - low).abs() <= ON_FRAME {
        low
    } else if (value - high).abs() <= ON_FRAME {
        high
    } else {
        value.clamp(-FAR, FAR)
    }
}

/// Which column of pixels holds `x`. Without columns (a width that is not positive) every point has one for itself.
fn column(x: f64, left: f64, width: f64) -> Option<f64> {
    (width > 0.0).then(|| ((x - left) / width).floor())
}
