// The entry of the ES module: the exported functions and what the element needs to fetch them.
export * from "yenlens-glue";
export { default } from "yenlens-glue";

/** What the files beside this script must be. */
export const expected = { version: __YENLENS_VERSION__, wasm: __WASM_INTEGRITY__, data: __DATA_INTEGRITY__ };
