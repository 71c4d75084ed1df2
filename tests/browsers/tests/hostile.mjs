// Styles and scripts of the host page: nothing of theirs reaches the figure, nothing of the figure's reaches them.

import assert from 'node:assert/strict';
import { assertQuiet, SCRIPT, TAG } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

const HOSTILE = { head: '<link rel="stylesheet" href="../pages/hostile.css">' };

/** How the figure's inside looks, part by part; runs in the page. */
const insides = () => {
  const names = [
    'display', 'fontSize', 'fontStyle', 'fontWeight', 'fontFamily', 'lineHeight', 'letterSpacing', 'wordSpacing', 'textTransform', 'textIndent',
    'textAlign', 'color', 'visibility', 'whiteSpace', 'direction', 'cursor', 'marginTop', 'paddingTop',
  ];
  const result = {};
  for (const part of ['heading', 'finding', 'controls', 'chart', 'legend', 'footer']) {
    const style = getComputedStyle(window.__look.part(window.__look.widget(), part));
    result[part] = Object.fromEntries(names.map((name) => [name, style[name]]));
  }
  return result;
};

test('a page that styles everything with force does not reach the figure', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const calm = await page.run(insides);
  const plain = await page.look();
  await page.article(TAG, HOSTILE);
  await page.ready();
  assert.deepEqual(await page.run(insides), calm);
  const { base, finding } = await page.look();
  assert.equal(finding, plain.finding);
  assert.ok(base.ink > 2_000);
  const box = await page.run(() => window.__look.widget().getBoundingClientRect().toJSON());
  assert.ok(box.width > 300 && box.height > 200, `the figure keeps a size, got ${box.width}x${box.height}`);
  await assertQuiet(page);
});

test('inherited type of the host does not reach the figure', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const calm = await page.run(insides);
  await page.run(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html { font-size: 30px; letter-spacing: 5px; text-transform: uppercase; line-height: 4; word-spacing: 9px; text-align: right; color: red; white-space: pre; visibility: visible; cursor: wait; text-indent: 50px; font-weight: 900; }');
    document.adoptedStyleSheets = [sheet];
  });
  await page.frames();
  assert.deepEqual(await page.run(insides), calm);
});

test('the figure changes no style outside itself', async ({ page }) => {
  const styles = () => page.run(() => ['html', 'body', 'h1', '#before', '#after'].map((selector) => {
    const style = getComputedStyle(document.querySelector(selector));
    return [...style].filter((name) => !/block-size|height|origin|^width|^inline-size/.test(name)).map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
  }));
  await page.article('');
  const without = await styles();
  await page.article(TAG);
  await page.ready();
  assert.deepEqual(await styles(), without);
});

test('a page that reads from right to left does not mirror the chart', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const before = await page.look();
  await page.article(TAG, { html: 'dir="rtl"' });
  await page.ready();
  const { base } = await page.look();
  assert.equal(base.hash, before.base.hash, 'the same picture');
  await assertQuiet(page);
});

test('a page that has spoiled fetch and prototypes still gets a sentence, and no exception', async ({ page, site }) => {
  site.add('/articles/spoil.js', 'Array.prototype.extra = 1; Object.prototype.more = 2; window.fetch = () => Promise.reject("no reason");');
  await page.article(`<yen-lens view="correlation"><p id="fallback">A picture.</p></yen-lens>${SCRIPT}`, { head: '<script src="spoil.js"></script>' });
  await page.until('a figure or an error', () => window.__probe.events.some(({ name }) => name === 'error' || name === 'ready'));
  const { errors, rejections, violations } = await page.seen();
  assert.deepEqual({ errors, rejections, violations }, { errors: [], rejections: [], violations: [] });
});
