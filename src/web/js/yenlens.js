// The entry of the ES module: the headless indicators, and the element where there is a page to put it on.

import { bind } from "./bound.js";
import { define } from "./element.js";
import { startOnce } from "./start.js";

export * from "yenlens-glue";
export { default } from "yenlens-glue";

/** Fetches, compiles and starts the WebAssembly beside this script, once; a failure can be tried again. */
export function start() {
  return startOnce(new URL("yenlens_bg.wasm", import.meta.url), { bind });
}

define(start);
