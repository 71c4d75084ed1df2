//! A module that tells which of its code has run.

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, ConstExpr, ExportKind, ExportSection, GlobalSection, GlobalType, Instruction, ValType};
use wasmparser::{ExportSectionReader, FunctionBody, GlobalSectionReader, Parser, Payload};

use super::body::Body;
use super::module::Outcome;

/// The module with a global for each place where control may begin, `ran` and its number, which is 1 once that place was passed. The
/// numbers go through the functions in order, and through each from its first operator on.
pub fn marked(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let refused = |error: wasmparser::BinaryReaderError| error.to_string();
    let (mut first, mut marks) = (0, 0);
    for payload in Parser::new(0).parse_all(bytes) {
        match payload.map_err(refused)? {
            Payload::GlobalSection(section) => first = section.count(),
            Payload::CodeSectionEntry(code) => {
                marks +=
                    u32::try_from(Body::read(&code).map_err(refused)?.beginnings().count()).map_err(|error| error.to_string())?;
            }
            _ => {}
        }
    }
    let mut written = Marks { first, count: marks, at: first };
    let mut module = wasm_encoder::Module::new();
    written.parse_core_module(&mut module, Parser::new(0), bytes).map_err(|error| error.to_string())?;
    Ok(module.finish())
}

struct Marks {
    /// The number of the first mark among the globals.
    first: u32,
    /// How many there are.
    count: u32,
    /// The global that comes next.
    at: u32,
}

impl Reencode for Marks {
    type Error = String;

    fn parse_global_section(
        &mut self,
        globals: &mut GlobalSection,
        section: GlobalSectionReader<'_>,
    ) -> Result<(), Error<String>> {
        utils::parse_global_section(self, globals, section)?;
        for _ in 0..self.count {
            globals.global(GlobalType { val_type: ValType::I32, mutable: true, shared: false }, &ConstExpr::i32_const(0));
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), Error<String>> {
        utils::parse_export_section(self, exports, section)?;
        for mark in 0..self.count {
            exports.export(&format!("ran{mark}"), ExportKind::Global, self.first + mark);
        }
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), Error<String>> {
        let mut function = self.new_function_with_parsed_locals(&body)?;
        let read = Body::read(&body)?;
        for (number, op) in read.ops.iter().enumerate() {
            if read.is_beginning(number) {
                function.instruction(&Instruction::I32Const(1));
                function.instruction(&Instruction::GlobalSet(self.at));
                self.at += 1;
            }
            function.instruction(&self.instruction(op.operator.clone())?);
        }
        code.function(&function);
        Ok(())
    }
}
