// Many figures, and figures for long: fifty on a page, a thousand in and out, a day of updates, and one whose program breaks down.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';
import { STRICT_CSP } from '../harness/server.mjs';
import { services } from '../harness/services.mjs';

const live = await services();
const MB = 1024 * 1024;

/** Bytes that the page holds after a collection: objects, arrays and WebAssembly memory. Chromium only. */
async function heap({ driver }) {
  for (let round = 0; round < 3; round += 1) await driver.sendDevToolsCommand('HeapProfiler.collectGarbage', {});
  const { usedSize, backingStorageSize } = await driver.sendAndGetDevToolsCommand('Runtime.getHeapUsage', {});
  return usedSize + backingStorageSize;
}

test('fifty figures share one program and one copy of the figures', { timeoutMs: 120_000 }, async ({ page, site }) => {
  const drivers = ['yen', 'jgb10y', 'spread10y', 'jgb30y', 'ust10y'];
  const assets = ['btc', 'eth'];
  const many = Array.from({ length: 50 }, (_, at) => element({ asset: assets[at % 2], driver: drivers[at % 5], height: 200, 'controls-visible': 'false' }));
  await page.article(`${many.join('')}${SCRIPT}`);
  for (let index = 0; index < many.length; index += 1) {
    await page.run((number) => window.__look.widget(number).scrollIntoView({ block: 'center', behavior: 'instant' }), index);
    await page.ready(index + 1);
  }
  for (const [path, times] of Object.entries(site.asked())) {
    if (path.startsWith('/pkg/')) assert.equal(times, 1, `${path} is fetched once`);
  }
  assert.equal(await page.run(() => window.__probe.wasm.instances.length), 1);
  assert.equal(await page.run(() => [...document.querySelectorAll('yen-lens')].filter((one) => window.__look.text(one, 'error')).length), 0);
  // The last one answers as the first would alone.
  const before = await page.text('finding', 49);
  await page.attribute('window', '120', 49);
  await page.until('another finding', (text) => ![text, ''].includes(window.__look.text(window.__look.widget(49), 'finding')), [before]);
  const megabytes = (await page.run(() => window.__probe.wasmBytes())) / MB;
  assert.ok(megabytes < 64, `fifty figures take ${megabytes} MB of WebAssembly memory`);
  await page.run(() => {
    for (const one of document.querySelectorAll('yen-lens')) one.remove();
  });
  await page.run(() => new Promise((done) => setTimeout(done, 100)));
  assert.equal(await page.run(() => window.__probe.holdings().observed), 0);
  await assertQuiet(page);
});

/** In and out, so many times, in portions that no driver's time limit meets. */
async function cycles(page, name, times) {
  for (let done = 0; done < times; done += 25) {
    await page.run(async (tag, count) => {
      const place = document.querySelector('#place');
      for (let time = 0; time < count; time += 1) {
        const one = document.createElement(tag);
        for (const [key, value] of [['view', 'correlation'], ['height', '240'], ['controls-visible', 'false']]) one.setAttribute(key, value);
        await new Promise((resolve, reject) => {
          const late = setTimeout(() => reject(new Error('a figure was not ready after 10 s')), 10_000);
          one.addEventListener('yen-lens-ready', () => {
            clearTimeout(late);
            setTimeout(resolve);
          }, { once: true });
          place.append(one);
        });
        one.remove();
        await new Promise((settled) => setTimeout(settled));
      }
    }, name, Math.min(25, times - done));
  }
}

/** Growth in bytes from the hundredth time to the last, when what is filled once is full. */
async function growth(page, name, times) {
  await cycles(page, name, 100);
  const before = await heap(page);
  await cycles(page, name, times - 100);
  return (await heap(page)) - before;
}

/** What the collector and the probe's own lists may hold. */
const NOISE = MB;

test('a thousand figures in and out end at the heap they began with', { engines: ['chromium'], timeoutMs: 300_000 }, async ({ page, site }) => {
  await page.article(`<div id="place"></div>${SCRIPT}`);
  await page.until('the element to be known', () => customElements.get('yen-lens') !== undefined);
  const grown = await growth(page, 'yen-lens', 1_000);
  // Told in the log of the run: the figure of the closing note.
  console.log(`     chromium  900 more figures in and out: the heap grew by ${(grown / 1024).toFixed(0)} KB`);
  assert.ok(grown < NOISE, `the heap grew by ${grown} bytes`);
  assert.equal(site.hits('/pkg/widget_bg.wasm'), 1);
  await assertQuiet(page);
});

test('figures that keep four kilobytes each would be seen in half the time', { engines: ['chromium'], timeoutMs: 120_000 }, async ({ page, site }) => {
  site.add('/articles/keeper.js', `
    const kept = [];
    customElements.define('keeping-lens', class extends HTMLElement {
      connectedCallback() {
        kept.push(Array.from({ length: 512 }, (_, at) => at + kept.length + 0.5));
        setTimeout(() => this.dispatchEvent(new CustomEvent('yen-lens-ready')));
      }
    });`);
  await page.article('<div id="place"></div><script src="keeper.js"></script>');
  const grown = await growth(page, 'keeping-lens', 500);
  assert.ok(grown > NOISE, `the control grew by ${grown} bytes`);
});

/** A day in steps of five minutes: live services asked again, and a series of the page's own brought up to date. */
async function day(page, steps, keep) {
  for (let done = 0; done < steps; done += 24) {
    await page.run(async (count, from, leak) => {
      const widget = window.__look.widget();
      for (let step = 0; step < count; step += 1) {
        window.__clock.advance(5 * 60_000);
        const length = 3_000;
        const days = Int32Array.from({ length }, (_, at) => 20_700 - length + at);
        const values = Float64Array.from({ length }, (_, at) => 100 + Math.sin(at) + (at === length - 1 ? (from + step) / 100 : 0));
        if (leak) (window.leaked ??= []).push(values);
        widget.setSeries('mine', days, values, { label: 'Mine', unit: 'usd', kind: 'price' });
        widget.refresh();
        await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      }
    }, Math.min(24, steps - done), done, keep);
  }
  // The last answers are on their way.
  await page.run(() => new Promise((settled) => setTimeout(settled, 1_000)));
}

const LIVE = { csp: STRICT_CSP.replace("connect-src 'self'", `connect-src 'self' ${live.origin}`) };
const HEAD = `<script src="../pages/clock.js"></script><script src="../pages/reroute.js" data-to="${live.origin}"></script>`;
/** The values of 264 steps are 6 MB: one kept in six is seen. */
const DAY_NOISE = 1 * MB;

for (const [what, keep] of [['a day of live updates leaves the memory flat', false], ['a page that keeps the columns of a day would be seen', true]]) {
  test(what, { engines: ['chromium'], site: LIVE, timeoutMs: 180_000 }, async ({ page }) => {
    live.mend();
    await page.article(`<yen-lens view="correlation" asset="btc" live="ecb coinbase"></yen-lens>${SCRIPT}`, { head: HEAD });
    await page.ready();
    await day(page, 24, keep);
    const [before, wasm] = [await heap(page), await page.run(() => window.__probe.wasmBytes())];
    live.mend();
    await day(page, 264, keep);
    const grown = (await heap(page)) - before;
    if (keep) {
      assert.ok(grown > DAY_NOISE, `the control grew by ${grown} bytes`);
      return;
    }
    console.log(`     chromium  22 hours of updates: the memory grew by ${(grown / 1024).toFixed(0)} KB`);
    assert.ok(grown < DAY_NOISE, `the memory grew by ${grown} bytes`);
    assert.equal(await page.run(() => window.__probe.wasmBytes()), wasm, 'WebAssembly took no more');
    assert.ok(live.asked('api.exchange.coinbase.com').length > 100, `the services were asked all day, ${live.asked('api.exchange.coinbase.com').length} times`);
    assert.equal(await page.text('error'), '');
    await assertQuiet(page);
  });
}

test('the deepest that the program goes is half of its stack at most', { engines: ['chromium'], timeoutMs: 60_000 }, async ({ page }) => {
  const views = 'timeline correlation beta leadlag carry chain flows events scenario';
  const deepest = [];
  for (const asked of [{}, { view: 'correlation' }, { view: views, basis: 'levels' }]) {
    await page.article(SCRIPT + element(asked));
    await page.ready();
    deepest.push(...await page.run(async (names) => {
      const widget = window.__look.widget();
      for (const details of widget.shadowRoot.querySelectorAll('details')) details.open = true;
      for (const name of names) {
        const again = new Promise((done) => widget.addEventListener('yen-lens-ready', done, { once: true }));
        widget.setAttribute('view', name);
        await Promise.race([again, new Promise((done) => setTimeout(done, 400))]);
        await widget.exportCsv?.();
        await widget.exportSvg?.();
      }
      // Below the stack is nothing, and what has never been in use is zero.
      return window.__probe.wasm.instances.map(({ exports: { memory, __stack_pointer: { value: size } } }) => {
        const untouched = new Uint8Array(memory.buffer, 0, size).findIndex((byte) => byte !== 0);
        return { size, deepest: size - untouched };
      });
    }, asked.basis ? views.split(' ') : []));
  }
  assert.ok(deepest.length >= 3, 'both modules have run');
  for (const one of deepest) assert.ok(one.size === 131_072 && one.deepest > 1_000 && one.deepest < one.size / 2, JSON.stringify(deepest));
});

test('where the program breaks down in one figure, the others and the page go on', async ({ page }) => {
  await page.emulation.size(1000, 1500);
  await page.article(`${element({ height: 300 })}${element({ height: 300, driver: 'jgb10y' })}<button id="own">0</button>${SCRIPT}`);
  await page.ready(2);
  // What a trap does: the frames of the module are left where they stand, nothing in them is tidied up.
  await page.run(() => {
    const context = window.__look.canvases(window.__look.widget(0))[0].getContext('2d');
    context.stroke = () => {
      throw new WebAssembly.RuntimeError('unreachable');
    };
    document.querySelector('#own').onclick = (event) => {
      event.target.textContent = Number(event.target.textContent) + 1;
    };
  });
  for (const window_ of ['90', '120', '30']) {
    await page.attribute('window', window_, 0);
    await page.frames();
  }
  const before = await page.text('finding', 1);
  await page.attribute('window', '120', 1);
  await page.until('the other figure', (text) => ![text, ''].includes(window.__look.text(window.__look.widget(1), 'finding')), [before]);
  assert.ok((await page.look(1)).base.ink > 2_000);
  await page.run(() => document.querySelector('#own').click());
  assert.equal(await page.run(() => document.querySelector('#own').textContent), '1');
  // A new figure on the same page, and the broken one put aside.
  await page.run(() => {
    window.__look.widget(0).remove();
    document.querySelector('main').append(Object.assign(document.createElement('yen-lens'), { view: 'correlation', window: 30, height: 300 }));
  });
  await page.ready(3);
  assert.match(await page.text('finding', 1), /30 trading days/);
});
