// The method panel and frozen figures: how the figures come about stands in the footer, with a program, and `as-of` is said.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

const panel = (page) => page.run(() => {
  const details = window.__look.widget().shadowRoot.querySelector('[part=method]');
  return {
    hidden: details.hidden, open: details.open, summary: details.querySelector('summary')?.textContent,
    paragraphs: details.querySelectorAll('p').length, program: details.querySelector('pre')?.textContent ?? '',
    selectable: details.querySelector('pre') && getComputedStyle(details.querySelector('pre')).userSelect !== 'none',
  };
});

for (const view of ['correlation', 'beta', 'scenario']) {
  test(`the method of ${view} stands in the footer with a program that can be selected`, async ({ page }) => {
    await page.article(element({ view }) + SCRIPT);
    await page.ready();
    const { hidden, open, summary } = await panel(page);
    assert.deepEqual({ hidden, open, summary }, { hidden: false, open: false, summary: 'Method' });
    await page.run(() => window.__look.widget().shadowRoot.querySelector('[part=method] summary').click());
    // The light module has the toggle alone; what is behind it comes with the whole one, and opens.
    await page.until('the panel', () => window.__look.widget().shadowRoot.querySelector('[part=method][open] pre'));
    const { paragraphs, program, selectable } = await panel(page);
    assert.ok(selectable);
    assert.ok(paragraphs >= 2 && /read_csv\("yenlens.csv", comment=/.test(program), program);
    await assertQuiet(page);
  });
}

test('a panel that a reader has opened stays open while a slider moves, and its program follows', async ({ page }) => {
  await page.article(element({ view: 'scenario' }) + SCRIPT);
  await page.ready();
  await page.run(() => { window.__look.widget().shadowRoot.querySelector('[part=method]').open = true; });
  await page.attribute('months', '6');
  await page.until('the program of six months', () => /days = 120/.test(window.__look.widget().shadowRoot.querySelector('[part=method] pre').textContent));
  assert.equal((await panel(page)).open, true);
});

test('the copy button copies, or selects where it may not', async ({ page }) => {
  await page.article(element({ view: 'scenario' }) + SCRIPT);
  await page.ready();
  const there = await page.run(() => {
    const details = window.__look.widget().shadowRoot.querySelector('[part=method]');
    details.open = true;
    details.querySelector('.copy')?.click();
    return { button: Boolean(details.querySelector('.copy')), clipboard: Boolean(navigator.clipboard) };
  });
  assert.equal(there.button, there.clipboard);
  if (there.button) {
    await page.until('copied or selected', () => {
      const details = window.__look.widget().shadowRoot.querySelector('[part=method]');
      return details.querySelector('.copy').textContent === 'Copied' || String(getSelection()).length > 100 || getSelection().rangeCount > 0;
    });
  }
});

test('a figure that is frozen says so, in its sentence and its sources, and shows nothing later', async ({ page }) => {
  await page.article(element({ 'as-of': '2025-06-01' }) + SCRIPT);
  await page.ready();
  const finding = (await page.text('finding')).replaceAll('\u00a0', ' ');
  assert.match(finding, /As known on 1 Jun 2025\.$/);
  assert.doesNotMatch(finding, /2026/);
  assert.match((await page.text('footer')).replaceAll('\u00a0', ' '), /As known on 1 Jun 2025\./);
  const last = (await page.run(() => window.__look.widget().exportCsv())).trim().split('\r\n').at(-1).split(',')[0];
  assert.ok(last <= '2025-06-01', last);
  await page.attribute('as-of', null);
  await page.until('the newest figures', () => /2026/.test(window.__look.text(window.__look.widget(), 'finding')));
  await page.attribute('as-of', 'last spring');
  await page.until('a sentence on what is wrong', () => /as-of: expected a date/.test(window.__look.text(window.__look.widget(), 'error')));
});
