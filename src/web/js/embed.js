// The entry of the classic script: one tag draws the widget where it stands, and elements anywhere on the page work too.

import { define } from "./element.js";
import { LoadError } from "./failure.js";
import { NAMES, OTHERS } from "./names.js";

// Both are gone once this turn is over.
const tag = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const address = tag?.src || document.baseURI;
const nonce = tag?.nonce;

// A page may enforce Trusted Types; then a script's address has to come from a policy, whose name its header may list.
/** @type {{ createScriptURL: (url: string) => any } | undefined} */
let policy;

/** @param {string} url @returns {string} */
function trusted(url) {
  // Not in the types of the language yet.
  policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy("yenlens", { createScriptURL: (/** @type {string} */ own) => own });
  return policy ? policy.createScriptURL(url) : url;
}

/** @type {Record<string, Promise<import("./runtime").Runtime>>} */
const runtimes = {};

/** Firefox remembers a module that it could not have, by its whole address: the next try is for another fragment. */
let again = "";

// `import()` cannot carry an integrity, a script element can; the import that follows is answered from the module map.
/** @param {string} name @param {string} integrity */
function fetchModule(name, integrity) {
  const url = new URL(name + again, address).href;
  // WebKit fetches no module for a script element in XHTML.
  if (/xml/.test(document.contentType)) return import(url);
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), {
      type: "module",
      crossOrigin: "anonymous",
      integrity,
      src: trusted(url),
      onload() {
        script.remove();
        import(url).then(resolve, reject);
      },
      onerror() {
        script.remove();
        reject(new LoadError(`${url} could not be loaded`));
      },
    });
    if (nonce) script.nonce = nonce;
    document.head.append(script);
  });
}

define((whole, language) => {
  const [name, integrity] = whole ? ["yenlens.js", __WHOLE_INTEGRITY__] : ["widget.js", __WIDGET_INTEGRITY__];
  runtimes[name] ??= fetchModule(name, integrity)
    .then((module) => module.start(language))
    .catch((error) => {
      delete runtimes[name];
      again += "#";
      throw error;
    });
  return runtimes[name];
});

if (tag && tag.parentNode !== document.head) {
  const options = [...NAMES, ...OTHERS].filter((name) => tag.hasAttribute(`data-${name}`));
  if (options.length) {
    const widget = document.createElement("yen-lens");
    for (const name of options) widget.setAttribute(name, /** @type {string} */ (tag.getAttribute(`data-${name}`)));
    tag.after(widget);
  }
}
