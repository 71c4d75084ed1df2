//! Publishers' files as a refresh reads them: values in order or a sentence, never a panic.

#![no_main]

#[path = "../../refresh/tests/publishers/any_file.rs"]
mod any_file;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| any_file::any_file(bytes));
