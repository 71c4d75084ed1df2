// The module that the script tag fetches: the widget, without the indicators as functions.

import { learn } from "yenlens-glue";
import { startOnce } from "./start.js";

/** Fetches, compiles and starts the WebAssembly beside this script, once; a failure can be tried again. */
export function start(language = "") {
  return startOnce(new URL("widget_bg.wasm", import.meta.url), { learn, language });
}
