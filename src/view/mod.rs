//! The chart without a screen: state, scales, ticks, layout, polylines, hit test and the figures.
//!
//! Everything here is pure: the same data, spec and size give the same scene.

pub mod hit;
pub mod polyline;
pub mod scale;
pub mod ticks;
pub mod time_ticks;
