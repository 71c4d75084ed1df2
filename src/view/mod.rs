//! The chart without a screen: state, scales, ticks, layout, polylines, hit test and the figures.
//!
//! Everything here is pure: the same data, spec and size give the same scene and the same layout.

pub mod bound;
pub mod choices;
#[cfg(feature = "figures")]
pub mod claims;
pub mod controls;
pub mod credits;
pub mod figures;
pub mod gesture;
pub mod group;
pub mod hit;
pub mod labels;
pub mod layout;
pub mod legend;
pub mod method;
pub mod moves;
pub mod polyline;
pub mod provenance;
pub mod readout;
pub mod sample;
pub mod scale;
pub mod scene;
pub mod share;
pub mod sheet;
#[cfg(feature = "figures")]
pub mod sound;
pub mod state;
pub mod steps;
pub mod table;
pub mod ticks;
pub mod time_ticks;
