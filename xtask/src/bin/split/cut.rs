//! Which functions go into which half.

use std::collections::{BTreeMap, BTreeSet};

use super::module::Module;

/// The functions of a module in two halves.
pub struct Cut<'a> {
    /// What is cut.
    pub module: &'a Module,
    /// The functions of the second half.
    pub later: BTreeSet<u32>,
    /// Where in the table a function is found by the other half.
    pub places: BTreeMap<u32, u32>,
}

impl<'a> Cut<'a> {
    /// Puts into the second half what is listed and may go there, and what only that needs.
    pub fn new(module: &'a Module, is_listed: impl Fn(&str) -> bool) -> Self {
        let entries: BTreeSet<u32> = module.entries.iter().copied().collect();
        let may_go = |function: u32| {
            !entries.contains(&function) && module.own(function).is_some_and(|function| is_listed(&function.name))
        };
        // What the first half reaches without going through what is listed stays.
        let mut stays: BTreeSet<u32> = BTreeSet::new();
        let mut open: Vec<u32> =
            entries.iter().chain(module.table.values()).copied().filter(|function| !may_go(*function)).collect();
        while let Some(function) = open.pop() {
            if !stays.insert(function) {
                continue;
            }
            let calls = module.own(function).map(|function| function.calls.as_slice()).unwrap_or_default();
            open.extend(calls.iter().copied().filter(|called| !may_go(*called)));
        }
        let own = (module.imported..).take(module.functions.len());
        let later: BTreeSet<u32> = own.filter(|function| !stays.contains(function)).collect();
        let mut cut = Self { module, later, places: module.table.iter().map(|(place, function)| (*function, *place)).collect() };
        // What is called across the cut has to have a place.
        let mut place = module.places;
        for (caller, function) in (module.imported..).zip(&module.functions) {
            for called in &function.calls {
                let across = *called >= module.imported && cut.is_later(caller) != cut.is_later(*called);
                if across && !cut.places.contains_key(called) {
                    cut.places.insert(*called, place);
                    place += 1;
                }
            }
        }
        cut
    }

    /// Whether a function is in the second half.
    pub fn is_later(&self, function: u32) -> bool {
        self.later.contains(&function)
    }

    /// Whether a function is exported or has a place in the table as the module was.
    pub fn is_asked_for(&self, function: u32) -> bool {
        self.module.entries.contains(&function) || self.module.table.values().any(|placed| *placed == function)
    }

    /// How many functions and how many bytes of code are in the second half, and how many places the cut has added to the table.
    pub fn measure(&self) -> (usize, u64, u32) {
        let bytes = self.later.iter().filter_map(|function| self.module.own(*function)).map(|function| function.bytes).sum();
        (self.later.len(), bytes, self.table_places() - self.module.places)
    }

    /// How many places the table has with those that the cut has added.
    pub fn table_places(&self) -> u32 {
        self.places.values().map(|place| place + 1).max().unwrap_or(0).max(self.module.places)
    }

    /// The places that a half fills, in runs of neighbours.
    pub fn runs(&self, is_second: bool) -> Vec<(u32, Vec<u32>)> {
        let mut all: BTreeMap<u32, u32> = self.module.table.clone();
        all.extend(self.places.iter().map(|(function, place)| (*place, *function)));
        let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
        for (place, function) in all.into_iter().filter(|(_, function)| self.is_later(*function) == is_second) {
            match runs.last_mut() {
                Some((start, run)) if *start as usize + run.len() == place as usize => run.push(function),
                _ => runs.push((place, vec![function])),
            }
        }
        runs
    }
}
