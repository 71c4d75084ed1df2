// The view `chain` in a page: the strip of links is an ordered list with words, and follows the end of the range and the window.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

/** The strip of the only widget; runs in the page. */
const strip = () => {
  const place = window.__look.widget().shadowRoot.querySelector('[part=steps]');
  const items = [...place.querySelectorAll('ol > li')];
  return {
    shown: !place.hidden,
    caption: place.querySelector('p').innerText,
    links: items.map((item) => [...item.children].map((line) => line.textContent)),
    strokes: items.map((item) => [item.className, getComputedStyle(item).borderTopStyle]),
  };
};

test('the links of the story stand in a list, in words, with strokes of their own form', async ({ page }) => {
  await page.article(SCRIPT + element({ view: 'chain' }));
  await page.ready();
  const { shown, links, strokes } = await page.run(strip);
  assert.ok(shown);
  assert.equal(links.length, 5);
  for (const [link, state, value, note] of links) {
    assert.match(link, / → /);
    assert.match(state, /holds|zero|other way/);
    assert.match(value, /band .*\d to .*\d/);
    assert.match(note, /held on .*\u00a0%/);
  }
  const forms = { holding: 'solid', weak: 'dotted', reversed: 'double' };
  for (const [state, style] of strokes) assert.equal(style, forms[state]);
  assert.match((await page.look()).finding, /links of the story held/);
  assert.match(await page.run(() => window.__look.widget().shadowRoot.querySelector('.story').textContent), /What held: .* → /);
  await assertQuiet(page);
});

test('the strip follows the end of the range, the window and the asset', async ({ page }) => {
  await page.article(SCRIPT + element({ view: 'chain' }));
  await page.ready();
  const before = await page.run(strip);
  await page.attribute('range', '2018-03-17/2022-06-30');
  await page.frames();
  const then = await page.run(strip);
  assert.match(then.caption, /2022/);
  assert.notDeepEqual(then.links, before.links);
  await page.attribute('window', '120');
  await page.frames();
  const wider = await page.run(strip);
  assert.match(wider.caption, /120/);
  assert.notDeepEqual(wider.links, then.links);
  await assertQuiet(page);
});

test('a view without links shows no strip', async ({ page }) => {
  await page.article(SCRIPT + element({ view: 'carry' }));
  await page.ready();
  assert.equal(await page.run(() => window.__look.widget().shadowRoot.querySelector('[part=steps]').hidden), true);
});

test('the slider reads the chain on another day, and says so', async ({ page }) => {
  await page.article(SCRIPT + element({ view: 'chain' }));
  await page.ready();
  const before = await page.run(strip);
  await page.run(() => {
    const input = window.__look.control(window.__look.widget(), 'at', 'input[type=range]');
    input.value = '19940';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.until('August 2024', () => /Aug.2024/.test(window.__look.text(window.__look.widget(), 'finding')));
  assert.notDeepEqual((await page.run(strip)).links, before.links);
  assert.match(await page.run(() => window.__look.widget().getAttribute('at')), /^2024-08-\d\d$/);
  await assertQuiet(page);
});
