//! The report: a table of the series, one of the pairs of sources, and what is left to look at.

use std::fmt;

use yenlens::series::Day;

use super::{Check, Comparison, Finding, Held, Reviews, comparisons};
use crate::calendar::Calendar;

/// The quality of the figures held.
#[derive(Debug)]
pub struct Report {
    /// The last day of any series.
    as_of: Option<Day>,
    rows: Vec<Row>,
    pairs: Vec<Comparison>,
    /// Findings that nobody has looked at.
    pub open: Vec<Finding>,
    /// How many have been.
    reviewed: usize,
    /// Reviews that find nothing any more, by their line.
    idle: Vec<(u64, String)>,
}

/// A series in the table.
#[derive(Debug)]
struct Row {
    id: String,
    calendar: Calendar,
    first: Option<Day>,
    last: Option<Day>,
    values: usize,
    behind: usize,
    found: [usize; 5],
}

impl Report {
    /// The report on the figures held, given what has been looked at.
    #[must_use]
    pub fn new(held: &Held, reviews: &Reviews) -> Self {
        let findings = held.findings();
        let as_of = held.as_of();
        let rows = held.series.iter().map(|(meta, series)| {
            let calendar = Calendar::of(&meta.id);
            let last = series.days().last().copied();
            let found = |check: Check| findings.iter().filter(|f| f.id == meta.id && f.check == check).count();
            let behind = match (calendar, last, as_of) {
                (Calendar::None, ..) => 0,
                (_, Some(last), Some(as_of)) => calendar.open_between(last, as_of),
                _ => 0,
            };
            Row {
                id: meta.id.clone(),
                calendar,
                first: series.days().first().copied(),
                last,
                values: series.len(),
                behind,
                found: [Check::Gap, Check::Holiday, Check::Outlier, Check::Apart, Check::Stale].map(found),
            }
        });
        let idle = reviews.idle(&findings).into_iter().map(|review| (review.line, review.reason.clone())).collect();
        let rows = rows.collect();
        let all = findings.len();
        let open: Vec<Finding> = findings.into_iter().filter(|finding| reviews.of_finding(finding).is_none()).collect();
        Self { as_of, rows, pairs: comparisons(held), reviewed: all - open.len(), open, idle }
    }

    /// Whether everything has been looked at.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.open.is_empty() && self.idle.is_empty()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        writeln!(f, "The figures to {}.\n", date(self.as_of))?;
        writeln!(
            f,
            "| {:<17} | calendar  | first      | last       | values | gaps | on holidays | outliers | apart | behind |",
            "series"
        )?;
        writeln!(
            f,
            "|{:-<19}|-----------|------------|------------|-------:|-----:|------------:|---------:|------:|-------:|",
            ""
        )?;
        for row in &self.rows {
            let [gaps, holidays, outliers, apart, _] = row.found;
            writeln!(
                f,
                "| {:<17} | {:<9} | {:<10} | {:<10} | {:>6} | {gaps:>4} | {holidays:>11} | {outliers:>8} | {apart:>5} | {:>6} |",
                row.id,
                row.calendar.name(),
                date(row.first),
                date(row.last),
                row.values,
                row.behind
            )?;
        }
        writeln!(f, "\n| {:<17} | {:<31} | days | median apart | most apart           |", "series", "held against")?;
        writeln!(f, "|{:-<19}|{:-<33}|-----:|-------------:|----------------------|", "", "")?;
        for pair in &self.pairs {
            let most = pair.most().map(|(day, apart)| format!("{:.3} %, {day}", apart * 100.0)).unwrap_or_default();
            let (days, median) = (pair.apart.len(), pair.median() * 100.0);
            writeln!(f, "| {:<17} | {:<31} | {days:>4} | {median:>10.3} % | {most:<20} |", pair.id, pair.other)?;
        }
        writeln!(f, "\n{} findings have been looked at, see reviewed.csv; {} have not.", self.reviewed, self.open.len())?;
        for Finding { check, id, from, to, what } in &self.open {
            let days = if from == to { from.to_string() } else { format!("{from} to {to}") };
            writeln!(f, "{}: {id}, {days}: {what}", check.name())?;
        }
        for (line, reason) in &self.idle {
            writeln!(f, "reviewed.csv, line {line}: finds nothing any more, take it out: {reason}")?;
        }
        Ok(())
    }
}
