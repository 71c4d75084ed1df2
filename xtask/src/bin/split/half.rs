//! The writing of one half.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function, FunctionSection,
    ImportSection, Instruction, RefType, TableSection, TableType,
};
use wasmparser::{FunctionBody, Operator, Parser, Payload};

use super::cut::Cut;
use super::module::Outcome;
use super::order::order;

/// Under this name the second half finds the table of the first.
const TABLE: &str = "t";
/// And under this module all that it takes from the first.
const FIRST: &str = "f";

/// One of the halves of a module that is cut.
pub fn half(cut: &Cut<'_>, bytes: &[u8], is_second: bool) -> Outcome<Vec<u8>> {
    let mut numbers = BTreeMap::new();
    let mut used = BTreeSet::new();
    let own: Vec<u32> =
        (cut.module.imported..).take(cut.module.functions.len()).filter(|it| cut.is_later(*it) == is_second).collect();
    let own = order(cut.module, bytes, &own);
    for function in &own {
        let calls = cut.module.own(*function).map(|function| function.calls.as_slice()).unwrap_or_default();
        used.extend(calls.iter().copied().filter(|called| *called < cut.module.imported));
    }
    // An import may stand in the table too, and the first half fills that.
    let needed = |import: &u32| used.contains(import) || !is_second && cut.is_asked_for(*import);
    let imports: Vec<u32> = (0..cut.module.imported).filter(needed).collect();
    for (number, function) in (0..).zip(imports.iter().chain(&own)) {
        numbers.insert(*function, number);
    }
    let mut kinds = Kinds::read(bytes)?;
    let later = cut.later.iter().filter_map(|function| cut.module.own(*function));
    let globals: BTreeSet<u32> = later.flat_map(|function| function.globals.iter().copied()).collect();
    let (kept, lent) = globals.iter().partition(|global| kinds.names.contains_key(&(GLOBAL, **global)));
    let lent: BTreeSet<u32> = lent;
    kinds.names.retain(|(kind, index), _| *kind != GLOBAL || BTreeSet::contains(&kept, index));
    for global in &lent {
        kinds.names.insert((GLOBAL, *global), format!("{TABLE}{global}"));
    }
    let mut half = Half { cut, is_second, numbers, own: own.into(), kinds, lent, globals: BTreeMap::new() };
    let mut module = wasm_encoder::Module::new();
    half.parse_core_module(&mut module, Parser::new(0), bytes).map_err(|error| format!("it cannot be cut: {error}"))?;
    Ok(module.finish())
}

/// The memories, tables and globals of a module, which its second half takes from the first.
struct Kinds {
    memories: Vec<wasmparser::MemoryType>,
    tables: Vec<wasmparser::TableType>,
    globals: Vec<wasmparser::GlobalType>,
    /// What is exported of them: the name by kind and number.
    names: BTreeMap<(u8, u32), String>,
}

const MEMORY: u8 = 0;
const TABLES: u8 = 1;
const GLOBAL: u8 = 2;

impl Kinds {
    fn read(bytes: &[u8]) -> Outcome<Self> {
        let mut kinds = Self { memories: Vec::new(), tables: Vec::new(), globals: Vec::new(), names: BTreeMap::new() };
        let refused = |error: wasmparser::BinaryReaderError| error.to_string();
        for payload in Parser::new(0).parse_all(bytes) {
            match payload.map_err(refused)? {
                Payload::MemorySection(section) => {
                    for memory in section {
                        kinds.memories.push(memory.map_err(refused)?);
                    }
                }
                Payload::TableSection(section) => {
                    for table in section {
                        kinds.tables.push(table.map_err(refused)?.ty);
                    }
                }
                Payload::GlobalSection(section) => {
                    for global in section {
                        kinds.globals.push(global.map_err(refused)?.ty);
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export.map_err(refused)?;
                        let kind = match export.kind {
                            wasmparser::ExternalKind::Memory => MEMORY,
                            wasmparser::ExternalKind::Table => TABLES,
                            wasmparser::ExternalKind::Global => GLOBAL,
                            _ => continue,
                        };
                        kinds.names.insert((kind, export.index), export.name.to_owned());
                    }
                }
                _ => {}
            }
        }
        Ok(kinds)
    }
}

/// Writes one half.
struct Half<'a> {
    cut: &'a Cut<'a>,
    is_second: bool,
    /// The numbers of functions in this half, by their numbers in the whole.
    numbers: BTreeMap<u32, u32>,
    /// Its own functions in their order.
    own: Rc<[u32]>,
    kinds: Kinds,
    /// The globals that the first half exports for the second's sake.
    lent: BTreeSet<u32>,
    /// The numbers of the globals that the second half has taken, by their numbers in the whole.
    globals: BTreeMap<u32, u32>,
}

type Written = Result<(), Error<String>>;

impl Half<'_> {
    fn elements(&self, elements: &mut ElementSection) -> Written {
        for (place, run) in self.cut.runs(self.is_second) {
            let functions: Option<Vec<u32>> = run.iter().map(|function| self.numbers.get(function).copied()).collect();
            let functions = functions.ok_or_else(|| Error::UserError("a place for a function that is not there".to_owned()))?;
            let table = if self.is_second { Some(0) } else { Some(self.cut.module.table_index) };
            elements.active(
                table.filter(|table| *table != 0),
                &ConstExpr::i32_const(place.cast_signed()),
                Elements::Functions(functions.into()),
            );
        }
        Ok(())
    }

    /// What the second half takes from the first: the memory, the tables and the globals, each under the name it is exported by.
    fn taken(&mut self, imports: &mut ImportSection) -> Written {
        let lacks = |what: &str| Error::UserError(format!("the first half does not export its {what}"));
        let (memories, tables, globals) = (self.kinds.memories.clone(), self.kinds.tables.clone(), self.kinds.globals.clone());
        for (index, memory) in (0..).zip(memories) {
            let name = self.kinds.names.get(&(MEMORY, index)).ok_or_else(|| lacks("memory"))?.clone();
            imports.import(FIRST, &name, EntityType::Memory(self.memory_type(memory)?));
        }
        // The table of functions first, whatever its number is: see `table_index`.
        let mut order: Vec<u32> = (0..u32::try_from(tables.len()).unwrap_or(0)).collect();
        order.sort_by_key(|index| *index != self.cut.module.table_index);
        for index in order {
            let is_ours = index == self.cut.module.table_index;
            let known = self.kinds.names.get(&(TABLES, index)).cloned();
            let name = if is_ours { TABLE.to_owned() } else { known.ok_or_else(|| lacks("table of references"))? };
            let table = tables.get(index as usize).copied().ok_or_else(|| lacks("table"))?;
            let mut table = self.table_type(table)?;
            if is_ours {
                table.minimum = u64::from(self.cut.table_places());
                table.maximum = table.maximum.map(|_| table.minimum);
            }
            imports.import(FIRST, &name, EntityType::Table(table));
        }
        for (index, global) in (0..).zip(globals) {
            // One without a name is the first half's own, unless a function of the second uses it: see `global_index`.
            let Some(name) = self.kinds.names.get(&(GLOBAL, index)) else { continue };
            self.globals.insert(index, u32::try_from(self.globals.len()).unwrap_or(u32::MAX));
            imports.import(
                FIRST,
                name,
                EntityType::Global(utils::global_type(&mut RoundtripReencoder, global).map_err(|_| lacks("globals"))?),
            );
        }
        Ok(())
    }
}

impl Reencode for Half<'_> {
    type Error = String;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<String>> {
        self.numbers.get(&function).copied().ok_or_else(|| Error::UserError(format!("function {function} is in the other half")))
    }

    fn table_index(&mut self, table: u32) -> Result<u32, Error<String>> {
        let functions = self.cut.module.table_index;
        Ok(match table {
            _ if !self.is_second => table,
            table if table == functions => 0,
            table if table < functions => table + 1,
            table => table,
        })
    }

    fn global_index(&mut self, global: u32) -> Result<u32, Error<String>> {
        if !self.is_second {
            return Ok(global);
        }
        let taken = self.globals.get(&global).copied();
        taken.ok_or_else(|| Error::UserError(format!("the first half does not export its global {global}")))
    }

    fn parse_import_section(&mut self, imports: &mut ImportSection, section: wasmparser::ImportSectionReader<'_>) -> Written {
        for (number, import) in (0..).zip(section.into_imports()) {
            let import = import?;
            if self.numbers.contains_key(&number) {
                self.parse_import(imports, import)?;
            }
        }
        if self.is_second { self.taken(imports) } else { Ok(()) }
    }

    fn parse_function_section(&mut self, functions: &mut FunctionSection, _: wasmparser::FunctionSectionReader<'_>) -> Written {
        for &number in Rc::clone(&self.own).iter() {
            let function =
                self.cut.module.own(number).ok_or_else(|| Error::UserError(format!("function {number} has no type")))?;
            functions.function(self.type_index(function.kind)?);
        }
        Ok(())
    }

    fn parse_table_section(&mut self, tables: &mut TableSection, section: wasmparser::TableSectionReader<'_>) -> Written {
        if self.is_second {
            return Ok(());
        }
        for (index, table) in (0..).zip(section) {
            let mut table: TableType = self.table_type(table?.ty)?;
            if index == self.cut.module.table_index {
                table.minimum = u64::from(self.cut.table_places());
                table.maximum = table.maximum.map(|_| table.minimum);
                debug_assert_eq!(table.element_type, RefType::FUNCREF);
            }
            tables.table(table);
        }
        Ok(())
    }

    fn parse_memory_section(
        &mut self,
        memories: &mut wasm_encoder::MemorySection,
        section: wasmparser::MemorySectionReader<'_>,
    ) -> Written {
        if self.is_second { Ok(()) } else { utils::parse_memory_section(self, memories, section) }
    }

    fn parse_global_section(
        &mut self,
        globals: &mut wasm_encoder::GlobalSection,
        section: wasmparser::GlobalSectionReader<'_>,
    ) -> Written {
        if self.is_second { Ok(()) } else { utils::parse_global_section(self, globals, section) }
    }

    fn parse_export_section(&mut self, exports: &mut ExportSection, section: wasmparser::ExportSectionReader<'_>) -> Written {
        if self.is_second {
            return Ok(());
        }
        utils::parse_export_section(self, exports, section)?;
        if !self.cut.later.is_empty() {
            exports.export(TABLE, ExportKind::Table, self.cut.module.table_index);
        }
        for global in &self.lent {
            let name = self.kinds.names.get(&(GLOBAL, *global)).map(String::as_str).unwrap_or_default();
            exports.export(name, ExportKind::Global, *global);
        }
        Ok(())
    }

    fn parse_element_section(&mut self, elements: &mut ElementSection, _: wasmparser::ElementSectionReader<'_>) -> Written {
        self.elements(elements)
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: wasmparser::CodeSectionReader<'_>) -> Written {
        let bodies: BTreeMap<u32, FunctionBody<'_>> = (self.cut.module.imported..)
            .zip(section)
            .map(|(number, body)| Ok((number, body?)))
            .collect::<Result<_, Error<String>>>()?;
        for &number in Rc::clone(&self.own).iter() {
            let body = bodies.get(&number).ok_or_else(|| Error::UserError(format!("function {number} has no code")))?;
            self.parse_function_body(code, body.clone())?;
        }
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Written {
        let mut function: Function = self.new_function_with_parsed_locals(&body)?;
        for operator in body.get_operators_reader()? {
            let operator = operator?;
            match operator {
                Operator::Call { function_index } if !self.numbers.contains_key(&function_index) => {
                    let place = self.cut.places.get(&function_index).copied();
                    let kind = self.cut.module.own(function_index).map(|function| function.kind);
                    let (place, kind) =
                        place.zip(kind).ok_or_else(|| Error::UserError(format!("function {function_index} has no place")))?;
                    let table_index = self.table_index(self.cut.module.table_index)?;
                    function.instruction(&Instruction::I32Const(place.cast_signed()));
                    function.instruction(&Instruction::CallIndirect { type_index: self.type_index(kind)?, table_index });
                }
                operator => {
                    function.instruction(&self.instruction(operator)?);
                }
            }
        }
        code.function(&function);
        Ok(())
    }

    fn parse_data_section(
        &mut self,
        data: &mut wasm_encoder::DataSection,
        section: wasmparser::DataSectionReader<'_>,
    ) -> Written {
        if self.is_second { Ok(()) } else { utils::parse_data_section(self, data, section) }
    }

    fn data_count(&mut self, count: u32) -> Result<u32, Error<String>> {
        Ok(if self.is_second { 0 } else { count })
    }

    fn parse_custom_section(&mut self, _: &mut wasm_encoder::Module, _: wasmparser::CustomSectionReader<'_>) -> Written {
        Ok(())
    }
}
