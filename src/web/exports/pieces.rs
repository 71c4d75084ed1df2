//! Figures along columns, piece by piece: what is copied in is used while it is in the processor's cache, and copied out from there.
//! A long column never lies in WebAssembly's memory as a whole.

use std::ops::Range;

use js_sys::Float64Array;
use wasm_bindgen::JsValue;

use super::arguments::{array, number_or, whole};
use super::results::Outcome;
use crate::error::Error;
use crate::stats::ewma::{STRETCH, Weights};
use crate::stats::rolling;

type OfColumn = fn(&[f64], usize) -> Result<Vec<f64>, Error>;
type OfPair = fn(&[f64], &[f64], usize) -> Result<Vec<f64>, Error>;
type OfWeights = fn(&[f64], &[f64], f64) -> Result<Vec<f64>, Error>;

/// Copies a part of a column.
fn part(array: &Float64Array, part: Range<usize>) -> Vec<f64> {
    array.subarray(part.start as u32, part.end as u32).to_vec()
}

/// A figure of the windows of one column.
#[inline(never)]
pub(super) fn of_column(x: &JsValue, window: &JsValue, figure: OfColumn) -> Outcome<Float64Array> {
    let (x, window) = (array("x", x)?, whole("window", window)?);
    let n = x.length() as usize;
    along(n, window, &mut |at| figure(&part(x, at), window))
}

/// A figure of the windows of two columns.
#[inline(never)]
pub(super) fn of_pair(
    [(name_x, x), (name_y, y)]: [(&str, &JsValue); 2],
    window: &JsValue,
    figure: OfPair,
) -> Outcome<Float64Array> {
    let (x, y, window) = (array(name_x, x)?, array(name_y, y)?, whole("window", window)?);
    let n = x.length() as usize;
    if y.length() as usize != n {
        // Refused, in the words of the mathematics.
        return figure(&x.to_vec(), &y.to_vec(), window).map(|r| Float64Array::from(r.as_slice()));
    }
    along(n, window, &mut |at| figure(&part(x, at.clone()), &part(y, at), window))
}

fn along(n: usize, window: usize, figure: &mut dyn FnMut(Range<usize>) -> Outcome<Vec<f64>>) -> Outcome<Float64Array> {
    let mut parts = rolling::parts(n, window);
    let Some(first) = parts.next().filter(|first| first.end < n) else {
        // All of it is one part, or the window does not fit, which the figure says.
        return Ok(Float64Array::from(figure(0..n)?.as_slice()));
    };
    let out = Float64Array::new_with_length(n as u32);
    let put = |from: usize, figures: &[f64]| out.subarray(from as u32, (from + figures.len()) as u32).copy_from(figures);
    put(0, &figure(first)?);
    for at in parts {
        let (from, figures) = (at.start + window - 1, figure(at)?);
        put(from, &figures[window - 1..]);
    }
    Ok(out)
}

/// So many stretches of exponential weights make a piece.
const STRETCHES: usize = 2_048;

/// Correlation with exponential weights; `whole` is what gives it of columns that are no longer than a piece.
#[inline(never)]
pub(super) fn ewma(x: &JsValue, y: &JsValue, lambda: &JsValue, whole: OfWeights) -> Outcome<Float64Array> {
    let (x, y, lambda) = (array("x", x)?, array("y", y)?, number_or("lambda", lambda, 0.94)?);
    let (n, piece) = (x.length() as usize, STRETCHES * STRETCH);
    if n <= piece || y.length() as usize != n {
        return whole(&x.to_vec(), &y.to_vec(), lambda).map(|r| Float64Array::from(r.as_slice()));
    }
    let mut weights = Weights::new(lambda)?;
    let (out, mut figures) = (Float64Array::new_with_length(n as u32), vec![0.0; piece]);
    for from in (0..n).step_by(piece) {
        let at = from..n.min(from + piece);
        let figures = &mut figures[..at.len()];
        weights.correlations(&part(x, at.clone()), &part(y, at.clone()), figures);
        out.subarray(at.start as u32, at.end as u32).copy_from(figures);
    }
    Ok(out)
}
