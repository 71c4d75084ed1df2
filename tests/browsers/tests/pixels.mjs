// Sharpness: a canvas has exactly the pixels the screen has, at every ratio and when the ratio changes.

import assert from 'node:assert/strict';
import { assertQuiet, TAG } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

/** Engines whose ratio can be changed while a page is open. */
const engines = ['chromium', 'firefox'];

/** Sizes of all canvases beside the size they should have; a pixel of rounding at each edge is the screen's. */
const sizes = (page) =>
  page.run(() => window.__look.canvases(window.__look.widget()).map((canvas) => {
    const { width, height } = canvas.getBoundingClientRect();
    return { width: canvas.width, height: canvas.height, exactWidth: width * devicePixelRatio, exactHeight: height * devicePixelRatio };
  }));

function assertSharp(list, ratio) {
  assert.equal(list.length, 2, 'a base canvas and one for the crosshair');
  for (const { width, height, exactWidth, exactHeight } of list) {
    assert.ok(Math.abs(width - exactWidth) <= 1 && Math.abs(height - exactHeight) <= 1, `at ratio ${ratio}: ${width}x${height} for ${exactWidth}x${exactHeight}`);
  }
}

for (const ratio of [1, 1.25, 2, 3]) {
  test(`the canvases have the pixels of the screen at ratio ${ratio}`, { engines }, async ({ page }) => {
    await page.emulation.ratio(ratio);
    await page.article(TAG);
    await page.ready();
    await page.frames();
    assertSharp(await sizes(page), ratio);
    assert.ok((await page.look()).base.ink > 2_000 * ratio);
    await assertQuiet(page);
  });
}

test('the canvases follow a ratio that changes while the page is open', { engines }, async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const first = await page.look();
  for (const ratio of [2, 1.25, 3, 1]) {
    await page.emulation.ratio(ratio);
    await page.until(`a canvas for ratio ${ratio}`, (wanted) => {
      const [canvas] = window.__look.canvases(window.__look.widget());
      return devicePixelRatio === wanted && Math.abs(canvas.width - canvas.getBoundingClientRect().width * wanted) <= 1;
    }, [ratio]);
    await page.frames();
    assertSharp(await sizes(page), ratio);
    assert.ok((await page.look()).base.ink > 2_000 * ratio, 'and are painted again');
  }
  assert.equal((await page.look()).base.hash, first.base.hash, 'back at the first ratio it is the first picture');
  await assertQuiet(page);
});

test('the canvases stay sharp when the reader zooms the page', { engines: ['chromium'] }, async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  try {
    for (const factor of [1.25, 1.5, 1]) {
      await page.emulation.zoom(factor);
      await page.until(`a canvas for zoom ${factor}`, (wanted) => {
        const [canvas] = window.__look.canvases(window.__look.widget());
        return devicePixelRatio === wanted && Math.abs(canvas.width - canvas.getBoundingClientRect().width * wanted) <= 1;
      }, [factor]);
      await page.frames();
      assertSharp(await sizes(page), factor);
      assert.ok((await page.look()).base.ink > 2_000);
    }
  } finally {
    await page.emulation.zoom(1);
  }
  await assertQuiet(page);
});

test('the canvases have the pixels of the screen', { engines: ['webkit'] }, async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  assertSharp(await sizes(page), await page.run(() => devicePixelRatio));
});
