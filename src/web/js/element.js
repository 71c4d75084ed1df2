// The element `<yen-lens>`: a thin shim that waits until it is near the viewport, has the runtime fetched once, and hands
// over its attributes. No figure, no number and no layout is made here.

import base from "yenlens-style/base.css";
import { failure } from "./failure.js";

/** The attributes that are options, under the names of the options. */
export const NAMES = [
  "view", "asset", "driver", "window", "scale", "tenors", "at", "days", "horizon", "lags", "threshold", "controls", "events", "model",
  "share", "months", "impact", "jgb-change", "yen-change",
  "confidence", "basis", "range", "as-of", "hide", "theme", "group", "claim", "claim-source", "heading", "controls-visible", "height",
];

/** The attributes that are not. */
export const OTHERS = ["lang", "base-url", "src", "live"];

/** Data of the author's own inside the element. */
const INLINE = ':scope>script:is([type="application/json"],[type="text/csv"])';

/** @type {CSSStyleSheet | undefined} */
let sheet;

function baseSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(base);
  }
  return sheet;
}

/**
 * Makes an element known, unless another version was first. What a page has done to the registry is not to be heard in it.
 * @param {string} tag @param {CustomElementConstructor} element
 */
function register(tag, element) {
  try {
    customElements.get(tag) || customElements.define(tag, element);
  } catch {
    // The author's fallback stays.
  }
}

/** @param {string} tag @param {string} name @param {Node[]} inside */
function box(tag, name, ...inside) {
  const made = document.createElement(tag);
  made.className = name;
  made.append(...inside);
  return made;
}

/**
 * Defines `<yen-lens>` unless the page has it already.
 * @param {(whole: unknown) => Promise<import("./runtime").Runtime>} load brings the runtime, with every view or with the light
 * ones; called for every widget, has to share the work
 */
export function define(load) {
  if (!globalThis.customElements || customElements.get("yen-lens")) return;

  class YenLens extends HTMLElement {
    static observedAttributes = [...NAMES, ...OTHERS];

    /** @type {import("./runtime").Widget | undefined} */
    #widget;
    /** @type {IntersectionObserver | undefined} */
    #watch;
    /** @type {Record<string, [string, Int32Array, Float64Array, Record<string, string>]>} */
    #own = {};
    #whole = false;
    #loading = false;
    #asked = false;
    #root;
    #frame;

    constructor() {
      super();
      this.#root = this.attachShadow({ mode: "open" });
      this.#root.adoptedStyleSheets = [baseSheet()];
      // The bones are shown where the author gave no fallback.
      this.#frame = box("div", "frame", box("div", "waiting", box("slot", "", box("div", "bones"))));
      this.#root.append(this.#frame);
    }

    connectedCallback() {
      queueMicrotask(() => this.#settle());
    }

    disconnectedCallback() {
      // Moving a node disconnects it too: only what is still detached a microtask later has gone.
      queueMicrotask(() => this.#settle());
    }

    attributeChangedCallback() {
      if (this.#asked) return;
      this.#asked = true;
      queueMicrotask(() => {
        this.#asked = false;
        this.#configure();
      });
    }

    /** The state as a plain object, under the names of the attributes. */
    save() {
      return this.#widget ? this.#widget.save() : this.#options();
    }

    /** @param {Record<string, string>} state what `save` gave */
    restore(state) {
      for (const name of NAMES) {
        if (state[name] == null) this.removeAttribute(name);
        else this.setAttribute(name, state[name]);
      }
    }

    /** The rows that are drawn, as CSV. */
    exportCsv() {
      return this.#widget?.exportCsv() ?? "";
    }

    /** The figure as SVG text. */
    exportSvg() {
      return this.#widget?.exportSvg() ?? "";
    }

    /** A promise of the figure as a PNG blob, or of null. */
    async exportPng() {
      return this.#widget?.exportPng() ?? null;
    }

    /** The page's address with the state in its query. */
    permalink() {
      const url = new URL(location.href);
      for (const [name, value] of Object.entries(this.save())) url.searchParams.set(name, value);
      return url.href;
    }

    /**
     * Puts a series in the place of the snapshot's, or beside them.
     * @param {string} id
     * @param {Int32Array} days whole days since 1970-01-01, increasing
     * @param {Float64Array} values as many, NaN is missing
     * @param {Record<string, string>} [meta]
     */
    setSeries(id, days, values, meta = {}) {
      if (!this.#widget) throw new Error("wait for yen-lens-ready");
      this.#widget.setSeries(id, days, values, meta);
      // For a widget of the other module, should this one have to go.
      this.#own[id] = [id, days, values, meta];
    }

    /** Fetches again what could not be had. */
    refresh() {
      if (this.#widget) this.#widget.refresh();
      else this.#start();
    }

    #settle() {
      if (!this.isConnected) {
        this.#watch?.disconnect();
        this.#watch = undefined;
        this.#drop();
        return;
      }
      if (this.#widget || this.#loading || this.#watch) return;
      this.#configure();
      this.#watch = new IntersectionObserver(
        (entries) => {
          if (!entries.some((entry) => entry.isIntersecting)) return;
          this.#watch?.disconnect();
          this.#watch = undefined;
          this.#start();
        },
        // How far from the viewport a widget may be when it starts to load.
        { rootMargin: "600px" },
      );
      this.#watch.observe(this);
    }

    #drop() {
      // Not left to the garbage collector: it does not know how much a handle holds.
      this.#widget?.destroy();
      this.#widget?.free();
      this.#widget = undefined;
    }

    async #start() {
      if (this.#loading || this.#widget) return;
      this.#loading = true;
      try {
        const runtime = await load(this.#needsWhole());
        if (!this.isConnected) return;
        const base = this.getAttribute("base-url");
        this.#frame.querySelector("[part=error]")?.remove();
        this.#root.adoptedStyleSheets = [baseSheet(), runtime.sheet()];
        this.#widget = new runtime.Widget(this, this.#frame, base ? new URL(base, document.baseURI).href : runtime.base);
        this.#whole = runtime.whole;
        for (const one of Object.values(this.#own)) this.#widget.setSeries(...one);
        // The author's data may be in a part of the page that has not come yet.
        if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.#configure(), { once: true });
      } catch (error) {
        if (this.isConnected) failure(this, this.#frame, error, this.#language());
      } finally {
        this.#loading = false;
      }
      this.#configure();
    }

    #configure() {
      const height = Number(this.getAttribute("height"));
      this.#frame.style.setProperty("--height", height >= 200 && height <= 4000 ? `${height}px` : "");
      if (this.#widget && !this.#whole && this.#needsWhole()) {
        // What the reader has set is in the attributes.
        this.#drop();
        this.#start();
      }
      this.#widget?.feed?.(...this.#feeds());
      this.#widget?.configure(this.#options(), this.#language());
    }

    /** Where figures are to come from besides the snapshot: an address, a text, names of services. */
    #feeds() {
      const src = this.getAttribute("src");
      return /** @type {[string?, string?, string?]} */ ([
        // As the page means it; what is no address stays as it is written.
        src ? Object.assign(document.createElement("a"), { href: src }).href : undefined,
        this.querySelector(INLINE)?.textContent ?? undefined,
        this.getAttribute("live") || undefined,
      ]);
    }

    /** The light module has two views; the whole one has all, figures from elsewhere, company, and a list of claims. */
    #needsWhole() {
      return (
        this.getAttribute("view")?.replace(/timeline|correlation/g, "").trim() ||
        ["src", "live", "group", "scale", "tenors", "at", "days", "model"].some((name) => this.hasAttribute(name)) ||
        this.getAttribute("claim")?.match(/^\s*[a-z]+-\d{4}\s*$/) ||
        this.querySelector(INLINE)
      );
    }

    #options() {
      /** @type {Record<string, string>} */
      const options = {};
      for (const name of NAMES) {
        const value = this.getAttribute(name);
        if (value !== null) options[name] = value;
      }
      return options;
    }

    #language() {
      return /** @type {HTMLElement | null} */ (this.closest("[lang]"))?.lang || document.documentElement.lang || "en";
    }
  }

  for (const name of [...NAMES, "base-url", "src", "live"]) {
    const property = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    Object.defineProperty(YenLens.prototype, property, {
      configurable: true,
      enumerable: true,
      /** @this {HTMLElement} */
      get() {
        return this.getAttribute(name);
      },
      /** @this {HTMLElement} @param {any} value */
      set(value) {
        if (value == null) this.removeAttribute(name);
        else this.setAttribute(name, value);
      },
    });
  }

  register("yen-lens", YenLens);

  // Numbers and sliders in the page's sentences: what they do comes with the runtime, and without it the author's text stays.
  for (const tag of ["yen-lens-value", "yen-lens-slider"]) {
    register(
      tag,
      class extends HTMLElement {
        /** @type {(() => void) | undefined} */
        #release;

        async connectedCallback() {
          const runtime = await load(true).catch(() => {});
          if (this.isConnected) this.#release ??= runtime?.bind?.(this);
        }

        disconnectedCallback() {
          queueMicrotask(() => {
            if (this.isConnected) return;
            this.#release?.();
            this.#release = undefined;
          });
        }
      },
    );
  }
}
