// Sliders, buttons and attributes: every way to change a setting changes the sentence and the picture, and all of them agree.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT, TAG } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

/** The window slider inside a widget; runs in the page. */
const slider = (index = 0) => window.__look.control(window.__look.widget(index), 'window', 'input[type=range]');

/** How often an event was heard so far. */
const heard = async (page, name) => (await page.seen()).events.filter((event) => event.name === name).length;

test('the window slider changes the sentence and the picture by the next frame', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const before = await page.look();
  const changes = await heard(page, 'change');
  const shown = await page.run(`async function () {
    const input = (${slider})();
    const attributes = { value: input.value, min: input.min, max: input.max };
    input.value = '120';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return { ...attributes, spoken: input.getAttribute('aria-valuetext'), reflected: window.__look.widget().getAttribute('window') };
  }`);
  assert.deepEqual(
    { value: shown.value, min: shown.min, max: shown.max, reflected: shown.reflected },
    { value: '60', min: '20', max: '250', reflected: '120' },
  );
  assert.match(shown.spoken, /120 trading days/);
  const after = await page.look();
  assert.notEqual(after.finding, before.finding);
  assert.match(after.finding, /120/);
  assert.notEqual(after.base.hash, before.base.hash);
  await page.until('a change event', (count) => window.__probe.events.filter(({ name }) => name === 'change').length > count, [changes]);
  await assertQuiet(page);
});

test('arrow keys move the window slider', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const before = await page.look();
  assert.ok(await page.focus(slider));
  await page.press('ARROW_RIGHT', 'ARROW_RIGHT');
  await page.frames();
  const moved = await page.run(`function () { return [(${slider})().value, window.__look.widget().getAttribute('window')]; }`);
  assert.equal(moved[0], moved[1]);
  assert.ok(Number(moved[0]) > 60, `the window grew from 60, got ${moved[0]}`);
  const after = await page.look();
  assert.notEqual(after.finding, before.finding);
  assert.notEqual(after.base.hash, before.base.hash);
});

test('there and back again is the same figure', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const before = await page.look();
  await page.attribute('window', '200');
  await page.frames();
  assert.notEqual((await page.look()).base.hash, before.base.hash);
  await page.attribute('window', '60');
  await page.frames();
  const after = await page.look();
  assert.equal(after.finding, before.finding);
  assert.equal(after.base.hash, before.base.hash);
});

for (const [name, value] of [['asset', 'eth'], ['driver', 'jgb10y'], ['basis', 'levels'], ['confidence', '0.8'], ['range', '1y']]) {
  test(`the attribute ${name} changes a living figure`, async ({ page }) => {
    await page.article(TAG);
    await page.ready();
    const before = await page.look();
    await page.attribute(name, value);
    await page.until(`another picture for ${name}=${value}`, (hash) => window.__look.all(window.__look.widget()).base?.hash !== hash, [before.base.hash]);
    const after = await page.look();
    assert.equal(after.error, '');
    if (name !== 'range') assert.notEqual(after.finding, before.finding);
    // Taking it off again is the default again.
    const initial = { asset: 'btc', driver: 'yen' }[name] ?? null;
    await page.attribute(name, initial);
    await page.until('the first picture again', (hash) => window.__look.all(window.__look.widget()).base.hash === hash, [before.base.hash]);
    assert.equal((await page.look()).finding, before.finding);
    await assertQuiet(page);
  });
}

test('properties mirror attributes', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const mirrored = await page.run(() => {
    const widget = window.__look.widget();
    widget.driver = 'jgb10y';
    widget.setAttribute('window', '90');
    return [widget.getAttribute('driver'), Number(widget.window), widget.view];
  });
  assert.deepEqual(mirrored, ['jgb10y', 90, 'correlation']);
});

test('the selects for asset and driver change the attribute and the sentence', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  for (const [name, value] of [['asset', 'eth'], ['driver', 'jgb10y']]) {
    const before = await page.text('finding');
    await page.run((wanted, choice) => {
      const widget = window.__look.widget();
      const select = [...widget.shadowRoot.querySelectorAll('select')].find((one) => [...one.options].some((option) => option.value === choice));
      select.value = choice;
      select.dispatchEvent(new Event('input', { bubbles: true }));
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, name, value);
    await page.until('another sentence', (text) => window.__look.text(window.__look.widget(), 'finding') !== text, [before]);
    assert.equal(await page.run((key) => window.__look.widget().getAttribute(key), name), value);
  }
  await assertQuiet(page);
});

test('range buttons cut the picture and Max brings all of it back', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const whole = await page.look();
  const hashes = new Set([whole.base.hash]);
  for (const label of ['5Y', '3Y', '1Y', '6M']) {
    await page.run((text) => window.__look.control(window.__look.widget(), text, 'button').click(), label);
    // What is pressed before the second half has come is done when it has.
    await page.until(`the range ${label}`, (range) => window.__look.widget().getAttribute('range') === range, [label.toLowerCase()]);
    await page.frames();
    hashes.add((await page.look()).base.hash);
  }
  assert.equal(hashes.size, 5, 'five different pictures');
  await page.run(() => window.__look.control(window.__look.widget(), 'Max', 'button').click());
  await page.frames();
  assert.equal((await page.look()).base.hash, whole.base.hash);
});

test('several changes at once are one change, and the last one wins', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const changes = await heard(page, 'change');
  await page.run(async () => {
    const widget = window.__look.widget();
    for (let days = 20; days <= 150; days += 10) widget.setAttribute('window', String(days));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))));
  });
  assert.match(await page.text('finding'), /150/);
  assert.ok((await heard(page, 'change')) - changes <= 1, 'at most one change event a frame');
});

test('an unknown value is said in place, and the figure before it stays', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const before = await page.look();
  await page.attribute('driver', 'moonphase');
  await page.until('an error event', () => window.__probe.events.some(({ name }) => name === 'error'));
  const { events } = await page.seen();
  const { code, message } = events.find(({ name }) => name === 'error');
  assert.match(code, /^[a-z][a-z0-9-]+$/);
  const after = await page.look();
  assert.match(after.error, /moonphase/);
  assert.match(message, /moonphase/);
  assert.match(after.error, /driver/);
  // The sentence takes its line from the chart's height, not from the page: the picture is the same figure, a little lower.
  assert.ok(after.base.ink > 0);
  assert.equal(after.finding, before.finding);
  await page.attribute('driver', 'yen');
  await page.until('no error', () => window.__look.text(window.__look.widget(), 'error') === '');
  assert.equal((await page.look()).base.hash, before.base.hash);
  await assertQuiet(page, { warnings: 1 });
});

for (const view of ['correlations', '']) {
  test(`view="${view}" is said in place`, async ({ page }) => {
    await page.article(`${element({ view })}${SCRIPT}`);
    await page.until('an error', () => window.__look.text(window.__look.widget(), 'error') !== '');
    assert.match(await page.text('error'), new RegExp(`view.*"${view}"`));
    assert.ok((await page.seen()).events.some(({ name, code }) => name === 'error' && code));
    await assertQuiet(page, { warnings: 1 });
  });
}

test('a window that is too short is lengthened to 20 days, and the reader is told', async ({ page }) => {
  await page.article(`${element({ window: '5' })}${SCRIPT}`);
  await page.ready();
  const note = await page.run(() => window.__look.widget().shadowRoot.textContent);
  assert.match(await page.text('finding'), /\b20\b/);
  const visible = await page.run(() => {
    const all = [...window.__look.widget().shadowRoot.querySelectorAll('*')];
    return all.filter((one) => one.children.length === 0 && window.__look.seen(one)).map((one) => one.textContent).find((text) => /\b5\b/.test(text) && /\b20\b/.test(text)) ?? '';
  });
  assert.notEqual(visible, '', `a visible note names 5 and 20; the widget says: ${note.slice(0, 400)}`);
  await assertQuiet(page, { warnings: 1 });
});

test('a range without any figures shows all of them, and the reader is told', async ({ page }) => {
  await page.article(`${element({ range: '1990-01-01/1990-12-31', days: 'all' })}${SCRIPT}`);
  await page.ready();
  const told = await page.run(() => [...window.__look.widget().shadowRoot.querySelectorAll('*')].filter((one) => one.children.length === 0 && window.__look.seen(one)).map((one) => one.textContent).join('\n'));
  assert.match(told, /range: 1990-01-01\/1990-12-31 is outside \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d, max is used/);
  await page.run(() => window.__look.widget().setAttribute('range', '1990-01-01/2020-12-31'));
  await page.until('no note on a range that has some', () => !/is outside/.test(window.__look.widget().shadowRoot.textContent));
  await assertQuiet(page);
});

test('the table shows what is drawn, and what a reader has opened stays open while a slider moves', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const opened = () => page.run(() => {
    const root = window.__look.widget().shadowRoot;
    const details = [...root.querySelectorAll('details')];
    const rows = [...root.querySelectorAll('[part=table] tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent));
    const head = [...root.querySelectorAll('[part=table] thead th')].map((cell) => cell.textContent);
    return { open: details.map(({ open }) => open), rows, head };
  });
  await page.run(() => window.__look.widget().shadowRoot.querySelectorAll('details').forEach((details) => { details.open = true; }));
  await page.until('rows', () => window.__look.widget().shadowRoot.querySelectorAll('[part=table] tbody tr').length > 0);
  const first = await opened();
  assert.equal(new Set(first.head).size, first.head.length, 'every column has a name of its own');
  const finding = await page.text('finding');
  for (const cell of first.rows[0].slice(1)) assert.ok(finding.includes(cell), `${cell} of the last row stands in "${finding}"`);
  await page.attribute('window', '90');
  await page.until('another sentence', (before) => window.__look.text(window.__look.widget(), 'finding') !== before, [finding]);
  const second = await opened();
  // The settings that the whole module has behind a toggle were not there to be opened.
  assert.ok(first.open.filter(Boolean).length >= 2, 'the table and the lists are open');
  assert.deepEqual(second.open, first.open, 'they still are');
  assert.notDeepEqual(second.rows[0], first.rows[0]);
  await assertQuiet(page);
});
