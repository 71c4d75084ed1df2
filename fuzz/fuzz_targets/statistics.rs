//! Every function of the statistics and of the market on arbitrary columns and arguments: no panic, no hang, and no infinity.
//! The calls and the checks are those of the ordinary property test.

#![no_main]

#[path = "../../tests/any_input/calls.rs"]
mod calls;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| calls::every_function(&calls::Input::from_bytes(bytes)));
