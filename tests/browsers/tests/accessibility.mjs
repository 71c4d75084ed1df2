// What those read who see little, see no colours, use no mouse, or hear the page: axe-core in every view and state, and the tree that a
// screen reader is given.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every view the package has: the sentence that refuses an unknown one names them all. */
async function views(page) {
  await page.article(`${element({ view: 'nothing' })}${SCRIPT}`);
  const sentence = await page.until('a refusal', () => window.__look.text(window.__look.widget(), 'error'));
  const names = sentence.match(/expected (.*), got/)[1].split(' or ');
  assert.ok(names.length >= 2 && names.includes('timeline'), sentence);
  return names;
}

/** What axe finds in the widget, in words. */
async function faults(page) {
  await page.driver.executeScript(`if (!window.axe) { ${AXE} }`);
  return page.run(async () => {
    const { violations, passes } = await window.axe.run(window.__look.widget(), { resultTypes: ['violations'] });
    if (passes.length < 5) return [`axe checked next to nothing: ${passes.length}`];
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.flat().join(' ')}: ${node.failureSummary}`.slice(0, 300)));
  });
}

/** Opens what is closed and stands on a value, so that every part is there to be looked at. */
async function unfold(page) {
  await page.run(() => {
    for (const details of window.__look.widget().shadowRoot.querySelectorAll('details')) details.open = true;
    window.__look.part(window.__look.widget(), 'chart').focus();
  });
  await page.press('END');
  await page.frames();
}

for (const [name, prepare] of [
  ['light', async () => ({ theme: 'light' })],
  ['dark', async () => ({ theme: 'dark' })],
  ['320 px', async (page) => (await page.emulation.size(320, 900), {})],
]) {
  test(`axe finds nothing in any view: ${name}`, { timeoutMs: 180_000 }, async ({ page }) => {
    for (const view of await views(page)) {
      const attributes = await prepare(page);
      await page.article(`${element({ ...attributes, view })}${SCRIPT}`);
      await page.ready();
      await unfold(page);
      assert.deepEqual(await faults(page), [], view);
    }
  });
}

test('axe finds nothing in forced colours, in any view, with tabs, or where something is wrong', { engines: ['chromium'], timeoutMs: 180_000 }, async ({ page }) => {
  await page.emulation.media({ 'forced-colors': 'active' });
  const each = (await views(page)).map((view) => ({ view }));
  for (const attributes of [...each, { view: 'timeline correlation' }, { view: 'correlation', window: 5 }, { view: 'timeline', theme: 'blue' }]) {
    await page.article(`${element(attributes)}${SCRIPT}`);
    await page.ready();
    await unfold(page);
    assert.deepEqual(await faults(page), [], JSON.stringify(attributes));
  }
});

test('axe sees a fault where there is one', async ({ page }) => {
  await page.article(`${element()}${SCRIPT}`);
  await page.ready();
  await page.run(() => window.__look.part(window.__look.widget(), 'chart').removeAttribute('aria-label'));
  await page.run(() => window.__look.widget().shadowRoot.querySelector('select').removeAttribute('id'));
  const found = await faults(page);
  assert.ok(found.some((fault) => fault.startsWith('select-name')), found.join('\n'));
});

/** The tree a screen reader is given, as lines of role and name, in reading order. */
async function spoken(page) {
  await page.driver.sendDevToolsCommand('Accessibility.enable', {});
  const { nodes } = await page.driver.sendAndGetDevToolsCommand('Accessibility.getFullAXTree', {});
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const walk = (node) => {
    const role = node.role?.value;
    if (!node.ignored && !['none', 'generic', 'InlineTextBox', 'ListMarker', 'LineBreak'].includes(role)) {
      const of = (name) => node.properties?.find((one) => one.name === name)?.value.value;
      const value = node.value?.value !== undefined && role !== 'StaticText' ? ` = ${of('valuetext') || node.value.value}` : '';
      const state = of('pressed') !== undefined ? ` (pressed ${of('pressed')})` : of('expanded') !== undefined ? ` (expanded ${of('expanded')})` : '';
      lines.push(`${role}: ${node.name?.value ?? ''}${value}${state}`.replace(/\s+/g, ' '));
    }
    for (const child of node.childIds ?? []) if (known.has(child)) walk(known.get(child));
  };
  walk(nodes[0]);
  return lines;
}

test('a screen reader is read the heading, the finding, the controls, the chart and the sources, in this order', { engines: ['chromium'] }, async ({ page }) => {
  await page.article(`${element({ view: 'timeline correlation', window: 90 })}${SCRIPT}`);
  await page.ready();
  const lines = await spoken(page);
  const { heading, finding } = await page.look();
  const at = (pattern) => {
    const found = lines.findIndex((line) => (pattern instanceof RegExp ? pattern.test(line) : line === pattern));
    assert.ok(found >= 0, `${pattern} in\n${lines.filter((line) => !/^(StaticText|option)/.test(line)).join('\n')}`);
    return found;
  };
  const order = [
    at(/^[Ff]igure: /), at(`heading: ${heading}`), at(`StaticText: ${finding}`), at(/^tab: Timeline$/), at(/^combobox: Asset = Bitcoin( |$)/),
    at(/^button: Max \(pressed true\)$/), at(/^group: Lines$/), at(/^button: 30-year JGB yield|^button: The 30-year JGB yield|^button: .*30-year.* \(pressed true\)$/),
    at(`group: Chart. ${finding}`), at(/^slider: Start of the range = /), at(/^slider: End of the range = /),
    at(/Data table/), at(/^StaticText: Sources: /), at(/^group: Save and share$/), at(/^button: CSV$/),
  ];
  assert.deepEqual(order, [...order].sort((a, b) => a - b), lines.join('\n'));
  const ends = await page.run(() => [...window.__look.widget().shadowRoot.querySelectorAll('[role=slider]')].map((one) => one.getAttribute('aria-valuetext')));
  for (const end of ends) assert.match(end, /^\d+\s\w+\s\d{4}$/, 'the ends of the range are said as days');
  assert.ok(!lines.some((line) => /^(img|image|canvas|Canvas)/.test(line)), 'no picture without words');
  assert.ok(!lines.some((line) => /^(button|slider|combobox|tab|link): *( =|\(|$)/.test(line)), 'no control without a name');
});

test('the walk along the data is said in the live region: day, values and units', { engines: ['chromium'] }, async ({ page }) => {
  await page.article(`${element({ view: 'timeline', range: '2024-02-05/2024-12-31' })}${SCRIPT}`);
  await page.ready();
  await page.run(() => window.__look.part(window.__look.widget(), 'chart').focus());
  await page.press('HOME', 'ARROW_RIGHT');
  await page.until('words', () => window.__look.widget().shadowRoot.querySelector('[role=status]').textContent !== '');
  const lines = await spoken(page);
  const status = lines.findIndex((line) => line.startsWith('status'));
  const said = lines[status + 1];
  assert.match(said, /^StaticText: \d+\s\w+\s2024, Bitcoin \$[\d,]+, Yen per dollar ¥\d+\.\d\d, .*10-year.* \d\.\d\d%/, said);
});

test('in forced colours the marks take the system\'s and what is pressed is seen', { engines: ['chromium'] }, async ({ page }) => {
  await page.article(`${element({ view: 'timeline', theme: 'light' })}${SCRIPT}`);
  await page.ready();
  const before = await page.look();
  await page.emulation.media({ 'forced-colors': 'active', 'prefers-color-scheme': 'dark' });
  await page.until('another picture', (hash) => window.__look.all(window.__look.widget()).base.hash !== hash, [before.base.hash]);
  await page.frames();
  const seen = await page.run(() => {
    const shadow = window.__look.widget().shadowRoot;
    const probe = document.body.appendChild(document.createElement('i'));
    const colour = (name) => ((probe.style.color = name), getComputedStyle(probe).color.match(/\d+/g).slice(0, 3).map(Number));
    const [text, ground] = [colour('CanvasText'), colour('Canvas')];
    const [base] = window.__look.canvases(window.__look.widget());
    const buttons = [...shadow.querySelectorAll('[part=controls] button[aria-pressed]')];
    const look = (pressed) => getComputedStyle(buttons.find((one) => one.getAttribute('aria-pressed') === pressed)).backgroundColor;
    return { text, ground, marks: window.__look.near(base, text, 8), own: window.__look.near(base, [0xb8, 0x4a, 0x12], 8), pressed: look('true'), other: look('false') };
  });
  assert.notDeepEqual(seen.text, seen.ground);
  assert.ok(seen.marks > 500, `marks in the colour of the text: ${JSON.stringify(seen)}`);
  assert.equal(seen.own, 0, 'and none in colours of our own');
  assert.notEqual(seen.pressed, seen.other);
});

test('the whole figure works by keys alone', async ({ page }) => {
  await page.article(`${element({ view: 'timeline correlation' })}${SCRIPT}<a id="next" href="#next">Next</a>`);
  await page.ready();
  await page.run(() => {
    document.querySelector('#before').tabIndex = -1;
    document.querySelector('#before').focus();
  });
  const focused = () => page.run(() => {
    const inner = window.__look.widget().shadowRoot.activeElement;
    return inner && { text: (inner.textContent ?? '').trim(), part: inner.getAttribute('part'), tab: inner.getAttribute('role') === 'tab' };
  });
  const reach = async (what, is) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.press('TAB');
      const inner = await focused();
      if (inner && is(inner)) return;
    }
    assert.fail(`Tab does not lead to ${what}`);
  };
  await reach('the tabs', (inner) => inner.tab);
  await page.press('ARROW_RIGHT');
  await page.until('the second view', () => /correlat/i.test(window.__look.text(window.__look.widget(), 'finding')));
  const before = await page.look();
  await reach('a range', (inner) => inner.text === '3Y');
  await page.press('SPACE');
  await page.frames();
  assert.notEqual((await page.look()).base.hash, before.base.hash);
  await reach('the chart', (inner) => inner.part === 'chart');
  await page.press('ARROW_LEFT');
  await page.frames();
  assert.notEqual((await page.look()).readout, '');
  await reach('the table', (inner) => inner.text === 'Data table');
  await page.press('ENTER');
  await page.until('rows', () => window.__look.widget().shadowRoot.querySelectorAll('tbody tr').length > 10);
  await reach('the end', (inner) => inner.text === 'SVG');
});
