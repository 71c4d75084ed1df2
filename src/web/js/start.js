// From the address of the WebAssembly to a runtime that widgets can be made with: fetched, compiled and started once.

import init, { Widget } from "yenlens-glue";
import { LoadError } from "./failure.js";
import { Mounted } from "./mounted.js";

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

/** The languages that the light module is sent. */
const SENT = ["ja", "zh", "ko"];

/** @type {Promise<import("./runtime").Runtime> | undefined} */
let runtime;
/** The words of a language, on their way or here. @type {Map<string, Promise<string>>} */
const words = new Map();
/** Those that are spoken. @type {Set<string>} */
const learnt = new Set();

/**
 * Fetches, compiles and starts the WebAssembly, once for all widgets; a failure can be tried again.
 * @param {URL} wasm
 * @param {{ bind?: typeof import("./bound.js").bind, learn?: (text: string) => boolean, language?: string }} what what binds elements
 * of the page's sentences, which the whole module has; what takes in another language than English, which the light one has; and
 * the language that will be spoken first
 */
export function startOnce(wasm, { bind, learn, language = "" }) {
  // At the same time as the module, so that a reader waits for no more than the longer of the two.
  if (learn) fetchWords(wasm, tongue(language))?.catch(() => {});
  runtime ??= begin(wasm, bind, learn).catch((error) => {
    runtime = undefined;
    throw error;
  });
  return runtime;
}

/** The name of the language that has to be sent for a tag. @param {string} language */
function tongue(language) {
  return SENT.find((name) => name === language.split(/[-_]/)[0]?.toLowerCase()) ?? "";
}

/** The words of a language, unless there is nothing to fetch. @param {URL} wasm @param {string} name */
function fetchWords(wasm, name) {
  if (!name || learnt.has(name)) return undefined;
  let fetching = words.get(name);
  if (!fetching) {
    fetching = fetched(new URL(`words/${name}.txt`, wasm)).then((response) => response.text());
    // A failure can be tried again.
    fetching.catch(() => words.delete(name));
    words.set(name, fetching);
  }
  return fetching;
}

/** @param {URL} wasm @param {typeof import("./bound.js").bind} [bind] @param {(text: string) => boolean} [learn] */
async function begin(wasm, bind, learn) {
  const response = await fetched(wasm, { integrity: __WASM_INTEGRITY__ });
  try {
    await init({ module_or_path: await compiled(response) });
  } catch (error) {
    // Engines forbid at different steps: some refuse to compile, some to instantiate.
    const forbidden = error instanceof Error && /content security|unsafe-eval|csp/i.test(error.message);
    throw forbidden ? new LoadError(String(error), "wasm-blocked", BLOCKED) : new LoadError(String(error), "wasm-malformed", MALFORMED);
  }
  const base = new URL(".", wasm).href;
  /** @type {import("./runtime").Runtime} */
  const made = {
    base,
    whole: !learn,
    Widget,
    bind: bind && ((host) => bind(host, base)),
    mount: (element) => new Mounted(made, element),
    speak: (language) => {
      const name = tongue(language);
      return learn && fetchWords(wasm, name)?.then((text) => {
        if (learnt.has(name)) return;
        if (!learn(text)) {
          words.delete(name);
          throw new LoadError(`words/${name}.txt is of another release`, "wasm-malformed", MALFORMED);
        }
        learnt.add(name);
      });
    },
  };
  return made;
}

/** @param {URL} url @param {RequestInit} [how] */
async function fetched(url, how) {
  let response;
  try {
    response = await fetch(url, how);
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
