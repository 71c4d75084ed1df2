//! What of a WebAssembly module has to be known to cut it in two.

use std::collections::BTreeMap;

use wasmparser::{ElementItems, ElementKind, Name, Operator, Parser, Payload, TypeRef};

/// A way of saying what is wrong, in a sentence.
pub type Outcome<T> = Result<T, String>;

/// What a function needs and where it is.
pub struct Function {
    /// The number of its type.
    pub kind: u32,
    /// The functions it calls.
    pub calls: Vec<u32>,
    /// The globals it uses.
    pub globals: Vec<u32>,
    /// Its name, without what differs from compiler to compiler.
    pub name: String,
    /// Where its code begins.
    start: u64,
    /// The length of its code.
    pub bytes: u64,
}

impl Function {
    /// Its code in the bytes of the module.
    pub fn code<'a>(&self, bytes: &'a [u8]) -> &'a [u8] {
        let start = usize::try_from(self.start).unwrap_or(usize::MAX);
        let end = usize::try_from(self.start + self.bytes).unwrap_or(usize::MAX);
        bytes.get(start..end).unwrap_or_default()
    }
}

/// A module as the compiler, wasm-bindgen and wasm-opt leave it, with the names of its functions.
pub struct Module {
    /// How many functions it imports; they have the first numbers.
    pub imported: u32,
    /// Its own, in order.
    pub functions: Vec<Function>,
    /// The functions that have places in the table through which functions are called, by place.
    pub table: BTreeMap<u32, u32>,
    /// How many places that table has.
    pub places: u32,
    /// The number of that table.
    pub table_index: u32,
    /// The functions that are asked for by name or that it begins with.
    pub entries: Vec<u32>,
}

impl Module {
    /// Reads a module.
    pub fn read(bytes: &[u8]) -> Outcome<Self> {
        let refused = |error: wasmparser::BinaryReaderError| format!("it is no module: {error}");
        let mut module = Self {
            imported: 0,
            functions: Vec::new(),
            table: BTreeMap::new(),
            places: 0,
            table_index: u32::MAX,
            entries: Vec::new(),
        };
        let mut bodies = 0;
        for payload in Parser::new(0).parse_all(bytes) {
            match payload.map_err(refused)? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        match import.map_err(refused)?.ty {
                            TypeRef::Func(_) => module.imported += 1,
                            _ => return Err("it imports something else than functions".to_owned()),
                        }
                    }
                }
                Payload::FunctionSection(section) => {
                    for kind in section {
                        let kind = kind.map_err(refused)?;
                        module.functions.push(Function {
                            kind,
                            calls: Vec::new(),
                            globals: Vec::new(),
                            name: String::new(),
                            start: 0,
                            bytes: 0,
                        });
                    }
                }
                Payload::TableSection(section) => {
                    for (index, table) in (0..).zip(section) {
                        let table = table.map_err(refused)?.ty;
                        if table.element_type.is_func_ref() {
                            (module.table_index, module.places) = (index, u32::try_from(table.initial).unwrap_or(u32::MAX));
                        }
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export.map_err(refused)?;
                        if export.kind == wasmparser::ExternalKind::Func {
                            module.entries.push(export.index);
                        }
                    }
                }
                Payload::StartSection { func, .. } => module.entries.push(func),
                Payload::ElementSection(section) => {
                    for element in section {
                        let element = element.map_err(refused)?;
                        module.place(element).map_err(refused)??;
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let function: &mut Function = module.functions.get_mut(bodies).ok_or("it has more code than functions")?;
                    bodies += 1;
                    function.start = body.range().start;
                    function.bytes = body.range().end - body.range().start;
                    for operator in body.get_operators_reader().map_err(refused)? {
                        match operator.map_err(refused)? {
                            Operator::Call { function_index } => function.calls.push(function_index),
                            Operator::GlobalGet { global_index } | Operator::GlobalSet { global_index } => {
                                function.globals.push(global_index);
                            }
                            Operator::ReturnCall { .. } | Operator::RefFunc { .. } | Operator::CallRef { .. } => {
                                return Err("it uses an instruction that the cut does not know".to_owned());
                            }
                            _ => {}
                        }
                    }
                }
                Payload::CustomSection(section) => {
                    let wasmparser::KnownCustom::Name(names) = section.as_known() else { continue };
                    for name in names {
                        let Name::Function(names) = name.map_err(refused)? else { continue };
                        for name in names {
                            let name = name.map_err(refused)?;
                            let own = name.index.checked_sub(module.imported).and_then(|own| usize::try_from(own).ok());
                            if let Some(function) = own.and_then(|own| module.functions.get_mut(own)) {
                                function.name = without_hashes(name.name);
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(module)
    }

    /// Takes in the functions that a segment puts into the table.
    fn place(&mut self, element: wasmparser::Element<'_>) -> Result<Outcome<()>, wasmparser::BinaryReaderError> {
        let refused = || Ok(Err("its table is filled in a way that the cut does not know".to_owned()));
        let ElementKind::Active { table_index, offset_expr } = element.kind else { return refused() };
        let ElementItems::Functions(functions) = element.items else { return refused() };
        let mut offset = offset_expr.get_operators_reader();
        let Operator::I32Const { value } = offset.read()? else { return refused() };
        if table_index.unwrap_or(0) != self.table_index {
            return refused();
        }
        for (place, function) in (value.cast_unsigned()..).zip(functions) {
            self.table.insert(place, function?);
        }
        Ok(Ok(()))
    }

    /// One of its own functions by its number.
    pub fn own(&self, function: u32) -> Option<&Function> {
        self.functions.get(usize::try_from(function.checked_sub(self.imported)?).ok()?)
    }
}

/// A name as it is written in sources: the compiler puts a hash of each crate in brackets behind the crate's name.
fn without_hashes(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(at) = rest.find('[') {
        let (before, behind) = rest.split_at(at);
        text.push_str(before);
        let hash = behind.get(1..17).filter(|hash| hash.bytes().all(|byte| byte.is_ascii_hexdigit()));
        if hash.is_some() && behind.as_bytes().get(17) == Some(&b']') {
            rest = &behind[18..];
        } else {
            text.push('[');
            rest = &behind[1..];
        }
    }
    text.push_str(rest);
    text
}
