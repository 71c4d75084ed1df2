// What a careful host forbids: the figure works under each of these policies and breaks none of them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertQuiet, element, SCRIPT, TAG } from '../harness/embed.mjs';
import { openEngine } from '../harness/engines.mjs';
import { here, options } from '../harness/options.mjs';
import { Page } from '../harness/page.mjs';
import { test } from '../harness/runner.mjs';
import { serve, STRICT_CSP } from '../harness/server.mjs';

const NONCE = 'bm9uY2U';
const REST = "default-src 'none'; connect-src 'self'; style-src 'self'; img-src 'self' blob: data:; base-uri 'none'; form-action 'none'";
const TRUSTED = `${STRICT_CSP}; require-trusted-types-for 'script'; trusted-types`;
const ISOLATED = {
  'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Resource-Policy': 'same-origin',
};
const NOTHING_ALLOWED = {
  'Permissions-Policy': 'accelerometer=(), camera=(), clipboard-read=(), clipboard-write=(), fullscreen=(), geolocation=(), gyroscope=(), microphone=(), usb=()',
};

/** Each policy by the words of the test. */
const POLICIES = [
  ['a nonce and nothing else for scripts', { nonce: NONCE, csp: `${REST}; script-src 'nonce-${NONCE}' 'wasm-unsafe-eval'` }],
  ['a nonce with strict-dynamic', { nonce: NONCE, csp: `${REST}; script-src 'nonce-${NONCE}' 'strict-dynamic' 'wasm-unsafe-eval'` }],
  ['enforced Trusted Types', { csp: `${TRUSTED} yenlens` }],
  ['cross-origin isolation', { headers: ISOLATED }],
  ['isolation without credentials', { headers: { ...ISOLATED, 'Cross-Origin-Embedder-Policy': 'credentialless' } }],
  ['a Permissions-Policy that allows nothing', { headers: NOTHING_ALLOWED }],
  ['the policy of the README and nothing more', { csp: "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self' blob: data:" }],
  ['a nonce, Trusted Types and isolation together', { nonce: NONCE, headers: ISOLATED, csp: `${REST}; script-src 'nonce-${NONCE}' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types yenlens` }],
  ['a policy that makes the whole page a sandbox with its origin', { csp: `${STRICT_CSP}; sandbox allow-scripts allow-same-origin` }],
  ['a policy that makes the whole page a sandbox without its origin', { csp: `${STRICT_CSP.replaceAll("'self'", 'http://127.0.0.1:*')}; sandbox allow-scripts`, headers: { 'Access-Control-Allow-Origin': '*' } }],
];

for (const [what, site] of POLICIES) {
  test(`under ${what}, a figure is drawn and nothing is violated`, { site }, async ({ page }) => {
    const tag = site.nonce ? TAG.replace('<script', `<script nonce="${NONCE}"`) : TAG;
    await page.article(tag);
    await page.ready();
    assert.ok((await page.look()).base.ink > 2_000);
    // The other module comes by the same way.
    await page.attribute('view', 'beta');
    await page.ready(2);
    assert.equal(await page.text('error'), '');
    if (site.headers === ISOLATED) assert.equal(await page.run(() => crossOriginIsolated), true, 'the page is isolated');
    // What Chromium thinks of a page's own sandbox.
    await assertQuiet(page, { browserMay: /can escape its sandboxing/ });
  });
}

test('Trusted Types are enforced in the page of the test', { engines: ['chromium'], site: { csp: `${TRUSTED} yenlens` } }, async ({ page }) => {
  await page.article(`<div id="place"></div>${SCRIPT}`);
  const refused = await page.run(() => new Promise((done) => {
    // In a task of its own, since drivers lift the policy for what they run themselves.
    setTimeout(() => {
      try {
        document.querySelector('#place').innerHTML = '<b>no</b>';
        done(false);
      } catch (error) {
        done(error instanceof TypeError);
      }
    });
  }));
  assert.equal(refused, true);
});

test('a policy that does not know the name of ours is named to the reader, and the fallback stays', { engines: ['chromium'], site: { csp: `${TRUSTED} other` } }, async ({ page }) => {
  await page.article(`${element({}, '<p id="fallback">A picture.</p>')}${SCRIPT}`);
  await page.until('an error event', () => window.__probe.events.some(({ name }) => name === 'error'));
  assert.ok((await page.text('error')).length > 20);
  assert.ok(await page.run(() => window.__look.seen(document.querySelector('#fallback'))));
  const { errors, rejections } = await page.seen();
  assert.deepEqual({ errors, rejections }, { errors: [], rejections: [] });
});

/** The package at another origin, until the body is done. */
async function elsewhere(headers, body) {
  const server = await serve({ folders: { pkg: join(options.root, 'pkg'), pages: join(here, 'pages') } });
  try {
    await body(server.site({ headers }));
  } finally {
    await server.close();
  }
}

const BOTH = STRICT_CSP.replaceAll("'self'", "'self' http://127.0.0.1:*");

test('an isolated page draws a figure from another host that allows it to', { site: { csp: BOTH, headers: ISOLATED } }, async ({ page }) => {
  await elsewhere({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }, async (host) => {
    await page.article(`${element()}<script async src="${host.url('/pkg/embed.js')}"></script>`);
    await page.ready();
    assert.equal(await page.run(() => crossOriginIsolated), true);
    assert.ok((await page.look()).base.ink > 2_000);
    await assertQuiet(page);
  });
});

test('an isolated page holds the figure in a frame of a host that is isolated too', { site: { csp: `${BOTH}; frame-src http://127.0.0.1:*`, headers: ISOLATED } }, async ({ page }) => {
  await elsewhere({ ...ISOLATED, 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }, async (host) => {
    await page.article(`<iframe title="A figure" src="${host.url('/pkg/embed.html')}?view=correlation" width="700" height="150"></iframe><script src="${host.url('/pkg/frame.js')}" crossorigin></script>`);
    await page.until('the height', () => document.querySelector('iframe').clientHeight > 500);
    await assertQuiet(page);
  });
});

/** Every button of the figure, and what leaves it. */
const useAll = async (page) => {
  await page.run(async () => {
    const widget = window.__look.widget();
    await widget.exportCsv();
    await widget.exportSvg();
    await widget.exportPng();
    widget.permalink();
    widget.restore({ ...widget.save(), view: 'correlation', window: '90' });
  });
  await page.until('the window', () => /90 trading days/.test(window.__look.text(window.__look.widget(), 'finding')));
  await page.attribute('view', 'events');
  await page.until('the other module', () => window.__probe.events.filter(({ name }) => name === 'ready').length >= 2);
};

test('a figure keeps nothing in the browser and asks for nothing kept', async ({ page, site }) => {
  await page.article(TAG, { head: '<script src="../pages/storeless.js"></script>' });
  await page.ready();
  await useAll(page);
  assert.deepEqual(await page.run(() => window.__touched), []);
  assert.deepEqual(await page.driver.manage().getCookies(), []);
  assert.deepEqual(Object.keys(site.asked()).filter((path) => !/^\/(pkg|pages|articles)\//.test(path)), [], 'nobody else is asked');
  await assertQuiet(page);
});

test('in a frame of another host to which the reader gives no storage the figure is whole', { site: { csp: `${BOTH}; frame-src http://127.0.0.1:*` } }, async ({ page }) => {
  await elsewhere({}, async (host) => {
    const text = readFileSync(join(options.root, 'pkg', 'embed.html'), 'utf8').replace('<head>', '<head><script src="../pages/storeless.js"></script>');
    host.add('/pkg/embed.html', text);
    await page.article(`<iframe title="A figure" src="${host.url('/pkg/embed.html')}?view=correlation" width="700" height="900"></iframe>`);
    const { driver } = page;
    await driver.switchTo().frame(await driver.findElement({ css: 'iframe' }));
    await page.ready();
    await useAll(page);
    assert.deepEqual(await page.run(() => window.__touched), []);
    await assertQuiet(page);
    await driver.switchTo().defaultContent();
  });
});

test('in a browser whose owner lets no page keep anything the figure is whole, framed and not', { engines: ['chromium', 'firefox'], timeoutMs: 120_000, site: { csp: `${BOTH}; frame-src http://127.0.0.1:*` } }, async ({ site, engine }) => {
  const session = await openEngine(engine, { keepsNothing: true });
  try {
    await elsewhere({}, async (host) => {
      const page = new Page(session, site);
      const { driver } = page;
      const refused = () => page.run(() => {
        try {
          return `it keeps ${localStorage.length}`;
        } catch (error) {
          return error.name;
        }
      });
      await page.article(`${TAG}<iframe title="A figure" src="${host.url('/pkg/embed.html')}?view=correlation" width="700" height="900"></iframe>`);
      await page.ready();
      assert.equal(await refused(), 'SecurityError', 'the setting holds');
      await useAll(page);
      await assertQuiet(page);
      // A figure waits until it is near to be seen.
      await page.run(() => document.querySelector('iframe').scrollIntoView({ behavior: 'instant' }));
      await driver.switchTo().frame(await driver.findElement({ css: 'iframe' }));
      await page.ready();
      assert.equal(await refused(), 'SecurityError', 'in the frame too');
      await useAll(page);
      await assertQuiet(page);
      await driver.switchTo().defaultContent();
    });
  } finally {
    await session.close();
  }
});

test('the check on storage sees what would be kept', async ({ page, site }) => {
  site.add('/articles/keep.js', 'for (const keep of [() => localStorage.a = 1, () => document.cookie = "a=1", () => indexedDB.open("a")]) { try { keep(); } catch (error) { document.body.append(error.name, " "); } }');
  await page.article('<script src="keep.js"></script>', { head: '<script src="../pages/storeless.js"></script>' });
  assert.deepEqual(await page.run(() => window.__touched), ['localStorage', 'cookie', 'indexedDB']);
});
