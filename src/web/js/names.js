// The attributes of `<yen-lens>`, and which of them the light module serves. A test holds them to the lists of the core.

/** The options that the light module knows. */
const LIGHT_NAMES = "view asset driver window confidence basis range hide theme heading controls-visible height".split(" ");

/** Those that only the whole one serves. */
const WHOLE_NAMES = (
  "scale tenors at days horizon lags threshold controls events model share months impact jgb-change yen-change " +
  "as-of group claim claim-source"
).split(" ");

/** Where figures come from besides the snapshot: the whole module's business too. */
const FEEDS = ["src", "live"];

/** The attributes that are options, under the names of the options. */
export const NAMES = [...LIGHT_NAMES, ...WHOLE_NAMES];

/** The attributes that are not. */
export const OTHERS = ["lang", "base-url", ...FEEDS];

/** All of them. */
export const ALL = [...NAMES, ...OTHERS];

/** Data of the author's own inside the element. */
export const INLINE = ':scope>script:is([type="application/json"],[type="text/csv"])';

/** The views of the light module; everything else is in the whole one. */
const LIGHT = ["timeline", "correlation"];

/** Whether an element asks for what only the whole module has. @param {HTMLElement} host */
export function needsWhole(host) {
  const views = host.getAttribute("view")?.match(/\S+/g);
  return (
    views?.some((view) => !LIGHT.includes(view)) ||
    [...WHOLE_NAMES, ...FEEDS].some((name) => host.hasAttribute(name)) ||
    host.getAttribute("basis") === "levels" ||
    !!host.querySelector(INLINE)
  );
}

/** The options that an element has, by name. @param {HTMLElement} host */
export function optionsOf(host) {
  /** @type {Record<string, string>} */
  const options = {};
  for (const name of NAMES) {
    const value = host.getAttribute(name);
    if (value != null) options[name] = value;
  }
  return options;
}

/** The language that an element is in. @param {HTMLElement} host */
export function languageOf(host) {
  return /** @type {HTMLElement | null} */ (host.closest("[lang]"))?.lang || document.documentElement.lang || "en";
}
