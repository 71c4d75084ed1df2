//! Laws that hold for any data, tried on generated columns against a brute force written here.

#![expect(clippy::float_cmp, reason = "exact figures are compared exactly")]

#[path = "laws/align.rs"]
mod align;
#[path = "laws/brute.rs"]
mod brute;
#[path = "laws/columns.rs"]
mod columns;
#[path = "laws/days.rs"]
mod days;
#[path = "laws/ewma.rs"]
mod ewma;
#[path = "laws/extremes.rs"]
mod extremes;
#[path = "laws/infinite.rs"]
mod infinite;
#[path = "laws/levels.rs"]
mod levels;
#[path = "laws/market.rs"]
mod market;
#[path = "laws/moments.rs"]
mod moments;
#[path = "laws/rolling.rs"]
mod rolling;
#[path = "laws/rolling_band.rs"]
mod rolling_band;
#[path = "laws/stretches.rs"]
mod stretches;
#[path = "laws/transforms.rs"]
mod transforms;
