//! What it means that changes are taken between the days that all series share: whether a weekend's move falls on a Monday, and
//! whether the same day is the same hours. Nothing is aligned here; it is said of the series what is true of them.

use crate::series::{Day, Series, SeriesMeta, Step, Store};
use crate::text::Phrases;

/// What is true of series whose changes are taken over common days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Alignment {
    /// One has weekends and another has not.
    pub weekends: bool,
    /// They are fixed at different hours.
    pub hours: bool,
}

impl Alignment {
    /// That of the series of those ids. What has a value a week or a month has no say: it has neither weekends nor hours.
    #[must_use]
    pub fn of<'a>(store: &'a Store, ids: impl IntoIterator<Item = &'a str>) -> Self {
        let metas = ids.into_iter().filter_map(|id| store.meta(id));
        let is_daily = |meta: &&SeriesMeta| store.get(&meta.id).is_none_or(|series| Step::of(series.days()) == Step::Day);
        let daily: Vec<&SeriesMeta> = metas.filter(is_daily).collect();
        let weekends: Vec<bool> = daily.iter().filter_map(|meta| store.get(&meta.id)).map(has_weekends).collect();
        Self {
            weekends: weekends.contains(&true) && weekends.contains(&false),
            hours: daily.windows(2).any(|pair| pair[0].closes_at_utc != pair[1].closes_at_utc),
        }
    }

    /// In words. Where the days shown are a week or more apart, neither weekends nor hours matter.
    #[must_use]
    pub fn told(self, phrases: &Phrases) -> String {
        let [common, weekends, hours] = phrases.extras.alignment;
        let daily = phrases.step == Step::Day;
        let all = [(true, common), (daily && self.weekends, weekends), (daily && self.hours, hours)];
        let holding = all.into_iter().filter(|(holds, _)| *holds);
        holding.map(|(_, sentence)| sentence).collect::<Vec<_>>().join(phrases.sentence_gap)
    }
}

/// Whether a Saturday and the Sunday after it ever have values: a month that ends on a Saturday is no weekend.
fn has_weekends(series: &Series) -> bool {
    let is_weekend = |pair: &[Day]| pair[0].weekday() == 5 && pair[1].count() == pair[0].count() + 1;
    series.days().windows(2).rev().any(is_weekend)
}
