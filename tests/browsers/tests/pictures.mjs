// The comparison of pictures itself: it finds nothing between two instances of one package, and one pixel that was planted. A comparison
// that lets a pixel through would let every change through.

import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { difference, open, picture, views } from '../harness/pictures.mjs';
import { test } from '../harness/runner.mjs';

const look = { attributes: { view: 'correlation' }, width: 700 };

for (const ratio of [1, 1.25, 2]) {
  // WebKit paints a few pixels of the same page differently from one time to the next, so there is nothing to compare exactly.
  test(`two instances of one package give the same picture at ratio ${ratio}`, { engines: ['chromium', 'firefox'] }, async ({ page, serve }) => {
    await open(page, { ...look, ratio });
    const first = await picture(page);
    const other = page.on(serve());
    await open(other, { ...look, ratio });
    const { pixels, box } = difference(first, await picture(other));
    assert.equal(pixels, 0, `in ${box}`);
  });
}

test('one pixel planted on the figure is found, and no other', async ({ page }) => {
  await open(page, { ...look, ratio: 1 });
  const before = await picture(page);
  const top = await page.run(() => {
    const [canvas] = window.__look.canvases(window.__look.widget());
    const context = canvas.getContext('2d');
    context.setTransform(1, 0, 0, 1, 0, 0);
    // The faintest step there is, in one channel of a pixel that was full.
    context.fillStyle = 'rgb(255, 255, 255)';
    context.fillRect(60, 20, 1, 1);
    return window.innerHeight;
  });
  const white = await picture(page);
  await page.run(() => {
    const context = window.__look.canvases(window.__look.widget())[0].getContext('2d');
    context.fillStyle = 'rgb(255, 255, 254)';
    context.fillRect(60, 20, 1, 1);
  });
  const found = difference(white, await picture(page));
  // The bitmap of the figure is the first under the page.
  assert.deepEqual({ pixels: found.pixels, most: found.most, box: found.box }, { pixels: 1, most: 1, box: [60, top + 12 + 20, 1, 1] });
  assert.deepEqual(difference(before, white).box, found.box);
});

test('one pixel that differs beside the figure is found', async ({ page }) => {
  await open(page, { ...look, ratio: 1 });
  const before = await picture(page);
  await page.run(() => {
    const dot = document.createElement('div');
    Object.assign(dot.style, { position: 'fixed', left: '5px', top: '7px', width: '1px', height: '1px', background: 'rgb(1, 2, 3)' });
    document.body.append(dot);
  });
  assert.deepEqual(difference(before, await picture(page)).box, [5, 7, 1, 1]);
});

test('pictures of different sizes differ where only one of them is', async ({ page }) => {
  await open(page, { ...look, ratio: 1 });
  const before = await picture(page);
  const { width, height } = before.png;
  const larger = new PNG({ width, height: height + 10 });
  PNG.bitblt(before.png, larger, 0, 0, width, height, 0, 0);
  const { pixels, box } = difference(before, { ...before, png: larger });
  assert.deepEqual({ pixels, box }, { pixels: 10 * width, box: [0, height, width, 10] });
});

test('the package names its views when it is asked for one that is none', async ({ page }) => {
  const known = await views(page);
  assert.ok(known.includes('timeline') && known.includes('correlation'), known.join());
});
