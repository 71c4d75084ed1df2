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

/**
 * The functions of the module with what they need to stop well.
 * @param {Record<string, any>} exports
 */
export function guarded(exports) {
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
      const stopped = number ? new LoadError(String(error), "figure-stopped", STOPPED) : error;
      // Not from inside: what is told runs the page's own code.
      if (number) queueMicrotask(() => stopping.get(number)?.(/** @type {LoadError} */ (stopped)));
      // Where the browser has called back there is nobody to tell. For the names see xtask/npm/shorten.mjs.
      if (!(stopped instanceof LoadError && /closures_|^\$/.test(name))) throw stopped;
      return undefined;
    }
  };
  return Object.fromEntries(Object.entries(exports).map(([name, one]) => [name, typeof one === "function" ? guard(name, one) : one]));
}
