// What the reader is told when the runtime itself cannot be had, before there is anything that knows languages.

/**
 * A sentence in English, Japanese, Simplified Chinese and Korean, or in the language it is to be told in.
 * @typedef {string[]} Sentence
 */

/** @type {Sentence} */
const UNREACHABLE = [
  "The chart could not be loaded; check the connection and reload.",
  "グラフを読み込めません。接続を確かめてください。",
  "无法加载图表；请检查网络。",
  "차트를 불러오지 못했습니다. 연결을 확인하십시오.",
];

/** What the console has been told already. */
const warned = new Set();

/**
 * Says in place, in words, what could not be had; leaves what is there where it is. Tells the page, and the console once.
 * @param {HTMLElement} host
 * @param {ShadowRoot} root
 * @param {any} error what has a sentence is a `LoadError` (the script tag and the module carry a class each); all else kept the
 * program from coming
 * @param {string} language
 */
export function failure(host, root, error, language) {
  /** @type {{ code: string, sentence: Sentence, message: string }} */
  const { code, sentence, message: detail } = error?.sentence ? error : { code: "script-unreachable", sentence: UNREACHABLE, message: `${error}` };
  const message = sentence[["en", "ja", "zh", "ko"].indexOf(language.slice(0, 2))] ?? sentence[0];
  let place = root.querySelector("[part=error]");
  if (!place) {
    place = Object.assign(document.createElement("p"), { part: "error", role: "alert" });
    root.querySelector(".frame")?.prepend(place);
  }
  place.textContent = message;
  if (!warned.has(code)) {
    warned.add(code);
    console.warn(`yen-lens: ${code}: ${detail}`);
  }
  host.dispatchEvent(new CustomEvent("yen-lens-error", { bubbles: true, composed: true, detail: { code, message } }));
}
