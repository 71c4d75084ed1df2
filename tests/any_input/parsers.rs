//! What reads text or bytes from outside.

use yenlens::series::import::Importer;
use yenlens::series::{Day, Kind, Unit, snapshot};
use yenlens::spec::{Options, Spec, WINDOW_MAX, WINDOW_MIN};
use yenlens::text;

/// Tries every parser on the same bytes.
pub fn every_parser(bytes: &[u8]) {
    let _ = snapshot::decode(bytes);
    own_data(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        if let Ok(day) = Day::parse(text) {
            assert_eq!(day.to_string(), text);
        }
        let _ = (Kind::parse(text), Unit::parse(text), text::phrases(text));
        for name in Options::NAMES {
            every_option(name, text);
        }
    }
}

/// One option of that text: a spec within its bounds, and a fault is one sentence.
fn every_option(name: &str, text: &str) {
    let mut options = Options::default();
    assert!(options.set(name, Some(text.to_owned())).is_ok());
    let parsed = Spec::parse(&options, &Spec::default());
    assert!((WINDOW_MIN..=WINDOW_MAX).contains(&parsed.spec.window));
    assert!(parsed.spec.confidence > 0.0 && parsed.spec.confidence < 1.0);
    assert!(parsed.faults.iter().all(|fault| !fault.message().contains('\n')));
}

/// A file of own data in two pieces: the same as in one, and whatever it says, within bounds or refused in one sentence.
pub fn own_data(bytes: &[u8]) {
    let read = |pieces: [&[u8]; 2]| {
        let mut importer = Importer::new();
        for piece in pieces {
            importer.push(piece)?;
        }
        importer.finish()
    };
    let half = bytes.len() / 2;
    let (one, two) = (read([bytes, &[]]), read([&bytes[..half], &bytes[half..]]));
    assert_eq!(one.as_ref().err(), two.as_ref().err());
    assert!(one.as_ref().err().is_none_or(|fault| !fault.message().contains('\n')));
    if let (Ok(one), Ok(two)) = (one, two) {
        assert!(one.series.iter().all(|(meta, series)| series.days().last() == Some(&meta.last)));
        assert_eq!(one.series.len(), two.series.len());
        assert!(one.series.iter().zip(&two.series).all(|(a, b)| a.0 == b.0 && a.1.values() == b.1.values()));
    }
    let mut importer = Importer::new();
    if importer.push(bytes).is_ok() {
        let _ = importer.break_off();
    }
}
