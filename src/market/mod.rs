//! What is particular to this story, built from `series` and `stats`: yen strength, spreads, carry, the chain of links.

mod measure;

pub use measure::{Change, Measure};
