/** What `save()` gives and `restore()` takes: options under the names of the attributes. */
export type YenLensState = Record<string, string>;

/** What is known about a series of the page's own. */
export interface SeriesMeta {
  label?: string;
  unit?: "usd" | "pct" | "jpy_per_usd" | "per_eur" | "index" | "usd_bn" | "contracts" | "jpy_100m";
  kind?: "price" | "yield" | "fx" | "volatility" | "index" | "holdings" | "positions";
  /** `HH:MM` in UTC, `24:00` for the end of the day. */
  closesAtUtc?: string;
  source?: string;
  sourceUrl?: string;
  license?: string;
}

/** The element that draws a figure. Its properties mirror the attributes: text, or null where there is none. */
export class YenLensElement extends HTMLElement {
  view: string | null;
  asset: string | null;
  driver: string | null;
  window: string | number | null;
  horizon: string | number | null;
  lags: string | number | null;
  threshold: string | number | null;
  controls: string | null;
  events: string | null;
  /** `log`, `index` or `percent`, and the years of Japanese bonds: the timeline. A date: where the chain is read. */
  scale: string | null;
  tenors: string | null;
  days: string | null;
  at: string | null;
  /** `raw` or `market`: of a coin's changes after an event, all, or those that Bitcoin's do not explain. */
  model: string | null;
  /** The scenario: percent of Japan's Treasuries sold, months, basis points per US$100 billion, basis points, percent. */
  share: string | number | null;
  months: string | number | null;
  impact: string | number | null;
  jgbChange: string | number | null;
  yenChange: string | number | null;
  confidence: string | number | null;
  basis: "changes" | "levels" | string | null;
  range: string | null;
  /** A date such as `2025-06-01`: what was known by then. */
  asOf: string | null;
  /** The keys of the lines that are left out, with spaces between. */
  hide: string | null;
  theme: "auto" | "light" | "dark" | string | null;
  /** Elements of one name share range, crosshair and parameters. */
  group: string | null;
  /** What somebody claims, set beside what the data say, and who claims it, where and when. */
  claim: string | null;
  claimSource: string | null;
  heading: string | null;
  controlsVisible: string | boolean | null;
  height: string | number | null;
  baseUrl: string | null;
  /** The address of data of the page's own, JSON or CSV; they may also stand in a script element of that type inside this one. */
  src: string | null;
  /** Services that bring the days since the snapshot: `ecb`, `coinbase`, `kraken`, `binance`, in the order in which they are asked. */
  live: string | null;
  /** The state as a plain object. */
  save(): YenLensState;
  /** Takes what `save` gave. */
  restore(state: YenLensState): void;
  /** The rows that are drawn, or the sample they were computed from, as CSV; empty before there is a figure. */
  exportCsv(): Promise<string>;
  /** The figure with its heading, finding and sources as SVG with real text; empty before there is a figure. */
  exportSvg(): Promise<string>;
  /** The same as PNG, two pixels to a CSS pixel; `null` before there is a figure. */
  exportPng(): Promise<Blob | null>;
  /** The page's address with the state in its query, and which of its figures that is of: there it is found again. Headings and claims stay the author's. */
  permalink(): string;
  /** Puts a series in the place of the snapshot's, or beside them, for this element alone; after `yen-lens-ready`. */
  setSeries(id: string, days: Int32Array, values: Float64Array, meta?: SeriesMeta): void;
  /** Fetches again what could not be had, and data of the page's own and of live services in any case. */
  refresh(): void;
}

/**
 * A live number in the page's own sentence: attribute `of` names it, the other attributes are those of the figure it is taken from,
 * and what is missing comes from the first widget of the same `group`. Its text content is what is read without JavaScript.
 */
export class YenLensValueElement extends HTMLElement {}

/** A number in the page's own sentence that can be dragged: attribute `bind` names the option, `group` whom it concerns. */
export class YenLensSliderElement extends HTMLElement {}

/**
 * Fetches, compiles and starts the WebAssembly that lies beside the module, once; the exported functions can be called when it has
 * resolved. Where there is no `fetch` for it, as in Node, use `initSync({ module: bytes })`.
 */
export function start(): Promise<unknown>;

declare global {
  interface HTMLElementTagNameMap {
    "yen-lens": YenLensElement;
    "yen-lens-value": YenLensValueElement;
    "yen-lens-slider": YenLensSliderElement;
  }
  interface HTMLElementEventMap {
    "yen-lens-ready": CustomEvent<Record<string, never>>;
    "yen-lens-change": CustomEvent<Record<string, string>>;
    "yen-lens-hover": CustomEvent<{ date: string }>;
    "yen-lens-error": CustomEvent<{ code: string; message: string }>;
  }
}
