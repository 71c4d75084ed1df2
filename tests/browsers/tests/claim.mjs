// A claim in somebody's own words beside the sentence of the figure: both under their names, and no word on who is right.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

const CLAIM = 'When the yen rises, &lt;b&gt;Bitcoin&lt;/b&gt; falls.';

test('a claim of the list brings its source in the language of the figure, and says that the words are ours', async ({ page }) => {
  await page.article(`${element({ claim: 'kato-2025' })}${element({ claim: 'kato-2025', lang: 'ja' })}${SCRIPT}`);
  await page.box((number) => window.__look.widget(number), 1);
  await page.ready(2);
  const said = await page.run(() => [0, 1].map((at) => [...window.__look.widget(at).shadowRoot.querySelector('[part=claim]').children].map(({ textContent }) => textContent)));
  assert.match(said[0].join(' | '), /^The claim \| .*card.* \| .*Yomiuri Shimbun.*2025 \(in our words\)$/);
  assert.match(said[1].join(' | '), /カード.*読売新聞.*2025年.*（?要旨/);
  await assertQuiet(page);
});

test('a claim stands under its name and source beside what the data say', async ({ page }) => {
  await page.article(`${element({ claim: CLAIM, 'claim-source': 'A newsletter, 5 August 2024' })}${element()}${SCRIPT}`);
  await page.box((number) => window.__look.widget(number), 1);
  await page.ready(2);
  const seen = await page.run(() => {
    const root = window.__look.widget(0).shadowRoot;
    const claim = root.querySelector('[part=claim]');
    return {
      parts: [...claim.children].map(({ textContent }) => textContent),
      marked: claim.querySelector('b') !== null,
      label: root.querySelector('.caption > .says').textContent,
      other: window.__look.widget(1).shadowRoot.querySelector('[part=claim]').hidden,
    };
  });
  assert.deepEqual(seen, {
    parts: ['The claim', 'When the yen rises, <b>Bitcoin</b> falls.', 'A newsletter, 5 August 2024'],
    marked: false, label: 'What the data say', other: true,
  });
  assert.equal(await page.text('finding', 0), await page.text('finding', 1), 'the sentence is the same with and without a claim');
  await page.attribute('claim', null);
  await page.until('no claim', () => window.__look.widget(0).shadowRoot.querySelector('[part=claim]').hidden);
  await assertQuiet(page);
});

test('beside each other where there is room, one above the other where there is not', async ({ page }) => {
  await page.article(`${element({ claim: CLAIM })}${SCRIPT}`);
  await page.ready();
  const places = () => page.run(() => {
    const root = window.__look.widget().shadowRoot;
    const [claim, finding] = ['claim', 'finding'].map((part) => root.querySelector(`[part=${part}]`).getBoundingClientRect());
    return claim.right <= finding.left ? 'beside' : claim.bottom <= finding.top ? 'above' : 'over';
  });
  await page.emulation.size(1200, 900);
  await page.frames();
  assert.equal(await places(), 'beside');
  await page.emulation.size(360, 800);
  await page.frames();
  assert.equal(await places(), 'above');
});
