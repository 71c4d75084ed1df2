//! The laws of the chart's geometry: scales, ticks, polylines and the hit test, for any input at all.

mod geometry {
    mod band;
    mod columns;
    mod hit;
    mod polyline;
    mod scale;
    mod ticks;
    mod time_ticks;

    use proptest::prelude::*;

    /// Any pair of bit patterns, or values of everyday size, or two that nearly coincide.
    fn ends() -> impl Strategy<Value = (f64, f64)> {
        let anything = || proptest::num::f64::ANY;
        prop_oneof![
            (anything(), anything()),
            (-1e6..1e6, -1e6..1e6),
            (-1e6..1e6, -1e-3..1e-3).prop_map(|(at, off)| (at, at + off)),
            (-300.0..300.0, -300.0..300.0).prop_map(|(a, b)| (10f64.powf(a), 10f64.powf(b))),
        ]
    }

    /// The length of an axis and the least gap between its ticks, in pixels.
    fn lengths() -> impl Strategy<Value = (f64, f64)> {
        (1.0..4e3, 1.0..200.0)
    }
}
