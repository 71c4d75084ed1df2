// For a page that holds `embed.html` in frames: gives each frame the height that its figure asks for. Only frames with a page from
// beside this script are heard, and whatever they say, nothing happens to the page but a height within bounds.

const MIN_PX = 120;
const MAX_PX = 6000;

const tag = /** @type {HTMLScriptElement | null} */ (document.currentScript);
const home = new URL(tag?.src || document.baseURI).origin;

/** Frames of this document that were given our page. */
function ownFrames() {
  return [...document.querySelectorAll("iframe")].filter((frame) => {
    try {
      const { origin, pathname } = new URL(frame.src, document.baseURI);
      return origin === home && pathname.endsWith("/embed.html");
    } catch {
      return false;
    }
  });
}

/** A sandbox without `allow-same-origin` takes the page's origin away. @param {HTMLIFrameElement} frame */
function originOf(frame) {
  return frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin") ? "null" : home;
}

addEventListener("message", ({ source, origin, data }) => {
  if (data?.type !== "yen-lens-resize" || !Number.isFinite(data.height)) return;
  const frame = ownFrames().find(({ contentWindow }) => contentWindow === source);
  // The frame may have been led elsewhere since.
  if (!frame || origin !== originOf(frame)) return;
  frame.style.height = `${Math.min(Math.max(data.height, MIN_PX), MAX_PX)}px`;
});

// Those that spoke before there was anybody to listen. Nothing is in the question that a stranger could use.
for (const frame of ownFrames()) frame.contentWindow?.postMessage({ type: "yen-lens-measure" }, "*");
