//! The chart without a screen: state, scales, ticks, layout, polylines, hit test and the figures.
//!
//! Everything here is pure: the same data, spec and size give the same scene and the same layout.

#[cfg(feature = "extras")]
pub mod alignment;
#[cfg(feature = "extras")]
pub mod bound;
pub mod choices;
#[cfg(feature = "figures")]
pub mod claims;
pub mod controls;
pub mod credits;
pub mod figures;
pub mod gesture;
#[cfg(feature = "extras")]
pub mod group;
pub mod hit;
pub mod labels;
pub mod layout;
pub mod legend;
#[cfg(feature = "extras")]
pub mod method;
#[cfg(feature = "extras")]
pub mod moves;
pub mod polyline;
#[cfg(feature = "extras")]
pub mod provenance;
pub mod readout;
pub mod sample;
pub mod scale;
pub mod scene;
#[cfg(feature = "extras")]
pub mod share;
#[cfg(feature = "extras")]
pub mod sheet;
#[cfg(feature = "figures")]
pub mod sound;
pub mod state;
#[cfg(feature = "extras")]
pub mod steps;
#[cfg(feature = "extras")]
pub mod table;
pub mod ticks;
pub mod time_ticks;
