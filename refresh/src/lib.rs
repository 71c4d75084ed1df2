//! Keeps the figures of `YenLens`: packs them into the snapshot, checks them, and fetches what the publishers have added.
//!
//! `pack` turns a folder of sheets into the files of the snapshot. `check` looks for gaps, values on holidays, outliers, stale
//! ends and sources that contradict one another. `refresh` fetches the publishers' own files and adds what passes the same checks;
//! whatever is in doubt leaves the figures as they were. No clock and no network outside `fetch`, which the caller hands in.

pub mod calendar;
pub mod check;
pub mod pack;
#[cfg(feature = "publishers")]
pub mod publishers;
#[cfg(feature = "publishers")]
pub mod refresh;
