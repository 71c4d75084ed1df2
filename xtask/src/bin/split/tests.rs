//! A module of four functions, cut.

use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, ExportKind, ExportSection, Function, FunctionSection, GlobalSection,
    GlobalType, ImportSection, Instruction, MemorySection, MemoryType, NameMap, NameSection, RefType, TableSection, TableType,
    TypeSection, ValType,
};

use super::cut::Cut;
use super::half::half;
use super::mark::marked;
use super::module::Module;
use super::order::order;

const NAMES: [&str; 5] = ["log", "app[0123456789abcdef]::draw", "app::touch", "app::deep", "app::both"];

/// `draw`, which is exported, calls `touch` and `both`; `touch` calls `deep`, `both` and what is imported, and uses a global.
fn example() -> Vec<u8> {
    let mut module = wasm_encoder::Module::new();
    let mut types = TypeSection::new();
    types.ty().function([], []);
    let mut imports = ImportSection::new();
    imports.import("g", NAMES[0], wasm_encoder::EntityType::Function(0));
    let mut functions = FunctionSection::new();
    let mut tables = TableSection::new();
    let element_type = RefType::FUNCREF;
    tables.table(TableType { element_type, table64: false, minimum: 2, maximum: Some(2), shared: false });
    let mut memories = MemorySection::new();
    memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
    let mut globals = GlobalSection::new();
    globals.global(GlobalType { val_type: ValType::I32, mutable: true, shared: false }, &ConstExpr::i32_const(7));
    let mut exports = ExportSection::new();
    exports.export("memory", ExportKind::Memory, 0).export("draw", ExportKind::Func, 1);
    let mut elements = ElementSection::new();
    elements.active(None, &ConstExpr::i32_const(1), Elements::Functions(vec![2].into()));
    let mut code = CodeSection::new();
    for calls in [&[2, 4][..], &[3, 4, 0], &[], &[]] {
        functions.function(0);
        let mut function = Function::new([]);
        for called in calls {
            function.instruction(&Instruction::Call(*called));
        }
        if calls.contains(&0) {
            function.instruction(&Instruction::GlobalGet(0)).instruction(&Instruction::GlobalSet(0));
        }
        function.instruction(&Instruction::End);
        code.function(&function);
    }
    let mut names = NameMap::new();
    for (number, name) in (0..).zip(NAMES) {
        names.append(number, name);
    }
    let mut custom = NameSection::new();
    custom.functions(&names);
    module.section(&types).section(&imports).section(&functions).section(&tables).section(&memories).section(&globals);
    module.section(&exports).section(&elements).section(&code).section(&custom);
    module.finish()
}

/// The names of what a module imports, and how many functions of its own it has.
fn shape(bytes: &[u8]) -> (Vec<String>, usize) {
    let (mut imports, mut own) = (Vec::new(), 0);
    for payload in wasmparser::Parser::new(0).parse_all(bytes) {
        match payload.unwrap() {
            wasmparser::Payload::ImportSection(section) => {
                imports.extend(section.into_imports().map(|import| import.unwrap().name.to_owned()));
            }
            wasmparser::Payload::CodeSectionEntry(_) => own += 1,
            _ => {}
        }
    }
    (imports, own)
}

#[test]
fn names_are_read_without_the_hashes_of_crates() {
    let module = Module::read(&example()).unwrap();
    assert_eq!(
        module.functions.iter().map(|function| function.name.as_str()).collect::<Vec<_>>(),
        ["app::draw", "app::touch", "app::deep", "app::both"]
    );
}

#[test]
fn what_is_listed_comes_later_with_what_only_that_calls_and_both_halves_are_modules() {
    let bytes = example();
    let module = Module::read(&bytes).unwrap();
    let cut = Cut::new(&module, |name| name == "app::touch");
    assert_eq!(cut.measure().0, 2, "touch and deep");
    let [first, second] = [false, true].map(|is_second| half(&cut, &bytes, is_second).unwrap());
    for half in [&first, &second] {
        wasmparser::validate(half).unwrap();
    }
    assert_eq!(shape(&first), (vec![], 2), "what only the second imports is not imported by the first");
    assert_eq!(shape(&second), (["log", "memory", "t", "t0"].map(str::to_owned).to_vec(), 2));
}

#[test]
fn what_is_exported_stays_though_it_is_listed() {
    let bytes = example();
    let module = Module::read(&bytes).unwrap();
    assert_eq!(Cut::new(&module, |_| true).measure().0, 3, "all but what is exported");
    assert_eq!(Cut::new(&module, |_| false).measure().0, 0);
}

#[test]
fn a_marked_module_has_a_mark_for_each_function() {
    let bytes = example();
    let module = marked(&bytes, &Module::read(&bytes).unwrap()).unwrap();
    wasmparser::validate(&module).unwrap();
    let text = String::from_utf8_lossy(&module).into_owned();
    assert!((1..=4).all(|number| text.contains(&format!("ran{number}"))));
}

/// A module of functions that put numbers together, each from the numbers it is given.
fn sums(all: &[Vec<i32>]) -> Vec<u8> {
    let (mut types, mut functions, mut code) = (TypeSection::new(), FunctionSection::new(), CodeSection::new());
    types.ty().function([], []);
    for numbers in all {
        functions.function(0);
        let mut function = Function::new([]);
        for number in numbers {
            function.instruction(&Instruction::I32Const(*number)).instruction(&Instruction::Drop);
        }
        function.instruction(&Instruction::End);
        code.function(&function);
    }
    let mut module = wasm_encoder::Module::new();
    module.section(&types).section(&functions).section(&code);
    module.finish()
}

#[test]
fn like_stands_beside_like_each_once_and_alike_every_time() {
    let numbers = |first: i32, count: i32| (0..count).map(|step| first + 1_000 * step).collect::<Vec<_>>();
    // Two of one sort and two of another among many that nothing is like.
    let mut all = vec![numbers(1_000_001, 30), numbers(2_000_003, 20), numbers(1_000_001, 10), numbers(2_000_003, 8)];
    all.extend((0..12).map(|at| numbers(10_000_000 * (at + 1) + 7, 3)));
    let bytes = sums(&all);
    let module = Module::read(&bytes).unwrap();
    let functions: Vec<u32> = (0..).take(all.len()).collect();
    let ordered = order(&module, &bytes, &functions);
    assert_eq!(ordered[..2], [0, 2], "the longest, then what is most like it");
    let place = |function: u32| ordered.iter().position(|it| *it == function).unwrap();
    assert_eq!(place(1).abs_diff(place(3)), 1);
    let mut sorted = ordered.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, functions);
    assert_eq!(order(&module, &bytes, &functions), ordered);
}

#[test]
fn calls_find_their_functions_whatever_the_order() {
    let bytes = example();
    let module = Module::read(&bytes).unwrap();
    let whole = half(&Cut::new(&module, |_| false), &bytes, false).unwrap();
    wasmparser::validate(&whole).unwrap();
    assert_eq!(shape(&whole), (vec!["log".to_owned()], 4));
    let again = Module::read(&whole).unwrap();
    // The names are gone; what calls three others is `touch`, and it is the one in the table.
    let touch = again.table.values().next().copied().unwrap();
    let calls = &again.own(touch).unwrap().calls;
    assert_eq!(calls.len(), 3);
    assert!(calls.contains(&0), "what is imported has kept its number");
    let draw = again.own(again.entries[0]).unwrap();
    assert!(draw.calls.contains(&touch));
    // `both` is what the two have in common.
    assert!(draw.calls.iter().any(|called| *called != touch && calls.contains(called)));
}
