// The figures every chart is given: two prices over so many days, and the four columns of the correlation figure computed from them
// beforehand for two windows. YenLens is given the prices and computes the columns itself, in every frame of its slider.

import { rollingCorrelation } from '../../javascript/baseline.mjs';

/** The windows the slider moves between. */
export const WINDOWS = [60, 61];
/** Days before the first full window of the longer kind. */
const LEAD = WINDOWS[1] + 1;
const SECONDS = 86_400;

/**
 * How closely the two prices go together, along the whole (0 to 1). `calm` is near ±1 most of the time, so that neighbouring windows
 * differ by little and a pixel's column of a long series spans some pixels, as with a walk; `noisy` is a loose relation, whose windows
 * differ so much that a long series fills half the plot.
 */
const RELATIONS = {
  calm: (along) => 0.98 * Math.tanh(4 * Math.sin(18 * along) + Math.sin(71 * along)),
  noisy: (along) => 0.5 * Math.sin(18 * along),
};

/**
 * Two walks that stay within some decades, correlated, the same on every run.
 *
 * @param {number} n how many points each drawn column has
 * @param {'calm' | 'noisy'} relation
 * @returns {{n: number, days: Int32Array, asset: Float64Array, driver: Float64Array, first: number, last: number}}
 */
export function prices(n, relation) {
  const correlation = RELATIONS[relation];
  let state = 0x2545f491;
  const uniform = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const noise = () => uniform() + uniform() + uniform() - 1.5;
  const length = n + LEAD;
  const days = Int32Array.from({ length }, (_, i) => i);
  const asset = new Float64Array(length);
  const driver = new Float64Array(length);
  let a = 0;
  let b = 0;
  for (let i = 0; i < length; i += 1) {
    const common = noise();
    const rho = correlation(i / length);
    a = 0.999 * a + 0.03 * (rho * common + Math.sqrt(1 - rho * rho) * noise());
    b = 0.999 * b + 0.01 * common;
    asset[i] = 1_000 * Math.exp(a);
    driver[i] = 100 * Math.exp(b);
  }
  return { n, days, asset, driver, first: days[LEAD], last: days[length - 1] };
}

/**
 * What the charts that compute nothing are given.
 *
 * @returns {{x: Float64Array, steps: Float64Array[][]}} times in seconds, and for each window the correlation of changes, its lower and
 *   upper bound and the correlation of levels
 */
export function columns({ days, asset, driver }) {
  const changes = (values) => Float64Array.from(values, (v, i) => (i === 0 ? 0 : Math.log(v / values[i - 1])));
  const [logAsset, logDriver] = [asset, driver].map((values) => values.map(Math.log));
  const [da, dd] = [changes(asset), changes(driver)];
  const steps = WINDOWS.map((window) => {
    const half = Math.tanh(1.959963984540054 / Math.sqrt(window - 3));
    const r = rollingCorrelation(dd, da, window);
    const bound = (sign) => r.map((v) => (v + sign * half) / (1 + sign * v * half));
    return [r, bound(-1), bound(1), rollingCorrelation(logDriver, logAsset, window)].map((column) => column.slice(LEAD));
  });
  return { x: Float64Array.from(days.subarray(LEAD), (day) => day * SECONDS), steps };
}

/** Days since 1970 as the seconds the charts count in. */
export const seconds = (day) => day * SECONDS;
