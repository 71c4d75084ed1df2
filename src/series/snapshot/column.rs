//! One column of whole numbers over the rows of a chunk.
//!
//! A value is predicted from the one before it, and where that helps from what another column did meanwhile; what is left
//! is coded by its size. Runs of values that end in zeros (a venue that quotes fewer places) are coded in their own unit.

use super::codec::{Sizes, number, signed};
use super::range::{Coder, Prob};
use crate::series::Day;

/// Whole numbers up to here have an `f64` of their own.
pub(super) const EXACT: i64 = 1 << 53;
/// So many values share a unit.
const RUN: usize = 64;

/// A unit is at most ten to this power, which stays below 2^54. Only zero itself ends in more zeros.
const MOST_ZEROS: u64 = 16;

/// How a value is guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guess {
    /// It stays where it was.
    Still,
    /// It moves by as much as another column.
    With(usize),
    /// It moves in proportion to another column.
    InProportion(usize),
}

impl Guess {
    /// The number under which it is stored, and back.
    pub(super) const fn number(self) -> usize {
        match self {
            Self::Still => 0,
            Self::With(column) => 1 + 2 * column,
            Self::InProportion(column) => 2 + 2 * column,
        }
    }

    pub(super) const fn of(number: usize) -> Self {
        match number {
            0 => Self::Still,
            odd if odd % 2 == 1 => Self::With(odd / 2),
            even => Self::InProportion(even / 2 - 1),
        }
    }
}

/// The cells of a column, one for each row.
pub(super) type Cells = Vec<Option<i64>>;

/// Codes a column. `days` are the rows; `columns` are those coded before; `cells` is what to write, empty when reading.
pub(super) fn column<C: Coder>(coder: &mut C, days: &[Day], columns: &[Cells], guess: Guess, cells: &[Option<i64>]) -> Cells {
    let presence = presence(coder, days, columns.last(), cells);
    let (other, proportional) = match guess {
        Guess::Still => (None, false),
        Guess::With(at) => (Some(at), false),
        Guess::InProportion(at) => (Some(at), true),
    };
    let other = other.and_then(|at| columns.get(at));
    let mut sizes = Sizes::new();
    let mut zeros = Sizes::new();
    let mut unit = 1;
    let mut before: Option<(usize, i64)> = None;
    let mut out: Cells = Vec::new();
    let mut so_far = 0;
    for (row, present) in presence.into_iter().enumerate() {
        if !present {
            out.push(None);
            continue;
        }
        if so_far % RUN == 0 {
            let shared = if C::WRITES { common_zeros(&cells[row..]) } else { 0 };
            let zeros = number(coder, &mut zeros, u64::from(shared));
            unit = 10_i64.pow(zeros.min(MOST_ZEROS) as u32);
        }
        so_far += 1;
        let expected = before.map_or(0, |(at, last)| {
            let moved = other.and_then(|other| Some(((*other.get(at)?)?, (*other.get(row)?)?)));
            moved.map_or(last, |(from, to)| if proportional { in_proportion(last, from, to) } else { last + (to - from) })
        });
        // Every term is below 2^56, so the sums are safe; what comes from the file is checked.
        let expected = (expected + unit / 2).div_euclid(unit);
        let value = cells.get(row).copied().flatten().unwrap_or(0);
        let value = signed(coder, &mut sizes, value / unit - expected).saturating_add(expected).saturating_mul(unit);
        if value.unsigned_abs() > EXACT.unsigned_abs() {
            coder.fail("a value is too large");
            return out;
        }
        before = Some((row, value));
        out.push(Some(value));
    }
    out
}

/// On which rows there is a value. Weekdays, and the column before, say most of it.
fn presence<C: Coder>(coder: &mut C, days: &[Day], neighbour: Option<&Cells>, cells: &[Option<i64>]) -> Vec<bool> {
    let mut probs = [Prob::EVEN; 7 * 2 * 3];
    let mut absent = 0;
    let mut out = Vec::new();
    for (row, day) in days.iter().enumerate() {
        let beside = usize::from(neighbour.is_some_and(|cells| cells.get(row).is_some_and(Option::is_some)));
        // Just there, off for a weekend or a holiday, or gone for good.
        let off = match absent {
            0 => 0,
            1..=4 => 1,
            _ => 2,
        };
        let prob = &mut probs[(day.weekday() as usize * 2 + beside) * 3 + off];
        let present = coder.bit(prob, cells.get(row).is_some_and(Option::is_some));
        absent = if present { 0 } else { absent + 1 };
        out.push(present);
    }
    out
}

/// The zeros at the end that all values of the run have in common.
fn common_zeros(cells: &[Option<i64>]) -> u32 {
    let zeros = |value: i64| (0..MOST_ZEROS as u32).take_while(|n| value % 10_i64.pow(n + 1) == 0).count() as u32;
    cells.iter().flatten().take(RUN).map(|value| zeros(*value)).min().unwrap_or(0)
}

/// `last * to / from`, rounded. IEEE 754 fixes every step, so all platforms agree.
fn in_proportion(last: i64, from: i64, to: i64) -> i64 {
    if from == 0 {
        return last;
    }
    let limit = EXACT as f64;
    (last as f64 * to as f64 / from as f64 + 0.5).floor().clamp(-limit, limit) as i64
}
