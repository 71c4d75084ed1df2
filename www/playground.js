// The playground: a form with every option of the element, the live figure, and the code that gives the same elsewhere. The list of
// options is the element's own, so that none can be missing; what is written into code is escaped for the place it goes to.

const widget = document.querySelector("yen-lens");
const form = document.querySelector("form");
const fields = document.querySelector("#options");
const sources = document.querySelector("#sources");

/** The package, as an author will have it. */
const HOST = "https://YOUR-HOST/yenlens/";

/** What a field offers besides free text. */
const CHOICES = {
  view: ["timeline", "correlation", "beta", "leadlag", "events", "carry", "chain", "scenario", "flows", "correlation timeline"],
  asset: ["btc", "eth", "sol", "xrp", "bnb", "doge"],
  driver: ["yen", "yenindex", "jgb2y", "jgb5y", "jgb10y", "jgb20y", "jgb30y", "jgb40y", "spread2y", "spread10y", "spread30y", "ust2y", "ust10y", "ust30y", "vix"],
  controls: ["vix", "dollar", "vix dollar"],
  events: ["boj", "surge", "fed", "intervention", "auction", "tariffs", "record", "market", "politics"],
  basis: ["changes", "levels"],
  range: ["max", "5y", "3y", "1y", "6m", "2022-01-01/2024-12-31"],
  theme: ["auto", "light", "dark"],
  lang: ["en", "ja", "zh-Hans", "ko"],
  "controls-visible": ["true", "false"],
};
const NUMBERS = {
  window: [20, 250, 1], horizon: [1, 60, 1], lags: [2, 30, 1], threshold: [0.5, 10, 0.5], confidence: [0.5, 0.999, 0.001], height: [200, 4000, 10],
  share: [0, 30, 1], months: [1, 24, 1], impact: [0, 100, 1], "jgb-change": [-200, 200, 5], "yen-change": [-20, 20, 0.5],
};
/** Where figures come from: apart, because they ask somebody. */
const SOURCES = ["base-url", "src", "live"];

function field(name) {
  const label = document.createElement("label");
  const caption = document.createElement("code");
  caption.textContent = name;
  const input = Object.assign(document.createElement("input"), { name, autocomplete: "off", spellcheck: false });
  if (NUMBERS[name]) {
    const [min, max, step] = NUMBERS[name];
    Object.assign(input, { type: "number", min, max, step });
  }
  label.append(caption, input);
  if (CHOICES[name]) {
    const list = Object.assign(document.createElement("datalist"), { id: `choices-${name}` });
    list.append(...CHOICES[name].map((value) => Object.assign(document.createElement("option"), { value })));
    input.setAttribute("list", list.id);
    label.append(list);
  }
  return label;
}

/** For text between double quotes in HTML, and between tags. */
function escape(text) {
  return text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
}

/** A text as JavaScript writes it, safe also inside a script element: no `<` can end that, no line separator the text. */
function quoted(text) {
  return JSON.stringify(text).replace(/[<\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What was set, in the order of the form. */
function given() {
  return [...new FormData(form)].filter(([, value]) => value !== "");
}

/** The name of an option as a property. */
const property = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

const attributes = (options, prefix = "") => options.map(([name, value]) => ` ${prefix}${name}="${escape(value)}"`).join("");

/** What a picture or a frame is called. */
const titleOf = (options) => options.find(([name]) => name === "heading")?.[1] ?? "YenLens: Japanese yields, the yen and crypto";

/** The four ways to write the same. */
const CODE = {
  script: (options) => `<script async src="${HOST}embed.js" fetchpriority="high"${attributes(options.length ? options : [["view", "timeline"]], "data-")}></script>`,
  element: (options) => `<script async src="${HOST}embed.js" fetchpriority="high"></script>\n<yen-lens${attributes(options)}>\n  <img src="${HOST}pictures/timeline.svg" alt="${escape(titleOf(options))}" />\n</yen-lens>`,
  iframe(options) {
    const query = new URLSearchParams(options).toString();
    const height = Number(options.find(([name]) => name === "height")?.[1]) || 960;
    return `<iframe src="${escape(`${HOST}embed.html${query && `?${query}`}`)}" title="${escape(titleOf(options))}" width="100%" height="${height}" loading="lazy"></iframe>\n<script async src="${HOST}frame.js"></script>`;
  },
  npm(options) {
    const lines = options.map(([name, value]) => `figure.${property(name)} = ${quoted(value)};`);
    return ['import "yenlens";', "", 'const figure = document.createElement("yen-lens");', ...lines, "document.body.append(figure);"].join("\n");
  },
};

function update() {
  const options = given();
  const known = new Map(options);
  for (const name of customElements.get("yen-lens").observedAttributes) {
    if (known.has(name)) widget.setAttribute(name, known.get(name));
    else widget.removeAttribute(name);
  }
  for (const [way, write] of Object.entries(CODE)) document.querySelector(`#code-${way}`).textContent = write(options);
  history.replaceState(null, "", options.length ? `?${new URLSearchParams(options)}` : location.pathname);
}

async function copy(button) {
  const text = document.querySelector(`#code-${button.dataset.copies}`).textContent;
  const says = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Select the text and copy it";
  }
  setTimeout(() => (button.textContent = says), 2000);
}

customElements.whenDefined("yen-lens").then(() => {
  for (const name of customElements.get("yen-lens").observedAttributes) (SOURCES.includes(name) ? sources : fields).append(field(name));
  const asked = new URLSearchParams(location.search);
  const first = asked.size ? asked : new URLSearchParams({ view: "correlation", asset: "btc", driver: "yen" });
  for (const [name, value] of first) if (form.elements[name]) form.elements[name].value = value;
  form.addEventListener("input", update);
  form.addEventListener("reset", () => setTimeout(update));
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of document.querySelectorAll("[data-copies]")) button.addEventListener("click", () => copy(button));
  // What the reader sets in the figure itself goes back into the form.
  widget.addEventListener("yen-lens-change", () => {
    for (const [name, value] of Object.entries(widget.save())) {
      const input = form.elements[name];
      if (input && input !== document.activeElement && (input.value !== "" || widget.hasAttribute(name))) input.value = widget.getAttribute(name) ?? value;
    }
    for (const [way, write] of Object.entries(CODE)) document.querySelector(`#code-${way}`).textContent = write(given());
  });
  update();
});
