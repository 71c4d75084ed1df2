//! The view `flows`.

use crate::scenes::recorder::Recorder;
use crate::{golden, measure, prepared, said, scene, store};
use yenlens::paint::{self, Palette};
use yenlens::series::{Day, Series, Store};
use yenlens::spec::{Options, Spec};
use yenlens::text::{LANGUAGES, Phrases, date, number, phrases, signed};
use yenlens::view::figures::Prepared;
use yenlens::view::layout::Layout;
use yenlens::view::readout::Readout;
use yenlens::view::scale::Domain;
use yenlens::view::scene::Scene;
use yenlens::view::state::Spot;

#[test]
fn flows_wide() {
    golden("flows-1000", &[("view", "flows")], "en", 1000.0, 680.0);
}

#[test]
fn flows_narrow_in_korean() {
    golden("flows-344-ko", &[("view", "flows"), ("range", "3y")], "ko", 344.0, 640.0);
}

#[test]
fn flows_across_a_revision_in_japanese() {
    golden("flows-2025-ja", &[("view", "flows"), ("range", "2024-06-01/2025-12-31")], "ja", 700.0, 600.0);
}

fn day(y: i32, m: u32, d: u32) -> Day {
    Day::from_ymd(y, m, d).unwrap()
}

fn at_or_before(series: &Series, day: Day) -> f64 {
    series.values()[series.days().partition_point(|other| *other <= day) - 1]
}

#[test]
fn the_sentence_of_flows_follows_from_the_month_ends() {
    let (store, shown) = (store(), scene(&[("view", "flows"), ("range", "2020-01-01/2025-06-30")], "en"));
    let japan = store.get("tic_japan").unwrap();
    let inside: Vec<usize> = (0..japan.len()).filter(|at| (2020..2026).contains(&japan.days()[*at].ymd().0)).collect();
    let inside: Vec<usize> = inside.into_iter().filter(|at| japan.days()[*at] <= day(2025, 6, 30)).collect();
    let (first, last) = (inside[0], *inside.last().unwrap());
    let (held, ust) = (japan.values(), store.get("ust10y").unwrap());
    let ust_at = |at: usize| at_or_before(ust, japan.days()[at]);
    let pairs: Vec<(f64, f64)> =
        inside[1..].iter().map(|at| (ust_at(*at) - ust_at(at - 1), (held[*at] / held[at - 1]).ln())).collect();
    let n = pairs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / n;
    let (mx, my) = (mean(|p| p.0), mean(|p| p.1));
    let sum = |of: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|(x, y)| of(x - mx, y - my)).sum::<f64>();
    let r = sum(&|x, y| x * y) / (sum(&|x, _| x * x) * sum(&|_, y| y * y)).sqrt();
    let change = held[last] - held[last - 12];
    let words = phrases("en");
    for part in [
        format!("on {} Japan held {} billion dollars", date(words, japan.days()[last]), number(held[last], 0)),
        format!("{} billion ({}\u{a0}%)", number(change.abs(), 0), number(100.0 * (change / held[last - 12]).abs(), 1)),
        format!("They fell in {} of the twelve months", (last - 11..=last).filter(|at| held[*at] < held[at - 1]).count()),
        format!("the holdings went from {} to {} billion", number(held[first], 0), number(held[last], 0)),
        format!("from {}\u{a0}% to {}\u{a0}%", number(ust_at(first), 2), number(ust_at(last), 2)),
        format!("have a correlation of {} (95\u{a0}% band", signed(r, 2)),
        format!("n\u{a0}=\u{a0}{}", pairs.len()),
    ] {
        assert!(said(&shown).contains(&part), "{part}\n{}", said(&shown));
    }
    assert_eq!(shown.finding.contains("No sign of it"), change > 0.0);
}

#[test]
fn what_is_drawn_of_flows_is_what_was_published() {
    let (store, shown) = (store(), scene(&[("view", "flows")], "en"));
    let line = |key: &str| shown.panels.iter().flat_map(|panel| &panel.lines).find(|line| line.key == key).unwrap();
    for id in ["tic_japan", "tic_china", "tic_uk"] {
        let (drawn, published) = (line(id), store.get(id).unwrap());
        assert!(drawn.stepped);
        assert_eq!((drawn.column.days(), drawn.column.values()), (published.days(), published.values()));
    }
    assert_eq!(line("tic_uk").breaks, [day(2025, 2, 28)]);
    assert!(shown.pins.iter().any(|pin| pin.day == day(2025, 2, 28) && pin.kind == phrases("en").flows().revision));
    let (long, short) = (store.get("cot_long").unwrap(), store.get("cot_short").unwrap());
    let tuesday = day(2024, 7, 30);
    let net = (long.on(tuesday).unwrap() - short.on(tuesday).unwrap()) / 1000.0;
    assert!((line("positions").column.on(tuesday).unwrap() - net).abs() < 1e-9);
    let bought = store.get("nonres_equity").unwrap();
    let sum: f64 = bought.values()[bought.len() - 13..].iter().sum();
    let got = *line("purchases").column.values().last().unwrap();
    assert!((got - sum / 10_000.0).abs() < 1e-9, "{got} {sum}");
}

#[test]
fn between_two_month_ends_the_readout_names_the_last_one_with_its_day() {
    let (words, shown) = (phrases("en"), scene(&[("view", "flows")], "en"));
    let readout = Readout::new(&shown, Spot::Day(day(2026, 2, 18)), 0.0, words).unwrap();
    let january = store().get("tic_japan").unwrap().on(day(2026, 1, 31)).unwrap();
    let value = &readout.rows[0].value;
    assert!(value.contains(&number(january, 0)) && value.contains(&date(words, day(2026, 1, 31))), "{value}");
    // The table names days of publication only.
    let on_the_day = Readout::new(&shown, Spot::Day(day(2026, 1, 31)), 0.0, words).unwrap();
    assert!(!on_the_day.rows[0].value.contains("2026"), "{}", on_the_day.rows[0].value);
}

fn told(store: &Store, from: Day, to: Day, words: &Phrases) -> String {
    let raw = Options { view: Some("flows".into()), ..Options::default() };
    let (spec, mut prepared) = (Spec::parse(&raw, &Spec::default()).spec, None);
    Prepared::refresh(&mut prepared, store, 1, &spec).unwrap();
    let x = Domain::new(f64::from(from.count()), f64::from(to.count()));
    said(&prepared.unwrap().scene(&spec, x, words))
}

#[test]
fn the_sentence_of_flows_has_its_branches_in_every_language() {
    let store = store();
    for words in LANGUAGES {
        let w = words.flows();
        let opening = |phrase: &str| phrase.split(['{', '}']).next().unwrap().to_owned();
        let more = told(&store, day(2020, 1, 1), day(2026, 3, 2), words);
        let late = told(&store, day(2020, 1, 1), day(2026, 8, 21), words);
        let less = told(&store, day(2020, 1, 1), day(2022, 12, 31), words);
        let alone = told(&store, day(2014, 1, 1), day(2014, 6, 30), words);
        let none = told(&store, day(2014, 2, 3), day(2014, 2, 20), words);
        for told in [&more, &late, &less, &alone, &none] {
            assert!(!told.contains(['{', '}']), "{told}");
        }
        assert!(more.starts_with(&opening(w.finding_more)) && less.starts_with(&opening(w.finding_less)), "{more}\n{less}");
        let closing = |phrase: &str| phrase.rsplit('}').next().unwrap().to_owned();
        let stops = closing(w.finding_falls_late);
        assert!(late.contains(&stops) && !more.contains(&stops), "{late}");
        assert_eq!(none, w.too_few);
        assert!(alone.contains(&closing(w.finding_alone)) && !more.contains(&closing(w.finding_alone)), "{alone}");
        assert!(more.ends_with(w.caveat));
    }
}

#[test]
fn what_an_earlier_release_had_otherwise_is_marked_told_and_in_the_csv() {
    let (store, words) = (store(), phrases("en"));
    let (prepared, state) = prepared(&[("view", "flows")]);
    let shown = prepared.scene(state.spec(), state.domain(), words);
    let csv = prepared.sheet(&shown, state.spec(), words).csv();
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    for id in ["tic_japan", "tic_china", "tic_uk"] {
        let (now, before) = (store.get(id).unwrap(), store.get(&format!("{id}_earlier")).unwrap());
        let differ: Vec<(Day, f64)> = before
            .days()
            .iter()
            .zip(before.values())
            .map(|(day, value)| (*day, *value))
            .filter(|(day, value)| now.on(*day).is_some_and(|now| now.to_bits() != value.to_bits()))
            .collect();
        assert!(differ.len() >= 2 && differ.len() < before.len(), "{id}: {differ:?}");
        let line = shown.panels[0].lines.iter().find(|line| line.key == id).unwrap();
        let (label, marked) = line.earlier.clone().unwrap();
        let marked: Vec<(Day, f64)> = marked.days().iter().copied().zip(marked.values().iter().copied()).collect();
        assert_eq!(marked, differ, "{id}");
        let column = header.iter().position(|name| *name == label).unwrap();
        let told: Vec<(String, f64)> = rows
            .iter()
            .filter(|row| !row[column].is_empty())
            .map(|row| (row[0].to_owned(), row[column].parse().unwrap()))
            .collect();
        assert_eq!(told, differ.iter().map(|(day, value)| (day.to_string(), *value)).collect::<Vec<_>>(), "{id}");
    }
    // The last month-end of 2018: 1,042.3 in the table of April 2019, 1,039.7 today.
    let readout = Readout::new(&shown, Spot::Day(day(2018, 12, 31)), 0.0, words).unwrap();
    assert_eq!(readout.rows[0].value, "$1,039.7bn (an earlier release: $1,042.3bn)");
    let rings = |scene: &Scene| {
        let layout = Layout::new(scene, 1000.0, 680.0, words, &measure);
        let drawn = Recorder::record(1000.0, 680.0, 1.0, |brushes| paint::figure(brushes, scene, &layout));
        let grey = Palette::LIGHT.quiet.hex();
        drawn.lines().filter(|line| line.starts_with("dot") && line.contains(&grey)).count()
    };
    let mut bare = shown.clone();
    bare.panels[0].lines.iter_mut().for_each(|line| line.earlier = None);
    assert_eq!(rings(&shown) - rings(&bare), 17, "all that differ");
    for words in LANGUAGES {
        let told = |from: Day, to: Day| told(&store, from, to, words);
        let part = |phrase: &str| phrase.rsplit('}').next().unwrap().to_owned();
        let w = words.flows();
        let [all, last, never] = [
            told(day(2014, 1, 1), day(2026, 3, 2)),
            told(day(2025, 1, 1), day(2026, 3, 2)),
            told(day(2014, 1, 1), day(2017, 3, 2)),
        ];
        assert!(all.contains(&part(w.more_revised)) && all.contains("37") && !all.contains(&part(w.more_unrevised)), "{all}");
        assert!(last.contains(&part(w.more_unrevised)) && last.contains("11") && !last.contains(&part(w.more_revised)), "{last}");
        assert!(!never.contains(&part(w.more_revised)) && !never.contains(&part(w.more_unrevised)), "{never}");
        assert!(!all.contains(['{', '}']) && !last.contains(['{', '}']));
    }
    assert!(
        said(&shown).contains("5 of Japan\u{2019}s figures have been revised since, by 5.3 billion dollars at most"),
        "{}",
        said(&shown)
    );
}
