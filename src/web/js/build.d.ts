/** The version of the package; the build puts the value in. */
declare const __YENLENS_VERSION__: string;
/** The digest of the WebAssembly module, as the attribute `integrity` takes it. Known in `yenlens.js` alone. */
declare const __WASM_INTEGRITY__: string;
/** The digests of the files in `data/`, by file name. Known in `yenlens.js` alone. */
declare const __DATA_INTEGRITY__: Readonly<Record<string, string>>;
/** The digest of `yenlens.js`. Known in `embed.js` alone. */
declare const __MODULE_INTEGRITY__: string;
