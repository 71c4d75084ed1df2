//! In which order the functions of a half stand: like beside like, which is what a compressor makes the most of.

use std::collections::{BTreeMap, BTreeSet};

use super::module::{Function, Module};

/// Code is compared by the runs of so many bytes that it has.
const RUN: usize = 4;
/// A run that more than one function in so many has says nothing.
const COMMON: usize = 7;
/// What the same type adds to a likeness, which is 1 for the same runs: the list of types is compressed as well.
const SAME_TYPE: f64 = 0.15;

/// The functions in their order: the longest, and behind each one that is left and most like it.
pub fn order(module: &Module, bytes: &[u8], functions: &[u32]) -> Vec<u32> {
    let own: Vec<&Function> = functions.iter().filter_map(|function| module.own(*function)).collect();
    let runs: Vec<BTreeSet<&[u8]>> = own.iter().map(|function| function.code(bytes).windows(RUN).collect()).collect();
    let mut holders: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (at, runs) in runs.iter().enumerate() {
        for run in runs {
            holders.entry(run).or_default().push(at);
        }
    }
    holders.retain(|_, holders| holders.len() > 1 && holders.len() * COMMON <= own.len());
    let telling: Vec<f64> =
        runs.iter().map(|runs| runs.iter().filter(|run| holders.contains_key(**run)).count() as f64).collect();
    let mut left: BTreeSet<usize> = (0..own.len()).collect();
    let mut out = Vec::new();
    let mut last: Option<usize> = None;
    while !left.is_empty() {
        let mut shared: BTreeMap<usize, f64> = BTreeMap::new();
        for holder in last.iter().flat_map(|last| &runs[*last]).filter_map(|run| holders.get(run)).flatten() {
            *shared.entry(*holder).or_default() += 1.0;
        }
        // Whole numbers, roots and quotients are the same on every machine, and of equals the first is taken.
        let likeness = |at: usize| {
            let Some(last) = last else { return own[at].bytes as f64 };
            let alike = shared.get(&at).map_or(0.0, |shared| shared / (telling[last] * telling[at]).sqrt());
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
