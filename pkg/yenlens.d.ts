/* tslint:disable */
/* eslint-disable */
/** What every function throws when an argument is wrong. */
export interface YenLensError extends Error {
    readonly name: "YenLensError";
    /** `invalid-argument`, `unequal-length`, `collinear`, `too-few-observations`, `too-large`, `unknown-option`, ... */
    readonly code: string;
}

/** A correlation with its 95 % interval; all NaN when the data do not settle it. */
export interface Correlation {
    estimate: number;
    low: number;
    high: number;
    pValue: number;
    /** How many pairs had both values. */
    n: number;
}

/** A fitted regression; where there is an intercept, it comes first in every column. */
export interface Regression {
    coefficients: Float64Array;
    standardErrors: Float64Array;
    tStatistics: Float64Array;
    pValues: Float64Array;
    rSquared: number;
    adjustedRSquared: number;
    residualVariance: number;
    n: number;
}

export interface OlsOptions {
    /** Whether there is an intercept; true unless told. */
    intercept?: boolean;
    /** Newey-West errors over so many lags, or by the rule floor(4 (n/100)^(2/9)); null for classical errors. */
    hacLags?: number | "auto" | null;
    /** Whether the Newey-West variance is multiplied by n / (n - k); false unless told. */
    smallSample?: boolean;
}

export interface BootstrapOptions {
    resamples?: number;
    /** The mean length of a block, at least 1, or `"auto"` (Patton, Politis and White). */
    meanBlock?: number | "auto";
    seed?: number;
    confidence?: number;
}

export interface Interval {
    estimate: number;
    low: number;
    high: number;
}

export interface RollingBandOptions extends BootstrapOptions {
    /** `"fisher"` unless told; `"bootstrap"` resamples every window, for which the other options but `confidence` are. */
    method?: "fisher" | "bootstrap";
}

/** Columns as long as the input, NaN where the rolling correlation is missing. */
export interface RollingBand {
    estimate: Float64Array;
    low: Float64Array;
    high: Float64Array;
}

export interface GrangerTest {
    fStatistic: number;
    pValue: number;
    dfNumerator: number;
    dfDenominator: number;
}

export interface EventStudyOptions {
    /** Indices [from, to) over which the market model is fitted. */
    estimation: [from: number, to: number];
    /** Indices [from, to) of the event window. */
    event: [from: number, to: number];
}

export interface EventStudy {
    alpha: number;
    beta: number;
    sigma: number;
    abnormal: Float64Array;
    /** The sum of the abnormal returns. */
    cumulative: number;
    tStatistic: number;
}

export interface PlaceboRank {
    /** 1 for the lowest sum of all. */
    rank: number;
    /** The placebo windows and the event's own. */
    windows: number;
    cumulative: number;
}

export interface SimulationOptions {
    simulations?: number;
    seed?: number;
}

export interface ConnectednessOptions {
    lags: number;
    /** Steps ahead, 10 unless told. */
    horizon?: number;
}

export interface LocalProjectionOptions {
    lags: number;
    /** Steps ahead, 10 unless told. */
    horizon?: number;
    /** 0.95 unless told. */
    confidence?: number;
}

/** Steps 0 to the horizon. */
export interface LocalProjection {
    response: Float64Array;
    standardErrors: Float64Array;
    low: Float64Array;
    high: Float64Array;
}

export interface Connectedness {
    /** k * k, row by row: the share of series i's forecast variance that shocks to series j account for. */
    table: Float64Array;
    from: Float64Array;
    to: Float64Array;
    net: Float64Array;
    /** In percent. */
    total: number;
}

export interface Test {
    statistic: number;
    pValue: number;
}

export interface Bands {
    middle: Float64Array;
    upper: Float64Array;
    lower: Float64Array;
}

export interface Macd {
    macd: Float64Array;
    signal: Float64Array;
    histogram: Float64Array;
}

/** Days are whole days since 1970-01-01 and strictly increase. */
export interface DatedColumn {
    days: Int32Array;
    values: Float64Array;
}

export interface Aligned {
    days: Int32Array;
    columns: Float64Array[];
}

/** ln(p[t] / p[t-1]), one value fewer than there are prices. */
export function logReturns(prices: Float64Array): Float64Array;
/** scale * (v[t] - v[t-1]); a scale of 100 turns percent into basis points. */
export function changes(values: Float64Array, scale?: number): Float64Array;

/** Every rolling function returns a column as long as its input, NaN before the window is full. */
export function rollingMean(x: Float64Array, window: number): Float64Array;
/** Sample deviation (divided by window - 1). */
export function rollingStd(x: Float64Array, window: number): Float64Array;
export function rollingZScore(x: Float64Array, window: number): Float64Array;
export function rollingCorrelation(x: Float64Array, y: Float64Array, window: number): Float64Array;
/** The same with the band of each window: Fisher's formula, or percentiles of the stationary bootstrap, which supposes neither
 * independent pairs nor thin tails and takes some thousand times as long. */
export function rollingCorrelationBand(x: Float64Array, y: Float64Array, window: number, options?: RollingBandOptions): RollingBand;
export function rollingSpearman(x: Float64Array, y: Float64Array, window: number): Float64Array;
/** Slope of y on x with an intercept. */
export function rollingBeta(y: Float64Array, x: Float64Array, window: number): Float64Array;
/** Zero mean, seeded with the mean of the first 30 squares, NaN before index 29; lambda is 0.94 unless told. */
export function ewmaVolatility(returns: Float64Array, lambda?: number): Float64Array;
export function ewmaCorrelation(x: Float64Array, y: Float64Array, lambda?: number): Float64Array;

export function pearson(x: Float64Array, y: Float64Array): Correlation;
export function spearman(x: Float64Array, y: Float64Array): Correlation;
/** Tau-b. */
export function kendall(x: Float64Array, y: Float64Array): Correlation;
/** [low, high] by Fisher's z; confidence is 0.95 unless told. */
export function correlationInterval(r: number, n: number, confidence?: number): Float64Array;
export function partialCorrelation(x: Float64Array, y: Float64Array, controls: Float64Array[]): number;
/** 2 * maxLag + 1 values, k = -maxLag..maxLag; k > 0: x leads y. */
export function crossCorrelation(x: Float64Array, y: Float64Array, maxLag: number): Float64Array;
export function bootstrapCorrelation(x: Float64Array, y: Float64Array, options?: BootstrapOptions): Interval;
/** Of the stationary bootstrap, by Patton, Politis and White. */
export function optimalBlockLength(x: Float64Array): number;
/** How often two independent random walks of n points correlate in levels at least as much. */
export function levelsOdds(n: number, r: number, options?: SimulationOptions): number;
/** varianceRatio = high variance / low variance. */
export function forbesRigobon(r: number, varianceRatio: number): number;

export function ols(y: Float64Array, regressors: Float64Array[], options?: OlsOptions): Regression;
export function grangerTest(cause: Float64Array, effect: Float64Array, lags: number): GrangerTest;
export function connectedness(series: Float64Array[], options: ConnectednessOptions): Connectedness;
/** One matrix for each step from 0 to the horizon: k * k, row by row, the response of series i to a shock of series j. */
export function impulseResponses(series: Float64Array[], options: ConnectednessOptions): Float64Array[];
export function localProjection(
shock: Float64Array,
response: Float64Array,
options: LocalProjectionOptions,
): LocalProjection;
export function adfTest(x: Float64Array, lags: number): Test;
export function kpssTest(x: Float64Array, lags: number): Test;
export function ljungBox(x: Float64Array, lags: number): Test;
export function engleGranger(y: Float64Array, x: Float64Array, lags: number): Test;

export function eventStudy(returns: Float64Array, market: Float64Array, options: EventStudyOptions): EventStudy;
/** `exclude` holds the indices of the other events. */
export function placeboRank(returns: Float64Array, eventIndex: number, horizon: number, exclude: Int32Array): PlaceboRank;
/** [low, high]; confidence is 0.95 unless told. */
export function wilsonInterval(successes: number, trials: number, confidence?: number): Float64Array;

export function sma(x: Float64Array, n: number): Float64Array;
export function ema(x: Float64Array, n: number): Float64Array;
/** Wilder's, 0 to 100. */
export function rsi(x: Float64Array, n: number): Float64Array;
export function bollinger(x: Float64Array, n: number, k: number): Bands;
export function macd(x: Float64Array, fast: number, slow: number, signal: number): Macd;

/** Keeps the days on which every series has a value. */
export function alignSeries(series: DatedColumn[]): Aligned;
export function version(): string;



export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_bound_free: (a: number, b: number) => void;
    readonly __wbg_widget_free: (a: number, b: number) => void;
    readonly adfTest: (a: any, b: any) => [number, number, number];
    readonly ahead: (a: number, b: number, c: any) => void;
    readonly alignSeries: (a: any) => [number, number, number];
    readonly atFault: () => number;
    readonly bollinger: (a: any, b: any, c: any) => [number, number, number];
    readonly bootstrapCorrelation: (a: any, b: any, c: any) => [number, number, number];
    readonly bound_configure: (a: number, b: any, c: number, d: number) => [number, number];
    readonly bound_destroy: (a: number) => void;
    readonly bound_new: (a: any, b: number, c: number, d: number) => number;
    readonly changes: (a: any, b: any) => [number, number, number, number];
    readonly connectedness: (a: any, b: any) => [number, number, number];
    readonly correlationInterval: (a: any, b: any, c: any) => [number, number, number, number];
    readonly crossCorrelation: (a: any, b: any, c: any) => [number, number, number, number];
    readonly ema: (a: any, b: any) => [number, number, number, number];
    readonly engleGranger: (a: any, b: any, c: any) => [number, number, number];
    readonly eventStudy: (a: any, b: any, c: any) => [number, number, number];
    readonly ewmaCorrelation: (a: any, b: any, c: any) => [number, number, number];
    readonly ewmaVolatility: (a: any, b: any) => [number, number, number, number];
    readonly forbesRigobon: (a: any, b: any) => [number, number, number];
    readonly grangerTest: (a: any, b: any, c: any) => [number, number, number];
    readonly impulseResponses: (a: any, b: any) => [number, number, number];
    readonly kendall: (a: any, b: any) => [number, number, number];
    readonly kpssTest: (a: any, b: any) => [number, number, number];
    readonly levelsOdds: (a: any, b: any, c: any) => [number, number, number];
    readonly ljungBox: (a: any, b: any) => [number, number, number];
    readonly localProjection: (a: any, b: any, c: any) => [number, number, number];
    readonly logReturns: (a: any) => [number, number, number, number];
    readonly macd: (a: any, b: any, c: any, d: any) => [number, number, number];
    readonly ols: (a: any, b: any, c: any) => [number, number, number];
    readonly optimalBlockLength: (a: any) => [number, number, number];
    readonly partialCorrelation: (a: any, b: any, c: any) => [number, number, number];
    readonly pearson: (a: any, b: any) => [number, number, number];
    readonly placeboRank: (a: any, b: any, c: any, d: any) => [number, number, number];
    readonly rollingBeta: (a: any, b: any, c: any) => [number, number, number];
    readonly rollingCorrelation: (a: any, b: any, c: any) => [number, number, number];
    readonly rollingCorrelationBand: (a: any, b: any, c: any, d: any) => [number, number, number];
    readonly rollingMean: (a: any, b: any) => [number, number, number];
    readonly rollingSpearman: (a: any, b: any, c: any) => [number, number, number, number];
    readonly rollingStd: (a: any, b: any) => [number, number, number];
    readonly rollingZScore: (a: any, b: any) => [number, number, number];
    readonly rsi: (a: any, b: any) => [number, number, number, number];
    readonly sma: (a: any, b: any) => [number, number, number, number];
    readonly spearman: (a: any, b: any) => [number, number, number];
    readonly version: () => [number, number];
    readonly widget_configure: (a: number, b: any, c: number, d: number) => [number, number];
    readonly widget_destroy: (a: number) => void;
    readonly widget_exportCsv: (a: number) => [number, number];
    readonly widget_exportPng: (a: number) => any;
    readonly widget_exportSvg: (a: number) => [number, number];
    readonly widget_feed: (a: number, b: number, c: number, d: number, e: number, f: number, g: number) => void;
    readonly widget_new: (a: any, b: any, c: number, d: number, e: number) => [number, number, number];
    readonly widget_refresh: (a: number) => void;
    readonly widget_save: (a: number) => any;
    readonly widget_setSeries: (a: number, b: number, c: number, d: number, e: number, f: any, g: any) => [number, number];
    readonly wilsonInterval: (a: any, b: any, c: any) => [number, number, number, number];
    readonly wasm_bindgen_efcb52871dffcc0f___convert__closures_____invoke___js_sys_a205fd5f97cd8c9d___Function_fn_wasm_bindgen_efcb52871dffcc0f___JsValue_____wasm_bindgen_efcb52871dffcc0f___sys__Undefined___js_sys_a205fd5f97cd8c9d___Function_fn_wasm_bindgen_efcb52871dffcc0f___JsValue_____wasm_bindgen_efcb52871dffcc0f___sys__Undefined_______true_: (a: number, b: number, c: any, d: any) => void;
    readonly wasm_bindgen_efcb52871dffcc0f___convert__closures_____invoke___wasm_bindgen_efcb52871dffcc0f___JsValue__core_ff78a6565043eb15___result__Result_____wasm_bindgen_efcb52871dffcc0f___JsError___true_: (a: number, b: number, c: any) => [number, number];
    readonly wasm_bindgen_efcb52871dffcc0f___convert__closures_____invoke___js_sys_a205fd5f97cd8c9d___Array______true_: (a: number, b: number, c: any) => void;
    readonly wasm_bindgen_efcb52871dffcc0f___convert__closures_____invoke___js_sys_a205fd5f97cd8c9d___Array______true__59: (a: number, b: number, c: any) => void;
    readonly wasm_bindgen_efcb52871dffcc0f___convert__closures_____invoke___wasm_bindgen_efcb52871dffcc0f___JsValue______true_: (a: number, b: number, c: any) => void;
    readonly wasm_bindgen_efcb52871dffcc0f___convert__closures_____invoke_______true_: (a: number, b: number) => void;
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __wbindgen_destroy_closure: (a: number, b: number) => void;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Instantiates the given `module`, which can either be bytes or
 * a precompiled `WebAssembly.Module`.
 *
 * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
 *
 * @returns {InitOutput}
 */
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
export default function __wbg_init (module_or_path: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;

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
