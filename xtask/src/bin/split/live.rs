//! Which locals of a function hold, before each of its operators, something that is still to be read.

use wasmparser::Operator;

use super::body::Body;

/// A set of locals for each operator.
pub struct Live {
    words: usize,
    bits: Vec<u64>,
}

impl Live {
    /// Goes through the code from its end until nothing changes.
    pub fn of(body: &Body<'_>, locals: usize) -> Self {
        let words = locals.div_ceil(64).max(1);
        let mut live = Self { words, bits: vec![0; words * body.ops.len()] };
        let next: Vec<Vec<usize>> = (0..body.ops.len()).map(|op| followers(body, op)).collect();
        loop {
            let mut has_changed = false;
            for op in (0..body.ops.len()).rev() {
                for word in 0..words {
                    let mut bits = next[op].iter().fold(0, |bits, follower| bits | live.bits[follower * words + word]);
                    match body.ops[op].operator {
                        Operator::LocalSet { local_index } | Operator::LocalTee { local_index } => {
                            bits &= !mask(local_index, word);
                        }
                        Operator::LocalGet { local_index } => bits |= mask(local_index, word),
                        _ => {}
                    }
                    let held = &mut live.bits[op * words + word];
                    has_changed |= *held != bits;
                    *held = bits;
                }
            }
            if !has_changed {
                return live;
            }
        }
    }

    /// Whether what a local holds before an operator may still be read.
    pub fn is(&self, op: usize, local: u32) -> bool {
        let local_word = local as usize / 64;
        self.bits[op * self.words + local_word] & mask(local, local_word) != 0
    }
}

fn mask(local: u32, word: usize) -> u64 {
    if local as usize / 64 == word { 1 << (local % 64) } else { 0 }
}

/// What may run behind an operator.
fn followers(body: &Body<'_>, op: usize) -> Vec<usize> {
    let mut followers: Vec<usize> =
        body.depths(op).into_iter().filter_map(|depth| body.target(op, depth)).map(|opener| landing(body, opener)).collect();
    match body.ops[op].operator {
        Operator::Br { .. } | Operator::BrTable { .. } | Operator::Return | Operator::Unreachable => {}
        Operator::If { .. } => {
            followers.extend([op + 1, body.else_of(op).map_or(body.end_of(op), |other| other + 1)]);
        }
        Operator::Else => followers.push(body.end_of(op)),
        _ if op + 1 < body.ops.len() => followers.push(op + 1),
        _ => {}
    }
    followers
}

/// Where a branch goes on that leaves what an operator opens.
pub fn landing(body: &Body<'_>, opener: usize) -> usize {
    if matches!(body.ops[opener].operator, Operator::Loop { .. }) { opener + 1 } else { body.end_of(opener) }
}
