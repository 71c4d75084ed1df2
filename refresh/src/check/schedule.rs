//! Days that should have a value and have none, and the other way round.

use std::collections::BTreeMap;

use yenlens::series::{Day, Series, SeriesMeta};

use super::{Check, Finding};
use crate::calendar::Calendar;

pub fn look(meta: &SeriesMeta, series: &Series, findings: &mut Vec<Finding>) {
    let calendar = Calendar::of(&meta.id);
    let days = series.days();
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return };
    if calendar == Calendar::None {
        return;
    }
    let mut run: Option<(Day, Day, usize)> = None;
    let mut close = |run: &mut Option<(Day, Day, usize)>| {
        if let Some((from, to, count)) = run.take() {
            let plural = if count == 1 { "" } else { "s" };
            let what = format!("{count} day{plural} of the calendar {} without a value", calendar.name());
            findings.push(Finding { check: Check::Gap, id: meta.id.clone(), from, to, what });
        }
    };
    let mut at = 0;
    let mut strays: BTreeMap<Day, &str> = BTreeMap::new();
    for count in first.count()..=last.count() {
        let day = Day::saturating(i64::from(count));
        let has = days.get(at) == Some(&day);
        at += usize::from(has);
        match (has, calendar.closed(day)) {
            (true, None) => close(&mut run),
            (true, Some(reason)) => {
                close(&mut run);
                strays.insert(day, reason);
            }
            (false, None) => {
                let (from, _, count) = run.unwrap_or((day, day, 0));
                run = Some((from, day, count + 1));
            }
            (false, Some(_)) => {}
        }
    }
    for (day, reason) in strays {
        let what = format!("a value on a day without one: {reason}");
        findings.push(Finding { check: Check::Holiday, id: meta.id.clone(), from: day, to: day, what });
    }
}
