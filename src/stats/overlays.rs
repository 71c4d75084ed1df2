//! The classical overlays of a price chart, as TA-Lib computes them. They describe a price; they test nothing.
//!
//! All return columns as long as the input, NaN until they are defined. The averages that remember (EMA, RSI, MACD) pass
//! over a missing value: it gives a missing figure at its own place and leaves the memory as it was.

use super::arguments;
use super::rolling;
use super::windows::{Size, sweep};
use crate::error::Error;
use crate::series::Lanes;

/// Simple moving average over `n` values. O(length).
///
/// # Errors
/// When `n` is 0 or above the length.
///
/// ```
/// assert_eq!(yenlens::stats::overlays::sma(&[1.0, 2.0, 6.0], 2)?[1..], [1.5, 4.0]);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn sma(x: &[f64], n: usize) -> Result<Vec<f64>, Error> {
    period(n, x.len())?;
    let finite = |v: &f64| if v.is_finite() { *v } else { f64::NAN };
    if n == 1 { Ok(x.iter().map(finite).collect()) } else { rolling::mean(x, n) }
}

/// Exponential moving average with the factor 2 / (n + 1), started by the mean of the first `n` values. O(length).
///
/// # Errors
/// When `n` is 0 or above the length.
///
/// ```
/// assert_eq!(yenlens::stats::overlays::ema(&[1.0, 3.0, 5.0], 2)?[1..], [2.0, 4.0]);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn ema(x: &[f64], n: usize) -> Result<Vec<f64>, Error> {
    period(n, x.len())?;
    Ok(smooth(x, n, 2.0 / (n as f64 + 1.0), 0))
}

/// Relative strength, 0 to 100 (Wilder 1978): the smoothed rises over the smoothed rises and falls, from index `n` on; 0
/// where nothing moved. O(length).
///
/// # Errors
/// When `n` is below 2 or not below the length.
///
/// ```
/// let r = yenlens::stats::overlays::rsi(&[1.0, 2.0, 3.0, 2.0], 2)?;
/// assert_eq!(r[2..], [100.0, 50.0]);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn rsi(x: &[f64], n: usize) -> Result<Vec<f64>, Error> {
    arguments::count("n", n, 2, x.len().saturating_sub(1))?;
    let change = |sign: f64| -> Vec<f64> {
        let moves =
            x.windows(2).map(|pair| sign * (pair[1] - pair[0])).map(|d| if d.is_finite() { d.max(0.0) } else { f64::NAN });
        [f64::NAN].into_iter().chain(moves).collect()
    };
    let weight = 1.0 / n as f64;
    let (ups, downs) = (smooth(&change(1.0), n, weight, 0), smooth(&change(-1.0), n, weight, 0));
    let strength = |(up, down): (&f64, &f64)| {
        let both = up + down;
        if both <= 0.0 { 0.0 } else { 100.0 * (up / both) }
    };
    Ok(ups.iter().zip(&downs).map(strength).collect())
}

/// A middle line with one above and one below.
#[derive(Debug, Clone, PartialEq)]
pub struct Bands {
    /// The simple moving average.
    pub middle: Vec<f64>,
    /// It plus k deviations.
    pub upper: Vec<f64>,
    /// It less k deviations.
    pub lower: Vec<f64>,
}

/// Bollinger bands: the mean of `n` values and `k` deviations (divided by n) to either side; a flat window has no width.
/// O(length).
///
/// # Errors
/// When `n` is below 2 or above the length, or `k` is negative or not finite.
///
/// ```
/// let bands = yenlens::stats::overlays::bollinger(&[1.0, 3.0], 2, 2.0)?;
/// assert_eq!((bands.lower[1], bands.middle[1], bands.upper[1]), (0.0, 2.0, 4.0));
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn bollinger(x: &[f64], n: usize, k: f64) -> Result<Bands, Error> {
    arguments::count("n", n, 2, x.len())?;
    if !(k >= 0.0 && k.is_finite()) {
        return Err(Error::invalid("k: expected a number of deviations from 0"));
    }
    let middle = rolling::mean(x, n)?;
    let (size, deviations) = (Size::new(n), Lanes::splat(k));
    let mut width = vec![0.0; x.len()];
    sweep(x, n, &mut width, |sums, _, _| {
        let variance = (sums.xx - sums.x * (sums.x * size.inverse)) * size.inverse;
        deviations * variance.sqrt()
    });
    // The root of a variance that rounding made negative is no number; the window is then flat.
    let edge = |sign: f64, m: f64, w: f64| m + if w.is_nan() { 0.0 } else { sign * w };
    let side = |sign: f64| {
        middle.iter().zip(&width).map(|(m, w)| edge(sign, *m, *w)).map(|v| if v.is_finite() { v } else { f64::NAN }).collect()
    };
    Ok(Bands { upper: side(1.0), lower: side(-1.0), middle })
}

/// The distance of two averages, its own average, and the difference of the two.
#[derive(Debug, Clone, PartialEq)]
pub struct Macd {
    /// The fast average less the slow one.
    pub macd: Vec<f64>,
    /// Its exponential average.
    pub signal: Vec<f64>,
    /// The first less the second.
    pub histogram: Vec<f64>,
}

/// Moving average convergence and divergence: EMA(fast) - EMA(slow), both started on the value where the slow one is first
/// defined, and the EMA of that over `signal` values; all from index slow + signal - 2 on. O(length).
///
/// # Errors
/// When `fast` is below 2 or not below `slow`, `signal` is 0, or together they exceed the length.
///
/// ```
/// let prices: Vec<f64> = (0..60).map(f64::from).collect();
/// let m = yenlens::stats::overlays::macd(&prices, 12, 26, 9)?;
/// assert!(m.macd[32].is_nan() && (m.macd[33] - 7.0).abs() < 1e-12 && m.histogram[33].abs() < 1e-12);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn macd(x: &[f64], fast: usize, slow: usize, signal: usize) -> Result<Macd, Error> {
    arguments::count("slow", slow, 3, x.len())?;
    arguments::count("fast", fast, 2, slow - 1)?;
    arguments::count("signal", signal, 1, x.len() + 1 - slow)?;
    let average = |n: usize, skip: usize| smooth(x, n, 2.0 / (n as f64 + 1.0), skip);
    let mut macd: Vec<f64> = average(fast, slow - fast).iter().zip(&average(slow, 0)).map(|(f, s)| f - s).collect();
    let line = smooth(&macd, signal, 2.0 / (signal as f64 + 1.0), 0);
    for (value, signal) in macd.iter_mut().zip(&line) {
        if signal.is_nan() {
            *value = f64::NAN;
        }
    }
    let histogram = macd.iter().zip(&line).map(|(m, s)| m - s).collect();
    Ok(Macd { macd, signal: line, histogram })
}

fn period(n: usize, length: usize) -> Result<(), Error> {
    arguments::count("n", n, 1, length)
}

/// Passes over `skip` values, takes the mean of the next `n` as the first average, and moves it by `weight` of each distance.
fn smooth(x: &[f64], n: usize, weight: f64, skip: usize) -> Vec<f64> {
    let (mut average, mut seen) = (0.0, 0);
    x.iter()
        .map(|v| {
            if !v.is_finite() {
                return f64::NAN;
            }
            seen += 1;
            if seen <= skip {
                return f64::NAN;
            }
            if seen - skip <= n {
                average += (v - average) / (seen - skip) as f64;
            } else {
                average += weight * (v - average);
            }
            if seen - skip < n { f64::NAN } else { average }
        })
        .collect()
}
