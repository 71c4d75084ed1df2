// The script of `embed.html`, the page for hosts that strip scripts: one element with the attributes that its address names, and
// its height told to the page around, in our own words and in two that hosts already understand.

import { NAMES, OTHERS } from "./names.js";

const widget = document.createElement("yen-lens");
const given = new URLSearchParams(location.search);
for (const name of [...NAMES, ...OTHERS]) {
  const value = given.get(name);
  if (value !== null) widget.setAttribute(name, value);
}
document.documentElement.lang = given.get("lang") || "en";

// In a sheet of its own: a policy may forbid styles in the text of the page.
const sheet = new CSSStyleSheet();
sheet.replaceSync("body{margin:0}");
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

function tell() {
  const height = Math.ceil(widget.getBoundingClientRect().height);
  if (!height) return;
  // To whoever holds the frame: a height is no secret, and a static page cannot know who does.
  for (const message of [
    { type: "yen-lens-resize", height },
    { sentinel: "amp", type: "embed-size", height },
    JSON.stringify({ src: location.href, context: "iframe.resize", height }),
  ]) {
    parent.postMessage(message, "*");
  }
}

if (parent !== window) {
  new ResizeObserver(tell).observe(widget);
  // A parent script that came late asks.
  addEventListener("message", ({ source, data }) => {
    if (source === parent && data?.type === "yen-lens-measure") tell();
  });
}
widget.addEventListener("yen-lens-ready", () => {
  document.title = widget.shadowRoot?.querySelector("[part=heading]")?.textContent || document.title;
});
document.body.append(widget);
