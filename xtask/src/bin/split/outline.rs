//! The parts of functions that come later, each as a function of its own behind all others.

use std::collections::BTreeMap;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, Function, FunctionSection, Instruction, TypeSection, ValType};
use wasmparser::{
    CodeSectionReader, CompositeInnerType, FuncType, FuncValidatorAllocations, FunctionBody, FunctionSectionReader, Parser,
    Payload, TypeSectionReader, ValidPayload, Validator, WasmFeatures,
};

use super::body::Body;
use super::extract::{self, Signature, assembled, instruction, val};
use super::live::Live;
use super::module::{Module, Outcome};
use super::part::{Found, Part, Types};

/// The module with those parts of functions as functions of their own that `starts` names, given a function's name and how many
/// operators it has: the numbers of their first operators. A part that cannot be taken out stays, and so does one that `is_worth`
/// refuses, given how many bytes it has and about how many its call would.
pub fn outlined(
    bytes: &[u8],
    module: &Module,
    starts: impl Fn(&str, usize) -> Vec<usize>,
    is_worth: impl Fn(usize, usize) -> bool,
) -> Outcome<Vec<u8>> {
    let refused = |error: wasmparser::BinaryReaderError| format!("it is no module: {error}");
    let mut types: Vec<FuncType> = Vec::new();
    let mut outline = Outline { types: Vec::new(), kinds: Vec::new(), changed: BTreeMap::new(), added: Vec::new(), at: 0 };
    let mut validator = Validator::new_with_features(WasmFeatures::all());
    let mut allocations = FuncValidatorAllocations::default();
    let mut number = 0;
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload.map_err(refused)?;
        if let Payload::TypeSection(section) = &payload {
            types = function_types(section.clone()).map_err(refused)??;
        }
        let ValidPayload::Func(checked, code) = validator.payload(&payload).map_err(refused)? else { continue };
        let (own, function) = (number, module.functions.get(number).ok_or("it has more code than functions")?);
        number += 1;
        let body = Body::read(&code).map_err(refused)?;
        let starts = starts(&function.name, body.ops.len());
        if starts.is_empty() {
            continue;
        }
        let kind = types.get(function.kind as usize).ok_or("a function has no type")?.clone();
        let mut checker = checked.into_validator(allocations);
        let found = look(&mut checker, &code, &body, &starts).map_err(refused)?;
        let locals: Vec<wasmparser::ValType> =
            (0..checker.len_locals()).filter_map(|local| checker.get_local_type(local)).collect();
        allocations = checker.into_allocations();
        let live = Live::of(&body, locals.len());
        let known = Types { all: &types, own: &kind, locals: &locals };
        let length = |part: &Part| usize::try_from(body.ops[part.end].at - body.ops[part.start].at).unwrap_or(0);
        let parts: Vec<Part> = found
            .into_iter()
            .filter_map(|(start, found)| Part::new(&body, &live, &known, start, found))
            .filter(|part| is_worth(length(part), part.call_bytes()))
            .collect();
        if !parts.is_empty() {
            outline.take_out(own, &body, &known, &parts, module)?;
        }
    }
    let first_type = u32::try_from(types.len()).map_err(|error| error.to_string())?;
    outline.settle_types(&types, first_type);
    let mut written = wasm_encoder::Module::new();
    outline
        .parse_core_module(&mut written, Parser::new(0), bytes)
        .map_err(|error| format!("no part can be taken out: {error}"))?;
    Ok(written.finish())
}

fn function_types(section: TypeSectionReader<'_>) -> Result<Outcome<Vec<FuncType>>, wasmparser::BinaryReaderError> {
    let mut types = Vec::new();
    for group in section {
        for kind in group?.into_types() {
            let CompositeInnerType::Func(kind) = kind.composite_type.inner else {
                return Ok(Err("it has a type that is none of a function".to_owned()));
            };
            types.push(kind);
        }
    }
    Ok(Ok(types))
}

type Checker = wasmparser::FuncValidator<wasmparser::ValidatorResources>;

/// Goes through the code of a function and looks what is on the stack where parts begin, and whether control comes out of them.
fn look(
    checker: &mut Checker,
    code: &FunctionBody<'_>,
    body: &Body<'_>,
    starts: &[usize],
) -> Result<Vec<(usize, Found)>, wasmparser::BinaryReaderError> {
    checker.read_locals(&mut code.get_binary_reader())?;
    let mut all = Vec::new();
    let mut open: Option<(usize, usize, Vec<wasmparser::ValType>)> = None;
    for (number, op) in body.ops.iter().enumerate() {
        let frame = checker.get_control_frame(0);
        if let Some((start, _, stack)) = open.take_if(|(_, end, _)| *end == number) {
            all.push((start, Found { stack, falls: frame.is_some_and(|frame| !frame.unreachable) }));
        }
        let is_reached = frame.is_some_and(|frame| !frame.unreachable);
        if open.is_none() && is_reached && starts.contains(&number) && body.end_of_sequence(number) > number {
            let height = (checker.operand_stack_height() as usize).saturating_sub(frame.map_or(0, |frame| frame.height));
            let stack: Option<Vec<_>> = (0..height).rev().map(|depth| checker.get_operand_type(depth).flatten()).collect();
            open = stack.map(|stack| (number, body.end_of_sequence(number), stack));
        }
        checker.op(op.at, &op.operator)?;
    }
    Ok(all)
}

/// Writes the module anew.
struct Outline {
    /// The types of the new functions, each once.
    types: Vec<Signature>,
    /// The types of the new functions by their places in `types`; then by their numbers.
    kinds: Vec<u32>,
    /// The functions that have lost parts, by their places among the module's own.
    changed: BTreeMap<usize, Function>,
    /// The new functions.
    added: Vec<Function>,
    /// The function whose code comes next.
    at: usize,
}

impl Outline {
    fn take_out(&mut self, own: usize, body: &Body<'_>, types: &Types<'_>, parts: &[Part], module: &Module) -> Outcome<()> {
        let mut locals: Vec<ValType> = types.locals.iter().copied().map(val).collect::<Outcome<_>>()?;
        let mut code: Vec<Instruction<'_>> = Vec::new();
        let mut op = 0;
        while op < body.ops.len() {
            if let Some(part) = parts.iter().find(|part| part.start == op) {
                let number = module.imported + u32::try_from(module.functions.len() + self.added.len()).unwrap_or(u32::MAX);
                self.add(part, body, types)?;
                extract::call(part, body, number, &mut locals, &mut code)?;
                op = part.end;
            } else {
                code.push(instruction(&body.ops[op].operator)?);
                op += 1;
            }
        }
        let parameters = types.own.params().len();
        self.changed.insert(own, assembled(&locals[parameters..], &code));
        Ok(())
    }

    /// Adds a part as a function.
    fn add(&mut self, part: &Part, body: &Body<'_>, types: &Types<'_>) -> Outcome<()> {
        let (kind, code) = extract::function(part, body, types)?;
        let known = self.types.iter().position(|it| *it == kind).unwrap_or_else(|| {
            self.types.push(kind);
            self.types.len() - 1
        });
        self.kinds.push(u32::try_from(known).unwrap_or(u32::MAX));
        self.added.push(code);
        Ok(())
    }

    /// Gives the new functions the numbers of their types: of one that the module has already, or of a new one behind them.
    fn settle_types(&mut self, known: &[FuncType], first: u32) {
        let known: Vec<Option<Signature>> = known
            .iter()
            .map(|kind| {
                let all = |kinds: &[wasmparser::ValType]| kinds.iter().copied().map(val).collect::<Outcome<Vec<_>>>().ok();
                all(kind.params()).zip(all(kind.results()))
            })
            .collect();
        let (mut numbers, mut new) = (Vec::new(), Vec::new());
        for kind in self.types.drain(..) {
            let held = known.iter().position(|it| it.as_ref() == Some(&kind)).and_then(|at| u32::try_from(at).ok());
            numbers.push(held.unwrap_or_else(|| {
                new.push(kind);
                first + u32::try_from(new.len() - 1).unwrap_or(u32::MAX)
            }));
        }
        self.types = new;
        for kind in &mut self.kinds {
            *kind = numbers[*kind as usize];
        }
    }
}

impl Reencode for Outline {
    type Error = String;

    fn parse_type_section(&mut self, types: &mut TypeSection, section: TypeSectionReader<'_>) -> Result<(), Error<String>> {
        utils::parse_type_section(self, types, section)?;
        for (parameters, results) in &self.types {
            types.ty().function(parameters.iter().copied(), results.iter().copied());
        }
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<String>> {
        utils::parse_function_section(self, functions, section)?;
        for kind in &self.kinds {
            functions.function(*kind);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader<'_>) -> Result<(), Error<String>> {
        utils::parse_code_section(self, code, section)?;
        for function in &self.added {
            code.function(function);
        }
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), Error<String>> {
        let own = self.at;
        self.at += 1;
        match self.changed.get(&own) {
            Some(function) => {
                code.function(function);
                Ok(())
            }
            None => utils::parse_function_body(self, code, body),
        }
    }
}
