// The entry of the classic script. `currentScript` is gone after this line's turn.
const address = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src;
if (address) {
  const preload = document.createElement("link");
  preload.rel = "modulepreload";
  preload.integrity = __MODULE_INTEGRITY__;
  preload.href = new URL("yenlens.js", address).href;
  document.head.append(preload);
}
