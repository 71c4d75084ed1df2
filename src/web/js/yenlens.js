// The entry of the ES module: the headless indicators, and the element where there is a page to put it on.

import init, { Widget } from "yenlens-glue";
import { define } from "./element.js";
import { LoadError } from "./failure.js";
import style from "./widget.css";

export * from "yenlens-glue";
export { default } from "yenlens-glue";

/** @type {Promise<import("./runtime").Runtime> | undefined} */
let runtime;
/** @type {CSSStyleSheet | undefined} */
let sheet;

/** Fetches, compiles and starts the WebAssembly, once for all widgets; a failure can be tried again. */
export function start() {
  runtime ??= begin().catch((error) => {
    runtime = undefined;
    throw error;
  });
  return runtime;
}

async function begin() {
  const response = await fetched(new URL("yenlens_bg.wasm", import.meta.url));
  try {
    await init({ module_or_path: await compiled(response) });
  } catch (error) {
    // Engines forbid at different steps: some refuse to compile, some to instantiate.
    const forbidden = error instanceof Error && /content security|unsafe-eval|csp/i.test(error.message);
    throw new LoadError(forbidden ? "wasm-blocked" : "wasm-malformed", String(error));
  }
  return {
    base: new URL(".", import.meta.url).href,
    Widget,
    sheet() {
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(style);
      }
      return sheet;
    },
  };
}

/** @param {URL} url */
async function fetched(url) {
  let response;
  try {
    response = await fetch(url, { integrity: __WASM_INTEGRITY__ });
  } catch (error) {
    throw new LoadError("script-unreachable", String(error));
  }
  if (!response.ok) throw new LoadError("script-unreachable", `${url} answered ${response.status}`);
  return response;
}

/** @param {Response} response */
async function compiled(response) {
  // Streaming insists on the type; a server that sends another still gets its chart.
  const streams = response.headers.get("content-type")?.startsWith("application/wasm");
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

define(start);
