//! The mathematics: one subject per file, columns in, columns or small structs out.
//!
//! No dates, no markets, no browser. Missing is NaN in a column and `Option` alone; nothing here panics, and everything
//! is deterministic: the same input gives the same bits natively and in every browser, which is why logarithms and their
//! kind come from `libm` and never from the platform. An argument that no data could make right is an `Err`; data that
//! do not settle the figure (too few, flat) give a missing figure.

mod arguments;
pub mod correlation;
pub mod distributions;
pub mod levels;
pub mod moments;
mod random;
pub mod rolling;
pub mod transforms;
mod windows;
