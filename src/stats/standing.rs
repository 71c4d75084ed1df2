//! Where a value stands among others.

use std::cmp::Ordering;

/// The share of `values` below `value`, in percent, ties counted by half; missing and infinite values are passed over. `None`
/// when nothing is left or `value` is one of those. O(n).
///
/// ```
/// use yenlens::stats::standing::standing;
/// assert_eq!(standing(&[1.0, 2.0, f64::NAN, 3.0, 4.0], 3.0), Some(62.5));
/// assert_eq!(standing(&[f64::NAN], 3.0), None);
/// ```
#[must_use]
pub fn standing(values: &[f64], value: f64) -> Option<f64> {
    let (mut below, mut equal, mut all) = (0_u32, 0_u32, 0_u32);
    for other in values.iter().filter(|other| other.is_finite()) {
        all += 1;
        match other.partial_cmp(&value) {
            Some(Ordering::Less) => below += 1,
            Some(Ordering::Equal) => equal += 1,
            _ => {}
        }
    }
    (all > 0 && value.is_finite()).then(|| 100.0 * (f64::from(below) + 0.5 * f64::from(equal)) / f64::from(all))
}
