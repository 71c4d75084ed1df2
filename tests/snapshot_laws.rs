//! Laws of the snapshot format: what goes in comes out, and no bytes whatsoever make the decoder panic, run away or take
//! damaged figures for good ones.

#![expect(clippy::expect_used, reason = "a test fails by panicking, helpers included")]

use proptest::prelude::*;
use yenlens::ErrorKind;
use yenlens::series::snapshot::{Chunk, Entry, decode, encode};
use yenlens::series::{Basis, Break, Day, Event, EventKind, Kind, Series, SeriesMeta, Unit};

fn day(count: i32) -> Day {
    Day::new(count).expect("a day")
}

/// A series with the odds of a market: gaps, a level that wanders, sometimes fewer places than it could have.
fn series() -> impl Strategy<Value = Series> {
    (0..=9_usize, -20_000..20_000_i32, any::<bool>()).prop_flat_map(|(decimals, first, coarse)| {
        prop::collection::vec((1..6_i32, -9_000_000_000..9_000_000_000_i64), 0..200).prop_map(move |steps| {
            let (mut days, mut values, mut at) = (Vec::new(), Vec::new(), first);
            for (gap, units) in steps {
                at += gap;
                let units = if coarse { units / 1_000 * 1_000 } else { units };
                days.push(day(at));
                // The f64 of the decimal, by way of its text: not the division that the decoder does.
                values.push(format!("{units}e-{decimals}").parse().expect("a number"));
            }
            Series::new(days, values).expect("a series")
        })
    })
}

fn chunk() -> impl Strategy<Value = Chunk> {
    let event = (0..40_i32, 0..8_usize, 0..3_usize, "\\PC{0,30}", "[ -~]{0,10}");
    let meta = ("[a-z0-9]{1,9}", "\\PC{0,20}", -800..800_i32, prop::collection::vec((-99..99_i32, "\\PC{0,9}"), 0..3));
    (
        prop::collection::vec(series(), 0..5),
        prop::collection::vec(event, 0..9),
        prop::collection::vec(meta, 0..9),
        -700_000..2_900_000_i32,
    )
        .prop_map(|(series, events, metas, as_of)| {
            let mut at = as_of;
            let events = events.into_iter().map(|(gap, kind, basis, title, source)| {
                at += gap;
                Event { day: day(at), kind: EventKind::ALL[kind], title, source, basis: Basis::ALL[basis] }
            });
            let directory = metas.into_iter().map(|(id, label, last, breaks)| Entry {
                chunk: id.chars().take(1).collect(),
                meta: SeriesMeta {
                    label,
                    unit: Unit::Contracts,
                    kind: Kind::Holdings,
                    closes_at_utc: "24:00".into(),
                    source: id.clone(),
                    source_url: format!("https://example.org/{id}"),
                    license: String::new(),
                    last: day(as_of + last),
                    breaks: breaks.into_iter().map(|(span, note)| Break { day: day(as_of + span), note }).collect(),
                    id,
                },
            });
            Chunk {
                name: "core".into(),
                as_of: day(as_of),
                directory: directory.collect(),
                events: events.collect(),
                series: series.into_iter().enumerate().map(|(at, series)| (format!("s{at}"), series)).collect(),
            }
        })
}

fn columns(chunk: &Chunk) -> Vec<(&str, &[Day], Vec<u64>)> {
    let bits = |series: &Series| series.values().iter().map(|value| value.to_bits()).collect();
    chunk.series.iter().map(|(id, series)| (id.as_str(), series.days(), bits(series))).collect()
}

fn example() -> Chunk {
    let days = |n: i32| (0..n).map(|at| day(20_000 + at + at / 5 * 2)).collect::<Vec<_>>();
    let one = (0..300).map(|at| f64::from(7_000 + at * at % 977) / 1_000.0).collect();
    let two = (0..300).map(|at| f64::from(14_000 + at * at % 971 * 2) / 1_000.0).collect();
    let series = |values| Series::new(days(300), values).expect("a series");
    Chunk {
        name: "core".into(),
        as_of: day(20_417),
        directory: Vec::new(),
        series: vec![("one".into(), series(one)), ("two".into(), series(two))],
        events: vec![Event {
            day: day(20_100),
            kind: EventKind::Boj,
            title: "日本銀行 raises".into(),
            source: "a statement".into(),
            basis: Basis::Lookup,
        }],
    }
}

/// CRC-32 from its definition: the remainder of polynomial division, high bit first over reflected bytes.
fn crc32(bytes: &[u8]) -> u32 {
    let message = bytes.iter().flat_map(|byte| (0..8).map(move |bit| byte >> bit & 1 == 1));
    let (mut remainder, mut taken) = (0_u64, 0);
    for bit in message.chain(std::iter::repeat_n(false, 32)) {
        remainder = remainder << 1 | u64::from(bit ^ (taken < 32));
        taken += 1;
        if remainder >> 32 == 1 {
            remainder ^= 0x1_04C1_1DB7;
        }
    }
    !(remainder as u32).reverse_bits()
}

/// A frame with right checksums around any payload, so that the decoder behind it is reached.
fn framed(payload: &[u8]) -> Vec<u8> {
    let mut bytes = b"YENL\x01".to_vec();
    bytes.extend(u32::try_from(payload.len()).expect("a length").to_le_bytes());
    bytes.extend(crc32(payload).to_le_bytes());
    bytes.extend(crc32(&bytes).to_le_bytes());
    bytes.extend(payload);
    bytes
}

fn kind(bytes: &[u8]) -> Option<ErrorKind> {
    decode(bytes).err().map(|error| error.kind())
}

proptest! {
    #[test]
    fn what_is_encoded_is_decoded_bit_for_bit(chunk in chunk()) {
        let back = decode(&encode(&chunk).expect("an encodable chunk")).expect("a decodable chunk");
        prop_assert_eq!(columns(&back), columns(&chunk));
        prop_assert_eq!(back.directory, chunk.directory);
        prop_assert_eq!(back.events, chunk.events);
        prop_assert_eq!((back.name, back.as_of), (chunk.name, chunk.as_of));
    }

    #[test]
    fn any_bytes_are_refused_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(decode(&bytes).is_err());
    }

    #[test]
    fn any_payload_behind_good_checksums_is_read_or_refused(payload in prop::collection::vec(any::<u8>(), 0..3_000)) {
        prop_assert!(matches!(kind(&framed(&payload)), None | Some(ErrorKind::MalformedData)));
    }

    #[test]
    fn changed_payload_behind_good_checksums_is_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut payload = encode(&example()).expect("an encodable chunk").split_off(17);
        for (at, byte) in changes {
            let at = at.index(payload.len());
            payload[at] = byte;
        }
        prop_assert!(matches!(kind(&framed(&payload)), None | Some(ErrorKind::MalformedData)));
    }
}

#[test]
fn every_shorter_file_is_truncated() {
    let bytes = encode(&example()).expect("an encodable chunk");
    for length in 0..bytes.len() {
        assert_eq!(kind(&bytes[..length]), Some(ErrorKind::TruncatedData), "{length} of {} bytes", bytes.len());
    }
    assert_eq!(kind(&bytes), None);
}

#[test]
fn every_changed_bit_is_noticed_as_damage() {
    let bytes = encode(&example()).expect("an encodable chunk");
    for at in 0..bytes.len() * 8 {
        let mut bytes = bytes.clone();
        bytes[at / 8] ^= 1 << (at % 8);
        assert_eq!(kind(&bytes), Some(ErrorKind::MalformedData), "bit {at}");
    }
}

#[test]
fn what_is_no_snapshot_says_so() {
    let sentence = |bytes: &[u8]| decode(bytes).expect_err("no snapshot").message().to_owned();
    assert!(sentence(b"<!DOCTYPE html><title>404</title>").contains("expected a YenLens data file"));
    let mut later = encode(&example()).expect("an encodable chunk");
    later[4] = 2;
    assert!(sentence(&later).contains("expected format 1, got 2"));
    let mut longer = encode(&example()).expect("an encodable chunk");
    longer.push(0);
    assert!(sentence(&longer).contains("after the end"));
}

#[test]
fn frame_of_the_test_is_the_frame_of_the_format() {
    let bytes = encode(&example()).expect("an encodable chunk");
    assert_eq!(framed(&bytes[17..]), bytes);
}

#[test]
fn missing_value_is_left_out_with_its_day() {
    let mut chunk = example();
    let series = Series::new(vec![day(3), day(4), day(6)], vec![1.5, f64::NAN, 2.0]).expect("a series");
    chunk.series = vec![("gap".into(), series)];
    let back = decode(&encode(&chunk).expect("an encodable chunk")).expect("a decodable chunk");
    assert_eq!(back.series[0].1.days(), [day(3), day(6)]);
    assert_eq!(back.series[0].1.values(), [1.5, 2.0]);
}

#[test]
fn what_cannot_be_exact_is_refused_by_name() {
    let refused = |value: f64| {
        let mut chunk = example();
        chunk.series = vec![("odd".into(), Series::new(vec![day(0)], vec![value]).expect("a series"))];
        encode(&chunk).err().map(|error| error.message().to_owned())
    };
    for value in [1.0 / 3.0, 1e300, 1e-10, -0.0, 9_007_199_254_740_994.0] {
        assert!(refused(value).is_some_and(|sentence| sentence.starts_with("odd: expected decimals")), "{value}");
    }
    for value in [0.0, -0.1, 1e-9, 123_456.789, 9_007_199_254_740_992.0] {
        assert_eq!(refused(value), None, "{value}");
    }
}

#[test]
fn chunk_without_order_is_refused() {
    let mut twice = example();
    twice.series.push(twice.series[0].clone());
    assert!(encode(&twice).expect_err("twice").message().starts_with("one: expected each series once"));
    let mut back = example();
    let earlier = Event { day: day(20_000), ..back.events[0].clone() };
    back.events.push(earlier);
    assert!(encode(&back).expect_err("out of order").message().starts_with("events: expected them by day"));
}

#[test]
fn text_said_again_and_again_is_refused_above_the_limit() {
    let mut chunk = example();
    chunk.events[0].title = "x".repeat(1_000);
    chunk.events = vec![chunk.events[0].clone(); 2_000];
    assert!(encode(&chunk).expect_err("too much text").message().contains("more text than a chunk may hold"));
}
