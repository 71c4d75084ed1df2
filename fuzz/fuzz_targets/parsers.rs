//! What reads text or bytes from outside, on arbitrary bytes: a value or an error, never a panic.

#![no_main]

#[path = "../../tests/any_input/parsers.rs"]
mod parsers;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| parsers::every_parser(bytes));
