// The probe itself: each thing that other tests claim to be absent is done here on purpose, and must be seen. A probe that sees
// nothing would let every such test pass.

import assert from 'node:assert/strict';
import { test } from '../harness/runner.mjs';

test('a well-behaved page leaves the probe empty', async ({ page }) => {
  await page.article('<p>Only words.</p>');
  const seen = await page.seen();
  assert.deepEqual(seen, { violations: [], console: [], errors: [], rejections: [], events: [], insertions: [], shift: 0 });
  assert.deepEqual(await page.newGlobals(), []);
  assert.deepEqual(await page.browserLog(), []);
});

test('the probe sees noise, faults and broken policy', async ({ page }) => {
  await misbehave(page, 'warn', 'style', 'throw', 'reject');
  await page.until('all four', () => {
    const { violations, errors, rejections } = window.__probe;
    return violations.length > 0 && errors.length > 0 && rejections.length > 0;
  });
  const { violations, console, errors, rejections } = await page.seen();
  assert.deepEqual(console, [{ level: 'warn', text: 'a Error: b' }]);
  assert.match(violations.join(), /style-src/);
  assert.match(errors.join(), /thrown late/);
  assert.deepEqual(rejections, ['Error: rejected']);
  if (page.engine === 'chromium') assert.notDeepEqual(await page.browserLog(), []);
});

test('the policy of the test server blocks eval and other origins, and lets wasm compile', async ({ page }) => {
  await misbehave(page, 'eval', 'wasm');
  await page.until('both to be tried', () => document.body.dataset.wasm && document.body.dataset.eval);
  assert.equal(await page.run(() => document.body.dataset.eval), 'refused');
  const loaded = await page.run(() => new Promise((settle) => {
    const script = document.createElement('script');
    script.src = 'http://127.0.0.1:9/other.js';
    script.onload = () => settle(true);
    script.onerror = () => settle(false);
    document.head.append(script);
  }));
  assert.equal(loaded, false);
  assert.match((await page.seen()).violations.join(), /127\.0\.0\.1:9/);
});

test('the probe sees nodes, globals, listeners, observers, frames and canvases that are left behind', async ({ page }) => {
  const before = await misbehave(page, 'leave');
  await page.frames();
  const { insertions } = await page.seen();
  assert.deepEqual(insertions, [{ tag: 'span', parent: 'body' }]);
  assert.deepEqual(await page.newGlobals(), ['leftBehind']);
  const after = await page.run(() => window.__probe.holdings());
  assert.equal(after.nodes, before.nodes + 1);
  assert.equal(after.listeners, before.listeners + 2);
  assert.equal(after.observed, before.observed + 1);
  assert.equal(await page.run(() => window.__probe.canvasPixels()), 300 * 150);
  assert.ok((await page.run(() => window.__probe.frames)) >= 2);
});

test('the probe counts no more what is taken off again', async ({ page }) => {
  const before = await misbehave(page, 'tidy');
  assert.deepEqual(await page.run(() => window.__probe.holdings()), before);
});

test('the probe sees the memory of wasm grow', async ({ page }) => {
  await misbehave(page, 'wasm');
  const sizes = await page.until('wasm to run', () => document.body.dataset.wasm?.includes(' ') && document.body.dataset.wasm);
  assert.equal(sizes, `${2 * 65536} ${4 * 65536}`);
});

test('the probe measures a paragraph pushed down as layout shift', { engines: ['chromium'] }, async ({ page }) => {
  // Shifts within half a second of an input do not count.
  await misbehave(page);
  await page.run(() => new Promise((done) => setTimeout(done, 600)));
  await page.run(() => document.dispatchEvent(new CustomEvent('deed', { detail: 'push' })));
  await page.until('a shift above 0', () => window.__probe.shift > 0);
});

test('pixels tell a blank canvas from a drawn one, and one drawing from another', async ({ page }) => {
  await page.article('<canvas id="c" width="200" height="100"></canvas>');
  const [blank, drawn, again, other] = await page.run(() => {
    const canvas = document.querySelector('#c');
    const context = canvas.getContext('2d');
    const results = [window.__look.canvas(canvas)];
    for (const left of [10, 10, 11]) {
      context.clearRect(0, 0, 200, 100);
      context.fillStyle = 'rgb(200, 30, 30)';
      context.fillRect(left, 20, 30, 40);
      results.push({ ...window.__look.canvas(canvas), red: window.__look.near(canvas, [200, 30, 30]) });
    }
    return results;
  });
  assert.equal(blank.ink, 0);
  assert.equal(drawn.ink, 30 * 40);
  assert.equal(drawn.red, 30 * 40);
  assert.equal(again.hash, drawn.hash);
  assert.notEqual(other.hash, drawn.hash);
});

test('screenshots, sizes, keys and the mouse reach the page', async ({ page }) => {
  await page.article('<input id="slider" type="range" min="0" max="10" value="5"><div id="pad">over</div>');
  for (const [width, height] of [[360, 740], [1200, 900]]) {
    await page.emulation.size(width, height);
    assert.deepEqual(await page.run(() => [innerWidth, innerHeight]), [width, height]);
  }
  assert.ok(await page.focus(() => document.querySelector('#slider')));
  await page.press('ARROW_RIGHT', 'ARROW_RIGHT');
  assert.equal(await page.run(() => document.querySelector('#slider').value), '7');
  await page.run(() => document.querySelector('#pad').addEventListener('pointermove', () => { document.title = 'moved'; }));
  const { left, top } = await page.box(() => document.querySelector('#pad'));
  await page.hover(left + 20, top + 10);
  await page.until('a pointer event', () => document.title === 'moved');
  assert.deepEqual(await page.colourAt(2, 2), [255, 255, 255]);
});

test('the device-pixel ratio can be changed while a page is open', { engines: ['chromium', 'firefox'] }, async ({ page }) => {
  await page.article('');
  for (const ratio of [1, 1.25, 2, 3]) {
    await page.emulation.ratio(ratio);
    assert.equal(await page.run(() => devicePixelRatio), ratio);
  }
});

/** Opens a page that does these deeds (see pages/misbehave.js), and returns what it held before them. */
async function misbehave(page, ...deeds) {
  await page.article('<div id="host"></div>', { head: '<script src="../pages/misbehave.js"></script>' });
  const before = await page.run(() => window.__probe.holdings());
  await page.run((names) => {
    for (const detail of names) document.dispatchEvent(new CustomEvent('deed', { detail }));
  }, deeds);
  return before;
}
