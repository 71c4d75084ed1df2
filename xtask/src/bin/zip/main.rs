//! `zip FOLDER PREFIX FILE`: the files of a folder as a zip archive, under a prefix. The same files give the same bytes: names in
//! order, no times, no owners.

use std::error::Error;
use std::fs::{self, File};
use std::io::{Write, copy};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [folder, prefix, file] = &words[..] else { return Err("zip FOLDER PREFIX FILE".into()) };
    let mut archive = ZipWriter::new(File::create(file)?);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for path in files(Path::new(folder))? {
        let name: Vec<_> = path.strip_prefix(folder)?.iter().map(|part| part.to_string_lossy()).collect();
        archive.start_file(format!("{prefix}/{}", name.join("/")), options)?;
        copy(&mut File::open(&path)?, &mut archive)?;
    }
    archive.finish()?.flush()?;
    Ok(())
}

/// All files under a folder, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
    entries.sort();
    let mut found = Vec::new();
    for path in entries {
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    Ok(found)
}
