//! A module that tells which of its functions have run.

use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, ConstExpr, ExportKind, ExportSection, GlobalSection, GlobalType, Instruction, ValType};
use wasmparser::{ExportSectionReader, FunctionBody, GlobalSectionReader, Parser, Payload};

use super::module::{Module, Outcome};

/// The module with a global for each of its functions, `ran` and its number, which is 1 once the function has begun.
pub fn marked(bytes: &[u8], module: &Module) -> Outcome<Vec<u8>> {
    let mut globals = 0;
    for payload in Parser::new(0).parse_all(bytes) {
        if let Payload::GlobalSection(section) = payload.map_err(|error| error.to_string())? {
            globals = section.count();
        }
    }
    let functions = u32::try_from(module.functions.len()).map_err(|error| error.to_string())?;
    let mut marks = Marks { first_function: module.imported, functions, globals, at: 0 };
    let mut marked = wasm_encoder::Module::new();
    marks.parse_core_module(&mut marked, Parser::new(0), bytes).map_err(|error| error.to_string())?;
    Ok(marked.finish())
}

struct Marks {
    first_function: u32,
    functions: u32,
    /// How many globals there were.
    globals: u32,
    /// The function whose code comes next, of the module's own.
    at: u32,
}

impl Reencode for Marks {
    type Error = Infallible;

    fn parse_global_section(
        &mut self,
        globals: &mut GlobalSection,
        section: GlobalSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        utils::parse_global_section(self, globals, section)?;
        for _ in 0..self.functions {
            globals.global(GlobalType { val_type: ValType::I32, mutable: true, shared: false }, &ConstExpr::i32_const(0));
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        utils::parse_export_section(self, exports, section)?;
        for function in 0..self.functions {
            exports.export(&format!("ran{}", self.first_function + function), ExportKind::Global, self.globals + function);
        }
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), Error<Infallible>> {
        let mut function = self.new_function_with_parsed_locals(&body)?;
        function.instruction(&Instruction::I32Const(1));
        function.instruction(&Instruction::GlobalSet(self.globals + self.at));
        self.at += 1;
        for operator in body.get_operators_reader()? {
            function.instruction(&self.instruction(operator?)?);
        }
        code.function(&function);
        Ok(())
    }
}
