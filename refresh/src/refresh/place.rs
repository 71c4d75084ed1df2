//! A folder made beside another, which takes its place at the end.

use std::fs;
use std::path::{Path, PathBuf};

use crate::pack::sheet::Outcome;

/// A folder that is not yet in its place; let go of, it is removed.
pub struct Fresh {
    place: PathBuf,
    made: PathBuf,
    retired: PathBuf,
}

impl Fresh {
    /// An empty folder beside `place`. What a run that was broken off has left is put right first.
    pub fn beside(place: &Path) -> Outcome<Self> {
        let name =
            place.file_name().ok_or_else(|| format!("{}: expected a folder with a name", place.display()))?.to_string_lossy();
        let near = |what: &str| place.with_file_name(format!(".{name}-{what}"));
        let fresh = Self { place: place.to_owned(), made: near("fresh"), retired: near("retired") };
        mend(place)?;
        remove(&fresh.made)?;
        remove(&fresh.retired)?;
        fs::create_dir_all(&fresh.made).map_err(|error| format!("{}: {error}", fresh.made.display()))?;
        Ok(fresh)
    }

    /// A copy of the files of `place`.
    pub fn copy_of(place: &Path) -> Outcome<Self> {
        let fresh = Self::beside(place)?;
        let cannot = |error: std::io::Error| format!("{}: {error}", place.display());
        for entry in fs::read_dir(place).map_err(cannot)? {
            let entry = entry.map_err(cannot)?;
            if entry.path().is_file() {
                fs::copy(entry.path(), fresh.made.join(entry.file_name())).map_err(cannot)?;
            }
        }
        Ok(fresh)
    }

    /// Where it is until then.
    pub fn path(&self) -> &Path {
        &self.made
    }

    /// Takes its place; the folder that was there is kept until [`Placed::keep`] or comes back.
    pub fn settle(self) -> Outcome<Placed> {
        if self.place.exists() {
            rename(&self.place, &self.retired)?;
        }
        if let Err(sentence) = rename(&self.made, &self.place) {
            if self.retired.exists() {
                rename(&self.retired, &self.place)?;
            }
            return Err(sentence);
        }
        Ok(Placed { place: self.place.clone(), retired: self.retired.clone(), is_kept: false })
    }
}

/// Puts the old folder back where a run was broken off between taking it away and putting the new one there.
pub fn mend(place: &Path) -> Outcome<()> {
    let Some(name) = place.file_name() else { return Ok(()) };
    let retired = place.with_file_name(format!(".{}-retired", name.to_string_lossy()));
    if !place.exists() && retired.exists() { rename(&retired, place) } else { Ok(()) }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        let _ = remove(&self.made);
    }
}

/// A folder in its place, with the old one beside it.
pub struct Placed {
    place: PathBuf,
    retired: PathBuf,
    is_kept: bool,
}

impl Placed {
    /// Lets the old one go.
    pub fn keep(mut self) -> Outcome<()> {
        self.is_kept = true;
        remove(&self.retired)
    }
}

impl Drop for Placed {
    fn drop(&mut self) {
        if !self.is_kept && self.retired.exists() && remove(&self.place).is_ok() {
            let _ = rename(&self.retired, &self.place);
        }
    }
}

fn rename(from: &Path, to: &Path) -> Outcome<()> {
    fs::rename(from, to).map_err(|error| format!("{} cannot be renamed to {}: {error}", from.display(), to.display()))
}

fn remove(path: &Path) -> Outcome<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{} cannot be removed: {error}", path.display()))
        }
        _ => Ok(()),
    }
}
