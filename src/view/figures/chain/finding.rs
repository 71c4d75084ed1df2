//! What the chain says: the strip of links, and where the story breaks in plain words.

use super::{Chain, Hop};
use crate::market::{CHAIN, State};
use crate::spec::Spec;
use crate::text::{self, Phrases, capitalised, fill};
use crate::view::figures::confidence_text;
use crate::view::moves;
use crate::view::scale::Domain;
use crate::view::steps::{Step, Steps};

impl Chain {
    /// A slope with its unit, and its interval.
    fn measured(&self, at: usize, row: usize, phrases: &Phrases) -> (String, String) {
        let (hop, change) = (&self.hops[at], self.nodes[at + 1].change);
        let decimals = moves::format(change).decimals;
        let written = |column: &crate::series::Series| text::signed(column.values()[row], decimals);
        let interval = fill(phrases.interval, &[("low", &written(&hop.low)), ("high", &written(&hop.high))]);
        (moves::quantity(phrases, change, &written(&hop.slope)), interval)
    }

    /// The state of every link where it is read, and how often each held there.
    pub(super) fn strip(&self, spec: &Spec, x: Domain, phrases: &Phrases) -> Option<Steps> {
        let (rows, words) = (self.shown(x), phrases.chain());
        let last = self.read_at(spec, x)?;
        let confidence = confidence_text(self.confidence);
        let step = |(at, hop): (usize, &Hop)| {
            let state = hop.state(last);
            let (slope, interval) = self.measured(at, last, phrases);
            let change = self.nodes[at].change;
            let per = moves::quantity(phrases, change, &text::signed(moves::step(change), 0));
            let blanks = [("slope", slope), ("step", per), ("confidence", confidence.clone()), ("interval", interval)];
            let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let share = |state: State| {
                let days = rows.clone().filter(|row| hop.state(*row) == Some(state)).count();
                text::percent(days as f64 / rows.len() as f64)
            };
            Step {
                title: capitalised(&self.link(at, phrases)),
                state,
                told: [mark(state), " ", state_in_words(phrases, state)].concat(),
                value: if state.is_some() { fill(words.value, &blanks) } else { String::new() },
                note: phrases.fill(words.often, &[("share", &share(State::Holding)), ("against", &share(State::Reversed))]),
            }
        };
        let blanks = [("window", self.window.to_string()), ("date", text::date(phrases, self.days[last]))];
        let blanks: Vec<(&str, &str)> = blanks.iter().map(|(name, value)| (*name, value.as_str())).collect();
        Some(Steps {
            caption: phrases.fill(words.caption, &blanks),
            hint: [phrases.sentence_gap, words.hint].concat(),
            steps: self.hops.iter().enumerate().map(step).collect(),
        })
    }

    /// The states of all links on a row.
    fn states(&self, row: usize) -> Vec<Option<State>> {
        self.hops.iter().map(|hop| hop.state(row)).collect()
    }

    /// How many links held, and where the first did not and by how much.
    pub(super) fn finding(&self, row: Option<usize>, phrases: &Phrases) -> String {
        let (words, window) = (phrases.chain(), self.window.to_string());
        let Some(last) = row else { return phrases.fill(words.too_few, &[("window", &window)]) };
        let states = self.states(last);
        let held = states.iter().filter(|state| **state == Some(State::Holding)).count();
        let opening = match held {
            0 => words.finding_none,
            n if n == CHAIN.len() => words.finding_all,
            _ => words.finding,
        };
        let blanks = [
            ("window", &window),
            ("date", &text::date(phrases, self.days[last])),
            ("n", &window),
            ("held", &held.to_string()),
            ("all", &CHAIN.len().to_string()),
        ];
        let opening = phrases.fill(opening, &blanks.map(|(name, value)| (name, value.as_str())));
        let first = (0..CHAIN.len()).find(|at| states[*at] != Some(State::Holding));
        first.map_or_else(
            || opening.clone(),
            |at| [&opening, phrases.sentence_gap, &self.break_at(at, last, states[at], phrases)].concat(),
        )
    }

    /// What each link did, in plain words.
    pub(super) fn story(&self, row: Option<usize>, phrases: &Phrases) -> String {
        let (words, Some(last)) = (phrases.chain(), row) else { return String::new() };
        let states = self.states(last);
        let first = (0..CHAIN.len()).find(|at| states[*at] != Some(State::Holding));
        let told = [
            (Some(State::Holding), words.held),
            (Some(State::Weak), words.others_weak),
            (Some(State::Reversed), words.others_reversed),
            (None, words.others_still),
        ];
        let mut sentences = Vec::new();
        for (state, phrase) in told {
            // The finding has told of the first that broke.
            let those = (0..CHAIN.len()).filter(|at| states[*at] == state && Some(*at) != first);
            let links: Vec<String> = those.map(|at| self.link(at, phrases)).collect();
            if !links.is_empty() {
                sentences.push(fill(phrase, &[("list", &links.join(words.list_gap))]));
            }
        }
        if states[0] == Some(State::Holding) {
            sentences.push(words.arithmetic.to_owned());
        }
        sentences.join(phrases.sentence_gap)
    }

    fn break_at(&self, at: usize, row: usize, state: Option<State>, phrases: &Phrases) -> String {
        let words = phrases.chain();
        let (slope, interval) = self.measured(at, row, phrases);
        let (from, to) = (self.name(at, phrases), self.name(at + 1, phrases));
        let phrase = match state {
            Some(State::Reversed) => words.breaks_reversed,
            Some(_) => words.breaks_weak,
            None => words.breaks_still,
        };
        let moved = moves::rose(phrases, &self.nodes[at].id, from, self.nodes[at].change);
        let confidence = confidence_text(self.confidence);
        let blanks = [("moved", &*moved), ("from", from), ("to", to), ("slope", &slope), ("interval", &interval)];
        phrases.fill(phrase, &[&blanks[..], &[("confidence", &*confidence)]].concat())
    }
}

/// The state as a mark, so that colour is never the only difference.
pub(super) const fn mark(state: Option<State>) -> &'static str {
    match state {
        Some(State::Holding) => "\u{25cf}",
        Some(State::Weak) => "\u{25cb}",
        Some(State::Reversed) => "\u{d7}",
        None => "\u{2013}",
    }
}

pub(super) fn state_in_words(phrases: &Phrases, state: Option<State>) -> &'static str {
    match state {
        Some(State::Holding) => phrases.chain().holding,
        Some(State::Weak) => phrases.chain().weak,
        Some(State::Reversed) => phrases.chain().reversed,
        None => phrases.chain().still,
    }
}
