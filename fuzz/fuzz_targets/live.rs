//! Answers of live services: closes or a sentence, never a panic.

#![no_main]

#[path = "../../tests/any_input/live.rs"]
mod live;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| live::live_answers(bytes));
