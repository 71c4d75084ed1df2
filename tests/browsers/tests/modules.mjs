// Two modules: the light one for the views that most articles show, the whole one for everything else.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

test('a view that the light module lacks is drawn by the whole one, and the light one is not fetched', async ({ page, site }) => {
  await page.article(SCRIPT + element({ view: 'beta' }));
  await page.ready();
  const { finding, error } = await page.look();
  assert.equal(error, '');
  assert.match(finding, /\d/);
  assert.equal(site.hits('/pkg/yenlens_bg.wasm'), 1);
  assert.equal(site.hits('/pkg/widget_bg.wasm'), 0);
  await assertQuiet(page);
});

test('a figure that turns to such a view keeps what the reader and the author have set', async ({ page, site }) => {
  await page.article(SCRIPT + element({ window: '90' }));
  await page.ready();
  assert.equal(site.hits('/pkg/yenlens_bg.wasm'), 0);
  const told = await page.run(async () => {
    const widget = document.querySelector('yen-lens');
    widget.setSeries('mine', Int32Array.from({ length: 300 }, (_, i) => 19_000 + i), Float64Array.from({ length: 300 }, (_, i) => 100 + Math.sin(i)), { label: 'My own', unit: 'usd', kind: 'price' });
    const again = new Promise((done) => widget.addEventListener('yen-lens-ready', done, { once: true }));
    widget.setAttribute('view', 'beta correlation');
    await again;
    const choices = [...widget.shadowRoot.querySelectorAll('select option')].map((option) => option.value);
    return { view: widget.save().view, window: widget.getAttribute('window'), own: choices.includes('mine'), stages: widget.shadowRoot.querySelectorAll('.stage').length };
  });
  assert.deepEqual(told, { view: 'beta correlation', window: '90', own: true, stages: 1 });
  assert.equal(site.hits('/pkg/yenlens_bg.wasm'), 1);
  await assertQuiet(page);
});

test('both kinds of figures on one page work side by side', async ({ page, site }) => {
  await page.article(SCRIPT + element() + element({ view: 'leadlag' }));
  await page.run(async () => {
    const all = [...document.querySelectorAll('yen-lens')];
    for (let turn = 0; turn < 200; turn += 1) {
      if (all.every((one) => one.shadowRoot?.querySelector('[part=finding]')?.textContent)) return;
      await new Promise((done) => setTimeout(done, 50));
    }
  });
  const findings = await page.run(() => [...document.querySelectorAll('yen-lens')].map((one) => one.shadowRoot.querySelector('[part=finding]')?.textContent ?? ''));
  assert.ok(findings.every((text) => /\d/.test(text)) && findings[0] !== findings[1], JSON.stringify(findings));
  assert.deepEqual([site.hits('/pkg/widget_bg.wasm'), site.hits('/pkg/yenlens_bg.wasm')], [1, 1]);
  await assertQuiet(page);
});
