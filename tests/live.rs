//! Live services: answers written here in the form each of them documents are understood, those that are not as documented are
//! refused whole, and nothing is joined to the figures held that does not fit them.

#![expect(clippy::unwrap_used, reason = "an answer that cannot be written or read is a failed test")]

use proptest::collection::vec;
use proptest::prelude::*;
use yenlens::series::live::{Closes, Extended, SERVICES, Service, join};
use yenlens::series::{Day, Kind, Series, SeriesMeta, Unit};

/// 2026-10-01.
const FIRST: i64 = 20_727;
const PRODUCT: &str = "BTC-USD";

fn day(n: i64) -> Day {
    Day::saturating(FIRST + n)
}

fn service(name: &str) -> &'static Service {
    Service::named(name).unwrap()
}

/// The answer of a service for these closes, a day each from 2026-10-01, as it documents.
fn answer(name: &str, closes: &[f64]) -> String {
    let at = |n: usize| (FIRST + n as i64) * 86_400;
    let rows = closes.iter().enumerate();
    match name {
        "ecb" => {
            // The yen in euros at a dollar of 1.25 euros.
            let row = |(n, close): (usize, &f64)| {
                let date = day(n as i64);
                format!(
                    "{{\"date\":\"{date}\",\"base\":\"EUR\",\"quote\":\"JPY\",\"rate\":{}}},{{\"date\":\"{date}\",\"base\":\"EUR\",\"quote\":\"USD\",\"rate\":1.25}}",
                    close * 1.25
                )
            };
            format!("[{}]", rows.map(row).collect::<Vec<_>>().join(","))
        }
        "coinbase" => {
            let row = |(n, close): (usize, &f64)| format!("[{},{},{},{close},{close},12.5]", at(n), close - 1.0, close + 1.0);
            format!("[{}]", rows.rev().map(row).collect::<Vec<_>>().join(","))
        }
        "kraken" => {
            let row = |(n, close): (usize, &f64)| {
                format!("[{},\"{close}\",\"{}\",\"{}\",\"{close}\",\"{close}\",\"12.5\",100]", at(n), close + 1.0, close - 1.0)
            };
            let rows = rows.map(row).collect::<Vec<_>>().join(",");
            format!("{{\"error\":[],\"result\":{{\"XXBTZUSD\":[{rows}],\"last\":{}}}}}", at(closes.len()))
        }
        _ => {
            let row = |(n, close): (usize, &f64)| {
                let (open, until) = (at(n) * 1000, at(n) * 1000 + 86_399_999);
                format!(
                    "[{open},\"{close}\",\"{}\",\"{}\",\"{close}\",\"12.5\",{until},\"1\",9,\"1\",\"1\",\"0\"]",
                    close + 1.0,
                    close - 1.0
                )
            };
            format!("[{}]", rows.map(row).collect::<Vec<_>>().join(","))
        }
    }
}

fn product(service: &Service) -> &'static str {
    service.product(if service.name == "ecb" { "usdjpy" } else { "btc" }).unwrap()
}

/// What a service says of these closes when the last is today's.
fn read(service: &Service, text: &str, today: i64) -> Result<Closes, String> {
    let answers = [text.as_bytes().to_vec()];
    service.closes(product(service), &answers, day(today)).map_err(|error| error.message().to_owned())
}

fn held(values: &[f64]) -> (Series, SeriesMeta) {
    let days = (0..values.len()).map(|n| day(n as i64)).collect();
    let meta = SeriesMeta {
        id: "btc".into(),
        label: "Bitcoin".into(),
        unit: Unit::Usd,
        kind: Kind::Price,
        closes_at_utc: "24:00".into(),
        source: "Bitstamp, spot BTC/USD".into(),
        source_url: String::new(),
        license: String::new(),
        last: day(values.len() as i64 - 1),
        breaks: vec![],
    };
    (Series::new(days, values.to_vec()).unwrap(), meta)
}

fn joined(name: &str, known: &[f64], live: &[f64]) -> Result<Extended, String> {
    let service = service(name);
    let (series, meta) = held(known);
    let over = live.iter().enumerate().map(|(n, close)| (day(n as i64), *close)).collect();
    join(service, PRODUCT, &series, &meta, &Closes { over, open: None }).map_err(|error| error.message().to_owned())
}

#[test]
fn an_answer_as_documented_is_understood_and_today_is_kept_apart() {
    let closes = [150.0, 151.5, 149.25, 152.0];
    for service in SERVICES {
        let read = read(service, &answer(service.name, &closes), 3).unwrap();
        let all: Vec<(Day, f64)> = closes.iter().enumerate().map(|(n, close)| (day(n as i64), *close)).collect();
        if service.name == "ecb" {
            assert_eq!((read.over, read.open), (all, None), "a reference rate is final when it is published");
        } else {
            assert_eq!((read.over.as_slice(), read.open), (&all[..3], Some(all[3])), "{}", service.name);
        }
    }
}

#[test]
fn pages_cover_every_day_and_none_is_too_large() {
    let (last, today) = (day(0), day(700));
    for service in SERVICES {
        let pages = service.pages(product(service), last, today);
        assert!(pages.iter().all(|page| page.starts_with(&format!("https://{}/", service.host))), "{}", service.name);
        let expected = match service.name {
            "coinbase" => 3,
            _ => 1,
        };
        assert_eq!(pages.len(), expected, "{}: {pages:?}", service.name);
    }
    let coinbase = service("coinbase").pages(PRODUCT, last, today);
    assert!(coinbase[0].ends_with("start=2026-09-17T00:00:00Z&end=2027-07-13T00:00:00Z"), "{}", coinbase[0]);
    assert!(coinbase[1].contains("start=2027-07-14T00:00:00Z"));
    assert!(coinbase[2].ends_with("end=2028-08-31T00:00:00Z"));
    let ecb = service("ecb");
    assert_eq!(ecb.pages("JPY/USD", last, today), ecb.pages("GBP", last, today), "one request for all currencies");
    assert!(ecb.pages("GBP", last, today)[0].contains("providers=ecb&base=EUR"));
}

#[test]
fn the_dollar_in_yen_is_rounded_as_the_snapshot_is() {
    let text = "[{\"date\":\"2026-10-01\",\"base\":\"EUR\",\"quote\":\"USD\",\"rate\":1.1737},{\"date\":\"2026-10-01\",\"base\":\"EUR\",\"quote\":\"JPY\",\"rate\":178.33}]";
    assert_eq!(read(service("ecb"), text, 5).unwrap().over, [(day(0), 151.94)]);
}

#[test]
fn an_answer_that_is_not_as_documented_is_refused_whole() {
    for service in SERVICES {
        let good = answer(service.name, &[150.0, 151.0]);
        let changed = |from: &str, to: &str| {
            assert!(good.contains(from), "{}: {good}", service.name);
            good.replacen(from, to, 1)
        };
        let (number, low) = if service.name == "ecb" { ("187.5", "187.5") } else { ("150", "149") };
        let mut bad = vec![
            ("HTML", "<!doctype html><title>429</title>".to_owned(), "no page of HTML"),
            ("nothing", String::new(), "this is no JSON"),
            ("cut off", good[..good.len() / 2].to_owned(), "this is no JSON"),
            ("an object of something else", "{\"message\":\"NotFound\"}".to_owned(), "not as documented"),
            ("null", "null".to_owned(), "not as documented"),
            ("a null among the numbers", changed(number, "null").replacen("\"null\"", "null", 1), "not as documented"),
            (
                "words among the numbers",
                changed(number, "x").replacen('x', "\"x\"", 1).replacen("\"\"x\"\"", "\"x\"", 1),
                "not as documented",
            ),
        ];
        if service.name == "ecb" {
            bad.push(("another base", good.replace("\"EUR\"", "\"USD\""), "not as documented"));
            bad.push(("another name", good.replace("\"rate\"", "\"value\""), "not as documented"));
            bad.push(("zero", changed("187.5", "0"), "a close of 0 on 2026-10-01"));
            bad.push(("below zero", changed("187.5", "-187.5"), "a close of -150 on 2026-10-01"));
            bad.push(("a divisor of zero", changed("1.25", "0"), "a close of inf on 2026-10-01"));
        } else {
            bad.push(("fields in another order", changed(low, "990"), "not as documented"));
            bad.push(("the midst of a day", changed("1790812800", "1790816400"), "not as documented"));
            bad.push(("zero", answer(service.name, &[0.0, 151.0]), "a close of 0 on 2026-10-01"));
            bad.push(("below zero", answer(service.name, &[-5.0, 151.0]), "a close of -5 on 2026-10-01"));
        }
        for (what, text, sentence) in bad {
            match read(service, &text, 5) {
                Ok(_) => panic!("{}: {what} was accepted: {text}", service.name),
                Err(error) => assert!(error.contains(sentence), "{}: {what}: {error}", service.name),
            }
        }
        assert!(read(service, &good, -1).unwrap_err().contains("2026-10-02, which has not come"), "{}", service.name);
    }
}

#[test]
fn a_service_that_answers_with_an_error_in_the_body_is_quoted() {
    let text = "{\"error\":[\"EGeneral:Too many requests\"]}";
    assert_eq!(read(service("kraken"), text, 5).unwrap_err(), "the answer holds the error \"EGeneral:Too many requests\"");
}

#[test]
fn a_day_that_comes_twice_counts_once_when_it_says_the_same() {
    for service in SERVICES {
        let (one, two) = (answer(service.name, &[150.0, 151.0]), answer(service.name, &[150.0, 152.0]));
        let closes = |answers: &[&String]| {
            let answers: Vec<Vec<u8>> = answers.iter().map(|text| text.as_bytes().to_vec()).collect();
            service.closes(product(service), &answers, day(5)).map_err(|error| error.message().to_owned())
        };
        assert_eq!(closes(&[&one, &one]), closes(&[&one]));
        assert_eq!(closes(&[&one, &two]).unwrap_err(), "the answer holds two closes for 2026-10-02, 151 and 152");
    }
}

#[test]
fn days_after_the_last_are_added_behind_a_break() {
    let extended = joined("coinbase", &[100.0, 101.0, 102.0], &[100.5, 101.0, 101.5, 110.0, 111.0]).unwrap();
    assert_eq!(extended.series.values(), [100.0, 101.0, 102.0, 110.0, 111.0], "what is held stays as it is");
    assert_eq!(extended.meta.last, day(4));
    assert_eq!(extended.meta.breaks.len(), 1);
    assert_eq!(extended.meta.breaks[0].day, day(3));
    assert_eq!(extended.meta.breaks[0].note, "Bitstamp before this day, Coinbase Exchange BTC-USD from it");
    assert_eq!(extended.meta.source, "Bitstamp; Coinbase Exchange, spot BTC/USD, then BTC-USD");
    let same = joined("ecb", &[100.0, 101.0, 102.0], &[100.0, 101.0, 102.01, 103.0]).unwrap();
    assert!(same.meta.breaks.is_empty(), "the publisher's own figures go on");
}

#[test]
fn nothing_new_changes_nothing() {
    let (series, meta) = held(&[100.0, 101.0, 102.0]);
    let extended = joined("kraken", &[100.0, 101.0, 102.0], &[100.0, 101.0, 102.0]).unwrap();
    assert_eq!((extended.series.values(), extended.meta), (series.values(), meta));
}

#[test]
fn what_does_not_fit_is_not_joined() {
    for (name, known, live, sentence) in [
        (
            "coinbase",
            [100.0, 101.0, 102.0],
            vec![0.85, 0.86, 0.87, 0.88],
            "Coinbase Exchange differs on 2026-10-01: 0.85 where 100 is held",
        ),
        (
            "coinbase",
            [100.0, 101.0, 102.0],
            vec![100.0, 105.0, 102.0],
            "Coinbase Exchange differs on 2026-10-02: 105 where 101 is held",
        ),
        (
            "ecb",
            [100.0, 101.0, 102.0],
            vec![100.0, 101.0, 102.1],
            "European Central Bank by Frankfurter has revised 2026-10-03: 102.1 where 102 is held",
        ),
        ("binance", [100.0, 101.0, 102.0], vec![100.0, 101.0, 102.0, 230.0], "Binance jumps on 2026-10-04 from 102 to 230"),
        (
            "ecb",
            [100.0, 101.0, 102.0],
            vec![100.0, 101.0, 102.0, 113.0],
            "European Central Bank by Frankfurter jumps on 2026-10-04 from 102 to 113",
        ),
        ("kraken", [100.0, 101.0, 102.0], vec![100.0, 101.0], "Kraken has 2 days in common with what is held, expected 3"),
    ] {
        assert_eq!(joined(name, &known, &live).map(|extended| extended.meta.last), Err(sentence.to_owned()));
    }
}

#[test]
fn a_name_that_is_no_service_is_refused_with_those_that_are() {
    let error = Service::named("bitstamp").err().unwrap();
    assert_eq!(error.message(), "live: expected ecb, coinbase, kraken, binance, got \"bitstamp\"");
}

proptest! {
    #[test]
    fn every_close_comes_back(closes in vec(1_u32..100_000_000, 1..40), which in 0..4_usize) {
        let service = SERVICES[which];
        // Two places, and for the quotient of two rates as many as it is rounded to.
        let closes: Vec<f64> = closes.into_iter().map(|n| f64::from(n) / 100.0).collect();
        let read = read(service, &answer(service.name, &closes), 1_000).unwrap();
        let back: Vec<f64> = read.over.iter().map(|(_, close)| *close).collect();
        prop_assert_eq!(back, closes);
    }

    #[test]
    fn no_answer_panics(text in "[\\[\\]{},:\"0-9a-z.eE-]{0,120}", which in 0..4_usize) {
        if let Err(error) = read(SERVICES[which], &text, 5) {
            prop_assert!(!error.contains('\n'));
        }
    }
}
