// Runs one chart: opens it with so many points, then repeats one operation for a while. `run.mjs` calls `window.bench`.

import { frame, settle } from './clock.js';
import { columns, prices } from './data.js';

const name = new URLSearchParams(location.search).get('chart');
const host = document.querySelector('#chart');
const library = await import(`./${name}.js`);
let data, chart, turn = 0;

/** Deep: a chart may live in a shadow tree. */
function elementAt(x, y) {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot?.elementFromPoint(x, y)) {
    const inner = found.shadowRoot.elementFromPoint(x, y);
    if (inner === found) break;
    found = inner;
  }
  return found;
}

// Each makes the next step ready and returns what is timed.
const operations = {
  slider: () => {
    turn += 1;
    return () => chart.step(turn % 2);
  },
  zoom: () => {
    // In and out about the middle, from the whole to a tenth.
    turn += 1;
    const share = 0.55 + 0.45 * Math.cos(turn / 3);
    const [length, middle] = [(data.last - data.first) * share, (data.last + data.first) / 2];
    return () => chart.range(Math.round(middle - length / 2), Math.round(middle + length / 2));
  },
  pan: () => {
    // A quarter of all time, to and fro.
    turn += 1;
    const length = data.last - data.first;
    const from = data.first + length * 0.75 * (0.5 + 0.5 * Math.sin(turn / 8));
    return () => chart.range(Math.round(from), Math.round(from + length / 4));
  },
  // What the clock itself costs: reading back canvases on which nothing was drawn.
  still: () => () => {},
  hover: () => {
    turn += 1;
    const box = host.getBoundingClientRect();
    const [clientX, clientY] = [box.left + 80 + ((turn * 7) % 800), chartTop + 250];
    const target = elementAt(clientX, clientY);
    const how = { bubbles: true, composed: true, clientX, clientY, pointerId: 1, isPrimary: true, pointerType: 'mouse' };
    const events = [new PointerEvent('pointermove', how), new MouseEvent('mousemove', how)];
    return () => events.forEach((event) => target.dispatchEvent(event));
  },
};
let chartTop = 0;

/** The canvases with all on them that the chart would draw in its own time. */
function finished() {
  chart.finish?.();
  return chart.canvases();
}

/** The time of one frame. Which canvases there are is looked up before: no reader waits for that. */
function timed(operation) {
  const change = operations[operation]();
  const canvases = chart.canvases();
  return frame(change, () => {
    chart.finish?.();
    return canvases;
  });
}

window.bench = {
  /** Makes the figures; nothing of it is timed. */
  prepare(n, relation) {
    data = null;
    const made = prices(n, relation);
    data = name === 'yenlens' ? made : { ...made, ...columns(made) };
  },

  /** Opens the chart and returns the time of its first picture. */
  async open() {
    turn = 0;
    const prepared = await library.prepare?.(host);
    const time = await frame(() => { chart = library.open(host, data, prepared); }, finished);
    const fault = chart.check?.();
    if (fault) throw new Error(fault);
    const main = chart.canvases().reduce((a, b) => (a.width * a.height >= b.width * b.height ? a : b));
    chartTop = main.getBoundingClientRect().top;
    chart.enter?.(elementAt(host.getBoundingClientRect().left + 500, chartTop + 250));
    return time;
  },

  /** One frame of an operation, to see that it shows. */
  once: timed,

  /** Repeats an operation for at least so many milliseconds and twice (once where one takes seconds); the times of the frames. */
  async repeat(operation, budget) {
    const times = [];
    const end = performance.now() + budget;
    do times.push(await timed(operation));
    while (performance.now() < end || (times.length < 2 && times[0] < 1_000));
    return times;
  },

  /** The bitmaps with the size they should have, and a print of what is on them. */
  canvases() {
    settle(finished());
    return chart.canvases().filter((canvas) => canvas.clientWidth > 0).map((canvas) => {
      const { data: pixels } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      let print = 0;
      let ink = 0;
      for (const word of new Uint32Array(pixels.buffer)) {
        print = Math.imul(print ^ word, 0x01000193);
        ink += word >>> 24 ? 1 : 0;
      }
      const { clientWidth, clientHeight, width, height } = canvas;
      return { width, height, wantedWidth: clientWidth * devicePixelRatio, wantedHeight: clientHeight * devicePixelRatio, print, ink };
    });
  },

  /** What the page says beside its canvases. */
  words: () => (host.querySelector('yen-lens')?.shadowRoot.querySelector('figure') ?? host).textContent + [...document.querySelectorAll('.u-cursor-x, .u-legend')].map((e) => e.style.cssText).join(),

  /** Bytes beside the page's heap, and how many of them are the data themselves. */
  beside: () => ({ all: library.beside?.() ?? 0, own: library.own?.(data) ?? 0 }),

  close() {
    chart.close();
    chart = null;
  },
};
