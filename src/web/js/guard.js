// Every way into the module goes through here. A panic stops the module where it stands, as a trap; the widget whose turn it was is
// told, and the page hears nothing of it. The others go on living in the same module: what a panic leaves behind is the widget's own.

import { LoadError } from "./fault.js";

/** @type {import("./failure.js").Sentence} */
const STOPPED = [
  "The chart has stopped because of a fault in its program; reload the page to see it again.",
  "プログラムの不具合でグラフが停止しました。ページを再読み込みしてください。",
  "图表程序出错而停止；请重新加载页面。",
  "프로그램 결함으로 차트가 멈췄습니다. 페이지를 새로 고치십시오.",
];

/** How long a reader's hand moves on before what could not be had is asked for again. */
const PATIENCE_MS = 5_000;

/** What to do when a widget has stopped, by the number that the module knows it by. @type {Map<number, (error: LoadError) => void>} */
const stopping = new Map();
let last = 0;

/** A number for a widget, and what to do when it has stopped. @param {(error: LoadError) => void} stop */
export function enter(stop) {
  stopping.set(++last, stop);
  return last;
}

/** Forgets a widget. @param {number} number */
export function leave(number) {
  stopping.delete(number);
}

/** Does what may find its widget stopped, which then has said so. @template T @param {() => T} work @returns {T | undefined} */
export function quietly(work) {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof LoadError)) throw error;
    return undefined;
  }
}

/** Brings the second half of the module while it is not there. @type {(() => Promise<unknown>) | undefined} */
let bring;
/** Until when it is not asked for again, after it was in vain. */
let patience = 0;
/** What the second half takes from the first. @type {() => WebAssembly.Imports} */
let lent;
/** @type {() => void} */
let tell;
/** Resolves when the second half is in its place, however often it was asked for and by whom. @type {Promise<void>} */
export const joined = new Promise((resolve) => (tell = resolve));
/** The code of a widget that has asked for what is in the second half. */
export const COMING = "coming";

/** The module has a second half, and this brings it. @param {() => Promise<unknown>} how */
export function lacking(how) {
  bring = how;
}

/** Puts the second half in its place: what was a gap in the table of functions is none any more. @param {WebAssembly.Module} module */
export async function join(module) {
  await WebAssembly.instantiate(module, lent());
  bring = undefined;
  tell();
}

/**
 * Whether something that the page or the reader has done has to wait for the second half; then it is done again when that is there,
 * unless nobody listens any more.
 * @param {Function} call @param {unknown[]} given @param {{ cnt: number }} state of what is called
 */
export function held(call, given, state) {
  if (!bring || !given.some((one) => one instanceof Event)) return false;
  if (performance.now() > patience) {
    bring().then(
      () => state.cnt && call(...given),
      () => (patience = performance.now() + PATIENCE_MS),
    );
  }
  return true;
}

/**
 * The functions of the module with what they need to stop well.
 * @param {Record<string, any>} exports @param {() => WebAssembly.Imports} imports
 */
export function guarded(exports, imports) {
  lent = () => ({ ...imports(), f: exports });
  const { __stack_pointer: stack, atFault } = exports;
  /** @param {string} name @param {Function} one */
  const guard = (name, one) => (/** @type {unknown[]} */ ...given) => {
    const level = stack.value;
    try {
      return one(...given);
    } catch (error) {
      // What was on the stack is gone.
      stack.value = level;
      const number = atFault();
      // A function that has not come is one that nobody needs for a first picture, or so it was thought: the widget is made again then.
      const stopped = number || bring ? new LoadError(String(error), bring ? COMING : "figure-stopped", STOPPED) : error;
      // Not from inside: what is told runs the page's own code.
      if (number) queueMicrotask(() => stopping.get(number)?.(/** @type {LoadError} */ (stopped)));
      // Where the browser has called back there is nobody to tell. For the names see xtask/npm/shorten.mjs.
      if (!(stopped instanceof LoadError && /closures_|^\$/.test(name))) throw stopped;
      // Nothing, also where the glue takes results apart.
      return [];
    }
  };
  return Object.fromEntries(Object.entries(exports).map(([name, one]) => [name, typeof one === "function" ? guard(name, one) : one]));
}
