// The articles: each bound number comes alive, and is what stood there without JavaScript; each figure carries the disclaimer.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { assertQuiet } from '../harness/embed.mjs';
import { options } from '../harness/options.mjs';
import { test } from '../harness/runner.mjs';

/** The text of every bound element as it stands in the source. */
function written(file) {
  const page = readFileSync(`${options.root}/www/${file}`, 'utf8');
  return [...page.matchAll(/<(yen-lens-(?:value|slider))\b[^>]*>([^<]*)<\/\1>/g)].map(([, , text]) => text);
}

for (const file of ['article.html', 'article.ja.html']) {
  test(`${file}: what the page says with JavaScript is what it said without`, { timeoutMs: 120_000 }, async ({ page }) => {
    await page.open(`/www/${file}`);
    const count = await page.run(() => document.querySelectorAll('yen-lens').length);
    for (let index = 0; index < count; index += 1) {
      await page.box((number) => window.__look.widget(number), index);
      await page.until(`figure ${index + 1}`, (number) => window.__look.all(window.__look.widget(number)).base?.ink > 1_000, [index]);
    }
    // Sliders are alive once they have their role; a value that could not be had fires an event.
    await page.until('sliders', () => [...document.querySelectorAll('yen-lens-slider')].every((slider) => slider.getAttribute('role') === 'slider'));
    await page.frames();
    await page.frames();
    const live = await page.run(() => [...document.querySelectorAll('yen-lens-value, yen-lens-slider')].map(({ textContent }) => textContent));
    assert.deepEqual(live, written(file));
    const lines = await page.run(() => [...document.querySelectorAll('yen-lens')].map((widget) => window.__look.text(widget, 'footer')));
    const disclaimer = file.includes('.ja.') ? /投資助言ではありません/ : /not investment advice/;
    for (const line of lines) assert.match(line, disclaimer);
    await assertQuiet(page);
  });

  test(`${file}: a slider in a sentence moves the figure below it`, { timeoutMs: 120_000 }, async ({ page }) => {
    await page.open(`/www/${file}`);
    const find = 'function () { return document.querySelector(\'yen-lens-slider[bind=share]\'); }';
    await page.box(() => document.querySelector('yen-lens[view=scenario]'));
    await page.until('the scenario', () => window.__look.all(document.querySelector('yen-lens[view=scenario]')).base?.ink > 1_000);
    await page.until('the slider', () => document.querySelector('yen-lens-slider[bind=share]').getAttribute('role') === 'slider');
    const before = await page.run(() => [
      document.querySelector('yen-lens-value[of=implied]').textContent,
      window.__look.text(document.querySelector('yen-lens[view=scenario]'), 'finding'),
    ]);
    assert.ok(await page.focus(find));
    await page.press('ARROW_RIGHT', 'ARROW_RIGHT', 'ARROW_RIGHT');
    await page.until('another number', (text) => document.querySelector('yen-lens-value[of=implied]').textContent !== text, [before[0]]);
    await page.until('another sentence', (text) => window.__look.text(document.querySelector('yen-lens[view=scenario]'), 'finding') !== text, [before[1]]);
  });
}
