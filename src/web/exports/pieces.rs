//! Figures along columns, piece by piece: what is copied in is used while it is in the processor's cache, and copied out from there.
//! A long column never lies in WebAssembly's memory as a whole.

use std::cell::Cell;
use std::ops::Range;

use js_sys::Float64Array;
use wasm_bindgen::prelude::*;

use super::arguments::{array, number_or, whole};
use super::results::Outcome;
use crate::stats::ewma::{STRETCH, Weights};
use crate::stats::rolling;

type OfColumn = fn(&[f64], usize, &mut [f64]) -> Outcome<()>;
type OfPair = fn(&[f64], &[f64], usize, &mut [f64]) -> Outcome<()>;
type OfWeights = fn(&[f64], &[f64], f64) -> Outcome<Vec<f64>>;

/// What the address of a copy's destination has to be a multiple of, as that of a whole array is: where it stands eight or sixteen
/// bytes further into a page of memory than the source, and only there, a copy takes up to twenty times as long in Chromium.
const ALIGNMENT: usize = 64;

/// So many values lie between two such addresses.
const ROW: usize = ALIGNMENT / size_of::<f64>();

/// How much memory holds so many values from an aligned address on.
const fn room(length: usize) -> usize {
    length + ROW - 1
}

/// The first values from an aligned address on.
fn aligned<T>(memory: &mut [T], length: usize) -> &mut [T] {
    let from = memory.as_ptr().align_offset(ALIGNMENT).min(ROW - 1);
    &mut memory[from..][..length]
}

/// A column, and the memory into which its parts are copied, one over the other.
struct Part<'a> {
    column: &'a Float64Array,
    memory: Vec<f64>,
    is_whole: bool,
}

impl<'a> Part<'a> {
    fn new(column: &'a Float64Array, cuts: &[Range<usize>]) -> Self {
        // Not set to zero: it is only read where it was written.
        Self { column, memory: Vec::with_capacity(room(longest(cuts))), is_whole: cuts.len() == 1 }
    }

    fn copied(&mut self, at: Range<usize>) -> &[f64] {
        let place = aligned(self.memory.spare_capacity_mut(), at.len());
        // A short column is its only part.
        if self.is_whole {
            return self.column.copy_to_uninit(place);
        }
        self.column.subarray(at.start as u32, at.end as u32).copy_to_uninit(place)
    }
}

#[wasm_bindgen(module = "/src/web/js/pages.js")]
extern "C" {
    /// Writes figures into a fresh column from `start` on.
    fn put(column: &Float64Array, figures: &[f64], start: u32);
}

fn longest(cuts: &[Range<usize>]) -> usize {
    cuts.iter().map(Range::len).max().unwrap_or(0)
}

/// A figure of the windows of one column.
#[inline(never)]
pub(super) fn of_column(x: &JsValue, window: &JsValue, figure: OfColumn) -> Outcome<Float64Array> {
    let (x, window) = (array("x", x)?, whole("window", window)?);
    let cuts = cuts(x.length() as usize, window);
    let mut x = Part::new(x, &cuts);
    along(&cuts, window, &mut |at, out| figure(x.copied(at), window, out))
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
        // Refused, in the words of the mathematics, which has to see both whole.
        figure(&x.to_vec(), &y.to_vec(), window, &mut vec![0.0; n])?;
    }
    let cuts = cuts(n, window);
    let [mut x, mut y] = [x, y].map(|column| Part::new(column, &cuts));
    along(&cuts, window, &mut |at, out| figure(x.copied(at.clone()), y.copied(at), window, out))
}

/// The parts that are copied one after the other; all at once where the window does not fit, so that the figure says so.
fn cuts(n: usize, window: usize) -> Vec<Range<usize>> {
    let mut cuts: Vec<_> = rolling::parts(n, window).collect();
    if cuts.is_empty() {
        cuts.push(0..n);
    }
    cuts
}

/// So many values are kept from call to call. Of longer columns the zeros cost little, and the memory is worth more to others.
const KEPT: usize = 4096;

thread_local! {
    /// What figures are written to before they are copied out, from call to call: fresh memory would be filled with zeros first.
    static FIGURES: Cell<Vec<f64>> = const { Cell::new(Vec::new()) };
}

/// Fills a column with the figures of a part of others.
type OfPart<'a> = dyn FnMut(Range<usize>, &mut [f64]) -> Outcome<()> + 'a;

fn along(cuts: &[Range<usize>], window: usize, figure: &mut OfPart<'_>) -> Outcome<Float64Array> {
    let mut memory = FIGURES.take();
    memory.resize(memory.len().max(room(longest(cuts))), 0.0);
    let out = Float64Array::new_with_length(cuts.last().map_or(0, |last| last.end) as u32);
    for at in cuts {
        // What precedes the first full window belongs to the first part alone.
        let skipped = if at.start == 0 { 0 } else { window - 1 };
        let figures = aligned(&mut memory, at.len());
        figure(at.clone(), figures)?;
        put(&out, &figures[skipped..], (at.start + skipped) as u32);
    }
    if memory.len() <= KEPT {
        FIGURES.set(memory);
    }
    Ok(out)
}

/// So many stretches of exponential weights make a part.
const STRETCHES: usize = 1024;

/// Correlation with exponential weights; `whole` is what gives it of columns in one part.
#[inline(never)]
pub(super) fn ewma(x: &JsValue, y: &JsValue, lambda: &JsValue, whole: OfWeights) -> Outcome<Float64Array> {
    let (x, y, lambda) = (array("x", x)?, array("y", y)?, number_or("lambda", lambda, 0.94)?);
    let n = x.length() as usize;
    if y.length() as usize != n {
        // Refused, in the words of the mathematics.
        whole(&x.to_vec(), &y.to_vec(), lambda)?;
    }
    let (mut weights, length) = (Weights::new(lambda)?, STRETCHES * STRETCH);
    let cuts: Vec<_> = (0..n).step_by(length).map(|from| from..n.min(from + length)).collect();
    let [mut x, mut y] = [x, y].map(|column| Part::new(column, &cuts));
    along(&cuts, 1, &mut |at, out| {
        weights.correlations(x.copied(at.clone()), y.copied(at), out);
        Ok(())
    })
}
