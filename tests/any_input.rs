//! Whatever comes in: every function answers with a figure, a missing one or an error, and none panics. The fuzz targets run the
//! same calls for longer.

#[path = "any_input/calls.rs"]
mod calls;
#[path = "any_input/live.rs"]
mod live;
#[path = "any_input/own_data.rs"]
mod own_data;
#[path = "any_input/parsers.rs"]
mod parsers;

use proptest::collection::vec;
use proptest::prelude::*;

fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        10 => -1.0..1.0_f64,
        2 => Just(0.25),
        2 => -1e9..1e9_f64,
        1 => prop_oneof![
            Just(f64::NAN), Just(f64::INFINITY), Just(f64::NEG_INFINITY), Just(f64::MAX), Just(f64::MIN_POSITIVE),
            Just(-0.0), Just(5e-324), Just(1e-200), Just(1e200),
        ],
    ]
}

fn whole() -> impl Strategy<Value = usize> {
    prop_oneof![8 => 0..70_usize, 1 => Just(usize::MAX), 1 => Just(usize::MAX / 2), 1 => any::<usize>()]
}

fn input() -> impl Strategy<Value = calls::Input> {
    let column = |n| vec(value(), n);
    let columns = prop_oneof![
        9 => (0..70_usize).prop_flat_map(move |n| (column(n), column(n), column(n))),
        1 => (vec(value(), 0..30), vec(value(), 0..30), vec(value(), 0..30)),
    ];
    (columns, [whole(), whole(), whole()], [value(), value()]).prop_map(|((x, y, z), whole, real)| calls::Input {
        x,
        y,
        z,
        whole,
        real,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn every_function_answers_or_refuses(input in input()) {
        calls::every_function(&input);
    }

    #[test]
    fn every_parser_answers_or_refuses(bytes in vec(any::<u8>(), 0..400)) {
        parsers::every_parser(&bytes);
        own_data::own_data(&bytes);
        live::live_answers(&bytes);
    }
}

#[test]
fn raw_bytes_make_an_input_too() {
    for length in 0..200_u8 {
        let bytes: Vec<u8> = (0..length).map(|b| b.wrapping_mul(37)).collect();
        calls::every_function(&calls::Input::from_bytes(&bytes));
    }
}
