// The entry of the ES module: the headless indicators, and the element where there is a page to put it on.

import { ahead as hand } from "yenlens-glue";
import { bind } from "./bound.js";
import { define } from "./element.js";
import { startOnce } from "./start.js";

export * from "yenlens-glue";
export { default } from "yenlens-glue";

/**
 * Fetches, compiles and starts the WebAssembly beside this script, once; a failure can be tried again.
 * @param {string} [language]
 * @param {Promise<Response> | false} [wasm] @param {Promise<Response> | false} [data] what the script of the tag has asked for
 */
export function start(language, wasm, data) {
  return startOnce(new URL("yenlens_bg.wasm", import.meta.url), wasm, { hand, bind, language, data });
}

define(() => start());
