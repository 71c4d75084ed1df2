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
 * Says in place, in words, that the runtime could not be had; leaves the author's fallback where it is.
 * @param {HTMLElement} host
 * @param {HTMLElement} frame
 * @param {unknown} error
 * @param {string} language
 */
export function failure(host, frame, error, language) {
  // Not `instanceof`: the script tag and the module carry a class each.
  const known = /** @type {LoadError} */ (error)?.sentence ? /** @type {LoadError} */ (error) : new LoadError(String(error));
  const { code, sentence } = known;
  const message = sentence[Math.max(["en", "ja", "zh", "ko"].indexOf(language.slice(0, 2)), 0)];
  let place = frame.querySelector("[part=error]");
  if (!place) {
    place = Object.assign(document.createElement("p"), { part: "error", role: "alert" });
    frame.prepend(place);
  }
  place.textContent = message;
  if (!warned.has(code)) {
    warned.add(code);
    console.warn(`yen-lens: ${code}: ${known.message}`);
  }
  host.dispatchEvent(new CustomEvent("yen-lens-error", { bubbles: true, composed: true, detail: { code, message } }));
}
