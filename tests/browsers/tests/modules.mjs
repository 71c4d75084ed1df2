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

/** Presses what stands in the figure under that name. */
const press = (page, more) => page.run((name) => window.__look.widget().shadowRoot.querySelector(`[data-more="${name}"]`).click(), more);

test('what only the whole module does is fetched when it is asked for, and the figure stays meanwhile', async ({ page, site }) => {
  site.fault(/^\/pkg\/yenlens/, { delayMs: 400 });
  await page.article(SCRIPT + element({ range: '2023-01-01/2024-12-31' }));
  await page.ready();
  const before = await page.look();
  assert.equal(site.hits('/pkg/yenlens_bg.wasm'), 0);
  await press(page, 'method');
  const seen = await page.run(async () => {
    const widget = window.__look.widget();
    const heights = new Set();
    let drawn = true;
    for (let turn = 0; turn < 500; turn += 1) {
      heights.add(widget.getBoundingClientRect().height);
      drawn &&= [...widget.shadowRoot.querySelectorAll('.stage')].some((stage) => stage.checkVisibility({ visibilityProperty: true }));
      if (widget.shadowRoot.querySelector('[part=method][open] pre')) break;
      await new Promise(requestAnimationFrame);
    }
    const focused = widget.shadowRoot.activeElement?.localName;
    return { heights: heights.size, drawn, focused, frames: widget.shadowRoot.querySelectorAll('.frame').length, open: Boolean(widget.shadowRoot.querySelector('[part=method][open]')) };
  });
  // The opened panel itself makes the figure taller, once.
  assert.ok(seen.heights <= 2, JSON.stringify(seen));
  assert.deepEqual({ drawn: seen.drawn, frames: seen.frames, open: seen.open, focused: seen.focused }, { drawn: true, frames: 1, open: true, focused: 'summary' });
  assert.equal((await page.look()).finding, before.finding);
  assert.deepEqual([site.hits('/pkg/widget_bg.wasm'), site.hits('/pkg/yenlens_bg.wasm')], [1, 1]);
  await assertQuiet(page);
});

test('the whole module draws the picture that the light one drew', async ({ page }) => {
  await page.article(SCRIPT + element({ view: 'correlation' }));
  await page.ready();
  const before = await page.look();
  assert.match(await page.run(() => window.__look.widget().exportCsv()), /^date,/m);
  await page.frames();
  const after = await page.look();
  assert.equal(after.finding, before.finding);
  assert.equal(after.base.hash, before.base.hash);
});

test('when the whole module cannot be had, one sentence says so, the figure stays, and the next press tries again', async ({ page, site }) => {
  site.fault(/^\/pkg\/yenlens/, { status: 404 });
  await page.article(SCRIPT + element());
  await page.ready();
  const { base } = await page.look();
  await press(page, 'table');
  await page.until('a sentence', () => window.__look.text(window.__look.widget(), 'error'));
  assert.match(await page.text('error'), /^The chart could not be loaded; /);
  const refused = await page.run(() => window.__look.widget().exportSvg().then(() => 'taken', (error) => error.code));
  assert.equal(refused, 'script-unreachable');
  assert.equal((await page.look()).base.ink > base.ink / 2, true);
  site.mend();
  await press(page, 'table');
  await page.until('the table', () => window.__look.widget().shadowRoot.querySelector('[part=table][open] tbody tr'));
  assert.equal(await page.text('error'), '');
});

test('levels are drawn by the whole module, and the switch keeps what was chosen', async ({ page, site }) => {
  await page.article(SCRIPT + element({ view: 'correlation', driver: 'jgb10y' }));
  await page.ready();
  assert.equal(site.hits('/pkg/yenlens_bg.wasm'), 0);
  await page.run(() => [...window.__look.widget().shadowRoot.querySelectorAll('[part=controls] button')].find(({ textContent }) => textContent === 'Levels').click());
  await page.until('levels', () => /random walks/.test(window.__look.text(window.__look.widget(), 'finding')));
  const saved = await page.run(() => window.__look.widget().save());
  assert.deepEqual([saved.basis, saved.driver, saved.view], ['levels', 'jgb10y', 'correlation']);
  await assertQuiet(page);
});

/** The toggle in front of a figure's further settings; runs in the page. */
const settings = () => window.__look.part(window.__look.widget(), 'controls').querySelector('summary');

test('a plain timeline leads to its scales, bonds and weekdays with the keyboard alone, and keeps focus and state', async ({ page, site }) => {
  await page.article(SCRIPT + element({ view: 'timeline', asset: 'eth', range: '2023-01-01/2024-12-31' }));
  await page.ready();
  const before = await page.look();
  assert.equal(site.hits('/pkg/yenlens_bg.wasm'), 0);
  assert.ok(await page.focus(settings));
  await page.press('ENTER');
  await page.until('the settings', () => window.__look.part(window.__look.widget(), 'controls').querySelector('details[open] button'));
  const seen = await page.run(() => {
    const { shadowRoot } = window.__look.widget();
    const behind = shadowRoot.querySelector('[part=controls] details');
    return {
      focused: shadowRoot.activeElement?.textContent,
      groups: [...behind.querySelectorAll('[role=group]')].map((one) => one.getAttribute('aria-label')),
      asset: shadowRoot.querySelector('select[name=asset]').value,
      frames: shadowRoot.querySelectorAll('.frame').length,
    };
  });
  assert.deepEqual(seen, { focused: 'More settings', groups: ['Scale', 'JGB yields', 'Days'], asset: 'eth', frames: 1 });
  assert.deepEqual([site.hits('/pkg/widget_bg.wasm'), site.hits('/pkg/yenlens_bg.wasm')], [1, 1]);
  const opened = await page.look();
  assert.equal(opened.finding, before.finding);
  // The first button is the scale that is shown, the second another one.
  await page.press('TAB', 'TAB', 'ENTER');
  await page.until('another scale', () => window.__look.widget().getAttribute('scale') === 'index');
  await page.frames();
  assert.notEqual((await page.look()).base.hash, opened.base.hash);
  await assertQuiet(page);
});

test('settings that an author has made stand open, and what a reader opened stays so in another language', async ({ page }) => {
  await page.article(SCRIPT + element({ view: 'timeline', days: 'weekdays' }) + element({ view: 'timeline' }));
  await page.ready(2);
  const open = (index) => page.run((at) => window.__look.part(window.__look.widget(at), 'controls').querySelector('details').open, index);
  assert.deepEqual([await open(0), await open(1)], [true, false]);
  await page.run(() => window.__look.part(window.__look.widget(1), 'controls').querySelector('summary').click());
  await page.until('the settings', () => window.__look.part(window.__look.widget(1), 'controls').querySelector('details[open] button'));
  await page.attribute('lang', 'ja', 1);
  await page.until('Japanese', () => /設定/.test(window.__look.part(window.__look.widget(1), 'controls').textContent));
  assert.equal(await open(1), true);
  await assertQuiet(page);
});

test('another language is one small file beside the light module', async ({ page, site }) => {
  await page.article(SCRIPT + element({ lang: 'ja', height: 300 }) + element({ lang: 'ja-JP', view: 'correlation', height: 300 }) + element({ lang: 'en', height: 300 }));
  await page.ready(3);
  const findings = await page.run(() => [0, 1, 2].map((index) => window.__look.text(window.__look.widget(index), 'finding')));
  assert.ok(/[\u3041-\u309f]/.test(findings[0]) && /[\u3041-\u309f]/.test(findings[1]) && /[a-z]{4}/.test(findings[2]), JSON.stringify(findings));
  assert.deepEqual(['/pkg/words/ja.txt', '/pkg/words/ko.txt', '/pkg/widget_bg.wasm', '/pkg/yenlens_bg.wasm'].map((path) => site.hits(path)), [1, 0, 1, 0]);
  await assertQuiet(page);
});

test('words that cannot be had, or are of another release, are said so, and come when the figure is refreshed', async ({ page, site }) => {
  for (const fault of [{ status: 503 }, { text: '1\nfr\n' }]) {
    site.fault(/^\/pkg\/words\//, fault);
    await page.article(SCRIPT + element({ lang: 'ko' }));
    await page.until('a sentence', () => window.__look.text(window.__look.widget(), 'error'));
    assert.match(await page.text('error'), /[\uac00-\ud7af]/);
    site.mend();
    await page.run(() => window.__look.widget().refresh());
    await page.ready();
    assert.match(await page.text('finding'), /[\uac00-\ud7af]/);
    assert.equal(await page.text('error'), '');
  }
});
