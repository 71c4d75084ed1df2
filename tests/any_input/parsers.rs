//! What reads text or bytes from outside.

use yenlens::series::{Day, Kind, Unit, snapshot};
use yenlens::spec::{Options, Spec, WINDOW_MAX, WINDOW_MIN};
use yenlens::text;

/// Tries every parser on the same bytes.
pub fn every_parser(bytes: &[u8]) {
    let _ = snapshot::decode(bytes);
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
