//! One refresh, from asking to writing.

use std::fmt;
use std::path::PathBuf;

use yenlens::series::Day;

use super::merge::{Merged, Revision, merge};
use super::place::{Fresh, mend};
use super::sheets;
use crate::check::{Check, Finding, Held, Reviews};
use crate::pack::pack;
use crate::pack::sheet::Outcome;
use crate::publishers::{Answer, Request, Source, sheet_of, sources};

/// What is refreshed, and how far.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder of the sheets.
    pub data: PathBuf,
    /// The folder of the snapshot's files; none where only the sheets are wanted.
    pub snapshot: Option<PathBuf>,
    /// The names of the sources to ask; empty for all.
    pub only: Vec<String>,
    /// The day that is not over, in UTC.
    pub today: Day,
    /// Whether nothing is written.
    pub is_dry: bool,
}

/// Where the publishers' files come from.
pub trait Files {
    /// The file; none where it is not at hand and is not to be asked for.
    ///
    /// # Errors
    /// Why it could not be had.
    fn get(&mut self, request: &Request) -> Outcome<Option<Vec<u8>>>;
}

/// Why a source was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The name of the source.
    pub source: &'static str,
    /// The reason in one sentence, without a full stop.
    pub reason: String,
}

/// What has changed, and what was left as it was.
#[derive(Debug, Default)]
pub struct Changes {
    /// Series with new values: how many, the first and the last day.
    pub added: Vec<(String, usize, Day, Day)>,
    /// Past values that have changed.
    pub revised: Vec<Revision>,
    /// Sources that have nothing new.
    pub same: Vec<&'static str>,
    /// Sources whose files are not at hand.
    pub absent: Vec<&'static str>,
    /// Sources left out.
    pub doubts: Vec<Doubt>,
    /// How many entries of the list of what has been looked at were taken out, because they find nothing any more.
    pub unreviewed: usize,
    /// Whether anything was written.
    pub is_written: bool,
}

impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (id, count, first, last) in &self.added {
            let days = if first == last { first.to_string() } else { format!("{first} to {last}") };
            writeln!(f, "added    {id}: {count}, {days}")?;
        }
        for Revision { id, day, before, after } in &self.revised {
            writeln!(f, "revised  {id}, {day}: {after} where {before} was held")?;
        }
        for (what, names) in [("same    ", &self.same), ("absent  ", &self.absent)] {
            if !names.is_empty() {
                writeln!(f, "{what} {}", names.join(", "))?;
            }
        }
        for Doubt { source, reason } in &self.doubts {
            writeln!(f, "kept     {source} as it was: {reason}")?;
        }
        if self.unreviewed > 0 {
            writeln!(f, "reviewed {} entries taken out that find nothing any more", self.unreviewed)?;
        }
        writeln!(f, "{}", if self.is_written { "Written." } else { "Nothing written." })
    }
}

/// A source whose file was read and believed.
struct Accepted {
    source: Source,
    merged: Vec<(&'static str, Merged)>,
}

/// Asks the publishers, compares, checks and writes.
///
/// # Errors
/// What stops all of it: a fault in the sheets held, a name that is no source, a folder that cannot be written. A doubt about one
/// source is in [`Changes::doubts`], and the others are written.
pub fn run(options: &Options, files: &mut dyn Files) -> Outcome<Changes> {
    mend(&options.data)?;
    let held = Held::read(&options.data)?;
    let reviews = Reviews::read(&options.data.join("reviewed.csv"))?;
    let mut changes = Changes::default();
    let mut accepted = Vec::new();
    for source in chosen(&options.only)? {
        match consider(&source, &held, &reviews, options.today, files) {
            Ok(None) => changes.absent.push(source.name),
            Ok(Some(merged)) if merged.iter().all(|(_, m)| m.added.is_empty() && m.revised.is_empty()) => {
                changes.same.push(source.name);
            }
            Ok(Some(merged)) => accepted.push(Accepted { source, merged }),
            Err(reason) => changes.doubts.push(Doubt { source: source.name, reason }),
        }
    }
    let known = held.findings();
    // What a source brings must not only fit its own past: a source that the others contradict is left out, and all is made anew.
    let fresh = loop {
        if accepted.is_empty() {
            return Ok(changes);
        }
        let fresh = stage(options, &accepted)?;
        let new = Held::read(fresh.path())?.findings();
        let open: Vec<&Finding> =
            new.iter().filter(|finding| is_new(finding, &known) && reviews.of_finding(finding).is_none()).collect();
        let before = accepted.len();
        accepted.retain(|Accepted { source, .. }| {
            let of_source = open.iter().find(|finding| source.ids.contains(&finding.id.as_str()));
            if let Some(Finding { id, from, what, .. }) = of_source {
                let reason = format!("{id}, {from}: {what}; if it is right, enter it in reviewed.csv");
                changes.doubts.push(Doubt { source: source.name, reason });
            }
            of_source.is_none()
        });
        if accepted.len() == before {
            // A gap that is filled needs no reason any more.
            let was_idle: Vec<u64> = reviews.idle(&known).iter().map(|review| review.line).collect();
            let idle: Vec<u64> =
                reviews.idle(&new).iter().map(|review| review.line).filter(|line| !was_idle.contains(line)).collect();
            if !idle.is_empty() {
                sheets::drop_reviews(&fresh.path().join("reviewed.csv"), &idle)?;
            }
            changes.unreviewed = idle.len();
            break fresh;
        }
    };
    for (id, merged) in accepted.iter().flat_map(|accepted| &accepted.merged) {
        if let (Some((first, _)), Some((last, _))) = (merged.added.first(), merged.added.last()) {
            changes.added.push(((*id).to_owned(), merged.added.len(), *first, *last));
        }
        changes.revised.extend(merged.revised.iter().cloned());
    }
    if !options.is_dry {
        write(options, fresh)?;
        changes.is_written = true;
    }
    Ok(changes)
}

/// Whether a finding was not there before. A stretch may have grown, and that a series is stale is no fault of what has come.
fn is_new(finding: &Finding, known: &[Finding]) -> bool {
    let is_same = |other: &Finding| {
        (other.check, &other.id, other.from, other.to) == (finding.check, &finding.id, finding.from, finding.to)
    };
    finding.check != Check::Stale && !known.iter().any(is_same)
}

/// The files that would be asked for.
///
/// # Errors
/// A fault in the sheets held, or a name that is no source.
pub fn requests(options: &Options) -> Outcome<Vec<Request>> {
    let held = Held::read(&options.data)?;
    let mut all = Vec::new();
    for source in chosen(&options.only)? {
        all.extend((source.requests)(last_of(&source, &held, options.today)?, options.today));
    }
    Ok(all)
}

/// The day up to which all series of a source are held.
fn last_of(source: &Source, held: &Held, today: Day) -> Outcome<Day> {
    let mut last = today;
    for id in source.ids {
        let meta = held.series.iter().map(|(meta, _)| meta).find(|meta| meta.id == *id);
        last = last.min(meta.ok_or_else(|| format!("{id} is not among the series held"))?.last);
    }
    Ok(last)
}

fn chosen(only: &[String]) -> Outcome<Vec<Source>> {
    let all = sources();
    if let Some(name) = only.iter().find(|name| !all.iter().any(|source| source.name == **name)) {
        let names: Vec<&str> = all.iter().map(|source| source.name).collect();
        return Err(format!("{name} is no source; there are {}", names.join(", ")));
    }
    Ok(all.into_iter().filter(|source| only.is_empty() || only.iter().any(|name| name == source.name)).collect())
}

/// What a source adds to each of its series; none where its files are not at hand.
fn consider(
    source: &Source,
    held: &Held,
    reviews: &Reviews,
    today: Day,
    files: &mut dyn Files,
) -> Outcome<Option<Vec<(&'static str, Merged)>>> {
    let of =
        |id: &str| held.series.iter().find(|(meta, _)| meta.id == id).ok_or_else(|| format!("{id} is not among the series held"));
    let last = last_of(source, held, today)?;
    let mut answers = Vec::new();
    for request in (source.requests)(last, today) {
        let Some(bytes) = files.get(&request)? else { return Ok(None) };
        answers.push(Answer { file: request.file, bytes });
    }
    let mut all = Vec::new();
    for column in (source.read)(&answers, today)? {
        let (meta, series) = of(column.id)?;
        all.push((column.id, merge(meta, series, &column, &source.rules, reviews, today)?));
    }
    Ok(Some(all))
}

/// The sheets with what is accepted, beside those held.
fn stage(options: &Options, accepted: &[Accepted]) -> Outcome<Fresh> {
    let fresh = Fresh::copy_of(&options.data)?;
    let mut revisions = Vec::new();
    for Accepted { source, merged } in accepted {
        for (id, Merged { added, revised }) in merged {
            let mut values: Vec<(Day, f64)> = revised.iter().map(|revision| (revision.day, revision.after)).collect();
            values.extend(added);
            if !values.is_empty() {
                sheets::enter(&fresh.path().join(sheet_of(id)), id, &values, source.venue)?;
            }
            revisions.extend(revised.iter().cloned());
        }
    }
    if !revisions.is_empty() {
        sheets::log(&fresh.path().join("revisions.csv"), &revisions, options.today)?;
    }
    Ok(fresh)
}

/// Puts sheets and snapshot in their places: both or neither.
fn write(options: &Options, fresh: Fresh) -> Outcome<()> {
    let snapshot = match &options.snapshot {
        Some(place) => {
            let packed = Fresh::beside(place)?;
            pack(fresh.path(), packed.path())?;
            Some(packed)
        }
        None => None,
    };
    let sheets = fresh.settle()?;
    // If this one fails, the sheets that were there come back as `sheets` is let go of.
    if let Some(snapshot) = snapshot {
        snapshot.settle()?.keep()?;
    }
    sheets.keep()
}
