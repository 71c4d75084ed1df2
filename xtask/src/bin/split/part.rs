//! A part of a function that can be a function of its own: from an operator to the end of the sequence it stands in.

use wasmparser::{BlockType, FuncType, Operator, ValType};

use super::body::Body;
use super::live::{Live, landing};

/// Where a part goes on to when it has run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// Where a branch goes that leaves what this operator opens.
    To(usize),
    /// Out of the function.
    Back,
    /// Behind its last operator.
    On,
}

/// Where a branch out of the part that begins at `start` goes, by what it leaves.
pub fn way(body: &Body<'_>, start: usize, target: Option<usize>) -> Way {
    match target {
        target if target == body.ops[start].frame && target.is_none_or(|opener| !is_loop(body, opener)) => Way::On,
        Some(opener) => Way::To(opener),
        None => Way::Back,
    }
}

fn is_loop(body: &Body<'_>, opener: usize) -> bool {
    matches!(body.ops[opener].operator, Operator::Loop { .. })
}

/// The ways on which an operator leaves the part that begins at `start`.
fn ways_out(body: &Body<'_>, start: usize, op: usize) -> Vec<Way> {
    if matches!(body.ops[op].operator, Operator::Return) {
        return vec![way(body, start, None)];
    }
    let targets = body.depths(op).into_iter().map(|depth| body.target(op, depth));
    targets.filter(|target| target.is_none_or(|opener| opener < start)).map(|target| way(body, start, target)).collect()
}

/// A way on, and what is on the stack there.
pub struct Exit {
    pub way: Way,
    pub values: Vec<ValType>,
}

/// What the checker of the module knows of a part.
pub struct Found {
    /// What is on the stack before its first operator, above what it stands in.
    pub stack: Vec<ValType>,
    /// Whether control comes out behind its last operator.
    pub falls: bool,
}

/// A part of a function.
pub struct Part {
    /// Its first operator.
    pub start: usize,
    /// The `else` or `end` behind its last.
    pub end: usize,
    pub stack: Vec<ValType>,
    /// Whether control comes out behind its last operator.
    pub falls: bool,
    /// The locals that it reads from before.
    pub takes: Vec<u32>,
    /// The locals that are read after it and may be other ones.
    pub gives: Vec<u32>,
    /// Where it goes on to; behind its last operator comes last.
    pub exits: Vec<Exit>,
}

/// What a function and its module say of types.
pub struct Types<'a> {
    pub all: &'a [FuncType],
    /// The function's own.
    pub own: &'a FuncType,
    /// Its locals', parameters first.
    pub locals: &'a [ValType],
}

impl Types<'_> {
    fn results(&self, block: BlockType) -> Option<Vec<ValType>> {
        Some(match block {
            BlockType::Empty => Vec::new(),
            BlockType::Type(one) => vec![one],
            BlockType::FuncType(index) => self.all.get(index as usize)?.results().to_vec(),
        })
    }

    /// What is on the stack behind what an operator opens.
    fn behind(&self, operator: &Operator<'_>) -> Option<Vec<ValType>> {
        match operator {
            Operator::Block { blockty } | Operator::If { blockty } | Operator::Loop { blockty } => self.results(*blockty),
            _ => None,
        }
    }
}

impl Part {
    /// A part of a function, unless it is one that cannot be a function of its own.
    pub fn new(body: &Body<'_>, live: &Live, types: &Types<'_>, start: usize, found: Found) -> Option<Self> {
        let end = body.end_of_sequence(start);
        let frame = body.ops[start].frame;
        let back = || types.own.results().to_vec();
        let mut exits: Vec<Exit> = Vec::new();
        let behind = |opener: usize| types.behind(&body.ops[opener].operator);
        let mut ways: Vec<Way> = (start..end).flat_map(|op| ways_out(body, start, op)).collect();
        ways.extend(found.falls.then_some(Way::On));
        ways.sort_unstable();
        ways.dedup();
        for way in ways {
            let values = match way {
                Way::To(opener) if is_loop(body, opener) => Vec::new(),
                Way::To(opener) => behind(opener)?,
                Way::Back => back(),
                Way::On => frame.map_or_else(|| Some(back()), behind)?,
            };
            exits.push(Exit { way, values });
        }
        // A label with more than one value would have to have a type of its own.
        if exits.iter().any(|exit| exit.values.len() > 1) || found.stack.len() > 8 {
            return None;
        }
        let local = |op: &Operator<'_>| match *op {
            Operator::LocalGet { local_index } => Some((local_index, false)),
            Operator::LocalSet { local_index } | Operator::LocalTee { local_index } => Some((local_index, true)),
            _ => None,
        };
        let used: Vec<(u32, bool)> = body.ops[start..end].iter().filter_map(|op| local(&op.operator)).collect();
        let after: Vec<usize> = exits
            .iter()
            .filter_map(|exit| match exit.way {
                Way::On => Some(end),
                Way::To(opener) => Some(landing(body, opener)),
                Way::Back => None,
            })
            .collect();
        let count = u32::try_from(types.locals.len()).ok()?;
        let gives: Vec<u32> =
            (0..count).filter(|it| used.contains(&(*it, true)) && after.iter().any(|op| live.is(*op, *it))).collect();
        let is_used = |it: &u32| used.iter().any(|(local, _)| local == it);
        let takes = (0..count).filter(|it| is_used(it) && live.is(start, *it)).collect();
        Some(Self { start, end, stack: found.stack, falls: found.falls, takes, gives, exits })
    }

    /// How many bytes its call takes, about.
    pub fn call_bytes(&self) -> usize {
        let values = self.exits.iter().map(|exit| exit.values.len()).sum::<usize>();
        6 + 2 * (self.takes.len() + self.gives.len()) + 4 * values + 7 * self.exits.len().saturating_sub(1) + 2
    }
}
