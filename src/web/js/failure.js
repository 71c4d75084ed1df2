// What the reader is told when the runtime itself cannot be had, before there is anything that knows languages.

/** @type {Record<string, [string, string, string, string]>} English, Japanese, Simplified Chinese, Korean */
const SENTENCES = {
  "script-unreachable": [
    "The chart could not be loaded; check the connection and reload the page.",
    "グラフを読み込めませんでした。接続を確かめて、ページを再読み込みしてください。",
    "无法加载图表；请检查网络后重新加载页面。",
    "차트를 불러오지 못했습니다. 연결을 확인하고 페이지를 새로 고치십시오.",
  ],
  "wasm-blocked": [
    "The chart needs 'wasm-unsafe-eval' in the page's Content-Security-Policy; please tell the site's author.",
    "このページの Content-Security-Policy に 'wasm-unsafe-eval' が必要です。サイトの作者に知らせてください。",
    "此页面的 Content-Security-Policy 需要 'wasm-unsafe-eval'；请告知网站作者。",
    "이 페이지의 Content-Security-Policy에 'wasm-unsafe-eval'이 필요합니다. 사이트 작성자에게 알려 주십시오.",
  ],
  "wasm-malformed": [
    "The chart's program arrived damaged; reload the page to fetch it again.",
    "グラフのプログラムが壊れて届きました。ページを再読み込みしてください。",
    "图表程序已损坏；请重新加载页面。",
    "차트 프로그램이 손상되어 도착했습니다. 페이지를 새로 고치십시오.",
  ],
};

/** What the console has been told already. */
const warned = new Set();

/** A failure with a code that programs can read. */
export class LoadError extends Error {
  /** @param {string} code @param {string} [detail] */
  constructor(code, detail = "") {
    super(detail || code);
    this.code = code;
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
  const given = /** @type {{ code?: unknown } | null} */ (error)?.code;
  const code = typeof given === "string" && given in SENTENCES ? given : "script-unreachable";
  const sentences = SENTENCES[code];
  const index = ["en", "ja", "zh", "ko"].indexOf(language.slice(0, 2));
  const message = sentences[Math.max(index, 0)];
  let place = frame.querySelector("[part=error]");
  if (!place) {
    place = document.createElement("p");
    place.setAttribute("part", "error");
    place.setAttribute("role", "alert");
    frame.prepend(place);
  }
  place.textContent = message;
  if (!warned.has(code)) {
    warned.add(code);
    console.warn(`yen-lens: ${code}: ${error instanceof Error ? error.message : String(error)}`);
  }
  host.dispatchEvent(new CustomEvent("yen-lens-error", { bubbles: true, composed: true, detail: { code, message } }));
}
