// An element of the page once the runtime is there: its widget, and the change from the light module's to the whole one's. What is
// asked of the light one and it cannot do is done when the whole one has come. No figure and no number is made here.

import style from "yenlens-style/widget.css";
import { failure } from "./failure.js";
import { LoadError } from "./fault.js";
import { COMING, enter, joined, leave, quietly } from "./guard.js";
import { INLINE, NAMES, languageOf, needsWhole, optionsOf } from "./names.js";

/** @type {import("./failure.js").Sentence} */
const STILL = [
  "The chart lacks part of its program; reload the page to fetch it again.",
  "グラフを操作するプログラムが届いていません。もう一度試すか、ページを再読み込みしてください。",
  "操作图表的程序未送达；请重试或重新加载页面。",
  "차트를 조작하는 프로그램이 도착하지 않았습니다. 다시 시도하거나 페이지를 새로 고치십시오.",
];

/** @type {CSSStyleSheet | undefined} */
let sheet;

function widgetSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
  }
  return sheet;
}

/** In the query of an address: which of the page's figures the state beside it is of, counted from 1. */
const FIGURE = "yen-lens";

/** What the page's address says, until the figure that it speaks of has it. @type {URLSearchParams | undefined} */
let asked;

/** Words of the author's own: no address puts others into somebody's page. */
const WORDS = ["heading", "claim", "claim-source"];

/** Which of the page's figures this is. @param {HTMLElement} host */
function figureOf(host) {
  return String([...document.querySelectorAll("yen-lens")].indexOf(/** @type {any} */ (host)) + 1);
}

/** One element's widget. */
export class Mounted {
  #element;
  #runtime;
  #whole;
  /** None once it has stopped. @type {import("./runtime").Widget | undefined} */
  #widget;
  #frame;
  /** The widget that is to take its place, once it has its figure. @type {import("./runtime").Widget | undefined} */
  #next;
  /** @type {Promise<void> | undefined} */
  #coming;
  /** Whether the second half of the module was asked for in vain. */
  #lacks = false;
  /** Goes with the widget. */
  #gone = new AbortController();

  /** @param {import("./runtime").Runtime} runtime @param {import("./runtime").Element} element */
  constructor(runtime, element) {
    this.#element = element;
    this.#runtime = runtime;
    this.#whole = runtime.whole;
    const { root } = element;
    this.#frame = /** @type {HTMLElement} */ (root.querySelector(".frame"));
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, widgetSheet()];
    this.#recall();
    this.#frame.querySelector("[part=error]")?.remove();
    this.#widget = quietly(() => this.#make(runtime, this.#frame));
    const { signal } = this.#gone;
    // Once there is something to touch.
    if (runtime.rest) element.host.addEventListener("yen-lens-ready", () => this.#rest(), { once: true, signal });
    root.addEventListener("click", (event) => this.#press(event), { signal });
    root.addEventListener("toggle", (event) => this.#press(event), { signal, capture: true });
    // The author's data may be in a part of the page that has not come yet.
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.configure(), { once: true, signal });
    }
  }

  /** @param {import("./runtime").Runtime} runtime @param {HTMLElement} frame */
  #make(runtime, frame) {
    const { host, own } = this.#element;
    const base = host.getAttribute("base-url");
    const number = enter((error) => this.#stop(error));
    this.#gone.signal.addEventListener("abort", () => leave(number));
    const widget = new runtime.Widget(host, frame, base ? new URL(base.replace(/\/?$/, "/"), document.baseURI).href : runtime.base, number);
    for (const one of Object.values(own)) widget.setSeries(...one);
    return widget;
  }

  /** What only the whole module does is done by it: it is fetched, and what was pressed or opened is so there. @param {Event} event */
  #press(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    // Pressing a summary opens what it belongs to, and that can happen without a press.
    const asked = event.type === "toggle" ? target.querySelector("summary[data-more]") : target.closest("button[data-more]");
    if (!asked || this.#whole || /** @type {HTMLDetailsElement} */ (target).open === false) return;
    asked.setAttribute("aria-busy", "true");
    this.#more().then(
      () => {
        const there = /** @type {HTMLElement} */ (this.#frame.querySelector(`[data-more="${asked.getAttribute("data-more")}"]`));
        there.focus({ preventScroll: true });
        if (event.type === "click") there.click();
      },
      () => {
        asked.removeAttribute("aria-busy");
        // So that it can be opened again.
        asked.closest("details")?.removeAttribute("open");
      },
    );
  }

  /** The whole widget in the place of the light one, which stays until the other has its figure. */
  #more() {
    if (this.#whole) return Promise.resolve();
    this.#coming ??= this.#swap()
      .catch((error) => {
        this.#fail(error);
        // Whoever asked for a file finds the code that the page is told.
        throw error?.code ? error : Object.assign(new Error(String(error)), { code: "script-unreachable" });
      })
      .finally(() => (this.#coming = undefined));
    return this.#coming;
  }

  /** @param {unknown} error */
  #fail(error) {
    const { host, root } = this.#element;
    if (!this.#gone.signal.aborted) failure(host, root, error, languageOf(host));
  }

  /**
   * After a panic: the place is as before there was a widget, with a sentence; or without one, and the widget is made again when all
   * of the module has come.
   * @param {import("./fault.js").LoadError} error
   */
  #stop(error) {
    if (this.#gone.signal.aborted) return;
    const { root, place } = this.#element;
    this.#release();
    for (const frame of root.querySelectorAll(".frame")) frame.remove();
    this.#frame = place("frame");
    if (error.code === COMING) this.#rest().then((is) => is && !this.#gone.signal.aborted && this.refresh());
    else this.#fail(error);
  }

  /** Has the second half of the module brought; whether it has come. */
  async #rest() {
    try {
      await this.#runtime.rest?.();
      return true;
    } catch (error) {
      this.#lacks = true;
      // Without a widget there is nothing to read either.
      this.#fail(this.#widget ? new LoadError(String(error), "script-unreachable", STILL) : error);
      joined.then(() => {
        if (this.#lacks) this.#frame.querySelector("[part=error]")?.remove();
        this.#lacks = false;
      });
      return false;
    }
  }

  #release() {
    release(this.#widget);
    release(this.#next);
    this.#widget = this.#next = undefined;
  }

  async #swap() {
    const { host, load, place } = this.#element;
    const runtime = await load(true, "");
    const { signal } = this.#gone;
    signal.throwIfAborted();
    const frame = place("frame coming");
    try {
      await new Promise((resolve, reject) => {
        // What is told before there is a figure is why there will be none.
        const told = (/** @type {Event} */ event) => {
          const { detail } = /** @type {CustomEvent} */ (event);
          if (!frame.querySelector(".stage:not([hidden])")) reject({ ...detail, sentence: [detail.message] });
        };
        host.addEventListener("yen-lens-error", told, { signal });
        // At once, not a turn later: whoever hears of the figure finds it in its place.
        host.addEventListener("yen-lens-ready", () => resolve(this.#replace(runtime, frame)), { once: true, signal });
        signal.addEventListener("abort", () => reject(signal.reason));
        this.#next = this.#make(runtime, frame);
        this.configure();
      });
    } catch (error) {
      release(this.#next);
      this.#next = undefined;
      frame.remove();
      throw error;
    }
  }

  /**
   * Puts the widget that is to come in the place of the one that is there.
   * @param {import("./runtime").Runtime} runtime @param {HTMLElement} frame
   */
  #replace(runtime, frame) {
    if (!this.#next) return;
    for (const open of this.#frame.querySelectorAll("details[open] > [data-more]")) {
      frame.querySelector(`[data-more="${open.getAttribute("data-more")}"]`)?.parentElement?.setAttribute("open", "");
    }
    release(this.#widget);
    this.#frame.remove();
    frame.className = "frame";
    [this.#runtime, this.#widget, this.#frame, this.#whole, this.#next] = [runtime, this.#next, frame, true, undefined];
  }

  /** Hands over what the element asks for. */
  configure() {
    const { host, own } = this.#element;
    const language = languageOf(host);
    const spoken = this.#runtime.speak(language);
    if (spoken) {
      const { signal } = this.#gone;
      spoken.then(() => signal.aborted || this.configure()).catch((error) => this.#fail(error));
      return;
    }
    const options = optionsOf(host);
    // Series of the snapshot, or of the page's, that have no value a day.
    const lacks = !this.#whole && (needsWhole(host) || /tic_|cot_|nonr/.test(/** @type {any} */ (Object.values(options))) || Object.values(own).some(isSparse));
    if (lacks) this.#more().catch(() => {});
    // The light one is not asked for what it lacks.
    const widget = this.#next ?? (lacks ? undefined : this.#widget);
    quietly(() => {
      widget?.feed?.(...feeds(host));
      widget?.configure(options, language);
    });
  }

  /** Once, what the page's address says of this figure: the author's own attributes are what it was before a reader changed it. */
  #recall() {
    const { host } = this.#element;
    asked ??= new URLSearchParams(location.search);
    if (asked.get(FIGURE) !== figureOf(host)) return;
    asked.delete(FIGURE);
    /** @type {Record<string, string | null>} */
    const state = Object.fromEntries(asked);
    for (const name of WORDS) state[name] = host.getAttribute(name);
    /** @type {any} */ (host).restore(state);
  }

  permalink() {
    const { host } = this.#element;
    const url = new URL(location.href);
    for (const name of NAMES) url.searchParams.delete(name);
    for (const [name, value] of Object.entries({ ...this.save(), [FIGURE]: figureOf(host) })) url.searchParams.set(name, value);
    return url.href;
  }

  save() {
    return quietly(() => this.#widget?.save()) ?? optionsOf(this.#element.host);
  }

  /** The figure to take along. @param {"exportCsv" | "exportSvg" | "exportPng"} name @returns {Promise<any>} */
  async take(name) {
    await this.#more();
    return this.#widget?.[name]();
  }

  /** @param {import("./runtime").Own} one */
  setSeries(one) {
    // The module takes no other kinds, and would read past the end of what is none of them.
    one[0] = String(one[0]);
    quietly(() => {
      this.#widget?.setSeries(...one);
      this.#next?.setSeries(...one);
      // For a widget of the other module, should this one have to go.
      this.#element.own[one[0]] = one;
      if (isSparse(one)) this.configure();
    });
  }

  refresh() {
    if (this.#lacks) this.#rest();
    if (this.#widget) quietly(() => this.#widget?.refresh());
    else {
      this.#frame.querySelector("[part=error]")?.remove();
      this.#widget = quietly(() => this.#make(this.#runtime, this.#frame));
    }
    this.configure();
  }

  /** Lets go of everything. Not left to the garbage collector: it does not know how much a handle holds. */
  destroy() {
    this.#release();
    const { root } = this.#element;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
    this.#gone.abort();
  }
}

/** Whether the values of a series are a week or more apart: the light module has words for days alone. @param {import("./runtime").Own} one */
function isSparse([, , days]) {
  // What is no list of the kind has been refused before.
  return /** @type {any} */ (days).at?.(-1) - days[0] > 4 * days.length;
}

/** @param {import("./runtime").Widget | undefined} widget */
function release(widget) {
  // One that has stopped may hold on to what it had in its hands, and there is nobody left to tell.
  for (const name of /** @type {const} */ (["destroy", "free"])) {
    try {
      widget?.[name]();
    } catch {
      // What it holds stays with it.
    }
  }
}

/** Where figures are to come from besides the snapshot: an address, a text, names of services. @param {HTMLElement} host */
function feeds(host) {
  const src = host.getAttribute("src");
  return /** @type {[string?, string?, string?]} */ ([
    // As the page means it; what is no address stays as it is written.
    src ? Object.assign(document.createElement("a"), { href: src }).href : undefined,
    host.querySelector(INLINE)?.textContent ?? undefined,
    host.getAttribute("live") || undefined,
  ]);
}
