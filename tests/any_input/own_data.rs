//! Files of an author's own data.

use yenlens::series::import::Importer;

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
