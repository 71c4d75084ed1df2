// What a careful host forbids: the figure works under each of these policies and breaks none of them.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT, TAG } from '../harness/embed.mjs';
import { STRICT_CSP } from '../harness/server.mjs';
import { test } from '../harness/runner.mjs';

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
  ['a Permissions-Policy that allows nothing', { headers: NOTHING_ALLOWED }],
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
    await assertQuiet(page);
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
