//! The laws of the chart's geometry: scales, ticks, polylines and the hit test, for any input at all.

mod geometry {
    mod scale;
}
