// What is behind `<yen-lens-value>` and `<yen-lens-slider>` once the runtime is there: their attributes go to the module, which
// writes their text. No number is made here.

import { Bound } from "yenlens-glue";
import style from "yenlens-style/bound.css";
import { enter, leave, quietly } from "./guard.js";
import { NAMES, OTHERS } from "./names.js";

const ATTRIBUTES = [...NAMES, ...OTHERS, "of", "bind"];

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** @param {HTMLElement} host */
function dress(host) {
  const root = host.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/**
 * Binds an element of the page; what is returned lets go of it.
 * @param {HTMLElement} host
 * @param {string} base the folder the package is in
 */
export function bind(host, base) {
  dress(host);
  const own = host.getAttribute("base-url");
  // One that has stopped leaves its last text.
  const number = enter(() => {});
  const bound = new Bound(host, own ? new URL(own, document.baseURI).href : base, number);
  function configure() {
    /** @type {Record<string, string>} */
    const attributes = {};
    for (const name of ATTRIBUTES) {
      const value = host.getAttribute(name);
      if (value !== null) attributes[name] = value;
    }
    const language = /** @type {HTMLElement | null} */ (host.closest("[lang]"))?.lang || document.documentElement.lang || "en";
    quietly(() => bound.configure(attributes, language));
  }
  const watch = new MutationObserver(configure);
  watch.observe(host, { attributes: true, attributeFilter: ATTRIBUTES });
  configure();
  return () => {
    watch.disconnect();
    quietly(() => bound.destroy());
    quietly(() => bound.free());
    leave(number);
  };
}
