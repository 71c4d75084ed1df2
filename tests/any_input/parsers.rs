//! What reads text or bytes from outside.

use yenlens::series::{Day, Kind, Unit, snapshot};

/// Tries every parser on the same bytes.
pub fn every_parser(bytes: &[u8]) {
    let _ = snapshot::decode(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        if let Ok(day) = Day::parse(text) {
            assert_eq!(day.to_string(), text);
        }
        let _ = (Kind::parse(text), Unit::parse(text));
    }
}
