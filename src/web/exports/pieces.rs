//! Figures along columns, piece by piece: what is copied in is used while it is in the processor's cache, and copied out from there.
//! A long column never lies in WebAssembly's memory as a whole.

use std::ops::Range;

use js_sys::Float64Array;
use wasm_bindgen::JsValue;

use super::arguments::{array, number_or, whole};
use super::results::Outcome;
use crate::stats::ewma::{STRETCH, Weights};
use crate::stats::rolling;

type OfColumn = fn(&[f64], usize, &mut [f64]) -> Outcome<()>;
type OfPair = fn(&[f64], &[f64], usize, &mut [f64]) -> Outcome<()>;
type OfWeights = fn(&[f64], &[f64], f64) -> Outcome<Vec<f64>>;

/// What the address of a copy's destination has to be a multiple of, as that of a whole array is: where it stands eight bytes
/// further into a page of memory than the source, and only there, a copy takes up to twenty times as long in Chromium.
const ALIGNMENT: usize = 16;

/// The memory into which the parts of a column are copied, one over the other.
struct Part<'a> {
    column: &'a Float64Array,
    memory: Vec<f64>,
    /// Where the aligned part of the memory begins.
    from: usize,
}

impl<'a> Part<'a> {
    fn new(column: &'a Float64Array, cuts: &[Range<usize>]) -> Self {
        let spare = ALIGNMENT / size_of::<f64>() - 1;
        let memory = vec![0.0; longest(cuts) + spare];
        let from = memory.as_ptr().align_offset(ALIGNMENT).min(spare);
        Self { column, memory, from }
    }

    fn copied(&mut self, at: Range<usize>) -> &[f64] {
        let values = &mut self.memory[self.from..][..at.len()];
        self.column.subarray(at.start as u32, at.end as u32).copy_to(values);
        values
    }
}

/// So many values make a page of memory.
const PAGE: usize = 4096 / size_of::<f64>();

/// Writes figures into a fresh column from `start` on.
fn put(figures: &[f64], out: &Float64Array, start: usize) {
    // The system hands out a page when it is first written, which a copy in the middle of its run has to wait for longer than
    // a single number does.
    for page in (start..start + figures.len()).step_by(PAGE) {
        out.set_index(page as u32, 0.0);
    }
    // A column begins at an aligned address, and so does every other of its places.
    let odd = start % (ALIGNMENT / size_of::<f64>());
    let (alone, figures) = figures.split_at(odd.min(figures.len()));
    for figure in alone {
        out.set_index(start as u32, *figure);
    }
    let start = start + alone.len();
    out.subarray(start as u32, (start + figures.len()) as u32).copy_from(figures);
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

/// Fills a column with the figures of a part of others.
type OfPart<'a> = dyn FnMut(Range<usize>, &mut [f64]) -> Outcome<()> + 'a;

fn along(cuts: &[Range<usize>], window: usize, figure: &mut OfPart<'_>) -> Outcome<Float64Array> {
    let mut figures = vec![0.0; longest(cuts)];
    let out = Float64Array::new_with_length(cuts.last().map_or(0, |last| last.end) as u32);
    for at in cuts {
        // What precedes the first full window belongs to the first part alone.
        let skipped = if at.start == 0 { 0 } else { window - 1 };
        let figures = &mut figures[..at.len()];
        figure(at.clone(), figures)?;
        put(&figures[skipped..], &out, at.start + skipped);
    }
    Ok(out)
}

/// So many stretches of exponential weights make a part.
const STRETCHES: usize = 512;

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
