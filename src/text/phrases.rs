//! What every language has to say.

#[cfg(feature = "extras")]
use super::stepped::stepped;
use super::words::{CorrelationWords, TimelineWords};
#[cfg(feature = "extras")]
use super::words::{ExtraWords, MoveWords};
use super::written::written;
use super::{capitalised, fill};
#[cfg(feature = "extras")]
use crate::series::Step;

/// How a date is put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// `21 Aug 2026`.
    DayMonthYear,
    /// `2026年8月21日`: the three units as written after the numbers.
    YearMonthDay {
        /// After the year.
        year: &'static str,
        /// After the month.
        month: &'static str,
        /// After the day.
        day: &'static str,
    },
}

written! {
    /// One language. Words in braces are blanks, filled by [`fill`](super::fill).
    #[derive(Debug)]
    #[cfg_attr(feature = "extras", derive(Clone, Copy))]
    pub struct Phrases {
        /// The language as a BCP 47 tag.
        pub lang: &'static str,
        /// How a date is put together.
        pub date: DateOrder,
        /// January to December, short, as they stand on an axis.
        pub months: [&'static str; 12],
        /// Between two sentences.
        pub sentence_gap: &'static str,
        /// Names of series and drivers by id, as they stand inside a sentence.
        pub series: &'static [(&'static str, &'static str)],
        /// Kinds of events by their code.
        pub event_kinds: &'static [(&'static str, &'static str)],

        /// Label of the slider.
        pub window: &'static str,
        /// The slider's value; blank `n`.
        pub trading_days: &'static str,
        /// Label of the select.
        pub asset: &'static str,
        /// Label of the select.
        pub driver: &'static str,
        /// Label of the switch.
        pub basis: &'static str,
        /// One side of the switch.
        pub changes: &'static str,
        /// The other.
        pub levels: &'static str,
        /// Label of the range buttons.
        pub range: &'static str,
        /// The buttons 6m, 1y, 3y, 5y, max.
        pub ranges: [&'static str; 5],
        /// The button that undoes a zoom.
        pub reset: &'static str,
        /// The handle at the left of the brush.
        pub range_start: &'static str,
        /// The handle at the right of the brush.
        pub range_end: &'static str,

        /// What the grey stretches are.
        pub spans_zero: &'static str,
        /// The band in the readout; blank `confidence`.
        pub band: &'static str,
        /// The lower bound as a column of the table; blank `confidence`.
        pub band_low: &'static str,
        /// The upper bound as a column of the table; blank `confidence`.
        pub band_high: &'static str,
        /// The name of the interval of a point.
        pub interval_label: &'static str,
        /// An interval; blanks `low`, `high`.
        pub interval: &'static str,

        /// The band holds zero.
        pub verdict_zero: &'static str,
        /// The band is above zero.
        pub verdict_together: &'static str,
        /// The band is below zero.
        pub verdict_opposite: &'static str,
        /// Nothing to say: blanks `asset`, `driver`, `window`.
        pub finding_too_few: &'static str,

        /// Before the list of publishers, with its colon.
        pub sources: &'static str,
        /// The date of the data; blank `date`.
        pub as_of: &'static str,
        /// The same when that day is long past; blanks `date`, `n` days.
        pub as_of_old: &'static str,
        /// Who publishes a series that names no source: the page that brings it.
        pub page_author: &'static str,
        /// The line every figure carries.
        pub disclaimer: &'static str,
        /// The toggle of the list of sources.
        pub about_data: &'static str,
        /// The toggle of the table.
        pub table: &'static str,
        /// The toggle of how the figures come about.
        pub method: &'static str,
        /// What the chart is, for those who hear it: blank `finding`.
        pub chart: &'static str,
        /// How the chart is used by keyboard.
        pub chart_help: &'static str,
        /// What a plain turn of the wheel is answered with.
        pub wheel_hint: &'static str,
        /// The name of the group of lines that can be hidden.
        pub lines: &'static str,
        /// The name of the group of buttons that save and share.
        pub share: &'static str,
        /// The button that copies the address of this figure.
        pub link: &'static str,
        /// The button that copies the tag that shows this figure on another page.
        pub embed: &'static str,
        /// Begins to play a line as sound.
        pub listen: &'static str,
        /// Shown while the figures come.
        pub loading: &'static str,

        /// Note on a number out of range; blanks `name`, `asked`, `used`, `min`, `max`.
        pub note_clamped: &'static str,
        /// The figures could not be reached; blank `status`.
        pub error_data_missing: &'static str,
        /// They came, but not whole.
        pub error_data_truncated: &'static str,
        /// They came, but make no sense.
        pub error_data_malformed: &'static str,

        /// The view `timeline`.
        pub timeline: TimelineWords,
        /// The view `correlation`.
        pub correlation: CorrelationWords,
        ; /// How far something moves.
        pub moves: MoveWords,
        ; /// What a reader may ask for later.
        pub extras: ExtraWords,
        ; /// How far apart the days are that they speak of.
        pub step: Step,
    }
}

impl Phrases {
    /// Whether they are in the language of that BCP 47 tag.
    #[must_use]
    pub fn speaks(&self, tag: &str) -> bool {
        let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        primary(self.lang) == primary(tag)
    }

    /// The name of a series or driver inside a sentence; `label` where the language has none.
    #[must_use]
    pub fn name<'a>(&'a self, id: &str, label: &'a str) -> &'a str {
        look_up(self.series, id).unwrap_or(label)
    }

    /// The name of a series or driver as it stands alone: no article, a capital first.
    #[must_use]
    pub fn label(&self, id: &str, label: &str) -> String {
        let name = self.name(id, label);
        capitalised(name.strip_prefix("the ").unwrap_or(name))
    }

    /// The name of a kind of event.
    #[must_use]
    pub fn event_kind<'a>(&'a self, code: &'a str) -> &'a str {
        look_up(self.event_kinds, code).unwrap_or(code)
    }

    /// [`fill`] for what is said of days: of weeks or months where the days shown lie so far apart.
    #[must_use]
    pub fn fill(&self, phrase: &str, values: &[(&str, &str)]) -> String {
        #[cfg(feature = "extras")]
        if self.step != Step::Day {
            return fill(&stepped(phrase, self.extras.steps, self.step), values);
        }
        fill(phrase, values)
    }

    /// The name of a unit.
    #[cfg(feature = "extras")]
    #[must_use]
    pub fn unit<'a>(&'a self, code: &'a str) -> &'a str {
        look_up(self.extras.units, code).unwrap_or(code)
    }
}

fn look_up(table: &'static [(&'static str, &'static str)], key: &str) -> Option<&'static str> {
    table.iter().find(|(id, _)| *id == key).map(|(_, name)| *name)
}
