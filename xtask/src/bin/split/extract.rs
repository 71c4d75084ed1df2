//! A part as a function, and its call in the place where it was. The function is given what is on the stack and the locals that the
//! part reads; it gives back the number of the way it went, the locals that are read later, and for each way what is on the stack there.

use std::collections::BTreeMap;

use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{BlockType, Function, Instruction, ValType};
use wasmparser::Operator;

use super::body::Body;
use super::module::Outcome;
use super::part::{Part, Types, Way, way};

/// What a function takes and gives.
pub type Signature = (Vec<ValType>, Vec<ValType>);

/// The type of a value, as it is written.
pub fn val(kind: wasmparser::ValType) -> Outcome<ValType> {
    RoundtripReencoder.val_type(kind).map_err(|error| error.to_string())
}

/// An operator, as it is written.
pub fn instruction<'a>(operator: &Operator<'a>) -> Outcome<Instruction<'a>> {
    RoundtripReencoder.instruction(operator.clone()).map_err(|error| error.to_string())
}

/// A function with these locals besides its parameters.
pub fn assembled(locals: &[ValType], code: &[Instruction<'_>]) -> Function {
    let mut function = Function::new_with_locals_types(locals.iter().copied());
    for instruction in code {
        function.instruction(instruction);
    }
    function
}

/// A part as a function.
pub fn function(part: &Part, body: &Body<'_>, types: &Types<'_>) -> Outcome<(Signature, Function)> {
    let mut writer = Writer { part, body, types, locals: Vec::new(), numbers: BTreeMap::new(), depth: 0, code: Vec::new() };
    writer.locals = part.stack.iter().copied().map(val).collect::<Outcome<_>>()?;
    for local in &part.takes {
        writer.local(*local)?;
    }
    let parameters = writer.locals.clone();
    let way_local = (part.exits.len() > 1).then(|| writer.fresh(ValType::I32));
    let mut carried = Vec::new();
    for exit in &part.exits {
        let kind = exit.values.first().copied().map(val).transpose()?;
        carried.push(kind.map(|kind| (kind, writer.fresh(kind))));
    }
    // A block for each way out, the first innermost: to leave on a way is to branch to the end of its block.
    writer.code.push(Instruction::Block(BlockType::Empty));
    for value in carried.iter().rev() {
        writer.code.push(Instruction::Block(value.map_or(BlockType::Empty, |(kind, _)| BlockType::Result(kind))));
    }
    writer.code.extend((0..=u32::MAX).take(part.stack.len()).map(Instruction::LocalGet));
    for op in part.start..part.end {
        writer.operator(op)?;
    }
    if part.falls {
        let exit = writer.exit(Way::On)?;
        writer.code.push(Instruction::Br(exit));
    }
    for (exit, outer) in (0_i32..).zip((0..=u32::MAX).take(part.exits.len()).collect::<Vec<_>>().into_iter().rev()) {
        writer.code.push(Instruction::End);
        writer.code.extend(carried[exit as usize].map(|(_, local)| Instruction::LocalSet(local)));
        writer.code.extend(way_local.into_iter().flat_map(|local| [Instruction::I32Const(exit), Instruction::LocalSet(local)]));
        writer.code.push(Instruction::Br(outer));
    }
    writer.code.push(Instruction::End);
    let mut given: Vec<u32> = way_local.into_iter().collect();
    for local in &part.gives {
        given.push(writer.local(*local)?);
    }
    given.extend(carried.into_iter().flatten().map(|(_, local)| local));
    let results = given.iter().map(|local| writer.locals[*local as usize]).collect();
    writer.code.extend(given.into_iter().map(Instruction::LocalGet));
    writer.code.push(Instruction::End);
    let code = assembled(&writer.locals[parameters.len()..], &writer.code);
    Ok(((parameters, results), code))
}

/// Writes a part as a function.
struct Writer<'a> {
    part: &'a Part,
    body: &'a Body<'a>,
    types: &'a Types<'a>,
    /// The types of its locals, parameters first.
    locals: Vec<ValType>,
    /// Its locals by those of the function that the part is of.
    numbers: BTreeMap<u32, u32>,
    /// How many blocks of the part are open.
    depth: u32,
    code: Vec<Instruction<'a>>,
}

impl Writer<'_> {
    /// A local of its own.
    fn fresh(&mut self, kind: ValType) -> u32 {
        self.locals.push(kind);
        u32::try_from(self.locals.len() - 1).unwrap_or(u32::MAX)
    }

    /// Its local for one of the function that the part is of.
    fn local(&mut self, local: u32) -> Outcome<u32> {
        if let Some(number) = self.numbers.get(&local) {
            return Ok(*number);
        }
        let kind = self.types.locals.get(local as usize).copied().ok_or("a local has no type")?;
        let number = self.fresh(val(kind)?);
        self.numbers.insert(local, number);
        Ok(number)
    }

    /// How deep the block of a way out is.
    fn exit(&self, way: Way) -> Outcome<u32> {
        let exit = self.part.exits.iter().position(|exit| exit.way == way).ok_or("a branch leaves by no way that is known")?;
        Ok(self.depth + u32::try_from(exit).map_err(|error| error.to_string())?)
    }

    /// How deep what a branch leaves is, by how deep it was.
    fn label(&self, op: usize, depth: u32) -> Outcome<u32> {
        if depth < self.depth {
            return Ok(depth);
        }
        self.exit(way(self.body, self.part.start, self.body.target(op, depth)))
    }

    fn operator(&mut self, op: usize) -> Outcome<()> {
        let body = self.body;
        let written = match &body.ops[op].operator {
            Operator::Br { relative_depth } => Instruction::Br(self.label(op, *relative_depth)?),
            Operator::BrIf { relative_depth } => Instruction::BrIf(self.label(op, *relative_depth)?),
            Operator::BrTable { targets } => {
                let all = targets.targets().flatten().map(|depth| self.label(op, depth)).collect::<Outcome<Vec<_>>>()?;
                Instruction::BrTable(all.into(), self.label(op, targets.default())?)
            }
            Operator::Return => Instruction::Br(self.exit(way(body, self.part.start, None))?),
            Operator::LocalGet { local_index } => Instruction::LocalGet(self.local(*local_index)?),
            Operator::LocalSet { local_index } => Instruction::LocalSet(self.local(*local_index)?),
            Operator::LocalTee { local_index } => Instruction::LocalTee(self.local(*local_index)?),
            other => {
                match other {
                    Operator::Block { .. } | Operator::Loop { .. } | Operator::If { .. } => self.depth += 1,
                    Operator::End => self.depth -= 1,
                    _ => {}
                }
                instruction(other)?
            }
        };
        self.code.push(written);
        Ok(())
    }
}

/// The call of a part in the place where it was.
pub fn call(
    part: &Part,
    body: &Body<'_>,
    number: u32,
    locals: &mut Vec<ValType>,
    code: &mut Vec<Instruction<'_>>,
) -> Outcome<()> {
    let mut fresh = |kind: ValType| {
        locals.push(kind);
        u32::try_from(locals.len() - 1).unwrap_or(u32::MAX)
    };
    code.extend(part.takes.iter().map(|local| Instruction::LocalGet(*local)));
    code.push(Instruction::Call(number));
    let exit_local = (part.exits.len() > 1).then(|| fresh(ValType::I32));
    let mut carried = Vec::new();
    for exit in &part.exits {
        let kind = exit.values.first().copied().map(val).transpose()?;
        carried.push(kind.map(&mut fresh));
    }
    code.extend(carried.iter().rev().flatten().map(|local| Instruction::LocalSet(*local)));
    code.extend(part.gives.iter().rev().map(|local| Instruction::LocalSet(*local)));
    code.extend(exit_local.map(Instruction::LocalSet));
    // How deep below the place of the call a label is.
    let depth_of = |opener: usize| {
        let mut frame = body.ops[part.start].frame;
        let mut depth = 0_u32;
        while frame.is_some_and(|at| at != opener) {
            frame = frame.and_then(|at| body.ops[at].frame);
            depth += 1;
        }
        depth
    };
    for (at, exit) in part.exits.iter().enumerate() {
        let value = carried[at].map(Instruction::LocalGet);
        let is_last = at + 1 == part.exits.len();
        let asks = exit_local.filter(|_| !is_last);
        if let Some(local) = asks {
            code.push(Instruction::LocalGet(local));
            match at {
                0 => code.push(Instruction::I32Eqz),
                _ => code.extend([Instruction::I32Const(i32::try_from(at).unwrap_or(i32::MAX)), Instruction::I32Eq]),
            }
        }
        match exit.way {
            Way::On => code.extend(value),
            Way::To(opener) if asks.is_some() && value.is_none() => code.push(Instruction::BrIf(depth_of(opener))),
            way => {
                let deeper = u32::from(asks.is_some());
                code.extend(asks.map(|_| Instruction::If(BlockType::Empty)));
                code.extend(value);
                code.push(if let Way::To(opener) = way {
                    Instruction::Br(depth_of(opener) + deeper)
                } else {
                    Instruction::Return
                });
                code.extend(asks.map(|_| Instruction::End));
            }
        }
    }
    if part.exits.is_empty() {
        code.push(Instruction::Unreachable);
    }
    Ok(())
}
