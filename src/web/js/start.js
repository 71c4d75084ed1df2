// From the address of the WebAssembly to a runtime that widgets can be made with: fetched, compiled and started once.

import init, { Widget } from "yenlens-glue";
import { LoadError } from "./fault.js";
import { join, lacking } from "./guard.js";
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

/** How long an answer may be waited for that was asked for ahead: as long as any other, see net.rs. */
const DEADLINE_MS = 30_000;

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
 * @param {URL} url
 * @param {Promise<Response> | false | undefined} wasm what comes from there, if it was asked for already
 * @param {{
 *   hand: typeof import("yenlens-glue").ahead, bind?: typeof import("./bound.js").bind, learn?: (text: string) => boolean, later?: URL,
 *   language?: string | undefined, data: Promise<Response> | false | undefined,
 * }} what what takes the answers of files; what binds elements of the page's sentences, which the whole module has; what takes in
 * another language than English, and where the second half is, which the light one has; the language that will be spoken first; and
 * the first file of the snapshot, if it was asked for already
 */
export function startOnce(url, wasm, { hand, bind, learn, later, language = "", data }) {
  // At the same time as the module, so that a reader waits for no more than the longer of the two.
  if (learn) fetchWords(url, tongue(language))?.catch(() => {});
  runtime ??= begin(url, wasm, hand, bind, learn, later, data).catch((error) => {
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
    const url = new URL(`words/${name}.txt`, wasm);
    fetching = fetched(url, () => fetch(url)).then((response) => response.text());
    // A failure can be tried again.
    fetching.catch(() => words.delete(name));
    words.set(name, fetching);
  }
  return fetching;
}

/**
 * @param {URL} url @param {Promise<Response> | false | undefined} wasm @param {typeof import("yenlens-glue").ahead} hand
 * @param {typeof import("./bound.js").bind} [bind] @param {(text: string) => boolean} [learn] @param {URL} [later]
 * @param {Promise<Response> | false} [data]
 */
async function begin(url, wasm, hand, bind, learn, later, data) {
  const response = await fetched(url, () => wasm || fetch(url, { integrity: __WASM_INTEGRITY__ }));
  // What was asked for ahead is compiled while it comes, and started once all of it is known to be right.
  const isRight = wasm && digest(response.clone());
  const module = compiled(response);
  module.catch(() => {});
  if (wasm && (await isRight) !== __WASM_INTEGRITY__) throw new LoadError(`${url} has another digest`, "wasm-malformed", MALFORMED);
  try {
    await init({ module_or_path: await module });
  } catch (error) {
    // Engines forbid at different steps: some refuse to compile, some to instantiate.
    const forbidden = error instanceof Error && /content security|unsafe-eval|csp/i.test(error.message);
    throw forbidden ? new LoadError(String(error), "wasm-blocked", BLOCKED) : new LoadError(String(error), "wasm-malformed", MALFORMED);
  }
  const rest = later && once(() => fetched(later, () => fetch(later, { integrity: __LATER_INTEGRITY__ })).then(compiled).then(join));
  if (rest) lacking(rest);
  const base = new URL(".", url).href;
  // Where the page has something more urgent to do, it is done between these two and between the second and its figures.
  if (data) hand(`${base}data/core.bin`, inTime(data.then((answer) => pause().then(() => answer))));
  await pause();
  /** @type {import("./runtime").Runtime} */
  const made = {
    base,
    whole: !learn,
    Widget,
    bind: bind && ((host) => bind(host, base)),
    rest,
    mount: (element) => new Mounted(made, element),
    speak: (language) => {
      const name = tongue(language);
      return learn && fetchWords(url, name)?.then((text) => {
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

/** Does something once; a failure can be tried again. @param {() => Promise<void>} work */
function once(work) {
  /** @type {Promise<void> | undefined} */
  let doing;
  return () =>
    (doing ??= work().catch((error) => {
      doing = undefined;
      throw error;
    }));
}

/** Lets the page's own work in between. */
async function pause() {
  // Not in the types of the language yet, and a page may have something else under that name.
  const { scheduler, Scheduler } = /** @type {any} */ (globalThis);
  const isOurs = Scheduler?.prototype?.yield && scheduler instanceof Scheduler;
  await (isOurs ? scheduler.yield() : new Promise((done) => setTimeout(done)));
}

/** @param {Promise<Response>} answer @returns {Promise<Response>} */
function inTime(answer) {
  const late = new Promise((_, reject) => setTimeout(reject, DEADLINE_MS, new Error("no answer")));
  // It may be late after the answer came.
  late.catch(() => {});
  return Promise.race([answer, late]);
}

/** @param {URL} url @param {() => Promise<Response>} answer */
async function fetched(url, answer) {
  const response = await answer();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response;
}

/** What `integrity` is to say. @param {Response} response */
async function digest(response) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-384", await response.arrayBuffer()));
  return `sha384-${btoa(String.fromCharCode(...bytes))}`;
}

/** @param {Response} response */
async function compiled(response) {
  // Streaming insists on the type; a server that sends another still gets its chart.
  const streams = response.headers.get("content-type")?.startsWith("application/wasm");
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
