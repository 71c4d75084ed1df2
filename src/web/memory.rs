//! The light module's allocator: half the code of the standard library's. The whole module, which computes on long columns, keeps
//! the latter, whose blocks grow in place.

use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};

#[global_allocator]
static MEMORY: WasmDynamicTalc = new_wasm_dynamic_allocator();
