// From the address of the WebAssembly to a runtime that widgets can be made with: fetched, compiled and started once.

import init, { Widget } from "yenlens-glue";
import { LoadError } from "./failure.js";
import style from "yenlens-style/widget.css";

/** @type {import("./failure.js").Sentence} */
const BLOCKED = [
  "The chart needs 'wasm-unsafe-eval' in the page's Content-Security-Policy; please tell the site's author.",
  "このページの Content-Security-Policy に 'wasm-unsafe-eval' が必要です。サイトの作者に知らせてください。",
  "此页面的 Content-Security-Policy 需要 'wasm-unsafe-eval'；请告知网站作者。",
  "이 페이지의 Content-Security-Policy에 'wasm-unsafe-eval'이 필요합니다. 사이트 작성자에게 알려 주십시오.",
];

/** @type {import("./failure.js").Sentence} */
const MALFORMED = [
  "The chart's program arrived damaged; reload the page to fetch it again.",
  "グラフのプログラムが壊れて届きました。ページを再読み込みしてください。",
  "图表程序已损坏；请重新加载页面。",
  "차트 프로그램이 손상되어 도착했습니다. 페이지를 새로 고치십시오.",
];

/** @type {Promise<import("./runtime").Runtime> | undefined} */
let runtime;
/** @type {CSSStyleSheet | undefined} */
let sheet;

/**
 * Fetches, compiles and starts the WebAssembly, once for all widgets; a failure can be tried again.
 * @param {URL} wasm
 * @param {typeof import("./bound.js").bind} [bind] what binds elements of the page's sentences; the whole module has it
 */
export function startOnce(wasm, bind) {
  runtime ??= begin(wasm, bind).catch((error) => {
    runtime = undefined;
    throw error;
  });
  return runtime;
}

/** @param {URL} wasm @param {typeof import("./bound.js").bind} [bind] */
async function begin(wasm, bind) {
  const response = await fetched(wasm);
  try {
    await init({ module_or_path: await compiled(response) });
  } catch (error) {
    // Engines forbid at different steps: some refuse to compile, some to instantiate.
    const forbidden = error instanceof Error && /content security|unsafe-eval|csp/i.test(error.message);
    throw forbidden ? new LoadError(String(error), "wasm-blocked", BLOCKED) : new LoadError(String(error), "wasm-malformed", MALFORMED);
  }
  const base = new URL(".", wasm).href;
  return {
    base,
    whole: Boolean(bind),
    Widget,
    bind: bind && ((/** @type {HTMLElement} */ host) => bind(host, base)),
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
    throw new LoadError(String(error));
  }
  if (!response.ok) throw new LoadError(`${url} answered ${response.status}`);
  return response;
}

/** @param {Response} response */
async function compiled(response) {
  // Streaming insists on the type; a server that sends another still gets its chart.
  const streams = response.headers.get("content-type")?.startsWith("application/wasm");
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
