//! How often there is a value.

use super::Day;

/// How far apart the days of a column lie, most of them: what a reader may call one step of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Step {
    /// At most four days: weekends, holidays and a gap now and then leave a column daily.
    #[default]
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A quarter or anything else.
    Other,
}

impl Step {
    /// That of these days, by the median of the gaps between them; a day where there is none. O(n).
    ///
    /// ```
    /// use yenlens::series::{Day, Step};
    /// let ends = [(2024, 1, 31), (2024, 2, 29), (2024, 3, 31)].map(|(y, m, d)| Day::from_ymd(y, m, d).unwrap());
    /// assert_eq!(Step::of(&ends), Step::Month);
    /// ```
    #[must_use]
    pub fn of(days: &[Day]) -> Self {
        if days.len() < 2 || median_is_below(days, 5) {
            Self::Day
        } else if !median_is_below(days, 6) && median_is_below(days, 9) {
            Self::Week
        } else if !median_is_below(days, 27) && median_is_below(days, 34) {
            Self::Month
        } else {
            Self::Other
        }
    }
}

/// Whether most gaps between these days are below so many.
#[inline(never)]
fn median_is_below(days: &[Day], limit: i32) -> bool {
    let gaps = days.windows(2).map(|pair| pair[1].count() - pair[0].count());
    2 * gaps.filter(|gap| *gap < limit).count() >= days.len()
}

#[cfg(test)]
mod tests {
    use super::{Day, Step};

    /// Days that lie so far apart.
    fn every(gaps: &[i32]) -> Vec<Day> {
        let mut at = 19_000;
        let rest = gaps.iter().map(|gap| {
            at += gap;
            Day::new(at).unwrap()
        });
        std::iter::once(Day::new(19_000).unwrap()).chain(rest.collect::<Vec<_>>()).collect()
    }

    #[test]
    fn weekends_and_a_long_gap_leave_a_column_daily() {
        assert_eq!(Step::of(&every(&[1, 1, 1, 1, 3, 1, 1, 90, 1])), Step::Day);
        assert_eq!(Step::of(&every(&[2, 2, 3, 2, 2, 3])), Step::Day);
    }

    #[test]
    fn weeks_and_months_are_told_though_some_are_missing() {
        assert_eq!(Step::of(&every(&[7, 7, 14, 7, 6, 8])), Step::Week);
        assert_eq!(Step::of(&every(&[31, 28, 61, 30, 31, 59, 31])), Step::Month);
    }

    #[test]
    fn what_has_no_name_of_its_own_is_none_of_them() {
        for gap in [5, 14, 20, 45, 91, 365] {
            assert_eq!(Step::of(&every(&[gap; 6])), Step::Other, "{gap}");
        }
    }

    #[test]
    fn where_there_is_no_gap_it_is_a_day() {
        assert_eq!(Step::of(&[]), Step::Day);
        assert_eq!(Step::of(&every(&[])), Step::Day);
    }
}
