//! The days on which a figure is expected: computed, so that a gap can be told from a holiday in any year.
//!
//! Weekends aside, four calendars: Japan's holidays, those of the US bond market, stock exchanges and Federal Reserve, and the
//! holidays of TARGET, on which the European Central Bank fixes no rates.

mod japan;
mod western;

use yenlens::series::Day;

/// When a series has a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calendar {
    /// Japanese business days; banks are also closed on 31 December, 2 and 3 January.
    Japan,
    /// The US bond market, by the recommendations of its association.
    UsBonds,
    /// The US stock and options exchanges.
    UsStocks,
    /// Holidays of the Federal Reserve Banks.
    UsFed,
    /// The euro area's payment system.
    Target,
    /// Every day, weekends too.
    Daily,
    /// One day a week, 0 for Monday.
    Weekly(u32),
    /// The last day of every month.
    MonthEnds,
    /// No days of its own: changes only.
    None,
}

impl Calendar {
    /// The calendar of a series of the snapshot; every day for one that is not known.
    #[must_use]
    pub fn of(id: &str) -> Self {
        match id {
            "usdjpy" => Self::Target,
            "usdjpy_fed" => Self::UsFed,
            "vix" => Self::UsStocks,
            "nonres_equity" => Self::Weekly(5),
            "boj_low" | "boj_high" | "fed_low" | "fed_high" => Self::None,
            _ if id.starts_with("jgb") => Self::Japan,
            _ if id.starts_with("ust") => Self::UsBonds,
            _ if id.starts_with("eur") => Self::Target,
            _ if id.starts_with("usdbroad") => Self::UsFed,
            _ if id.starts_with("tic_") => Self::MonthEnds,
            _ if id.starts_with("cot_") => Self::Weekly(1),
            _ => Self::Daily,
        }
    }

    /// What it is called in the report.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Japan => "Japan",
            Self::UsBonds => "US bonds",
            Self::UsStocks => "US stocks",
            Self::UsFed => "US Fed",
            Self::Target => "TARGET",
            Self::Daily => "daily",
            Self::Weekly(_) => "weekly",
            Self::MonthEnds => "monthly",
            Self::None => "changes",
        }
    }

    /// Why there is no value on that day; none on a day that has one.
    ///
    /// ```
    /// use yenlens::series::Day;
    /// use yenlens_refresh::calendar::Calendar;
    /// let day = |text| Day::parse(text).unwrap();
    /// assert_eq!(Calendar::Target.closed(day("2026-04-03")), Some("Good Friday"));
    /// assert_eq!(Calendar::Japan.closed(day("2024-08-12")), Some("substitute holiday"));
    /// assert_eq!(Calendar::UsBonds.closed(day("2026-11-24")), None);
    /// ```
    #[must_use]
    pub fn closed(self, day: Day) -> Option<&'static str> {
        let weekend = day.weekday() >= 5;
        match self {
            Self::Daily => None,
            Self::Weekly(weekday) => (day.weekday() != weekday).then_some("another day of the week"),
            Self::MonthEnds => (day.plus(1).ymd().2 != 1).then_some("not the end of a month"),
            Self::None => Some("changes only"),
            _ if weekend => Some("weekend"),
            Self::Japan => japan::holiday(day).or_else(|| japan::bank_holiday(day)),
            Self::UsBonds => western::us_bonds(day),
            Self::UsStocks => western::us_stocks(day),
            Self::UsFed => western::us_fed(day),
            Self::Target => western::target(day),
        }
    }

    /// Whether a value is expected on that day.
    #[must_use]
    pub fn is_open(self, day: Day) -> bool {
        self.closed(day).is_none()
    }

    /// How many days that should have a value lie after one day and up to another.
    #[must_use]
    pub fn open_between(self, after: Day, upto: Day) -> usize {
        (1..=upto.count() - after.count()).filter(|n| self.is_open(after.plus(*n))).count()
    }
}

/// The nth of a weekday in a month, 0 for Monday, counted from 1.
fn nth(day: Day, month: u32, weekday: u32, n: u32) -> bool {
    let (_, m, d) = day.ymd();
    m == month && day.weekday() == weekday && d.div_ceil(7) == n
}

/// The last of a weekday in a month.
fn last(day: Day, month: u32, weekday: u32) -> bool {
    day.ymd().1 == month && day.weekday() == weekday && day.plus(7).ymd().1 != month
}
