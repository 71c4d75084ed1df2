// The figure speaks the language of the element, then of the page, and changes it while it lives.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT, TAG } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

/** Letters that only this language's sentences hold. */
const LETTERS = { ja: /[\u3041-\u309f]/, 'zh-Hans': /[\u4e00-\u9fff]/, ko: /[\uac00-\ud7af]/, en: /[a-z]{4}/ };

for (const [lang, letters] of Object.entries(LETTERS)) {
  test(`lang="${lang}" is spoken in every part`, async ({ page }) => {
    await page.article(`${element({ lang })}${SCRIPT}`);
    await page.ready();
    for (const part of ['heading', 'finding', 'controls', 'footer']) assert.match(await page.text(part), letters, part);
    if (lang !== 'en') {
      const words = (await page.text('finding')).match(/[A-Za-z]{3,}/g) ?? [];
      assert.deepEqual(words, [], 'no English words are left in the sentence');
    }
    await assertQuiet(page);
  });
}

test('without a language of its own the figure takes the page\'s', async ({ page }) => {
  await page.article(TAG, { lang: 'ja' });
  await page.ready();
  assert.match(await page.text('finding'), LETTERS.ja);
});

test('an unknown language is answered in English', async ({ page }) => {
  await page.article(TAG, { lang: 'tlh' });
  await page.ready();
  assert.match(await page.text('finding'), LETTERS.en);
  await assertQuiet(page);
});

test('the language changes on a living figure, the picture\'s numbers stay', async ({ page }) => {
  await page.article(`${element({ lang: 'en' })}${SCRIPT}`);
  await page.ready();
  const numbers = async () => ((await page.text('finding')).match(/[−-]?\d+\.\d+/g) ?? []).sort();
  const english = await numbers();
  await page.attribute('lang', 'ja');
  await page.until('Japanese', (pattern) => new RegExp(pattern).test(window.__look.text(window.__look.widget(), 'finding')), [LETTERS.ja.source]);
  assert.deepEqual(await numbers(), english);
  await assertQuiet(page);
});
