//! What a column means where its file does not say: kind and unit by its name, and the name by which attributes call it.

use crate::series::{Kind, Unit};

/// The most characters of an id; attributes take no longer one.
const LONGEST_ID: usize = 40;

/// The kind and unit of a series of that id, from the names the snapshot uses and from the words they are made of: what speaks of a
/// yield, a rate or a spread is one in percent, an exchange rate is one, and anything else is a price in dollars.
pub fn guess(id: &str) -> (Kind, Unit) {
    let has = |words: &[&str]| words.iter().any(|word| id.contains(word));
    if id.starts_with("jgb") || id.starts_with("ust") || has(&["yield", "spread", "rate", "boj_", "fed_"]) {
        (Kind::Yield, Unit::Pct)
    } else if has(&["usdjpy"]) {
        (Kind::Fx, Unit::JpyPerUsd)
    } else if id.len() == 6 && id.starts_with("eur") {
        (Kind::Fx, Unit::PerEur)
    } else if has(&["vix", "volatility"]) {
        (Kind::Volatility, Unit::Index)
    } else if id.starts_with("tic_") || has(&["holdings"]) {
        (Kind::Holdings, Unit::UsdBn)
    } else if id.starts_with("cot_") || has(&["contracts", "positions"]) {
        (Kind::Positions, Unit::Contracts)
    } else if has(&["index"]) {
        (Kind::Index, Unit::Index)
    } else {
        (Kind::Price, Unit::Usd)
    }
}

/// The id of a column of that name: small letters, digits, `-` and `_`, at most 40; every run of other characters becomes one `-`.
/// `None` when nothing of the name can be kept.
pub fn id(name: &str) -> Option<String> {
    let mut id = String::new();
    for c in name.chars() {
        match c.to_ascii_lowercase() {
            c @ ('a'..='z' | '0'..='9' | '_') => id.push(c),
            _ if id.is_empty() || id.ends_with('-') => {}
            _ => id.push('-'),
        }
        if id.len() == LONGEST_ID {
            break;
        }
    }
    let kept = id.trim_end_matches('-').len();
    id.truncate(kept);
    (!id.is_empty()).then_some(id)
}

/// The name of a column without the unit behind it, and the unit: `10-year yield (pct)`, `10-year yield (%)`, `BTC [usd]`. What
/// stands in brackets and is no unit belongs to the name.
pub fn unit_in(name: &str) -> (&str, Option<Unit>) {
    let name = name.trim();
    let inside = name.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let inside = inside.or_else(|| name.strip_suffix(']').and_then(|rest| rest.rsplit_once('[')));
    let unit = |word: &str| if word == "%" { Some(Unit::Pct) } else { Unit::parse(&word.to_ascii_lowercase()) };
    match inside.and_then(|(before, word)| Some((before.trim_end(), unit(word.trim())?))) {
        Some((before, unit)) if !before.is_empty() => (before, Some(unit)),
        _ => (name, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_of_the_snapshot_mean_what_they_mean_there() {
        let mut reader = csv::Reader::from_path(concat!(env!("CARGO_MANIFEST_DIR"), "/data/series.csv")).unwrap();
        for row in reader.records() {
            let row = row.unwrap();
            let (id, unit, kind) = (&row[0], &row[2], &row[3]);
            // Three of the flows are in a unit that no name tells.
            if !["usdbroad_2025_12", "usdbroad_2026_10", "nonres_equity"].contains(&id) {
                assert_eq!(guess(id), (Kind::parse(kind).unwrap(), Unit::parse(unit).unwrap()), "{id}");
            }
        }
    }

    #[test]
    fn a_unit_behind_the_name_is_taken_off_it() {
        assert_eq!(unit_in(" 10-year yield (%) "), ("10-year yield", Some(Unit::Pct)));
        assert_eq!(unit_in("BTC [USD]"), ("BTC", Some(Unit::Usd)));
        assert_eq!(unit_in("Price (adjusted)"), ("Price (adjusted)", None));
        assert_eq!(unit_in("(usd)"), ("(usd)", None));
    }

    #[test]
    fn an_id_keeps_what_attributes_can_say() {
        assert_eq!(id("Bitcoin, in USD").as_deref(), Some("bitcoin-in-usd"));
        assert_eq!(id("my_coin").as_deref(), Some("my_coin"));
        assert_eq!(id("円 (JPY)").as_deref(), Some("jpy"));
        assert_eq!(id("円"), None);
    }

    proptest! {
        #[test]
        fn an_id_is_its_own_id_and_fits_an_attribute(name in "\\PC{0,60}") {
            if let Some(made) = id(&name) {
                prop_assert!(made.len() <= LONGEST_ID);
                prop_assert!(made.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_'));
                prop_assert_eq!(id(&made), Some(made));
            }
            let (rest, _) = unit_in(&name);
            prop_assert!(name.contains(rest));
        }
    }
}
