//! Series that end long before the others.

use yenlens::series::{Day, Series, SeriesMeta};

use super::{Check, Finding};
use crate::calendar::Calendar;

/// So many values may be missing at the end: publishers take their time.
const fn allowed(calendar: Calendar) -> usize {
    match calendar {
        Calendar::Japan | Calendar::UsBonds | Calendar::UsStocks | Calendar::Target => 5,
        // A week's rates come out on the Monday after it.
        Calendar::UsFed => 7,
        // A month's holdings come out in the middle of the second month after it.
        Calendar::Daily | Calendar::MonthEnds => 3,
        Calendar::Weekly(_) => 2,
        Calendar::None => usize::MAX,
    }
}

pub fn look(meta: &SeriesMeta, series: &Series, as_of: Day, findings: &mut Vec<Finding>) {
    let calendar = Calendar::of(&meta.id);
    let Some(last) = series.days().last() else { return };
    if calendar == Calendar::None {
        return;
    }
    let behind = calendar.open_between(*last, as_of);
    if behind > allowed(calendar) {
        let what = format!("{behind} values of the calendar {} behind {as_of}", calendar.name());
        findings.push(Finding { check: Check::Stale, id: meta.id.clone(), from: *last, to: *last, what });
    }
}
