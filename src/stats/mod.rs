//! The mathematics: one subject per file, columns in, columns or small structs out.
//!
//! No dates, no markets, no browser. Missing is NaN in a column and `Option` alone; nothing here panics, and everything
//! is deterministic: the same input gives the same bits natively and in every browser, which is why logarithms and their
//! kind come from `libm` and never from the platform (roots, which IEEE 754 settles to the last bit, are the machine's). An argument that no data could make right is an `Err`; data that
//! do not settle the figure (too few, flat) give a missing figure.

mod arguments;
pub mod bootstrap;
pub mod causality;
pub mod correlation;
pub mod distributions;
pub mod event_study;
pub mod ewma;
pub mod lead_lag;
pub mod lead_lag_band;
pub(crate) mod least_squares;
pub mod levels;
pub mod local_projection;
pub mod moments;
pub mod odds;
pub mod overlays;
mod pair_windows;
mod random;
pub mod rank;
pub mod regression;
pub mod regression_line;
pub mod rolling;
pub mod rolling_band;
pub mod rolling_slope;
pub mod standing;
pub mod stationarity;
pub mod stretches;
pub mod transforms;
pub mod vector_autoregression;
pub mod walk_table;
mod windows;

/// The most steps of work one call takes (one to three seconds); above it the call is refused with its size.
pub const MAX_WORK: usize = 1_000_000_000;
