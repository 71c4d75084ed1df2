//! `as-of`: a figure that was frozen to a day shows what was public by then, whatever has been published since.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its data has failed")]

mod held;

use held::store;
use yenlens::series::{Day, Kind, Series, Store, Unit};
use yenlens::spec::Spec;
use yenlens::text::{LANGUAGES, date, phrases};
use yenlens::view::credits::Credits;
use yenlens::view::figures::Prepared;
use yenlens::view::state::{Msg, State, Walk};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// The store with every series cut by hand, by the rule as it stands in words.
fn cut_by_hand(store: &Store, by: Day) -> Store {
    let mut cut = store.clone();
    for id in store.ids().map(str::to_owned).collect::<Vec<_>>() {
        let (Some(meta), Some(series)) = (store.meta(&id), store.get(&id)) else { continue };
        let is_public = |at: &Day| match (meta.kind, meta.unit) {
            (Kind::Positions, _) => at.count() + 3 <= by.count(),
            (Kind::Holdings, Unit::Jpy100m) => at.count() + 5 <= by.count(),
            (Kind::Holdings, _) => at.plus_months(2) <= by,
            // The next working day, which for a Friday is a Monday.
            (Kind::Yield, _) if meta.id.starts_with("jgb") => at.plus(if at.weekday() == 4 { 3 } else { 1 }) <= by,
            // The Monday of another week.
            (Kind::Fx | Kind::Index, _) if meta.id == "usdjpy_fed" || meta.id.starts_with("usdbroad") => {
                (1..=7).map(|n| at.plus(n)).find(|day| day.weekday() == 0).unwrap() <= by
            }
            _ => *at <= by,
        };
        let known: Vec<usize> = (0..series.len()).filter(|at| is_public(&series.days()[*at])).collect();
        let days: Vec<Day> = known.iter().map(|at| series.days()[*at]).collect();
        let values = known.iter().map(|at| series.values()[*at]).collect();
        let mut meta = meta.clone();
        meta.breaks.retain(|change| change.day <= by);
        cut.insert(meta, Series::new(days, values).unwrap());
    }
    cut
}

fn finding(store: &Store, options: &[(&str, &str)], lang: &str) -> String {
    let mut spec = Spec::default();
    for (name, text) in options {
        spec.set(name, text, &mut Vec::new()).unwrap();
    }
    let mut prepared = None;
    Prepared::refresh(&mut prepared, store, 1, &spec).unwrap();
    let prepared = prepared.unwrap();
    let mut state = State::new(spec);
    state.update(Msg::Extent(prepared.extent()), Walk::default());
    prepared.scene(state.spec(), state.domain(), phrases(lang)).finding
}

#[test]
fn a_frozen_figure_says_what_one_from_the_data_of_that_day_says_and_names_the_day() {
    let all = store();
    for by in ["2024-08-06", "2025-06-01"] {
        let known = all.known_by(day(by));
        let cut = cut_by_hand(&all, day(by));
        for view in ["correlation", "timeline"] {
            for words in LANGUAGES {
                let frozen = finding(&known, &[("view", view), ("as-of", by)], words.lang);
                let plain = finding(&cut, &[("view", view)], words.lang);
                assert_eq!(
                    frozen,
                    [&plain, words.sentence_gap, &words.extras.known_by.replace("{date}", &date(words, day(by)))].concat()
                );
                assert_ne!(plain, finding(&all, &[("view", view)], words.lang));
            }
        }
    }
}

#[test]
fn no_value_is_known_before_it_was_public() {
    let all = store();
    let by = day("2025-06-01");
    let known = all.known_by(by);
    // The TIC figure of March comes out in May, that of April in June; the count of Tuesday 27 May on Friday 30 May.
    assert_eq!(known.get("tic_japan").unwrap().days().last(), Some(&day("2025-03-31")));
    assert_eq!(known.get("cot_long").unwrap().days().last(), Some(&day("2025-05-27")));
    assert_eq!(all.known_by(day("2025-05-29")).get("cot_long").unwrap().days().last(), Some(&day("2025-05-20")));
    // 1 June is a Sunday: Friday's yields come out on Monday, and the week's noon rates too.
    assert_eq!(known.get("jgb10y").unwrap().days().last(), Some(&day("2025-05-29")));
    assert_eq!(all.known_by(day("2025-06-02")).get("jgb10y").unwrap().days().last(), Some(&day("2025-05-30")));
    assert_eq!(known.get("usdjpy_fed").unwrap().days().last(), Some(&day("2025-05-23")));
    assert_eq!(all.known_by(day("2025-06-02")).get("usdjpy_fed").unwrap().days().last(), Some(&day("2025-05-30")));
    assert_eq!(known.get("ust10y").unwrap().days().last(), Some(&day("2025-05-30")));
    assert_eq!(known.meta("btc").unwrap().last, by);
    assert_eq!(known.as_of(), Some(by));
    assert!(known.events().iter().all(|event| event.day <= by) && known.events().len() > 10);
    assert!(known.meta("btc").unwrap().breaks.is_empty(), "the change of venue was not known yet");
    assert_eq!(all.known_by(day("2030-01-01")).get("btc").unwrap().len(), all.get("btc").unwrap().len());
}

#[test]
fn the_credits_name_the_day_and_say_what_it_means() {
    let known = store().known_by(day("2025-06-01"));
    let mut spec = Spec::default();
    spec.set("as-of", "2025-06-01", &mut Vec::new()).unwrap();
    for words in LANGUAGES {
        let credits = Credits::new(&spec, &known, Some(day("2025-05-30")), None, words);
        assert!(credits.line.contains(&date(words, day("2025-06-01"))) && credits.line.ends_with(words.disclaimer));
        assert!(credits.notes.contains(&words.extras.known_by_note.to_owned()));
        assert!(
            !Credits::new(&Spec::default(), &known, None, None, words).notes.contains(&words.extras.known_by_note.to_owned())
        );
    }
}
