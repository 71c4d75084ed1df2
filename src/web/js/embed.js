// The entry of the classic script: one tag draws the widget where it stands, and elements anywhere on the page work too.

import { define } from "./element.js";
import { ALL } from "./names.js";

// Both are gone once this turn is over.
const tag = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const address = tag?.src || document.baseURI;
const nonce = tag?.nonce ?? "";

// A page may enforce Trusted Types; then a script's address has to come from a policy, whose name its header may list.
/** @type {{ createScriptURL: (url: string) => any } | undefined} */
let policy;

/** @param {string} url @returns {string} */
function trusted(url) {
  // Not in the types of the language yet.
  policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy("yenlens", { createScriptURL: (/** @type {string} */ own) => own });
  return policy?.createScriptURL(url) ?? url;
}

/** @type {Record<string, Promise<import("./runtime").Runtime>>} */
const runtimes = {};

/** Firefox remembers a module that it could not have, by its whole address: the next try is for another fragment. */
let again = "";

/**
 * Asks for what will be needed; why there is no answer is heard where it is awaited.
 * @param {string} file
 */
function ask(file) {
  // Not called outright: a page's own `fetch` may throw.
  const answer = (async () => fetch(new URL(file, address)))();
  answer.catch(() => {});
  return answer;
}

// `import()` cannot carry an integrity, a script element can; the import that follows is answered from the module map. Left alone, such a
// script comes behind all that is asked for with `fetch`, which has to wait for it.
/** @param {string} name @param {string} integrity */
function fetchModule(name, integrity) {
  const url = new URL(name + again, address).href;
  // WebKit fetches no module for a script element in XHTML.
  if (/xml/.test(document.contentType)) return import(url);
  const script = document.createElement("script");
  Object.assign(script, { type: "module", crossOrigin: "", fetchPriority: "high", integrity, nonce, src: trusted(url) });
  return new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => reject(url);
    document.head.append(script);
  })
    .finally(() => script.remove())
    .then(() => import(url));
}

define((whole, language, host) => {
  const [name, integrity] = whole ? ["yenlens", __WHOLE_INTEGRITY__] : ["widget", __WIDGET_INTEGRITY__];
  return (runtimes[name] ??= (async () => {
    // Numbers in sentences come after the figure that is asked for.
    if (!host) await runtimes.widget?.catch(() => {});
    try {
      // What the first picture needs is asked for at once, in the order in which it is used, and handed on, so that nothing is fetched
      // twice. The module looks at the digest of the WebAssembly, which it can where the page came over a safe way.
      const module = fetchModule(`${name}.js`, integrity);
      const wasm = isSecureContext && ask(`${name}_bg.wasm`);
      const data = host?.matches(":not([src],[base-url])") && !host.querySelector("script") && ask("data/core.bin");
      return await (await module).start(language, wasm, data);
    } catch (error) {
      delete runtimes[name];
      again += "#";
      throw error;
    }
  })());
});

const widget = document.createElement("yen-lens");
for (const name of ALL) {
  const value = tag?.getAttribute(`data-${name}`);
  if (value != null) widget.setAttribute(name, value);
}
if (widget.hasAttributes() && tag?.parentNode !== document.head) tag?.after(widget);
