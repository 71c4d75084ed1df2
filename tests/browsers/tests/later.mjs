// The second half of the light module: it comes when there is something to touch, and whatever happens before that is not lost.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

const LATER = /\/widget_later\.wasm$/;
const FALLBACK = '<p class="fallback">A picture of the figure.</p>';
const REQUEST_LINES = /Failed to load resource|widget_later|ERR_|net::/;

/** Whether the second half is there; runs in the page. */
const hasCome = () => performance.getEntriesByType('resource').some(({ name, responseEnd }) => /widget_later/.test(name) && responseEnd > 0);

/** Moves the slider of the window to 120 days, as a hand does. */
const slide = (page) => page.run(() => {
  const slider = window.__look.widget().shadowRoot.querySelector('input[type=range]');
  slider.value = '120';
  slider.dispatchEvent(new Event('input', { bubbles: true }));
});

test('a bare element, its figures packed as most hosts send them, waits for no second half either', async ({ page, site }) => {
  site.fault(LATER, { delayMs: 2_500 });
  site.fault(/core\.bin$/, { encoding: 'br' });
  await page.article(`<yen-lens></yen-lens>${SCRIPT}`);
  await page.ready();
  assert.equal(await page.run(hasCome), false, 'not yet');
  await page.until('the second half', hasCome);
  await page.frames();
  assert.deepEqual((await page.seen()).events.map(({ name }) => name), ['ready'], 'drawn once');
  await assertQuiet(page);
});

for (const [what, attributes] of [
  ['a timeline', { view: 'timeline' }], ['a correlation', {}], ['a year of a timeline', { view: 'timeline', range: '1y' }],
  ['a year of a correlation', { range: '1y', driver: 'jgb10y', window: '90' }], ['a part that is hidden', { view: 'timeline', hide: 'jgb10y' }],
]) {
  test(`the first picture waits for no second half: ${what}`, async ({ page, site }) => {
    site.fault(LATER, { delayMs: 2_500 });
    await page.article(`${element({ height: 400, ...attributes })}${SCRIPT}`);
    await page.ready();
    assert.equal(await page.run(hasCome), false, 'not yet');
    assert.ok((await page.look()).base.ink > 1_000);
    assert.equal((await page.seen()).events.filter(({ name }) => name === 'ready').length, 1, 'drawn once');
    await page.until('the second half', hasCome);
    await page.frames();
    assert.equal((await page.seen()).events.filter(({ name }) => name === 'ready').length, 1, 'and not again');
    assert.equal(site.hits(LATER), 1);
    await assertQuiet(page);
  });
}

test('what is done before the second half has come is done when it comes', async ({ page, site }) => {
  site.fault(LATER, { delayMs: 1_500 });
  await page.article(`${element({ height: 400 })}${SCRIPT}`);
  await page.ready();
  const before = await page.text('finding');
  await slide(page);
  await page.frames();
  assert.equal(await page.text('finding'), before, 'not yet');
  await page.until('another sentence', (sentence) => window.__look.text(window.__look.widget(), 'finding') !== sentence, [before]);
  assert.match(await page.text('finding'), /120/);
  await assertQuiet(page);
});

test('a figure that goes before the second half comes is silent', async ({ page, site }) => {
  site.fault(LATER, { delayMs: 700 });
  await page.article(`${element({ height: 400 })}${SCRIPT}`);
  await page.ready();
  await slide(page);
  await page.run(() => window.__look.widget().remove());
  await page.until('the second half', hasCome);
  await page.frames();
  await assertQuiet(page);
});

test('without its second half a figure is still looked at, says so, and takes it when asked again', async ({ page, site }) => {
  site.fault(LATER, { status: 404 });
  await page.article(`${element({ height: 400 }, FALLBACK)}${SCRIPT}`);
  await page.ready();
  await page.until('a word', () => window.__look.text(window.__look.widget(), 'error'));
  assert.deepEqual((await page.seen()).events.map(({ name, code }) => code ?? name), ['ready', 'script-unreachable']);
  assert.ok((await page.look()).base.ink > 1_000, 'the figure stays');
  assert.equal(await page.text('error'), 'The chart lacks part of its program; reload the page to fetch it again.');
  const before = await page.text('finding');
  site.mend();
  await page.run(() => window.__look.widget().refresh());
  await page.until('silence', () => !window.__look.text(window.__look.widget(), 'error'));
  await slide(page);
  await page.until('another sentence', (sentence) => window.__look.text(window.__look.widget(), 'finding') !== sentence, [before]);
  await assertQuiet(page, { warnings: 1, browserMay: REQUEST_LINES });
});

test('a hand on a figure without its second half asks for that again, and the word goes when it has come', async ({ page, site }) => {
  site.fault(LATER, { status: 404 });
  await page.article(`${element({ height: 400 }, FALLBACK)}${SCRIPT}`);
  await page.ready();
  await page.until('a word', () => window.__look.text(window.__look.widget(), 'error'));
  const before = await page.text('finding');
  site.mend();
  await slide(page);
  await page.until('another sentence', (sentence) => window.__look.text(window.__look.widget(), 'finding') !== sentence, [before]);
  await page.until('silence', () => !window.__look.text(window.__look.widget(), 'error'));
  await assertQuiet(page, { warnings: 1, browserMay: REQUEST_LINES });
});

test('a figure that needs the second half at once is made when that has come', async ({ page, site }) => {
  site.fault(LATER, { delayMs: 500 });
  site.fault(/core\.bin$/, { keep: 0.5 });
  await page.article(`${element({ height: 400 }, FALLBACK)}${SCRIPT}`);
  await page.until('a word', () => window.__look.text(window.__look.widget(), 'error'));
  site.mend();
  await page.run(() => window.__look.widget().refresh());
  await page.ready();
  assert.equal(await page.text('error'), '');
  assert.ok((await page.look()).base.ink > 1_000);
  await assertQuiet(page, { warnings: 1, browserMay: REQUEST_LINES });
});
