//! The melody of a line: read against the picture of the same scene.

use crate::{prepared, scene};
use yenlens::series::Day;
use yenlens::text::phrases;
use yenlens::view::scene::Scene;
use yenlens::view::sound::Melody;

/// The pitch of a place between the edges of a panel: 220 Hz at its foot, two and a half octaves up at its head.
fn pitch(place: f64) -> f64 {
    220.0 * 2.0_f64.powf(2.5 * place)
}

fn melody(scene: &Scene, key: Option<&str>) -> Melody {
    assert!(Melody::is_there(scene));
    Melody::new(scene, key).unwrap()
}

#[test]
fn each_note_is_the_mean_of_its_days_and_stands_where_they_do() {
    for (range, key) in [("max", "btc"), ("1y", "yen"), ("6m", "jgb10y")] {
        let scene = scene(&[("range", range)], "en");
        let melody = melody(&scene, Some(key));
        let panel = scene.panels.iter().find(|panel| panel.lines.iter().any(|line| line.key == key)).unwrap();
        let line = panel.lines.iter().find(|line| line.key == key).unwrap();
        let (lo, hi) = (panel.y.lo(), panel.y.hi());
        let place = |value: f64| {
            let up = match panel.kind {
                yenlens::view::scale::Kind::Log => (value / lo).ln() / (hi / lo).ln(),
                yenlens::view::scale::Kind::Linear => (value - lo) / (hi - lo),
            };
            if panel.inverted { 1.0 - up } else { up }
        };
        let shown = |day: Day| scene.x.contains(f64::from(day.count()));
        let mut after = None;
        for (at, note) in melody.notes.iter().enumerate() {
            let own: Vec<f64> = line
                .column
                .days()
                .iter()
                .zip(line.column.values())
                .filter(|(day, value)| {
                    shown(**day) && after.is_none_or(|after| **day > after) && **day <= note.day && !value.is_nan()
                })
                .map(|(_, value)| place(*value))
                .collect();
            let mean = own.iter().sum::<f64>() / own.len() as f64;
            match note.hertz {
                Some(hertz) => assert!((hertz / pitch(mean) - 1.0).abs() < 1e-9, "{key} {range}: note {at}"),
                None => assert!(own.is_empty()),
            }
            let along = (f64::from(note.day.count()) - scene.x.lo()) / scene.x.span();
            let slack = 1.05 * melody.length_s / melody.notes.len().min(150) as f64;
            assert!((along * melody.length_s - note.start_s).abs() <= slack, "{key} {range}: {} at {}", note.day, note.start_s);
            assert_eq!(melody.day_at(note.start_s), Some(note.day));
            after = Some(note.day);
        }
        assert!(
            melody.notes.windows(2).all(|pair| pair[1].start_s - pair[0].start_s > 0.039),
            "{key} {range}: an ear can follow"
        );
        assert_eq!(after, line.column.days().iter().copied().filter(|day| shown(*day)).max());
    }
}

#[test]
fn a_melody_is_short_and_ends() {
    let scene = scene(&[("view", "correlation")], "en");
    let melody = melody(&scene, None);
    assert!(melody.length_s <= 8.0 && melody.notes.len() <= 200);
    assert!(melody.notes.iter().filter_map(|note| note.hertz).all(|hertz| (219.9..=1_245.0).contains(&hertz)));
    assert_eq!((melody.day_at(-0.1), melody.day_at(melody.length_s)), (None, None));
}

#[test]
fn what_is_not_over_time_has_no_melody() {
    let (prepared, state) = prepared(&[("view", "leadlag")]);
    let scene = prepared.scene(state.spec(), state.domain(), phrases("ko"));
    assert_eq!(Melody::new(&scene, None), None);
    assert!(!Melody::is_there(&scene));
}
