//! Files of own data, cut in the middle and broken off: read or refused in one sentence, never a panic, and never in two ways.

#![no_main]

#[path = "../../tests/any_input/parsers.rs"]
mod parsers;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| parsers::own_data(bytes));
