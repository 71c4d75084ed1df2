// A panic: the figure in which it happened says so, and all the rest of the page goes on, other figures of the same module included.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

const TRAP = { head: '<script src="../pages/trap.js"></script>' };
const FALLBACK = '<p class="fallback">A picture of the figure.</p>';

/** Arms the trap in a figure, does what makes it paint, and waits for its word. */
async function stop(page, index, times = 1) {
  await page.run((number) => window.__arm(window.__look.widget(number)), index);
  await page.attribute('range', times % 2 ? '1y' : '3y', index);
  await page.until(`${times} words of figures that stopped`, (wanted) => window.__probe.events.filter(({ name }) => name === 'error').length >= wanted, [times]);
  await page.frames();
  assert.equal(await page.run(() => window.__armed()), false, 'the trap was met');
}

/** What says that a figure is alive: another range is another picture and another sentence. */
async function assertAlive(page, index) {
  const before = await page.look(index);
  await page.attribute('range', '2021-01-01/2022-12-31', index);
  await page.until('another picture', (hash, number) => window.__look.all(window.__look.widget(number)).base.hash !== hash, [before.base.hash, index]);
  const after = await page.look(index);
  assert.equal(after.error, '');
  assert.ok(after.base.ink > 1_000);
  assert.notEqual(after.finding, before.finding);
}

for (const [which, attributes] of [['the light module', { view: 'timeline' }], ['the light module, a correlation', { view: 'correlation' }], ['the whole module', { view: 'beta' }]]) {
  test(`a panic in one figure is one sentence in it, and the others go on: ${which}`, async ({ page, site }) => {
    const own = { height: 500, ...attributes };
    await page.article(`${element(own, FALLBACK)}${element(own, FALLBACK)}<div id="place"></div>${SCRIPT}`, TRAP);
    await page.ready(2);
    const modules = site.hits(/_bg\.wasm$/);
    await stop(page, 0);

    const error = await page.text('error');
    assert.match(error, /^The chart has stopped.{20,150}\.$/);
    assert.ok(await page.run(() => window.__look.seen(document.querySelector('.fallback'))), 'what the author put there is seen');
    const told = (await page.seen()).events.filter(({ name }) => name === 'error');
    assert.deepEqual(told.map(({ code, message }) => [code, message]), [['figure-stopped', error]], 'told once');

    await assertAlive(page, 1);
    await page.run((markup) => {
      document.querySelector('#place').insertAdjacentHTML('beforeend', markup);
      window.__look.widget(2).scrollIntoView({ behavior: 'instant' });
    }, element(own));
    await page.ready(3);
    assert.ok((await page.look(2)).base.ink > 1_000, 'a figure made after it is drawn');

    // Asked again, the one that stopped comes back.
    await page.run(() => window.__look.widget().refresh());
    await page.ready(4);
    assert.equal(await page.text('error'), '');
    await assertAlive(page, 0);
    assert.equal(site.hits(/_bg\.wasm$/), modules, 'in the same module');
    await page.run(() => {
      for (const one of document.querySelectorAll('yen-lens')) one.remove();
    });
    await page.frames();
    await assertQuiet(page, { warnings: 1 });
  });
}

test('a panic in a figure that another of its group has told something is its own', async ({ page }) => {
  const own = { height: 500, group: 'a' };
  await page.article(`${element(own)}${element(own)}${SCRIPT}`, TRAP);
  await page.ready(2);
  await page.run(() => window.__arm(window.__look.widget(1)));
  await page.attribute('range', '1y', 0);
  await page.until('a word', () => window.__probe.events.some(({ name }) => name === 'error'));
  assert.match(await page.text('error', 1), /^The chart has stopped/);
  assert.equal(await page.text('error', 0), '');
  await assertAlive(page, 0);
  await assertQuiet(page, { warnings: 1 });
});

test('what a panic leaves on the stack is given back', { engines: ['chromium'], timeoutMs: 120_000 }, async ({ page }) => {
  await page.article(`${element({ height: 300 })}${SCRIPT}`, TRAP);
  await page.ready();
  const level = await page.run(async () => {
    const levels = new Set();
    for (let time = 0; time < 20; time += 1) {
      window.__arm(window.__look.widget());
      window.__look.widget().setAttribute('range', time % 2 ? '1y' : '3y');
      while (!window.__look.text(window.__look.widget(), 'error')) await new Promise((done) => requestAnimationFrame(done));
      window.__look.widget().refresh();
      while (!window.__look.canvases(window.__look.widget()).length || window.__look.text(window.__look.widget(), 'error')) await new Promise((done) => requestAnimationFrame(done));
      await new Promise((done) => setTimeout(done, 30));
      levels.add(window.__probe.events.filter(({ name }) => name === 'error').length);
    }
    return levels.size;
  });
  assert.equal(level, 20, 'stopped and drawn twenty times');
  await assertAlive(page, 0);
});
