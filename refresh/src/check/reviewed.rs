//! `reviewed.csv`: what somebody has looked at and found right, with the reason.

use std::path::Path;

use yenlens::series::Day;

use super::{Check, Finding};
use crate::pack::sheet::{Outcome, Sheet};

/// One entry: a check, the series it concerns, a stretch of days, and why it is right.
#[derive(Debug, Clone)]
pub struct Review {
    /// Its line in the file.
    pub line: u64,
    check: Check,
    /// An id, or the beginning of several followed by `*`.
    id: String,
    from: Option<Day>,
    to: Option<Day>,
    /// Why it is right.
    pub reason: String,
}

/// All entries of a file.
#[derive(Debug, Clone, Default)]
pub struct Reviews {
    entries: Vec<Review>,
}

impl Review {
    /// Whether a finding lies within what was looked at.
    #[must_use]
    pub fn covers(&self, finding: &Finding) -> bool {
        let is_id = self.id.strip_suffix('*').map_or(self.id == finding.id, |start| finding.id.starts_with(start));
        let begins = self.from.is_none_or(|from| from <= finding.from);
        let ends = self.to.is_none_or(|to| finding.to <= to);
        self.check == finding.check && is_id && begins && ends
    }
}

impl Reviews {
    /// Reads the file; one that is not there has no entries.
    ///
    /// # Errors
    /// The place of the first fault in it.
    pub fn read(path: &Path) -> Outcome<Self> {
        if path.is_file() { Self::of(&Sheet::read(path)?) } else { Ok(Self::default()) }
    }

    /// The entries of a sheet.
    ///
    /// # Errors
    /// The place of the first fault in it.
    pub fn of(sheet: &Sheet) -> Outcome<Self> {
        sheet.expect_header(&["check", "id", "from", "to", "reason"])?;
        let mut entries = Vec::new();
        for row in &sheet.rows {
            let name = sheet.text(row, 0)?;
            let check =
                Check::named(&name).ok_or_else(|| sheet.fault(row.line, "check", &format!("there is no check {name}")))?;
            let day = |column: usize| if row.cells[column].is_empty() { Ok(None) } else { sheet.day(row, column).map(Some) };
            entries.push(Review {
                line: row.line,
                check,
                id: sheet.text(row, 1)?,
                from: day(2)?,
                to: day(3)?,
                reason: sheet.text(row, 4)?,
            });
        }
        Ok(Self { entries })
    }

    /// The entry that covers a finding.
    #[must_use]
    pub fn of_finding(&self, finding: &Finding) -> Option<&Review> {
        self.entries.iter().find(|review| review.covers(finding))
    }

    /// Entries that cover none of these. That a series is no longer stale is no reason to touch the file.
    #[must_use]
    pub fn idle(&self, findings: &[Finding]) -> Vec<&Review> {
        let covers_none = |review: &&Review| !findings.iter().any(|finding| review.covers(finding));
        self.entries.iter().filter(|review| review.check != Check::Stale).filter(covers_none).collect()
    }
}
