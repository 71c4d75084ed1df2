// What a page gets back when a figure is taken out: two hundred times in and out must cost no more than fifty.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

/** So much of the page may still be in the hands of the garbage collector, or filled once and then reused. */
const NOISE = { nodes: 0, listeners: 0, observed: 0, sheets: 0, wasmBytes: 0, liveNodes: 20, liveListeners: 5, liveHeap: 1_500_000 };

test('two hundred times out and in again leave nothing behind', { timeoutMs: 240_000 }, async ({ page, site }) => {
  await page.article(`<div id="place">${element({ height: 300 })}</div>${SCRIPT}`);
  await page.ready();
  const growth = await grow(page, 'same');
  assertNoGrowth(growth);
  assert.ok((await page.look()).base.ink > 2_000, 'the figure is still drawn');
  assert.equal(site.hits('/pkg/widget_bg.wasm'), 1);
  await assertQuiet(page);
});

// In Chromium a thousand do, see endurance.mjs.
test('two hundred figures, one after the other, leave nothing behind', { engines: ['firefox', 'webkit'], timeoutMs: 240_000 }, async ({ page }) => {
  await page.article(`<div id="place">${element({ height: 300 })}</div>${SCRIPT}`);
  await page.ready();
  assertNoGrowth(await grow(page, 'fresh'));
  await page.run(() => window.__look.widget().remove());
  await page.frames();
  const held = await page.run(() => window.__probe.canvasPixels());
  assert.ok(held <= 2 * 402, `canvases of removed figures are emptied, they still hold ${held} pixels`);
  await assertQuiet(page);
});

test('the measure of growth sees a figure that leaks', { timeoutMs: 120_000 }, async ({ page }) => {
  await page.article('<div id="place"></div>', { head: '<script src="../pages/leaky.js"></script>' });
  const growth = await grow(page, 'leaky', 10, 30);
  for (const what of ['listeners', 'observed', 'wasmBytes']) {
    assert.ok(growth[what] > NOISE[what], `${what} grows in the control, got ${JSON.stringify(growth)}`);
  }
  if (page.engine === 'chromium') {
    assert.ok(growth.liveNodes > NOISE.liveNodes && growth.liveListeners > NOISE.liveListeners, JSON.stringify(growth));
  }
  assert.throws(() => assertNoGrowth(growth));
});

test('moving a figure does not start it again', async ({ page, site }) => {
  await page.article(`<div id="from">${element()}</div><div id="to"></div>${SCRIPT}`);
  await page.ready();
  const before = await page.look();
  await page.attribute('window', '100');
  await page.frames();
  const drawn = await page.look();
  assert.notEqual(drawn.base.hash, before.base.hash);
  const requests = JSON.stringify(site.asked());
  await page.run(() => document.querySelector('#to').append(window.__look.widget()));
  await page.run(() => new Promise((done) => setTimeout(done, 200)));
  const after = await page.look();
  assert.equal(after.base.hash, drawn.base.hash);
  assert.equal(after.finding, drawn.finding);
  assert.equal((await page.seen()).events.filter(({ name }) => name === 'ready').length, 1);
  assert.equal(JSON.stringify(site.asked()), requests, 'nothing is fetched for a move');
  await assertQuiet(page);
});

test('taken out while it loads, a figure is silent for ever', async ({ page, site }) => {
  site.fault(/^\/pkg\/(widget_bg|data)/, { delayMs: 1_500 });
  await page.article(`${element()}${SCRIPT}`);
  await page.until('the wasm to be on its way', () => customElements.get('yen-lens') !== undefined);
  await page.run(() => window.__look.widget().remove());
  await page.run(() => new Promise((done) => setTimeout(done, 2_500)));
  assert.deepEqual((await page.seen()).events, []);
  await assertQuiet(page);
});

test('a figure taken out releases its canvases and its listeners', async ({ page }) => {
  await page.article(`${element()}${SCRIPT}`);
  await page.ready();
  const held = await page.run(async () => {
    const widget = window.__look.widget();
    const canvases = window.__look.canvases(widget);
    widget.remove();
    await new Promise((done) => setTimeout(done, 100));
    const { listeners, observed } = window.__probe.holdings();
    return { sizes: canvases.map(({ width, height }) => width * height), listeners, observed };
  });
  assert.ok(held.sizes.every((size) => size <= 1), `canvases shrink to 1x1, got ${held.sizes}`);
  assert.equal(held.observed, 0, 'nothing is observed any more');
  const bare = await bareListeners(page);
  assert.equal(held.listeners, bare, 'no listener is left on the window, the document or a media query');
});

/** Listeners of a page with the script and no figure; the probe's own are among them. */
async function bareListeners(page) {
  await page.article(SCRIPT);
  await page.until('the element to be known', () => customElements.get('yen-lens') !== undefined);
  return page.run(() => window.__probe.holdings().listeners);
}

/**
 * Puts figures in and out, and measures what the page holds after `early` and after `late` times.
 *
 * @param {'same'|'fresh'|'leaky'} kind one element again and again, a new one each time, or the control
 * @returns {Promise<Record<string, number>>} growth between the two
 */
async function grow(page, kind, early = 50, late = 200) {
  await cycle(page, kind, early);
  const first = await measure(page);
  await cycle(page, kind, late - early);
  const second = await measure(page);
  return Object.fromEntries(Object.keys(first).map((name) => [name, second[name] - first[name]]));
}

/** Small portions, so that no single command meets a driver's own time limit. */
async function cycle(page, kind, times) {
  for (let done = 0; done < times; done += 10) await page.run(cycleInPage, kind, Math.min(10, times - done));
}

async function cycleInPage(kind, times) {
  const place = document.querySelector('#place');
  const settled = (widget) => new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('a figure was not ready after 10 s')), 10_000);
    widget.addEventListener('yen-lens-ready', () => {
      clearTimeout(timer);
      // One more frame: what was drawn for `ready` is on the screen.
      requestAnimationFrame(() => resolve());
    }, { once: true });
  });
  for (let time = 0; time < times; time += 1) {
    const old = place.firstElementChild;
    let next = old;
    old?.remove();
    await new Promise((done) => setTimeout(done));
    if (kind !== 'same') {
      next = document.createElement(kind === 'leaky' ? 'leaky-lens' : 'yen-lens');
      for (const { name, value } of old?.attributes ?? []) next.setAttribute(name, value);
    }
    const ready = settled(next);
    place.append(next);
    await ready;
  }
}

/** What the page holds now: counted by the probe everywhere, and by the browser itself in Chromium. */
async function measure(page) {
  await page.run(() => new Promise((done) => setTimeout(done, 100)));
  const held = await page.run(() => window.__probe.holdings());
  if (page.engine !== 'chromium') return held;
  const { driver } = page;
  await driver.sendDevToolsCommand('Performance.enable', {});
  for (let round = 0; round < 3; round += 1) await driver.sendDevToolsCommand('HeapProfiler.collectGarbage', {});
  const { metrics } = await driver.sendAndGetDevToolsCommand('Performance.getMetrics', {});
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  return { ...held, liveNodes: of('Nodes'), liveListeners: of('JSEventListeners'), liveHeap: of('JSHeapUsedSize') };
}

function assertNoGrowth(growth) {
  for (const [what, more] of Object.entries(growth)) {
    assert.ok(more <= NOISE[what], `${what} grew by ${more} between the two counts: ${JSON.stringify(growth)}`);
  }
}
