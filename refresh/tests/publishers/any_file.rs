//! Any bytes in place of a publisher's file: read or refused in one sentence, never a panic.

use yenlens::series::Day;
use yenlens_refresh::publishers::{Answer, sources};

/// Hands the bytes after the first to the reader that the first names; what begins a second file stands after a zero.
pub fn any_file(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let all = sources();
    let source = &all[usize::from(*first) % all.len()];
    let Ok(today) = Day::new(20_781) else { return };
    let requests = (source.requests)(today.plus(-30), today);
    let mut parts = rest.split(|byte| *byte == 0);
    let whole = |bytes: &[u8]| if requests[0].url.contains("zip") { stored(bytes) } else { bytes.to_vec() };
    let answers: Vec<Answer> = requests
        .iter()
        .map(|request| Answer { file: request.file.clone(), bytes: whole(parts.next().unwrap_or_default()) })
        .collect();
    for (answers, what) in
        [(answers, "in its form"), (vec![Answer { file: requests[0].file.clone(), bytes: rest.to_vec() }], "raw")]
    {
        match (source.read)(&answers, today) {
            Ok(columns) => {
                for column in columns {
                    assert!(!column.values.is_empty(), "{} {what}", column.id);
                    assert!(column.values.windows(2).all(|pair| pair[0].0 < pair[1].0), "{} {what}", column.id);
                    assert!(column.values.iter().all(|(_, value)| value.is_finite()), "{} {what}", column.id);
                }
            }
            Err(sentence) => assert!(!sentence.is_empty() && sentence.len() < 2_000, "{sentence}"),
        }
    }
}

/// An archive that holds the bytes as they are, under a name that every reader takes.
fn stored(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for name in ["a.csv", "a.txt"] {
        let written = writer.start_file(name, options).is_ok() && writer.write_all(bytes).is_ok();
        assert!(written);
    }
    writer.finish().map(std::io::Cursor::into_inner).unwrap_or_default()
}
