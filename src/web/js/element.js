// The element `<yen-lens>`: a thin shim that waits until it is near the viewport, has the runtime fetched once, and hands
// over its attributes. No figure, no number and no layout is made here.

import base from "yenlens-style/base.css";
import { failure } from "./failure.js";
import { ALL, NAMES, languageOf, needsWhole, optionsOf } from "./names.js";

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** Whether the first element has been looked at. */
let looked = false;

function baseSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(base);
  }
  return sheet;
}

/** Does something once an element is near the viewport. @param {Element} element @param {() => void} begin */
function near(element, begin) {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      begin();
    },
    // How far from the viewport what starts to load may be.
    { rootMargin: "600px" },
  );
  watch.observe(element);
  return watch;
}

/**
 * Makes an element known, unless another version was first. What a page has done to the registry is not to be heard in it.
 * @param {string} tag @param {CustomElementConstructor} element
 */
function register(tag, element) {
  try {
    customElements.define(tag, element);
  } catch {
    // It is there already, or the author's fallback stays.
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
 * @param {import("./runtime").Element["load"]} load brings the runtime, with every view or with the light ones; called for every widget, has
 * to share the work
 */
export function define(load) {
  if (!globalThis.customElements || customElements.get("yen-lens")) return;

  class YenLens extends HTMLElement {
    static observedAttributes = ALL;

    /** @type {import("./runtime").Mounted | undefined} */
    #mounted;
    /** @type {IntersectionObserver | undefined} */
    #watch;
    /** @type {Record<string, import("./runtime").Own>} */
    #own = {};
    #loading = false;
    #asked = false;
    #root;

    constructor() {
      super();
      this.#root = this.attachShadow({ mode: "open" });
      this.#root.adoptedStyleSheets = [baseSheet()];
      this.#place("frame");
    }

    /** A place for a widget; the bones are shown where the author gave no fallback. @param {string} name */
    #place(name) {
      const frame = box("div", name, box("div", "waiting", box("slot", "", box("div", "bones"))));
      this.#root.append(frame);
      this.#size();
      return frame;
    }

    connectedCallback() {
      this.#settle();
    }

    disconnectedCallback() {
      this.#settle();
    }

    async attributeChangedCallback() {
      if (this.#asked) return;
      this.#asked = true;
      await undefined;
      this.#asked = false;
      this.#configure();
    }

    /** What is there, once it knows what was asked for in this turn. */
    #current() {
      if (this.#asked) this.#configure();
      return this.#mounted;
    }

    /** The state as a plain object, under the names of the attributes. */
    save() {
      return this.#current()?.save() ?? optionsOf(this);
    }

    /** @param {Record<string, string>} state what `save` gave */
    restore(state) {
      // What an object has from its kind is no state.
      state = Object.assign(Object.create(null), state);
      for (const name of NAMES) {
        if (state[name] == null) this.removeAttribute(name);
        else this.setAttribute(name, state[name]);
      }
    }

    /** A promise of the rows that are drawn, as CSV. */
    async exportCsv() {
      return this.#current()?.take("exportCsv") ?? "";
    }

    /** A promise of the figure as SVG text. */
    async exportSvg() {
      return this.#current()?.take("exportSvg") ?? "";
    }

    /** A promise of the figure as a PNG blob, or of null. */
    async exportPng() {
      return this.#current()?.take("exportPng") ?? null;
    }

    /** The page's address with the state in its query: who opens it finds the figure as it is. */
    permalink() {
      return this.#current()?.permalink() ?? location.href;
    }

    /**
     * Puts a series in the place of the snapshot's, or beside them.
     * @param {string} id
     * @param {Int32Array} days whole days since 1970-01-01, increasing
     * @param {Float64Array} values as many, NaN is missing
     * @param {Record<string, string>} [meta]
     */
    setSeries(id, days, values, meta = {}) {
      if (!this.#mounted) throw Error("wait for yen-lens-ready");
      this.#mounted.setSeries([id, values, days, meta]);
    }

    /** Fetches again what could not be had. */
    refresh() {
      if (this.#mounted) this.#mounted.refresh();
      else this.#start();
    }

    async #settle() {
      // Moving a node disconnects it too: only what is still detached a microtask later has gone.
      await undefined;
      if (!this.isConnected) {
        this.#watch?.disconnect();
        this.#mounted?.destroy();
        this.#watch = this.#mounted = undefined;
        return;
      }
      if (this.#mounted || this.#loading || this.#watch) return;
      this.#configure();
      // The observer speaks only once the page has been painted, which waits for the page's styles. In a frame it alone knows how far
      // that is from being seen.
      if (!looked && parent === self) {
        looked = true;
        const { top, bottom } = this.getBoundingClientRect();
        if (bottom > 0 && top < innerHeight + 600) {
          this.#start();
          return;
        }
      }
      this.#watch = near(this, () => {
        this.#watch = undefined;
        this.#start();
      });
    }

    async #start() {
      if (this.#loading || this.#mounted) return;
      this.#loading = true;
      try {
        const language = languageOf(this);
        const runtime = await load(needsWhole(this), language, this);
        await runtime.speak(language);
        if (!this.isConnected) return;
        this.#mounted = runtime.mount({
          host: this,
          root: this.#root,
          own: this.#own,
          load,
          place: (name) => this.#place(name),
        });
      } catch (error) {
        if (this.isConnected) failure(this, this.#root, error, languageOf(this));
      } finally {
        this.#loading = false;
      }
      this.#configure();
    }

    #configure() {
      this.#size();
      this.#mounted?.configure();
    }

    /** Gives the frames the height that the author asks for. */
    #size() {
      const height = Number(this.getAttribute("height"));
      for (const frame of /** @type {Iterable<HTMLElement>} */ (this.#root.children)) {
        frame.style.setProperty("--height", height >= 200 && height <= 4000 ? `${height}px` : "");
      }
    }
  }

  // `lang` is a property of every element.
  for (const name of ALL) {
    if (name === "lang") continue;
    const property = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    Object.defineProperty(YenLens.prototype, property, {
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
        /** @type {IntersectionObserver | undefined} */
        #watch;
        /** @type {(() => void) | undefined} */
        #release;

        connectedCallback() {
          // A page may have a hundred of them, and their module is the heavy one: like figures, they wait until they are near.
          this.#watch ??= near(this, async () => {
            const runtime = await load(true, "").catch(() => {});
            if (this.isConnected) this.#release ??= runtime?.bind?.(this);
          });
        }

        async disconnectedCallback() {
          await undefined;
          if (this.isConnected) return;
          this.#watch?.disconnect();
          this.#release?.();
          this.#watch = this.#release = undefined;
        }
      },
    );
  }
}
