//! The checks that every entry makes of its arguments, so that they are worded alike everywhere.

use crate::error::{Error, ErrorKind};

/// That columns which belong together have the same length.
pub(super) fn same_length(names: [&str; 2], x: &[f64], y: &[f64]) -> Result<(), Error> {
    if x.len() == y.len() {
        return Ok(());
    }
    let [first, second] = names;
    Err(Error::new(
        ErrorKind::UnequalLength,
        format!("{second}: expected as many values as {first} has, {}, got {}", x.len(), y.len()),
    ))
}

/// That an argument that counts lies within `low..=high`.
pub(super) fn count(name: &str, value: usize, low: usize, high: usize) -> Result<(), Error> {
    if (low..=high).contains(&value) {
        return Ok(());
    }
    Err(Error::invalid(if high < low {
        format!("{name}: expected at least {low}, but there are only {high} observations")
    } else if high == usize::MAX {
        format!("{name}: expected at least {low}, got {value}")
    } else {
        format!("{name}: expected {low} to {high}, got {value}")
    }))
}

/// That a window holds at least two observations and no more than there are.
pub(super) fn window(window: usize, n: usize) -> Result<(), Error> {
    count("window", window, 2, n)
}

/// That a confidence lies strictly between 0 and 1.
pub(super) fn confidence(confidence: f64) -> Result<(), Error> {
    if confidence > 0.0 && confidence < 1.0 {
        return Ok(());
    }
    Err(Error::invalid("confidence: expected a number above 0 and below 1, such as 0.95"))
}

/// That the work asked for stays below a bound that a page survives.
pub(super) fn work(name: &str, steps: usize, bound: usize) -> Result<(), Error> {
    if steps <= bound {
        return Ok(());
    }
    Err(Error::new(ErrorKind::TooLarge, format!("{name}: expected at most {bound} steps of work, got {steps}")))
}
