// What the reader is told when the runtime itself cannot be had, before there is anything that knows languages.

/**
 * A sentence in English, Japanese, Simplified Chinese and Korean.
 * @typedef {[string, string, string, string]} Sentence
 */

/** @type {Sentence} */
const UNREACHABLE = [
  "The chart could not be loaded; check the connection and reload the page.",
  "グラフを読み込めませんでした。接続を確かめて、ページを再読み込みしてください。",
  "无法加载图表；请检查网络后重新加载页面。",
  "차트를 불러오지 못했습니다. 연결을 확인하고 페이지를 새로 고치십시오.",
];

/** What the console has been told already. */
const warned = new Set();

/** A failure with a code that programs can read, and what the reader is to be told. */
export class LoadError extends Error {
  /** @param {string} detail @param {string} [code] @param {Sentence} [sentence] */
  constructor(detail, code = "script-unreachable", sentence = UNREACHABLE) {
    super(detail);
    this.code = code;
    this.sentence = sentence;
  }
}

/**
 * Says in place, in words, what could not be had; leaves what is there where it is.
 * @param {HTMLElement} host
 * @param {ShadowRoot} root
 * @param {unknown} error
 * @param {string} language
 */
export function failure(host, root, error, language) {
  // Not `instanceof`: the script tag and the module carry a class each.
  const known = /** @type {LoadError} */ (error)?.code ? /** @type {LoadError} */ (error) : new LoadError(String(error));
  const message = known.sentence?.[Math.max(["en", "ja", "zh", "ko"].indexOf(language.slice(0, 2)), 0)] ?? known.message;
  let place = root.querySelector("[part=error]");
  if (!place) {
    place = Object.assign(document.createElement("p"), { part: "error", role: "alert" });
    root.querySelector(".frame")?.prepend(place);
  }
  place.textContent = message;
  tell(host, known.code, message, known.message);
}

/**
 * Tells the page, and the console once.
 * @param {HTMLElement} host
 * @param {string} code
 * @param {string} message
 * @param {string} detail
 */
export function tell(host, code, message, detail = message) {
  if (!warned.has(code)) {
    warned.add(code);
    console.warn(`yen-lens: ${code}: ${detail}`);
  }
  host.dispatchEvent(new CustomEvent("yen-lens-error", { bubbles: true, composed: true, detail: { code, message } }));
}
