//! Files of own data, cut in the middle and broken off: read or refused in one sentence, never a panic, and never in two ways.

#![no_main]

#[path = "../../tests/any_input/own_data.rs"]
mod own_data;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| own_data::own_data(bytes));
