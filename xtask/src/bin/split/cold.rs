//! What of a module a run has not needed: whole functions, and parts of those that it has needed.

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::{Operator, Parser, Payload};

use super::body::Body;
use super::module::{Module, Outcome};

/// What all figures of a page share, or what runs in nobody's turn: a trap in it would be more than one figure's. It stays in one piece.
const WHOLE: [&str; 14] = [
    "talc",
    "__rust",
    "__wbindgen",
    "wasm_bindgen",
    "js_sys::futures",
    "core::task",
    "thread::local",
    "memcpy",
    "gloo_net",
    "web_sys::features",
    "::web::net::",
    "::web::library::",
    "::series::snapshot",
    "::web::turn",
];
/// What is only reached through what is listed comes later by itself, and so need not be listed when it is small.
const LEAST_BYTES: u64 = 60;

/// The list of what comes later, given the numbers of the marks (see `mark.rs`) that have been passed: a line for each function, its
/// name alone where all of it comes later, else with how many operators it has and where the parts begin that do.
pub fn list(bytes: &[u8], module: &Module, passed: &BTreeSet<u32>) -> Outcome<String> {
    let refused = |error: wasmparser::BinaryReaderError| format!("it is no module: {error}");
    let mut marks = 0..;
    let mut lines: BTreeMap<&str, Option<String>> = BTreeMap::new();
    let mut functions = module.functions.iter();
    for payload in Parser::new(0).parse_all(bytes) {
        let Payload::CodeSectionEntry(code) = payload.map_err(refused)? else { continue };
        let (body, function) = (Body::read(&code).map_err(refused)?, functions.next().ok_or("it has more code than functions")?);
        let marked: BTreeMap<usize, u32> = body.beginnings().zip(&mut marks).collect();
        let has_run = |op: usize| marked.get(&op).is_none_or(|mark| passed.contains(mark));
        let is_one_of = |names: &[&str]| names.iter().any(|name| function.name.contains(name));
        let line = if function.name.is_empty() {
            None
        } else if !has_run(0) {
            (function.bytes >= LEAST_BYTES).then(String::new)
        } else {
            let mut starts = Vec::new();
            if !is_one_of(&WHOLE) {
                parts(&body, 0, body.ops.len() - 1, &has_run, &mut starts);
            }
            let starts: Vec<String> = starts.iter().map(usize::to_string).collect();
            (!starts.is_empty()).then(|| format!("\t{}\t{}", body.ops.len(), starts.join(" ")))
        };
        // Of two functions of one name it is not known which is meant.
        lines
            .entry(&function.name)
            .and_modify(|held| *held = held.take().filter(|held| Some(held) == line.as_ref()))
            .or_insert(line);
    }
    Ok(lines.into_iter().filter_map(|(name, line)| Some(format!("{name}{}\n", line?))).collect())
}

/// The parts of a sequence that have not run: each goes on to the end of the sequence it stands in.
fn parts(body: &Body<'_>, from: usize, to: usize, has_run: &impl Fn(usize) -> bool, starts: &mut Vec<usize>) {
    let mut at = from;
    while at < to {
        if !has_run(at) {
            starts.push(at);
            return;
        }
        let end = body.end_of(at);
        match body.ops[at].operator {
            Operator::Block { .. } | Operator::Loop { .. } => parts(body, at + 1, end, has_run, starts),
            Operator::If { .. } => {
                let other = body.else_of(at);
                parts(body, at + 1, other.unwrap_or(end), has_run, starts);
                if let Some(other) = other {
                    parts(body, other + 1, end, has_run, starts);
                }
            }
            _ => {}
        }
        at = end + 1;
    }
}
