// What happens when the network, the server or the policy is against us: one sentence in place, an event with a code, the author's
// fallback kept, and a host page that notices nothing.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { STRICT_CSP } from '../harness/server.mjs';
import { test } from '../harness/runner.mjs';

const WASM = /^\/pkg\/widget_bg\.wasm$/;
const DATA = /^\/pkg\/data\//;
const MODULE = /^\/pkg\/widget\.js$/;
const FALLBACK = '<p id="fallback">A picture of the figure.</p>';
/** A browser writes a line for every request that fails; that line is not ours. */
const REQUEST_LINES = /Failed to load resource|integrity|Failed to find a valid digest|ERR_|net::|Fetch API cannot load/;

const FAULTS = [
  ['the wasm is missing', WASM, { status: 404 }],
  ['the wasm is refused for now', WASM, { status: 429 }],
  ['the server fails on the wasm', WASM, { status: 503 }],
  ['the wasm ends early', WASM, { keep: 0.5 }],
  ['the wasm is cut off', WASM, { keep: 0.5, cut: true }],
  ['one byte of the wasm is wrong', WASM, { flip: 0.5 }],
  ['the wasm is a page that says hello', WASM, { text: '<!doctype html><title>hello</title>', type: 'text/html' }],
  ['the module is missing', MODULE, { status: 404 }],
  ['the module ends early', MODULE, { keep: 0.7 }],
  ['the data are missing', DATA, { status: 404 }],
  ['the data end early', DATA, { keep: 0.5 }],
  ['the data are cut off', DATA, { keep: 0.5, cut: true }],
  ['one byte of the data is wrong', DATA, { flip: 0.6 }],
  ['the data are empty', DATA, { keep: 0 }],
  ['the data are a page that says hello', DATA, { text: '<!doctype html><title>hello</title>', type: 'text/html' }],
];

for (const [what, path, fault] of FAULTS) {
  test(`${what}: said in place, with a code, and the fallback stays`, async ({ page, site }) => {
    site.fault(path, fault);
    await page.article(`${element({}, FALLBACK)}${SCRIPT}`);
    const { code, message } = await page.until('an error event', () => window.__probe.events.find(({ name }) => name === 'error'), [], 30_000);
    await page.frames();
    assert.match(code, /^[a-z]+(-[a-z0-9]+)*$/, 'a code for programs');
    const error = await page.text('error');
    assertSentence(error);
    assert.ok(error.includes(message.replace(/\s+/g, ' ').trim()) || message.includes(error), `event and widget say the same: ${message} | ${error}`);
    assert.ok(await page.run(() => window.__look.seen(document.querySelector('#fallback'))), 'the fallback is visible');
    assert.equal((await page.seen()).events.filter(({ name }) => name === 'error').length, 1, 'said once');
    await assertQuiet(page, { warnings: 1, browserMay: REQUEST_LINES });
  });
}

test('the wasm loads with a wrong MIME type, without a word', async ({ page, site }) => {
  site.fault(WASM, { type: 'application/octet-stream' });
  await page.article(`${element()}${SCRIPT}`);
  await page.ready();
  assert.ok((await page.look()).base.ink > 2_000);
  assert.equal(site.hits('/pkg/widget_bg.wasm'), 1, 'and is not fetched a second time for it');
  await assertQuiet(page);
});

test('a slow server delays the figure and nothing else', async ({ page, site }) => {
  site.fault(/^\/pkg\/(yenlens|data)/, { delayMs: 700 });
  await page.article(`${element({}, FALLBACK)}${SCRIPT}`);
  await page.until('the element to be known', () => customElements.get('yen-lens') !== undefined);
  assert.ok(await page.run(() => window.__look.seen(document.querySelector('#fallback'))), 'the fallback is there meanwhile');
  const height = await page.run(() => window.__look.widget().offsetHeight);
  await page.ready();
  assert.equal(await page.run(() => window.__look.widget().offsetHeight), height);
  assert.equal(await page.run(() => window.__look.seen(document.querySelector('#fallback'))), false, 'the figure has taken its place');
  await assertQuiet(page);
});

test('a policy that forbids wasm is named to the reader', { site: { csp: STRICT_CSP.replace(" 'wasm-unsafe-eval'", '') } }, async ({ page }) => {
  await page.article(`${element({}, FALLBACK)}${SCRIPT}`);
  await page.until('an error event', () => window.__probe.events.some(({ name }) => name === 'error'));
  const error = await page.text('error');
  assertSentence(error);
  assert.match(error, /wasm-unsafe-eval/);
  const { errors, rejections, console: lines } = await page.seen();
  assert.deepEqual([errors, rejections], [[], []]);
  assert.ok(lines.length <= 1);
  assert.ok(await page.run(() => window.__look.seen(document.querySelector('#fallback'))));
});

test('several figures without wasm each say so, and warn once', async ({ page, site }) => {
  site.fault(WASM, { status: 404 });
  await page.emulation.size(1000, 1500);
  await page.article(`${element({ height: 200 })}${element({ height: 200 })}${SCRIPT}`);
  await page.until('two error events', () => window.__probe.events.filter(({ name }) => name === 'error').length === 2);
  assertSentence(await page.text('error', 0));
  assertSentence(await page.text('error', 1));
  await assertQuiet(page, { warnings: 1, browserMay: REQUEST_LINES });
});

test('a script that cannot be loaded leaves the fallback to the reader', async ({ page, site }) => {
  site.fault(/^\/pkg\/embed\.js$/, { status: 404 });
  await page.article(`${element({}, FALLBACK)}${SCRIPT}`);
  assert.ok(await page.run(() => window.__look.seen(document.querySelector('#fallback'))));
  await assertQuiet(page, { browserMay: REQUEST_LINES });
});

test('a figure that failed recovers when it is put in again after the server is mended', async ({ page, site }) => {
  site.fault(WASM, { status: 503 });
  await page.article(`${element({}, FALLBACK)}${SCRIPT}`);
  await page.until('an error event', () => window.__probe.events.some(({ name }) => name === 'error'), [], 30_000);
  site.mend();
  await page.run(async () => {
    const widget = window.__look.widget();
    const { parentNode, nextSibling } = widget;
    widget.remove();
    await new Promise((done) => setTimeout(done, 50));
    parentNode.insertBefore(widget, nextSibling);
  });
  await page.ready();
  const { error, base } = await page.look();
  assert.equal(error, '');
  assert.ok(base.ink > 2_000);
});

test('a driver whose figures cannot be had leaves the figure as it was, and can be asked for again', async ({ page, site }) => {
  await page.article(`${element()}${SCRIPT}`);
  await page.ready();
  const before = await page.look();
  site.fault(/^\/pkg\/data\/rates\.bin$/, { status: 404 });
  await page.attribute('driver', 'ust2y');
  await page.until('a sentence', () => window.__look.text(window.__look.widget(), 'error') !== '');
  assert.equal((await page.look()).finding, before.finding);
  assert.deepEqual((await page.seen()).events.filter(({ name }) => name === 'change'), [], 'falling back is not the reader\'s change');
  await page.attribute('driver', 'jgb10y');
  await page.until('the sentence gone', () => window.__look.text(window.__look.widget(), 'error') === '');
  assert.notEqual((await page.look()).finding, before.finding);
  site.mend();
  await page.attribute('driver', 'ust2y');
  await page.until('the two-year yield', () => /2-year US/.test(window.__look.text(window.__look.widget(), 'finding')));
  assert.equal((await page.look()).error, '');
});

test('a height that is none is said in place', async ({ page }) => {
  await page.article(`${element({ height: 'tall' })}${SCRIPT}`);
  await page.ready();
  assert.match(await page.text('error'), /height.*"tall"/);
});

/** One clear sentence: words for a person, no debris of a program. */
function assertSentence(text) {
  assert.match(text, /^[A-Z].{19,250}$/, `a sentence of a readable length, got "${text}"`);
  assert.ok(text.split(/\s+/).length >= 5, `several words, got "${text}"`);
  assert.doesNotMatch(text, /undefined|\[object|NaN|null|Error:|TypeError|panicked|unreachable/, `no debris, got "${text}"`);
}
