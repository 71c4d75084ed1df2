//! Did Japan sell? What the month-ends say, and what they cannot say.

use super::{Flows, told};
use crate::series::{Day, Series};
use crate::spec::Spec;
use crate::stats::correlation::{interval, pearson};
use crate::text::{self, Phrases};
use crate::view::figures::{Told, verdict};
use crate::view::scale::Domain;

/// How old a yield may be at the end of a month: the month's last business day.
const REACH_DAYS: i32 = 5;
/// Fewer months are not correlated.
const FEWEST: usize = 12;

/// A month-end inside the range: the holdings, and the last yield of the month.
#[derive(Debug, Clone, Copy)]
pub(super) struct Month {
    pub(super) day: Day,
    pub(super) holdings: f64,
    pub(super) ust: f64,
}

/// How the holdings moved with the yield, month by month.
#[derive(Debug, Clone, Copy)]
pub(super) struct Together {
    pub(super) r: f64,
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) n: usize,
}

impl Flows {
    /// The month-ends inside `x`.
    pub(super) fn months(&self, x: Domain) -> Vec<Month> {
        let column = &self.holders[0].column;
        let all = column.days().iter().zip(column.values()).filter(|(_, holdings)| !holdings.is_nan());
        let inside = all.filter(|(day, _)| x.contains(f64::from(day.count())));
        let month = |(day, holdings): (&Day, &f64)| Month { day: *day, holdings: *holdings, ust: last_of(&self.ust, *day, x) };
        inside.map(month).collect()
    }

    /// The correlation of the monthly changes, holdings in percent and the yield in basis points; none is taken across a
    /// change of source.
    pub(super) fn together(&self, months: &[Month], confidence: f64) -> Option<Together> {
        let broken = |from: Day, to: Day| self.holders[0].breaks.iter().any(|day| from < *day && *day <= to);
        let (mut holdings, mut ust) = (Vec::new(), Vec::new());
        for pair in months.windows(2) {
            let (before, month) = (pair[0], pair[1]);
            let change = month.ust - before.ust;
            if !change.is_nan() && !broken(before.day, month.day) {
                holdings.push(100.0 * libm::log(month.holdings / before.holdings));
                ust.push(100.0 * change);
            }
        }
        let n = holdings.len();
        let r = pearson(&ust, &holdings).ok().filter(|_| n >= FEWEST)?.estimate;
        let (low, high) = interval(r, n, confidence).ok().filter(|_| r.is_finite())?;
        Some(Together { r, low, high, n })
    }

    pub(super) fn finding(&self, x: Domain, phrases: &Phrases) -> String {
        self.months(x).last().map_or_else(|| phrases.flows().too_few.to_owned(), |last| self.answer(last, x, phrases))
    }

    /// What moved over the range, how the months went together, and what the figures cannot say.
    pub(super) fn more(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Vec<String> {
        let (words, months) = (phrases.flows(), self.months(x));
        let (Some(first), Some(last)) = (months.first(), months.last()) else { return Vec::new() };
        let mut lines = Vec::new();
        let (billions, pct) = (|v: f64| money(phrases, v), |v: f64| text::number(v, 2));
        let (first_yen, last_yen) = (last_of(&self.yen, first.day, x), last_of(&self.yen, last.day, x));
        if months.len() > 1 && ![first.ust, last.ust, first_yen, last_yen].iter().any(|v| v.is_nan()) {
            lines.push(told(
                words.more_range,
                &[
                    ("from", text::date(phrases, first.day)),
                    ("to", text::date(phrases, last.day)),
                    ("first", billions(first.holdings)),
                    ("last", billions(last.holdings)),
                    ("ust_from", pct(first.ust)),
                    ("ust_to", pct(last.ust)),
                    ("yen_from", pct(first_yen)),
                    ("yen_to", pct(last_yen)),
                ],
            ));
        }
        if let Some(both) = self.together(&months, spec.confidence) {
            let t = Told::new(phrases, both.r, both.low, both.high, both.n, spec.confidence);
            lines.push(told(
                words.more_months,
                &[
                    ("r", t.r),
                    ("confidence", t.confidence),
                    ("interval", t.interval),
                    ("n", t.n),
                    ("verdict", verdict(phrases, both.low, both.high).to_owned()),
                ],
            ));
        }
        lines.extend(self.revisions(x, phrases));
        lines.push(words.caveat.to_owned());
        lines
    }

    /// How many of Japan's figures were revised among those that an earlier release had too, and by how much at most.
    fn revisions(&self, x: Domain, phrases: &Phrases) -> Option<String> {
        let (words, japan) = (phrases.flows(), &self.holders[0]);
        let inside = |day: &&Day| x.contains(f64::from(day.count()));
        let found = Some(japan.earlier.iter().filter(inside).count()).filter(|n| *n > 0)?;
        let revised = japan.revised.days().iter().zip(japan.revised.values()).filter(|(day, _)| inside(day));
        let by: Vec<f64> = revised.filter_map(|(day, before)| Some((japan.column.on(*day)? - before).abs())).collect();
        let most = by.iter().copied().fold(0.0, f64::max);
        let most = if words.myriads.is_some() { money(phrases, most) } else { text::number(most, 1) };
        let blanks = [("found", found.to_string()), ("revised", by.len().to_string()), ("most", most)];
        Some(told(if by.is_empty() { words.more_unrevised } else { words.more_revised }, &blanks))
    }

    /// Whether Japan held more or less than a year before, by the last month-end of the range.
    fn answer(&self, last: &Month, x: Domain, phrases: &Phrases) -> String {
        let (words, column) = (phrases.flows(), &self.holders[0].column);
        let at = column.days().partition_point(|day| *day < last.day);
        let mut blanks = vec![("date", text::date(phrases, last.day)), ("last", money(phrases, last.holdings))];
        // Thirteen month-ends make twelve changes.
        let Some(year) = at.checked_sub(12).map(|from| &column.values()[from..=at]) else {
            return told(words.finding_alone, &blanks);
        };
        let (change, falls) = (year[12] - year[0], year.windows(2).filter(|pair| pair[1] < pair[0]).count());
        blanks.extend([
            ("change", money(phrases, change.abs())),
            ("percent", text::number(100.0 * (change / year[0]).abs(), 1)),
            ("falls", falls.to_string()),
        ]);
        let answer = told(if change < 0.0 { words.finding_less } else { words.finding_more }, &blanks);
        // The reader has to know when the figures stop while the range goes on.
        let late = column.days().last() == Some(&last.day) && x.hi() - f64::from(last.day.count()) > 31.0;
        let falls = told(if late { words.finding_falls_late } else { words.finding_falls }, &blanks);
        [&answer, phrases.sentence_gap, &falls].concat()
    }
}

/// Billions of dollars as the language counts them, to the nearest billion or hundred million.
fn money(phrases: &Phrases, billions: f64) -> String {
    let Some([upper, lower]) = phrases.flows().myriads else { return text::number(billions, 0) };
    let units = libm::round(10.0 * billions);
    let above = if upper.is_empty() { 0.0 } else { (units / 10_000.0).floor() };
    let below = [&text::number(units - 10_000.0 * above, 0), lower].concat();
    if above > 0.0 { [&text::number(above, 0), upper, &below].concat() } else { below }
}

/// The last value of the month that ends on that day, not from before the range.
pub(super) fn last_of(column: &Series, day: Day, x: Domain) -> f64 {
    let at = column.days().partition_point(|other| *other <= day).checked_sub(1);
    let near = |at: &usize| {
        let other = column.days()[*at];
        day.count() - other.count() <= REACH_DAYS && x.contains(f64::from(other.count()))
    };
    at.filter(near).map_or(f64::NAN, |at| column.values()[at])
}
