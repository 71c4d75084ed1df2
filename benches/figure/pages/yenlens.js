// The built package: the correlation view with both lines and the band, its own slider, its own ranges. It is given prices and computes.

import { start } from '../../../pkg/yenlens.js';
import { HEIGHT, WIDTH } from './look.js';
import { WINDOWS, prices } from './data.js';

// What a module of WebAssembly holds is in no heap that the browser tells of.
const memories = [];
for (const name of ['instantiate', 'instantiateStreaming']) {
  const original = WebAssembly[name].bind(WebAssembly);
  WebAssembly[name] = async (...values) => {
    const made = await original(...values);
    memories.push(...Object.values((made.instance ?? made).exports).filter((value) => value instanceof WebAssembly.Memory));
    return made;
  };
}

/** Bytes beside the page's heap. */
export const beside = () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);

// The module itself is there before anything is measured, as the scripts of the others are.
await start();

/**
 * Bytes of the data themselves among them: the five columns that every chart is given to draw. Here they are days, two prices and two
 * correlations, 36 bytes of each day; the band is made while it is painted.
 */
export const own = ({ days }) => days.length * 5 * 8;

/** Waits until `done` says so, a frame at a time. */
const until = (done) => new Promise((settle) => {
  const ask = () => (done() ? settle() : setTimeout(ask, 5));
  ask();
});

const date = (day) => {
  const text = new Date(day * 86_400_000).toISOString();
  return text.slice(0, 10);
};

/** An element that shows a few days, little more than a window, with a chart of the size of the others: it is given its figures, and fetches none. */
async function stand(host) {
  const element = document.createElement('yen-lens');
  const few = prices(10, 'calm');
  const rows = Array.from(few.days, (day, i) => `${date(day)},${few.asset[i]},${few.driver[i]}\n`);
  const sheet = Object.assign(document.createElement('script'), { type: 'text/csv', textContent: `date,first (usd),second (index)\n${rows.join('')}` });
  element.append(sheet);
  for (const [name, value] of Object.entries({ view: 'correlation', basis: 'levels', window: '60', theme: 'light' })) element.setAttribute(name, value);
  element.style.setProperty('--yen-lens-padding', '0px');
  host.style.width = `${WIDTH}px`;
  let ready = false;
  element.addEventListener('yen-lens-ready', () => { ready = true; });
  host.append(element);
  await until(() => ready);
  const chart = element.shadowRoot.querySelector('[part=chart]');
  // The height is the figure's; what the words and controls leave is the chart's.
  for (let turn = 0; turn < 6 && (chart.clientWidth !== WIDTH || chart.clientHeight !== HEIGHT); turn += 1) {
    host.style.width = `${host.clientWidth + WIDTH - chart.clientWidth}px`;
    element.setAttribute('height', String(element.clientHeight + HEIGHT - chart.clientHeight));
    await new Promise((settle) => setTimeout(settle, 60));
  }
  if (chart.clientWidth !== WIDTH || chart.clientHeight !== HEIGHT) throw new Error(`the chart is ${chart.clientWidth} by ${chart.clientHeight}`);
  return element;
}

export async function prepare(host) {
  return stand(host);
}

/** Puts the figures in. */
function give(element, { days, asset, driver }) {
  element.setSeries('bench-asset', days, asset, { label: 'asset', unit: 'usd', kind: 'price' });
  element.setSeries('bench-driver', days, driver, { label: 'driver', unit: 'index', kind: 'index' });
  element.setAttribute('asset', 'bench-asset');
  element.setAttribute('driver', 'bench-driver');
}

export function open(host, data, element) {
  give(element, data);
  const root = element.shadowRoot;
  return {
    step: (at) => {
      const slider = root.querySelector('input[type=range][name=window]');
      slider.value = String(WINDOWS[at]);
      slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    },
    range: (a, b) => { element.setAttribute('range', `${date(a)}/${date(b)}`); },
    canvases: () => [...root.querySelectorAll('canvas')],
    check: () => root.querySelector('[part=error]')?.textContent ?? '',
    close: () => element.remove(),
  };
}
