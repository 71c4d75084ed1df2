// The space a figure takes: final from the first moment, within its column at every width, and readable at 320 pixels.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT, TAG } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

const FALLBACK = '<p id="fallback">A picture of the figure.</p>';

/** Place of the paragraph behind the figure and height of the figure; runs in the page. */
const places = () => ({
  height: window.__look.widget().getBoundingClientRect().height,
  after: document.querySelector('#after').getBoundingClientRect().top + scrollY,
});

for (const [width, height] of [[1200, 900], [700, 900], [360, 740]]) {
  test(`nothing moves while a figure arrives at ${width} px`, async ({ page, site }) => {
    await page.emulation.size(width, height);
    site.fault(/^\/pkg\/(yenlens|data)/, { delayMs: 250 });
    await page.article(`${element({}, FALLBACK)}${SCRIPT}`);
    await page.until('the skeleton', () => window.__look.widget()?.shadowRoot);
    await page.frames();
    const before = await page.run(places);
    const shift = (await page.seen()).shift;
    assert.ok(before.height > 200, 'the skeleton has the height of a figure');
    await page.ready();
    await page.frames();
    await page.run(() => new Promise((done) => setTimeout(done, 300)));
    assert.deepEqual(await page.run(places), before);
    if (page.engine === 'chromium') assert.equal((await page.seen()).shift - shift, 0, 'layout shift');
    await assertQuiet(page);
  });
}

for (const [width, least] of [[320, 90], [360, 120]]) {
  test(`every figure has room for its words at ${width} px, and each of its plots has a height that can be read`, { timeoutMs: 120_000 }, async ({ page }) => {
    await page.emulation.size(width, 800);
    for (const view of ['timeline', 'correlation', 'beta', 'leadlag', 'events', 'carry', 'chain', 'scenario', 'flows']) {
      await page.article(`${element({ view })}${SCRIPT}`);
      await page.until('the skeleton', () => Boolean(window.__look.widget()?.shadowRoot?.querySelector('.frame')));
      const before = await page.run(places);
      await page.ready();
      await page.frames();
      assert.deepEqual(await page.run(places), before, view);
      const chart = await page.run(() => window.__look.part(window.__look.widget(), 'chart').getBoundingClientRect().height);
      const panels = { timeline: 4, carry: 4, chain: 5, flows: 5 }[view] ?? 2;
      assert.ok(chart >= least * panels, `${view}: ${chart} px for ${panels} plots`);
    }
    await assertQuiet(page);
  });
}

test('with the script before it, a figure shifts nothing from the first paint on', { engines: ['chromium'] }, async ({ page, site }) => {
  site.fault(/^\/pkg\/(yenlens|data)/, { delayMs: 250 });
  await page.article(element({}, FALLBACK), { head: '<script src="../pkg/embed.js"></script>' });
  await page.ready();
  await page.run(() => new Promise((done) => setTimeout(done, 300)));
  assert.equal((await page.seen()).shift, 0);
  await assertQuiet(page);
});

for (const view of ['correlation', 'timeline']) {
  for (const width of [320, 360, 600, 1000]) {
    test(`the ${view} fits a page of ${width} px`, async ({ page }) => {
      await page.emulation.size(width, 800);
      await page.article(`${element({ view })}${SCRIPT}`);
      await page.ready();
      await page.frames();
      const fit = await page.run(() => {
        const widget = window.__look.widget();
        const outer = widget.getBoundingClientRect();
        const wide = [];
        for (const inner of widget.shadowRoot.querySelectorAll('*')) {
          const box = inner.getBoundingClientRect();
          const clipped = inner.closest('[part~="table"], [part~="footer"]');
          if (!clipped && box.width > 1 && (box.right > outer.right + 1 || box.left < outer.left - 1)) wide.push(`${inner.localName} ${inner.getAttribute('part') ?? inner.className}`);
        }
        return { wide, sideways: document.documentElement.scrollWidth - innerWidth, chart: window.__look.part(widget, 'chart').getBoundingClientRect().width };
      });
      assert.deepEqual(fit.wide, [], 'nothing sticks out of the figure');
      assert.ok(fit.sideways <= 0, 'the page does not scroll sideways');
      assert.ok(fit.chart > 0.6 * Math.min(width - 32, 720), `the chart uses the width, got ${fit.chart}`);
    });
  }
}

test('a figure follows its column, in both directions', async ({ page }) => {
  await page.emulation.size(1200, 900);
  await page.article(TAG);
  await page.ready();
  const wide = await page.look();
  await page.emulation.size(500, 900);
  await page.until('a narrower canvas', (width) => window.__look.all(window.__look.widget()).base.width < width, [wide.base.width]);
  await page.frames();
  const narrow = await page.look();
  assert.ok(narrow.base.ink > 1_000);
  assert.equal(narrow.base.width, Math.round(narrow.base.cssWidth));
  await page.emulation.size(1200, 900);
  await page.until('the first picture again', (hash) => window.__look.all(window.__look.widget()).base.hash === hash, [wide.base.hash]);
});

test('a hidden figure appears whole when it is shown', async ({ page }) => {
  await page.article(`<details id="box"><summary>Show</summary>${element()}</details>${SCRIPT}`);
  await page.run(() => new Promise((done) => setTimeout(done, 300)));
  await page.run(() => { document.querySelector('#box').open = true; });
  await page.ready();
  await page.until('a drawing', () => window.__look.all(window.__look.widget()).base?.ink > 2_000);
  await assertQuiet(page);
});
