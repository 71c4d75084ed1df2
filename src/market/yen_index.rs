//! The yen against a basket, from the euro reference rates of the ECB.

use crate::error::{Error, ErrorKind};

/// The basket and its weights: seven widely traded currencies, each as heavy as the others. It is no trade-weighted index; it
/// says whether the yen moved or only the dollar did.
pub const BASKET: [(&str, f64); 7] = [
    ("usd", 1.0 / 7.0),
    ("eur", 1.0 / 7.0),
    ("gbp", 1.0 / 7.0),
    ("chf", 1.0 / 7.0),
    ("aud", 1.0 / 7.0),
    ("cad", 1.0 / 7.0),
    ("cny", 1.0 / 7.0),
];

/// The geometric mean of what one yen buys in each currency, 100 at index `base`; higher is a stronger yen.
///
/// `eurjpy` is yen per euro. Each member of the basket is its units per euro and its weight; `None` stands for the euro
/// itself. Weights are scaled to sum to 1. A day on which any rate is missing or not positive is missing. O(n · members).
///
/// # Errors
/// When columns differ in length, a weight is negative or all are 0, or a rate is missing at the base.
///
/// ```
/// use yenlens::market::yen_index;
/// let eurjpy = [100.0, 90.0];
/// let eurusd = [1.0, 1.0];
/// let index = yen_index(&eurjpy, &[(Some(&eurusd), 0.5), (None, 0.5)], 0)?;
/// assert!((index[1] - 100.0 / 0.9).abs() < 1e-9);
/// # Ok::<(), yenlens::Error>(())
/// ```
pub fn yen_index(eurjpy: &[f64], basket: &[(Option<&[f64]>, f64)], base: usize) -> Result<Vec<f64>, Error> {
    if basket.iter().any(|(rate, _)| rate.is_some_and(|rate| rate.len() != eurjpy.len())) {
        return Err(Error::new(ErrorKind::UnequalLength, "basket: expected columns as long as eurjpy"));
    }
    let weight: f64 = basket.iter().map(|(_, w)| w).sum();
    if !(weight > 0.0 && weight.is_finite() && basket.iter().all(|(_, w)| *w >= 0.0)) {
        return Err(Error::invalid("basket: expected weights from 0 with a positive sum"));
    }
    let log = |v: f64| if v > 0.0 && v.is_finite() { libm::log(v) } else { f64::NAN };
    // The yen in each currency is that currency per euro over yen per euro.
    let level = |t: usize| -> f64 {
        let abroad = basket.iter().map(|(rate, w)| w / weight * rate.map_or(0.0, |rate| log(rate[t])));
        abroad.sum::<f64>() - log(eurjpy[t])
    };
    let at_base = if base < eurjpy.len() { level(base) } else { f64::NAN };
    if at_base.is_nan() {
        return Err(Error::invalid("base: expected a day on which every rate of the basket was fixed"));
    }
    let index = (0..eurjpy.len()).map(|t| 100.0 * libm::exp(level(t) - at_base));
    Ok(index.map(|v| if v.is_finite() { v } else { f64::NAN }).collect())
}
