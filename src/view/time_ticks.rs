//! Where a time axis has its ticks: where days, weeks, months or years begin, in the step a person would choose for the
//! room there is.
//!
//! Not for writing labels: a tick says which unit begins at it and which has changed since the tick before, so that a label
//! can say "2024", "Jul" or "12" and still leave no doubt about the month. The invariant: every tick is the first day of its
//! step's period, and two ticks are never closer than asked.

use super::ticks::share;
use crate::series::Day;

/// The period from one tick to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Every day, or every second day.
    Days(u32),
    /// From Monday to Monday, every week or every second one.
    Weeks(u32),
    /// Months (1), quarters (3) or half-years (6).
    Months(u32),
    /// Years, or years divisible by 2, 5, 10, 20, 50 and so on.
    Years(u32),
}

/// A unit of the calendar, from fine to coarse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A day, also one that begins a week.
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// One tick of a time axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TimeTick {
    /// The day it stands at.
    pub day: Day,
    /// The coarsest unit that begins on this very day: `Year` on 1 January, `Month` on the first of another month.
    pub level: Level,
    /// The coarsest unit that is another than at the tick before; at the first tick always `Year`. A tick on Monday
    /// 5 February after one on 29 January is a `Day` that turns the `Month`: its label should name the month.
    pub turns: Level,
}

/// The ticks of a time axis, in increasing order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeTicks {
    /// The period the ticks were chosen from. On a very short axis some of its beginnings may have no tick.
    pub step: Step,
    /// The ticks.
    pub ticks: Vec<TimeTick>,
}

/// The steps from fine to coarse, each with the fewest days between two beginnings.
const STEPS: [(Step, u32); 19] = [
    (Step::Days(1), 1),
    (Step::Days(2), 2),
    (Step::Weeks(1), 7),
    (Step::Weeks(2), 14),
    (Step::Months(1), 28),
    (Step::Months(3), 90),
    (Step::Months(6), 181),
    (Step::Years(1), 365),
    (Step::Years(2), 730),
    (Step::Years(5), 1_826),
    (Step::Years(10), 3_652),
    (Step::Years(20), 7_304),
    (Step::Years(50), 18_262),
    (Step::Years(100), 36_524),
    (Step::Years(200), 73_048),
    (Step::Years(500), 182_621),
    (Step::Years(1_000), 365_242),
    (Step::Years(2_000), 730_485),
    (Step::Years(5_000), 1_826_212),
];

/// A Monday, as days since 1970-01-01.
const MONDAY: i32 = 4;

/// Ticks from `lo` to `hi`, in days since 1970-01-01 and either order, at least `min_gap_px` apart on an axis of `length_px`.
///
/// The finest step that leaves the gap is taken; when that gives fewer than two ticks though two would fit, a finer one is
/// thinned out. Days outside the years 1 to 9999 have no ticks; neither has an axis without a length or with a missing end.
/// Never more than [`super::ticks::MOST`].
///
/// ```
/// use yenlens::series::Day;
/// use yenlens::view::time_ticks::{Level, Step, time};
/// let day = |text: &str| Day::parse(text).map_or(f64::NAN, |d| f64::from(d.count()));
/// let axis = time(day("2023-11-15"), day("2024-08-20"), 320.0, 70.0);
/// assert_eq!(axis.step, Step::Months(3));
/// assert_eq!(axis.ticks.iter().map(|t| t.day.to_string()).collect::<Vec<_>>(), ["2024-01-01", "2024-04-01", "2024-07-01"]);
/// assert_eq!(axis.ticks[0].level, Level::Year);
/// ```
#[must_use]
pub fn time(lo: f64, hi: f64, length_px: f64, min_gap_px: f64) -> TimeTicks {
    let (lo, hi) = if lo <= hi { (lo, hi) } else { (hi, lo) };
    let holds_days = lo <= f64::from(Day::MAX.count()) && hi >= f64::from(Day::MIN.count());
    let Some(share) = share(length_px, min_gap_px).filter(|_| holds_days) else {
        return TimeTicks { step: Step::Days(1), ticks: Vec::new() };
    };
    // The gap is measured on the whole axis, also on the part of it that lies outside the calendar.
    let gap = share * (hi - lo) * (1.0 - 1e-9);
    let (from, to) = (Day::saturating(lo.ceil() as i64), Day::saturating(hi.floor() as i64));
    let fitting = STEPS.iter().position(|(_, days)| f64::from(*days) >= gap).unwrap_or(STEPS.len() - 1);
    let mut step = STEPS[fitting].0;
    let mut days = step.beginnings(from, to, gap);
    let wanted = if share <= 1.0 { 2 } else { 1 };
    // Four steps finer is a small part of the period: where even that has no two beginnings with room, none has.
    for (finer, _) in STEPS[fitting.saturating_sub(4)..fitting].iter().rev() {
        if days.len() >= wanted {
            break;
        }
        let thinned = finer.beginnings(from, to, gap);
        if thinned.len() > days.len() {
            (step, days) = (*finer, thinned);
        }
    }
    TimeTicks { step, ticks: with_levels(&days) }
}

impl Step {
    /// The days from `from` to `to` on which a period begins, without those less than `gap` days after the one before.
    fn beginnings(self, from: Day, to: Day, gap: f64) -> Vec<Day> {
        let mut days: Vec<Day> = Vec::new();
        // The first period of the calendar may have begun before it.
        let first = self.period_of(from);
        let first = if self.beginning_of(first).is_none() { first + 1 } else { first };
        let beginnings = (first..).map_while(|period| self.beginning_of(period));
        for day in beginnings.take_while(|day| *day <= to).filter(|day| *day >= from) {
            if days.last().is_none_or(|before| f64::from(day.count() - before.count()) >= gap) {
                days.push(day);
            }
        }
        days
    }

    /// The number of the period that holds `day`, counted from one fixed for each step.
    fn period_of(self, day: Day) -> i32 {
        let (year, month, _) = day.ymd();
        match self {
            Self::Days(n) => day.count().div_euclid(n as i32),
            Self::Weeks(n) => (day.count() - MONDAY).div_euclid(7 * n as i32),
            Self::Months(n) => (year * 12 + month as i32 - 1).div_euclid(n as i32),
            Self::Years(n) => year.div_euclid(n as i32),
        }
    }

    /// The first day of a period; `None` beyond the calendar.
    fn beginning_of(self, period: i32) -> Option<Day> {
        match self {
            Self::Days(n) => Day::new(period * n as i32).ok(),
            Self::Weeks(n) => Day::new(period * 7 * n as i32 + MONDAY).ok(),
            Self::Months(n) => {
                let months = period * n as i32;
                Day::from_ymd(months.div_euclid(12), months.rem_euclid(12) as u32 + 1, 1)
            }
            Self::Years(n) => Day::from_ymd(period * n as i32, 1, 1),
        }
    }
}

fn with_levels(days: &[Day]) -> Vec<TimeTick> {
    let mut before = None;
    let tick = |day: &Day| {
        let (year, month, of_month) = day.ymd();
        let level = match (month, of_month) {
            (1, 1) => Level::Year,
            (_, 1) => Level::Month,
            _ => Level::Day,
        };
        let turns = match before.replace((year, month)) {
            Some(same) if same == (year, month) => Level::Day,
            Some((same, _)) if same == year => Level::Month,
            _ => Level::Year,
        };
        TimeTick { day: *day, level, turns }
    };
    days.iter().map(tick).collect()
}
