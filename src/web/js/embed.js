// The entry of the classic script: one tag draws the widget where it stands, and elements anywhere on the page work too.

import { NAMES, OTHERS, define } from "./element.js";
import { LoadError } from "./failure.js";

// Both are gone once this turn is over.
const tag = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const address = tag?.src || document.baseURI;
const nonce = tag?.nonce;

/** @type {Promise<import("./runtime").Runtime> | undefined} */
let runtime;

// `import()` cannot carry an integrity, a script element can; the import that follows is answered from the module map.
function fetchModule() {
  const url = new URL("widget.js", address).href;
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), {
      type: "module",
      crossOrigin: "anonymous",
      integrity: __WIDGET_INTEGRITY__,
      src: url,
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

define(() => {
  runtime ??= fetchModule()
    .then((module) => module.start())
    .catch((error) => {
      runtime = undefined;
      throw error;
    });
  return runtime;
});

if (tag && tag.parentNode !== document.head) {
  const options = [...NAMES, ...OTHERS].filter((name) => tag.hasAttribute(`data-${name}`));
  if (options.length) {
    const widget = document.createElement("yen-lens");
    for (const name of options) widget.setAttribute(name, /** @type {string} */ (tag.getAttribute(`data-${name}`)));
    tag.after(widget);
  }
}
