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
