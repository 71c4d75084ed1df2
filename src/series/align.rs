//! Putting series on the days they share.

use super::{Day, Series};

/// Columns on common days, none of them with a missing value.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Aligned {
    /// The days, strictly increasing.
    pub days: Vec<Day>,
    /// One column per series, in the order given, each as long as `days`.
    pub columns: Vec<Vec<f64>>,
}

/// Keeps the days on which every series has a value (an inner join); nothing is carried forward.
///
/// A change from one of these days to the next therefore spans the same interval in every series: over a weekend the
/// Friday-to-Monday move of a price that trades on Saturdays stands beside the Friday-to-Monday move of a yield that does
/// not. No series gives no days. O(total length).
///
/// ```
/// use yenlens::series::{align, Day, Series};
/// let day = Day::saturating;
/// let yields = Series::new(vec![day(0), day(3)], vec![1.0, 1.1])?;
/// let price = Series::new(vec![day(0), day(1), day(3)], vec![100.0, 101.0, 99.0])?;
/// let both = align(&[&yields, &price]);
/// assert_eq!(both.days, [day(0), day(3)]);
/// assert_eq!(both.columns[1], [100.0, 99.0]);
/// # Ok::<(), yenlens::Error>(())
/// ```
#[must_use]
pub fn align(series: &[&Series]) -> Aligned {
    let mut aligned = Aligned { days: Vec::new(), columns: vec![Vec::new(); series.len()] };
    let Some(first) = series.first() else {
        return aligned;
    };
    let mut cursors = vec![0; series.len()];
    'days: for day in first.days() {
        for (one, cursor) in series.iter().zip(&mut cursors) {
            while one.days().get(*cursor).is_some_and(|d| d < day) {
                *cursor += 1;
            }
            match one.days().get(*cursor) {
                Some(d) if d == day && !one.values()[*cursor].is_nan() => {}
                Some(_) => continue 'days,
                None => break 'days,
            }
        }
        aligned.days.push(*day);
        for ((one, cursor), column) in series.iter().zip(&cursors).zip(&mut aligned.columns) {
            column.push(one.values()[*cursor]);
        }
    }
    aligned
}
