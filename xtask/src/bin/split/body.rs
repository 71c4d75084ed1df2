//! The code of a function as a list of operators that knows how they are nested and where control may begin.

use wasmparser::{BinaryReaderError, FunctionBody, Operator};

/// An operator with where it stands.
pub struct Op<'a> {
    /// What it does.
    pub operator: Operator<'a>,
    /// The first of its bytes, in the module.
    pub at: u64,
    /// The operator that opens what it stands in; none is the function itself.
    pub frame: Option<usize>,
}

/// The code of a function.
pub struct Body<'a> {
    /// Its operators, the last `end` too.
    pub ops: Vec<Op<'a>>,
    /// For each operator that opens something, and for each `else`, the number of the `end` that closes it; else its own number.
    ends: Vec<usize>,
    /// For each `if` the number of its `else`.
    elses: Vec<Option<usize>>,
}

impl<'a> Body<'a> {
    /// Reads the code of a function.
    pub fn read(body: &FunctionBody<'a>) -> Result<Self, BinaryReaderError> {
        let mut ops: Vec<Op<'a>> = Vec::new();
        let (mut ends, mut elses) = (Vec::new(), Vec::new());
        let (mut open, mut then): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        for pair in body.get_operators_reader()?.into_iter_with_offsets() {
            let (operator, at) = pair?;
            let number = ops.len();
            ends.push(number);
            elses.push(None);
            match operator {
                Operator::Else => {
                    if let Some(opener) = open.last() {
                        elses[*opener] = Some(number);
                        then.push(number);
                    }
                }
                Operator::End => {
                    if let Some(opener) = open.pop() {
                        ends[opener] = number;
                        if let Some(other) = elses[opener] {
                            ends[other] = number;
                            then.pop();
                        }
                    }
                }
                _ => {}
            }
            let is_opener = matches!(operator, Operator::Block { .. } | Operator::Loop { .. } | Operator::If { .. });
            ops.push(Op { operator, at, frame: open.last().copied() });
            if is_opener {
                open.push(number);
            }
        }
        Ok(Self { ops, ends, elses })
    }

    /// Where what an operator opens, or an `else` goes on with, ends.
    pub fn end_of(&self, op: usize) -> usize {
        self.ends[op]
    }

    /// The `else` of an `if`.
    pub fn else_of(&self, op: usize) -> Option<usize> {
        self.elses[op]
    }

    /// What a branch at an operator leaves, by the depth that it names; none is the function.
    pub fn target(&self, op: usize, depth: u32) -> Option<usize> {
        (0..depth).fold(self.ops[op].frame, |frame, _| frame.and_then(|frame| self.ops[frame].frame))
    }

    /// The depths that a branch at an operator names.
    pub fn depths(&self, op: usize) -> Vec<u32> {
        match &self.ops[op].operator {
            Operator::Br { relative_depth } | Operator::BrIf { relative_depth } => vec![*relative_depth],
            Operator::BrTable { targets } => targets.targets().flatten().chain([targets.default()]).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether control may begin to run at an operator other than from the one before it, or may not go on to it from there.
    pub fn is_beginning(&self, op: usize) -> bool {
        let Some(before) = op.checked_sub(1) else { return true };
        matches!(
            self.ops[before].operator,
            Operator::If { .. } | Operator::Else | Operator::Loop { .. } | Operator::End | Operator::BrIf { .. }
        ) && !matches!(self.ops[op].operator, Operator::End | Operator::Else)
    }

    /// The operators at which control may begin, in order.
    pub fn beginnings(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.ops.len()).filter(|op| self.is_beginning(*op))
    }

    /// Where the sequence ends that an operator stands in: at an `else` or an `end`.
    pub fn end_of_sequence(&self, op: usize) -> usize {
        let mut at = op;
        while !matches!(self.ops[at].operator, Operator::Else | Operator::End) {
            at = self.ends[at] + 1;
        }
        at
    }
}
