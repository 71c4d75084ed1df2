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

test('a page that reads from right to left mirrors neither the chart nor its words', async ({ page }) => {
  await page.article(TAG);
  await page.ready();
  const before = await page.look();
  await page.article(TAG, { html: 'dir="rtl"' });
  await page.ready();
  const { base } = await page.look();
  assert.equal(base.hash, before.base.hash, 'the same picture');
  const [letter, mark] = await page.run(() => {
    const title = window.__look.part(window.__look.widget(), 'heading').firstChild;
    return [2, 1].map((back) => {
      const range = new Range();
      range.setStart(title, title.length - back);
      range.setEnd(title, title.length - back + 1);
      return { text: range.toString(), left: range.getBoundingClientRect().left };
    });
  });
  assert.equal(mark.text, '?');
  assert.ok(mark.left > letter.left, 'a question mark stands behind its question');
  await assertQuiet(page);
});

/** Pages whose scripts have been at what the browser brings; each with what the reader gets. */
const SPOILED = [
  ['spoiled prototypes and a fetch that rejects with a string', 'Array.prototype.extra = 1; Object.prototype.more = 2; window.fetch = () => Promise.reject("no reason");', 'error'],
  ['a fetch that throws a string', 'window.fetch = () => { throw "no reason"; };', 'error'],
  ['a fetch that resolves with nothing', 'window.fetch = () => Promise.resolve();', 'error'],
  ['a fetch that resolves with an object of its own', 'window.fetch = () => Promise.resolve({ ok: true, status: 200, headers: new Map() });', 'error'],
  ['a wrapped fetch', 'const original = window.fetch; window.fetch = function (...values) { return original.apply(this, values).then((answer) => answer.clone()); };', 'figure'],
  ['an AMD loader and names of CommonJS', 'window.defined = 0; window.define = () => { defined += 1; }; define.amd = {}; window.module = { exports: {} }; window.exports = module.exports; window.require = () => { throw new Error("no"); };', 'figure'],
  ['frozen custom elements', 'Object.freeze(customElements); Object.freeze(CustomElementRegistry.prototype);', 'figure'],
  ['custom elements that refuse', 'CustomElementRegistry.prototype.define = () => { throw "not here"; };', 'fallback'],
  ['no custom elements at all', 'Object.defineProperty(window, "customElements", { value: undefined });', 'fallback'],
  ['a frozen Object.prototype and Array.prototype', 'Object.freeze(Object.prototype); Object.freeze(Array.prototype);', 'figure'],
  ['a random number that is always the same and a clock that stands still', 'Math.random = () => 0; Date.now = () => 0; performance.now = () => 0;', 'figure'],
  ['a console that throws', 'for (const name of ["log", "warn", "error"]) console[name] = () => { throw new Error("quiet"); };', 'figure'],
];

for (const [what, script, outcome] of SPOILED) {
  test(`on a page with ${what} the reader gets ${{ error: 'a sentence', figure: 'the figure', fallback: 'the fallback' }[outcome]}, and nobody an exception`, async ({ page, site }) => {
    site.add('/articles/spoil.js', script);
    await page.article(`<yen-lens view="correlation"><p id="fallback">A picture.</p></yen-lens>${SCRIPT}`, { head: '<script src="spoil.js"></script>' });
    if (outcome === 'fallback') await page.run(() => new Promise((done) => setTimeout(done, 600)));
    else await page.until(outcome, (name) => window.__probe.events.some((event) => event.name === name), [outcome === 'figure' ? 'ready' : outcome]);
    if (outcome === 'figure') assert.ok((await page.look()).base.ink > 2_000);
    else assert.ok(await page.run(() => window.__look.seen(document.querySelector('#fallback'))), 'the fallback is seen');
    const { errors, rejections, violations } = await page.seen();
    assert.deepEqual({ errors, rejections, violations }, { errors: [], rejections: [], violations: [] });
    assert.equal(await page.run(() => window.defined ?? 0), 0, 'nothing is given to a loader of modules');
  });
}

test('a page that extends and replaces built-ins gets the figure, its choices, its exports and its numbers', async ({ page }) => {
  await page.article(`<yen-lens view="correlation beta" window="90"></yen-lens><p id="number"><yen-lens-value of="correlation" driver="yen">?</yen-lens-value></p>${SCRIPT}`, {
    head: '<script src="../pages/extended.js"></script>',
  });
  await page.ready();
  await page.until('the number', () => document.querySelector('#number').textContent.trim() !== '?');
  // Plain values alone: the driver's own reading of lists is not made for such a page either.
  const finding = await page.text('finding');
  assert.match(finding, /90 trading days/);
  assert.equal(await page.text('error'), '');
  assert.ok((await page.run(() => window.__look.all(window.__look.widget()).base.ink)) > 2_000);
  await page.attribute('view', 'beta');
  await page.until('the other view', (text) => window.__look.text(window.__look.widget(), 'finding') !== text && window.__look.text(window.__look.widget(), 'finding') !== '', [finding]);
  const taken = {
    csv: await page.run(async () => (await window.__look.widget().exportCsv()).length),
    svg: await page.run(async () => (await window.__look.widget().exportSvg()).slice(0, 4)),
    png: await page.run(async () => (await window.__look.widget().exportPng()).size),
    view: await page.run(() => window.__look.widget().save().view),
    link: await page.run(() => window.__look.widget().permalink()),
  };
  assert.ok(taken.csv > 1_000 && taken.svg === '<svg' && taken.png > 1_000, JSON.stringify(taken));
  assert.equal(taken.view, 'beta');
  assert.match(taken.link, /view=beta/);
  const noise = await page.run(() => {
    const { errors, rejections, violations, console: lines } = window.__probe;
    return errors.length + rejections.length + violations.length + lines.length;
  });
  assert.equal(noise, 0, 'nothing thrown, nothing written');
});

/** Pages of other kinds than an article; `SCRIPT` and one element in each. */
const KINDS = [
  ['quirks mode', 'quirks.html', (body) => `<html lang="en"><head><title>Quirks</title></head><body bgcolor=white>${body}</body></html>`, () => document.compatMode === 'BackCompat'],
  ['XHTML', 'page.xhtml', (body) => `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en"><head><title>XHTML</title></head><body>${body}</body></html>`, () => document.contentType === 'application/xhtml+xml'],
  ['a document without a head of its own', 'bare.html', (body) => `<!doctype html><head></head><title>Bare</title><p>Text.${body}`, () => document.head.childElementCount > 0],
];

for (const [what, name, write, is] of KINDS) {
  test(`in ${what} the figure is drawn, at the tag and as an element, with every view`, async ({ page, site }) => {
    await page.open(site.add(`/articles/${name}`, write(`${TAG.replace('async src', 'async="async" src')}<yen-lens view="chain"></yen-lens>`)));
    assert.equal(await page.run(is), true, 'the page is of that kind');
    await page.ready(2);
    for (const index of [0, 1]) assert.ok((await page.look(index)).base.ink > 1_000);
    const [csv, svg] = await page.run(async () => [await window.__look.widget().exportCsv(), await window.__look.widget().exportSvg()]);
    assert.ok(csv.length > 1_000 && svg.startsWith('<svg'));
    await assertQuiet(page);
  });
}

for (const [what, style] of [
  ['zoomed out', 'zoom: 0.5'], ['zoomed in', 'zoom: 1.5'], ['scaled down', 'transform: scale(0.6); transform-origin: 0 0'],
  ['scaled up and moved', 'transform: translate(40px, 10px) scale(1.2); transform-origin: 0 0; width: 700px'],
]) {
  test(`inside a parent that is ${what} the crosshair stands under the pointer`, async ({ page }) => {
    await page.emulation.size(1000, 1100);
    const dates = [];
    for (const css of ['', style]) {
      await page.article(`<div id="parent">${TAG}</div>`);
      await page.run((text) => document.querySelector('#parent').style.cssText = text, css);
      await page.ready();
      await page.frames();
      await page.frames();
      const at = await page.box(() => window.__look.canvases(window.__look.widget())[0]);
      // WebKit measures boxes inside of a parent's zoom, and the pointer outside of it.
      const isInside = await page.run(() => !('currentCSSZoom' in Element.prototype));
      const zoom = isInside ? Number(css.match(/zoom: ([.\d]+)/)?.[1] ?? 1) : 1;
      for (const side of Object.keys(at)) at[side] *= zoom;
      const read = [];
      for (const share of [0.3, 0.5, 0.8]) {
        await page.hover(at.left + at.width * share, at.top + at.height * 0.5);
        await page.frames();
        await page.frames();
        const { date } = await page.run(() => ({ date: window.__look.text(window.__look.widget(), 'readout') }));
        read.push(date);
      }
      dates.push(read);
      assert.ok(read.every((text) => /20\d\d/.test(text)), `a date is read, got ${JSON.stringify(read)}`);
    }
    const day = (text) => Date.parse(text.match(/\d{1,2} \w{3} 20\d\d/)[0]) / 86_400_000;
    for (const [index, text] of dates[1].entries()) {
      // The labels at the ends take a share of the width that depends on it.
      const off = Math.abs(day(text) - day(dates[0][index]));
      assert.ok(off < 120, `${text} where the plain page reads ${dates[0][index]}`);
    }
    await assertQuiet(page);
  });
}

test('a page of 50 MB gets its figures, at its beginning and at its end', { timeoutMs: 120_000 }, async ({ page }) => {
  const sentence = 'A sentence of an article that goes on and on, about Tokyo and its bonds. ';
  // As pages get there: more in attributes than in text, and no taller than what Firefox can lay out.
  const paragraph = `<p title="${sentence.repeat(13)}">${sentence}</p>`;
  const filling = paragraph.repeat(Math.ceil((50 * 1024 * 1024) / paragraph.length));
  assert.ok(filling.length >= 50 * 1024 * 1024);
  await page.article(`${SCRIPT}<yen-lens id="first" view="correlation"></yen-lens>${filling}<yen-lens id="last" view="correlation" driver="jgb10y"></yen-lens>`);
  await page.until('the first', () => window.__probe.events.some(({ name, target }) => name === 'ready' && target === 'first'), [], 60_000);
  await page.run(() => document.querySelector('#last').scrollIntoView({ behavior: 'instant' }));
  await page.until('the last', () => window.__probe.events.some(({ name, target }) => name === 'ready' && target === 'last'), [], 60_000);
  assert.ok((await page.look(1)).base.ink > 2_000);
  await assertQuiet(page);
});

test('a page with another version of YenLens keeps the elements it has, and nothing is thrown', async ({ page, site }) => {
  for (const [at, taken] of [['yen-lens'], ['yen-lens-value'], ['yen-lens', 'yen-lens-value', 'yen-lens-slider']].entries()) {
    site.add('/articles/older.js', taken.map((name) => `customElements.define("${name}", class extends HTMLElement { get older() { return true; } });`).join(''));
    await page.article(`<yen-lens view="correlation"></yen-lens><yen-lens-value of="correlation">?</yen-lens-value>${SCRIPT}`, { head: '<script src="older.js"></script>' });
    await page.until('the script', () => document.querySelector('script[src$="embed.js"]') && performance.getEntriesByType('resource').some(({ name }) => name.endsWith('embed.js')));
    if (at === 1) await page.ready();
    else await page.run(() => new Promise((done) => setTimeout(done, 400)));
    const older = await page.run(() => ['yen-lens', 'yen-lens-value'].filter((name) => document.querySelector(name).older));
    assert.deepEqual(older, taken.filter((name) => name !== 'yen-lens-slider'));
    await assertQuiet(page);
  }
});

test('a copy of a figure is a figure of its own, with what was set', async ({ page }) => {
  await page.article(`${TAG}<div id="place"></div>`);
  await page.ready();
  await page.attribute('window', '120');
  await page.frames();
  await page.run(() => document.querySelector('#place').append(window.__look.widget().cloneNode(true)));
  await page.ready(2);
  const [first, copy] = [await page.look(0), await page.look(1)];
  assert.equal(copy.finding, first.finding);
  assert.match(copy.finding, /120 trading days/);
  await page.attribute('window', '30', 1);
  await page.until('another finding', (text) => window.__look.text(window.__look.widget(1), 'finding') !== text, [copy.finding]);
  assert.equal((await page.look(0)).finding, first.finding);
  // The text of the page, written again.
  await page.run(() => document.querySelector('#place').setHTMLUnsafe?.(document.querySelector('#place').innerHTML) ?? (document.querySelector('#place').innerHTML = document.querySelector('#place').innerHTML));
  await page.ready(3);
  assert.match((await page.look(1)).finding, /30 trading days/);
  await assertQuiet(page);
});

test('taken out at any moment of its loading, a figure is silent', { timeoutMs: 120_000 }, async ({ page, site }) => {
  site.fault(/^\/pkg\/(widget|data)/, { delayMs: 40 });
  for (let wait = 0; wait <= 240; wait += 30) {
    await page.article(`<div id="place">${TAG}</div>`);
    await page.run(async (pause) => {
      await new Promise((done) => setTimeout(done, pause));
      document.querySelector('#place').remove();
      await new Promise((done) => setTimeout(done, 150));
    }, wait);
    const { events } = await page.seen();
    assert.ok(events.every(({ name }) => name === 'ready'), `after ${wait} ms: ${JSON.stringify(events)}`);
    await assertQuiet(page);
  }
});

/** Without `no-store`, which would keep a page out of the cache for going back. */
const KEPT = { site: { headers: { 'Cache-Control': 'max-age=60' } } };

test('back from another page the figure is there and answers', KEPT, async ({ page, site, engine }) => {
  site.add('/articles/back.js', 'addEventListener("pageshow", (event) => { if (event.persisted) window.persisted = true; });');
  const other = site.add('/articles/other.html', '<!doctype html><html lang="en"><head><title>Another page</title></head><body></body></html>');
  await page.article(TAG, { head: '<script src="back.js"></script>' });
  await page.ready();
  const before = await page.look();
  await page.driver.get(other);
  await page.driver.navigate().back();
  await page.until('the figure', () => window.__look?.all(window.__look.widget()).base?.ink > 2_000);
  if (engine === 'chromium') assert.equal(await page.run(() => window.persisted), true, 'the page was kept');
  assert.equal((await page.look()).finding, before.finding);
  await page.attribute('window', '120');
  await page.until('another finding', (text) => ![text, ''].includes(window.__look.text(window.__look.widget(), 'finding')), [before.finding]);
  await assertQuiet(page);
});

test('frozen and resumed, at rest and while it loads, a figure goes on', { engines: ['chromium'] }, async ({ page, site }) => {
  const { driver } = page;
  const state = (name) => driver.sendDevToolsCommand('Page.setWebLifecycleState', { state: name });
  const resume = async () => {
    await state('active');
    // Freezing hides a page as well; it is shown again when its tab comes to the front.
    const tab = await driver.getWindowHandle();
    await driver.switchTo().newWindow('tab');
    await driver.close();
    await driver.switchTo().window(tab);
    await driver.sendDevToolsCommand('Page.bringToFront', {});
  };
  site.fault(/^\/pkg\/(widget|data)/, { delayMs: 200 });
  await page.article(TAG);
  for (let turn = 0; turn < 2; turn += 1) {
    await state('frozen');
    await new Promise((done) => setTimeout(done, 80));
    await resume();
  }
  await page.ready();
  const before = await page.look();
  assert.ok(before.base.ink > 2_000);
  await state('frozen');
  await new Promise((done) => setTimeout(done, 300));
  await resume();
  await page.attribute('window', '120');
  await page.until('another finding', (text) => window.__look.text(window.__look.widget(), 'finding') !== text, [before.finding]);
  await assertQuiet(page);
});

test('in a page prepared before it is shown the figure is there when it is', { engines: ['chromium'], site: { csp: null } }, async ({ page, site }) => {
  site.add('/articles/was.js', 'window.wasPrepared = document.prerendering;');
  const shown = site.add('/articles/next.html', `<!doctype html><html lang="en"><head><title>Next</title><script src="was.js"></script></head><body>${TAG}</body></html>`);
  const rules = JSON.stringify({ prerender: [{ source: 'list', urls: [shown], eagerness: 'immediate' }] });
  await page.article('<a id="next" href="next.html">Next</a>', { head: `<script type="speculationrules">${rules}</script>` });
  for (const end = Date.now() + 5_000; site.hits('/articles/next.html') === 0 && Date.now() < end;) await page.run(() => new Promise((done) => setTimeout(done, 50)));
  await page.run(() => new Promise((done) => setTimeout(done, 700)));
  // In a task of its own: the page that the driver speaks with is not the one that is shown next.
  await page.run(() => setTimeout(() => document.querySelector('#next').click(), 50) > 0);
  await new Promise((done) => setTimeout(done, 600));
  const [shownNow] = await page.driver.getAllWindowHandles();
  await page.driver.switchTo().window(shownNow);
  await page.until('the next page', () => document.title === 'Next');
  assert.equal(await page.run(() => window.wasPrepared), true, 'the page was prepared');
  await page.ready();
  assert.ok((await page.look()).base.ink > 2_000);
  await assertQuiet(page);
});
