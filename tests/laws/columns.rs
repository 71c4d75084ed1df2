//! Columns to try the laws on: noise at offsets up to 1e8, with holes, with runs of equal values, with outliers.

use proptest::collection::vec;
use proptest::prelude::*;

/// One value: mostly noise, now and then missing, an outlier, or the same as the value before it.
#[derive(Debug, Clone, Copy)]
enum Cell {
    Noise(f64),
    Same,
    Outlier(f64),
    Missing,
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        12 => (-1.0..1.0_f64).prop_map(Cell::Noise),
        4 => Just(Cell::Same),
        1 => (-1e4..1e4_f64).prop_map(Cell::Outlier),
        1 => Just(Cell::Missing),
    ]
}

fn lay(cells: &[Cell], offset: f64) -> Vec<f64> {
    let mut last = 0.0;
    cells
        .iter()
        .map(|cell| match cell {
            Cell::Noise(v) | Cell::Outlier(v) => {
                last = *v;
                offset + v
            }
            Cell::Same => offset + last,
            Cell::Missing => f64::NAN,
        })
        .collect()
}

pub fn offset() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(1.0), Just(1e8), Just(-1e8), -1e3..1e3_f64]
}

/// A column of 2 to `most` values.
pub fn column(most: usize) -> impl Strategy<Value = Vec<f64>> {
    (vec(cell(), 2..=most), offset()).prop_map(|(cells, offset)| lay(&cells, offset))
}

/// Two columns of one length, and a window that fits.
pub fn pair_and_window(most: usize) -> impl Strategy<Value = (Vec<f64>, Vec<f64>, usize)> {
    (2..=most)
        .prop_flat_map(|n| (vec(cell(), n), vec(cell(), n), offset(), offset(), 2..=n))
        .prop_map(|(x, y, at_x, at_y, window)| (lay(&x, at_x), lay(&y, at_y), window))
}
