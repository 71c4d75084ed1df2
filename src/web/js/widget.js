// The module that the script tag fetches: the widget, without the indicators as functions.

import { ahead as hand, learn } from "yenlens-glue";
import { startOnce } from "./start.js";

/**
 * Fetches, compiles and starts the WebAssembly beside this script, once; a failure can be tried again.
 * @param {string} language the one that will be spoken first
 * @param {Promise<Response> | false} [wasm] @param {Promise<Response> | false} [data] what the script of the tag has asked for
 */
export function start(language, wasm, data) {
  return startOnce(new URL("widget_bg.wasm", import.meta.url), wasm, {
    hand, learn, later: new URL("widget_later.wasm", import.meta.url), language, data,
  });
}
