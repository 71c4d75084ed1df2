//! In which order functions stand: like beside like, which is what a compressor makes the most of.

use std::collections::{BTreeMap, BTreeSet};

use super::module::{Function, Module};

/// Code is compared by the runs of so many bytes that it has.
const RUN: usize = 4;
/// A run that more than one function in so many has says nothing.
const COMMON: usize = 7;
/// What the same type adds to a likeness, which is 1 for the same runs: the list of types is compressed as well.
const SAME_TYPE: f64 = 0.15;

/// The functions in their order: the longest, and behind each the one of those left that is most like it.
pub fn order(module: &Module, bytes: &[u8], functions: &[u32]) -> Vec<u32> {
    let own: Vec<&Function> = functions.iter().filter_map(|function| module.own(*function)).collect();
    let runs = Runs::of(own.iter().map(|function| function.code(bytes)));
    let mut left: BTreeSet<usize> = (0..own.len()).collect();
    let mut last: Option<usize> = None;
    let mut out = Vec::new();
    while !left.is_empty() {
        let shared = last.map(|last| runs.shared(last)).unwrap_or_default();
        // Whole numbers, roots and quotients are the same on every machine, and of equals the first is taken.
        let likeness = |at: usize| {
            let Some(last) = last else { return own[at].bytes as f64 };
            let alike = if shared[at] == 0 { 0.0 } else { f64::from(shared[at]) / (runs.count(last) * runs.count(at)).sqrt() };
            alike + if own[last].kind == own[at].kind { SAME_TYPE } else { 0.0 }
        };
        let scored = left.iter().map(|at| (*at, likeness(*at)));
        last = scored.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(at, _)| at);
        if let Some(at) = last {
            left.remove(&at);
            out.push(functions[at]);
        }
    }
    out
}

/// The runs that tell something about the functions that have them.
struct Runs {
    /// Which runs each function has.
    of: Vec<Vec<usize>>,
    /// Which functions have each run.
    holders: Vec<Vec<usize>>,
}

impl Runs {
    fn of<'a>(codes: impl ExactSizeIterator<Item = &'a [u8]>) -> Self {
        let mut of = vec![Vec::new(); codes.len()];
        let mut all: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
        for (at, code) in codes.enumerate() {
            for run in code.windows(RUN) {
                let holders = all.entry(run).or_default();
                if holders.last() != Some(&at) {
                    holders.push(at);
                }
            }
        }
        let telling = |holders: &Vec<usize>| holders.len() > 1 && holders.len() * COMMON <= of.len();
        let holders: Vec<Vec<usize>> = all.into_values().filter(telling).collect();
        for (run, holders) in holders.iter().enumerate() {
            for holder in holders {
                of[*holder].push(run);
            }
        }
        Self { of, holders }
    }

    /// How many runs a function has.
    fn count(&self, function: usize) -> f64 {
        self.of[function].len() as f64
    }

    /// How many runs each function shares with one of them.
    fn shared(&self, function: usize) -> Vec<u32> {
        let mut shared = vec![0; self.of.len()];
        for run in &self.of[function] {
            for holder in &self.holders[*run] {
                shared[*holder] += 1;
            }
        }
        shared
    }
}
