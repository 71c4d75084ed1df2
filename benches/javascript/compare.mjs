// Times the built package beside plain JavaScript in one run, in Node (`node.mjs`) or in a page (`browser.mjs`): called with
// copies in and out, and over columns that are in WebAssembly's memory already, as the widget holds them.

/** Two correlated columns of noise, the same on every run. */
export function columns(n) {
  let state = 88172645463325252n;
  const uniform = () => {
    state ^= BigInt.asUintN(64, state << 13n);
    state ^= state >> 7n;
    state ^= BigInt.asUintN(64, state << 17n);
    return Number(state >> 11n) / 2 ** 53;
  };
  const x = new Float64Array(n), y = new Float64Array(n);
  for (let t = 0; t < n; t++) {
    x[t] = 0.01 * (uniform() + uniform() + uniform() - 1.5);
    y[t] = 0.3 * x[t] + 0.03 * (uniform() + uniform() + uniform() - 1.5);
  }
  return { x, y };
}

const SMALL = 2_600, LARGE = 1_000_000;

/** As many as the sums of a million products lose, and far fewer than a step left out would. */
const ROUNDING = 1e-9;

/** The bootstraps draw from different generators; their percentiles agree as far as 1,000 resamples tell. */
const RESAMPLING = 0.02;

/**
 * The operations, each as three calls that do the same work: of plain JavaScript, of the package, and of columns held.
 *
 * @returns {Operation[]}
 * @typedef {{name: string, n: number, plain: (x, y) => any, called: (x, y) => any, held: (columns) => void, tolerance: number}} Operation
 */
export function operations(ours, plain) {
  const one = (name, n, plain, called, held, tolerance = ROUNDING) => ({ name, n, plain, called, held, tolerance });
  const both = (name, ...calls) => [one(name, SMALL, ...calls), one(name, LARGE, ...calls)];
  const all = (f) => {
    let last;
    for (let window = 20; window <= 250; window++) last = f(window);
    return last;
  };
  const block = { resamples: 1000, meanBlock: 13, seed: 1 };
  return [
    ...both(
      "rolling correlation 60",
      (x, y) => plain.rollingCorrelation(x, y, 60),
      (x, y) => ours.rollingCorrelation(x, y, 60),
      (columns) => columns.rollingCorrelation(60),
    ),
    ...both(
      "rolling beta 60",
      (x, y) => plain.rollingBeta(y, x, 60),
      (x, y) => ours.rollingBeta(y, x, 60),
      (columns) => columns.rollingBeta(60),
    ),
    ...both(
      "rolling z-score 60",
      (x) => plain.rollingZScore(x, 60),
      (x) => ours.rollingZScore(x, 60),
      (columns) => columns.rollingZScore(60),
    ),
    ...both(
      "EWMA correlation",
      (x, y) => plain.ewmaCorrelation(x, y),
      (x, y) => ours.ewmaCorrelation(x, y),
      (columns) => columns.ewmaCorrelation(),
    ),
    one(
      "rolling correlation, windows 20 to 250",
      SMALL,
      (x, y) => all((window) => plain.rollingCorrelation(x, y, window)),
      (x, y) => all((window) => ours.rollingCorrelation(x, y, window)),
      (columns) => all((window) => columns.rollingCorrelation(window)),
    ),
    one(
      "lead-lag ±60",
      SMALL,
      (x, y) => plain.crossCorrelation(x, y, 60),
      (x, y) => ours.crossCorrelation(x, y, 60),
      (columns) => columns.crossCorrelation(60),
    ),
    ...both(
      "Spearman",
      (x, y) => plain.spearman(x, y),
      (x, y) => ours.spearman(x, y).estimate,
      (columns) => columns.spearman(),
    ),
    one(
      "1,000 bootstrap resamples, block 13",
      SMALL,
      (x, y) => plain.bootstrapCorrelation(x, y, block),
      (x, y) => ours.bootstrapCorrelation(x, y, block),
      (columns) => columns.bootstrapCorrelation(1000, 13),
      RESAMPLING,
    ),
  ];
}

/** The numbers of a result, whatever its shape. */
function numbers(result) {
  if (typeof result === "number") return [result];
  return result instanceof Float64Array ? result : [result.low, result.high];
}

/** Throws where two results of an operation are not the same numbers: neither side may leave out work. */
function agree({ name, tolerance }, whose, expected, got) {
  const differs = (a, b) => Number.isNaN(a) !== Number.isNaN(b) || Math.abs(a - b) > tolerance * Math.max(1, Math.abs(a));
  const at = expected.length === got.length ? expected.findIndex((a, t) => differs(a, got[t])) : 0;
  if (at >= 0) throw new Error(`${name}: plain JavaScript gives ${expected[at]} at ${at}, the ${whose} ${got[at]}`);
}

/** A median of fewer says nothing; only operations of seconds come near. */
const LEAST_TURNS = 6;

/**
 * Times the sides of an operation in turns of one burst each, so that all meet the same machine. A burst runs once before it is timed:
 * what a side leaves behind is given back while it runs again, and not in the time of the side that comes after it, which would pay
 * for the results of others. It is as many calls of every side, for results cost more the more of them wait to be given back. And each
 * turn begins with another side, in every order as often.
 *
 * The median is what a page meets; the least is what the machine can do when nothing else wants it. The ratio is the median over the
 * turns of what a side took to what the first side took in the same turn, so that a busy machine slows both.
 *
 * @param {(() => any)[]} calls
 * @param {{budget: number, burst: number}} pace milliseconds for all turns of the operation, and for a burst of the first side: many
 *   times the step of the clock, which in a page is 0.1 ms (Chromium) or 1 ms (Firefox, WebKit)
 * @returns {{turns: number, median: number, least: number, ratio: number}[]} milliseconds for one call of each
 */
export function race(calls, { budget, burst }) {
  const time = (call, times) => {
    const start = performance.now();
    for (let i = 0; i < times; i++) call();
    return (performance.now() - start) / times;
  };
  // Doubled until the yardstick's burst is long enough, for one call alone may be shorter than the clock's step.
  let repeats = 1;
  while (time(calls[0], repeats) * repeats < burst) repeats *= 2;
  const sides = calls.map((call) => ({ call, times: [] }));
  const end = performance.now() + budget;
  const order = [...sides];
  do {
    for (const { call, times } of order) {
      time(call, repeats);
      times.push(time(call, repeats));
    }
    order.push(order.shift());
    // Whoever came after another comes before it in the turns that follow.
    if (sides[0].times.length % sides.length === 0) order.reverse();
  } while (performance.now() < end || sides[0].times.length < LEAST_TURNS);
  const middle = (values) => {
    const sorted = values.toSorted((a, b) => a - b);
    return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
  };
  const first = sides[0].times;
  return sides.map(({ times }) => {
    const ratio = middle(times.map((time, turn) => time / first[turn]));
    return { turns: times.length, median: middle(times), least: Math.min(...times), ratio };
  });
}

/**
 * Runs the operations one after the other, each when its line of the table is asked for; the first line is the head.
 *
 * @param {(x, y) => any} hold takes columns into WebAssembly's memory
 * @param {string} only a part of the name of the operations to run; all for an empty one
 */
export function* table(ours, hold, plain, pace, only = "") {
  const line = (texts, name) => `${texts.map((text) => text.padStart(9)).join("")}  ${name}`;
  yield line(["plain ms", "copied", "ratio", "of least", "held", "ratio", "of least", "turns"], "medians of one call");
  const made = new Map();
  for (const one of operations(ours, plain).filter(({ name }) => name.includes(only))) {
    if (!made.has(one.n)) {
      const { x, y } = columns(one.n);
      made.set(one.n, { x, y, held: hold(x, y) });
    }
    const { x, y, held } = made.get(one.n);
    const expected = numbers(one.plain(x, y));
    agree(one, "package", expected, numbers(one.called(x, y)));
    one.held(held);
    agree(one, "columns held", expected, held.result());
    const [js, called, inside] = race([() => one.plain(x, y), () => one.called(x, y), () => one.held(held)], pace);
    const beside = ({ median, least, ratio }) => [median.toFixed(3), ratio.toFixed(2), (least / js.least).toFixed(2)];
    yield line([js.median.toFixed(3), ...beside(called), ...beside(inside), String(js.turns)], `${one.name}, n = ${one.n.toLocaleString("en")}`);
  }
}
