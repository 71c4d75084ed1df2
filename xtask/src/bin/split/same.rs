//! A module whose parts were taken out does what it did, wherever they begin.

use std::path::Path;
use std::process::Command;

use super::body::Body;
use super::cold;
use super::cut::Cut;
use super::half::half;
use super::module::Module;
use super::outline::outlined;

/// Calls every function that the modules of a folder export with many arguments; the lines of all modules have to be the same.
const SCRIPT: &str = r#"
const { readFileSync, readdirSync } = require("node:fs");
const told = (file) => {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)));
  const lines = [];
  for (const name of ["walk", "least"]) {
    for (let n = 0; n < 60; n++) {
      for (const x of [0, 3.5, 900, -7]) {
        let outcome;
        try { outcome = exports[name](n, x); } catch (error) { outcome = error.message; }
        lines.push([name, n, x, outcome, exports.steps.value, new Int32Array(exports.memory.buffer)[16]].join());
      }
    }
  }
  return lines.join("\n");
};
const folder = process.argv[1];
const whole = told(`${folder}/whole.wasm`);
let same = 0;
for (const file of readdirSync(folder)) {
  if (told(`${folder}/${file}`) !== whole) throw new Error(`${file} does something else`);
  same++;
}
console.log(same, new Set(whole.split("\n").map((line) => line.split(",").slice(3).join())).size);
"#;

fn example() -> Vec<u8> {
    wat::parse_str(include_str!("example.wat")).unwrap()
}

fn bodies(bytes: &[u8]) -> Vec<Body<'_>> {
    let payloads = wasmparser::Parser::new(0).parse_all(bytes);
    let codes = payloads.filter_map(|payload| match payload.unwrap() {
        wasmparser::Payload::CodeSectionEntry(code) => Some(Body::read(&code).unwrap()),
        _ => None,
    });
    codes.collect()
}

/// How many modules of a folder do the same, and how many different outcomes there are.
fn told(folder: &Path) -> (usize, usize) {
    let output = Command::new("node").args(["-e", SCRIPT]).arg(folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let numbers: Vec<usize> =
        String::from_utf8(output.stdout).unwrap().split_whitespace().map(|it| it.parse().unwrap()).collect();
    (numbers[0], numbers[1])
}

#[test]
fn a_module_does_the_same_wherever_a_part_of_it_is_taken_out() {
    let bytes = example();
    let module = Module::read(&bytes).unwrap();
    let folder = std::env::temp_dir().join(format!("yenlens-parts-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("whole.wasm"), &bytes).unwrap();
    let mut taken = 0;
    for (function, body) in module.functions.iter().zip(bodies(&bytes)) {
        for start in 0..body.ops.len() {
            let starts = |name: &str, _| if name == function.name { vec![start] } else { Vec::new() };
            let changed = outlined(&bytes, &module, starts, |_, _| true).unwrap();
            wasmparser::validate(&changed).unwrap();
            if Module::read(&changed).unwrap().functions.len() > module.functions.len() {
                std::fs::write(folder.join(format!("{}-{start}.wasm", function.name)), &changed).unwrap();
                taken += 1;
            }
        }
    }
    assert!(taken > 100, "{taken} parts");
    let (same, outcomes) = told(&folder);
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(same, taken + 1);
    assert!(outcomes > 100, "what the functions do depends on what they are given: {outcomes}");
}

#[test]
fn several_parts_of_a_function_are_taken_out_at_once() {
    let bytes = example();
    let module = Module::read(&bytes).unwrap();
    let all = bodies(&bytes);
    // Every arm of an `if`: the first operator behind it, and behind its `else`.
    let arms = |name: &str, _| {
        let body = &all[module.functions.iter().position(|function| function.name == name).unwrap()];
        let opens = |op: &usize| matches!(body.ops[*op].operator, wasmparser::Operator::If { .. } | wasmparser::Operator::Else);
        (0..body.ops.len()).filter(opens).map(|op| op + 1).collect()
    };
    let changed = outlined(&bytes, &module, arms, |_, _| true).unwrap();
    let parts = Module::read(&changed).unwrap().functions.len() - module.functions.len();
    assert_eq!(parts, 6, "an arm inside another goes with that");
    let folder = std::env::temp_dir().join(format!("yenlens-arms-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("whole.wasm"), &bytes).unwrap();
    std::fs::write(folder.join("arms.wasm"), &changed).unwrap();
    let (same, _) = told(&folder);
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(same, 2);
}

#[test]
fn a_part_that_is_hardly_longer_than_its_call_stays() {
    let bytes = example();
    let module = Module::read(&bytes).unwrap();
    let changed = outlined(&bytes, &module, |_, ops| (0..ops).collect(), |part, call| part > call + 10_000).unwrap();
    assert_eq!(Module::read(&changed).unwrap().functions.len(), module.functions.len());
}

#[test]
fn what_has_not_been_passed_is_listed_and_goes_into_the_second_half() {
    let bytes = example();
    let module = Module::read(&bytes).unwrap();
    // All but the last marks of `walk`; `halve` and `least` have not run at all, but are shorter than a call is worth.
    let [halve, walk]: [usize; 2] = [0, 1].map(|at: usize| bodies(&bytes)[at].beginnings().count());
    let passed = (halve..halve + walk - 3).filter_map(|mark| u32::try_from(mark).ok()).collect();
    let list = cold::list(&bytes, &module, &passed).unwrap();
    assert!(list.starts_with("walk\t103\t") && list.lines().count() == 1, "{list}");
    let starts = |name: &str, _| if name == "walk" { vec![bodies(&bytes)[1].beginnings().last().unwrap()] } else { Vec::new() };
    let changed = outlined(&bytes, &module, starts, |_, _| true).unwrap();
    let changed_module = Module::read(&changed).unwrap();
    let first = module.imported + u32::try_from(module.functions.len()).unwrap();
    let cut = Cut::new(&changed_module, |number, _| number >= first);
    assert_eq!(cut.measure().0, 1, "the part alone");
    for is_second in [false, true] {
        wasmparser::validate(&half(&cut, &changed, is_second).unwrap()).unwrap();
    }
}
