// The same bits in every engine: what the package computes in a page has the digests that the native library and Node have.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { assertQuiet } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

test('every export gives the bits of the native library in a page', async ({ page, site }) => {
  const expected = JSON.parse(readFileSync(new URL('../../determinism/digests.json', import.meta.url), 'utf8'));
  await page.article('', { head: '<script type="module" src="../pages/determinism.js"></script>' });
  const { digests, fault } = await page.until('an outcome', () => {
    const { dataset } = document.body;
    return dataset.digests || dataset.fault ? { ...dataset } : null;
  }, [], 45_000);
  assert.equal(fault, undefined);
  assert.deepEqual(JSON.parse(digests), expected);
  assert.equal(site.hits('/pkg/yenlens_bg.wasm'), 1, 'computed by the package itself');
  await assertQuiet(page);
});
