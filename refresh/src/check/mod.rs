//! The quality of the figures held: what is missing, what stands where nothing should, what leaps, what has grown old, and where two
//! sources contradict each other.
//!
//! A finding is no fault yet: holidays are worked, markets crash. Whoever has looked at one writes it with a reason into
//! `reviewed.csv`; the check fails on all others, and on a review that no longer finds anything.

mod across;
mod ends;
mod leaps;
mod report;
mod reviewed;
mod schedule;

use std::path::Path;

use yenlens::series::{Day, Series, SeriesMeta};

use crate::pack::chunks;
use crate::pack::sheet::Outcome;
pub use across::{Comparison, comparisons};
pub use leaps::change;
pub use report::Report;
pub use reviewed::{Review, Reviews};

/// What was looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// Days that should have a value and have none.
    Gap,
    /// A value on a day that should have none.
    Holiday,
    /// A change that stands out from those around it.
    Outlier,
    /// A series that ends long before the others.
    Stale,
    /// Two sources that differ, or two series that cannot both be right.
    Apart,
}

impl Check {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Gap, "gap"),
        (Self::Holiday, "holiday"),
        (Self::Outlier, "outlier"),
        (Self::Stale, "stale"),
        (Self::Apart, "apart"),
    ];

    /// Its name in `reviewed.csv`.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(check, _)| *check == self).map_or("", |(_, name)| name)
    }

    /// The check of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(check, _)| *check)
    }
}

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was looked for.
    pub check: Check,
    /// The series.
    pub id: String,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// What was found, without a full stop.
    pub what: String,
}

/// The figures of a folder.
#[derive(Debug)]
pub struct Held {
    /// Every series with what is known about it, in the order of `series.csv`.
    pub series: Vec<(SeriesMeta, Series)>,
}

impl Held {
    /// Reads a folder of sheets.
    ///
    /// # Errors
    /// The place of the first fault in the sheets.
    pub fn read(data: &Path) -> Outcome<Self> {
        let mut packed = chunks(data)?;
        let metas: Vec<SeriesMeta> = packed.iter().flat_map(|chunk| &chunk.directory).map(|entry| entry.meta.clone()).collect();
        let mut all: Vec<(String, Series)> = packed.iter_mut().flat_map(|chunk| std::mem::take(&mut chunk.series)).collect();
        let take = |meta: SeriesMeta| {
            let at = all.iter().position(|(id, _)| *id == meta.id)?;
            Some((meta, all.swap_remove(at).1))
        };
        Ok(Self { series: metas.into_iter().filter_map(take).collect() })
    }

    /// The series of that id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Series> {
        self.series.iter().find(|(meta, _)| meta.id == id).map(|(_, series)| series)
    }

    /// The last day of any series.
    #[must_use]
    pub fn as_of(&self) -> Option<Day> {
        self.series.iter().map(|(meta, _)| meta.last).max()
    }

    /// Everything there is to look at, series by series.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (meta, series) in &self.series {
            schedule::look(meta, series, &mut findings);
            leaps::look(meta, series, &mut findings);
            if let Some(as_of) = self.as_of() {
                ends::look(meta, series, as_of, &mut findings);
            }
        }
        across::look(self, &mut findings);
        findings
    }
}

/// Checks a folder of sheets against its own `reviewed.csv`.
///
/// # Errors
/// The place of the first fault in the sheets or the reviews.
pub fn check(data: &Path) -> Outcome<Report> {
    let held = Held::read(data)?;
    let reviews = Reviews::read(&data.join("reviewed.csv"))?;
    Ok(Report::new(&held, &reviews))
}
