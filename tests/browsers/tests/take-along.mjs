// What a reader takes along shows the same figure again: the page's address, and the tag.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

const TWO = `${element({ view: 'timeline', height: 420 })}${element({ asset: 'eth', window: 100, range: '1y', heading: 'The author’s' })}${SCRIPT}`;

test('who opens a permalink finds the figure that it speaks of as it was, and the others as the author has them', async ({ page }) => {
  await page.article(TWO);
  await page.box((number) => window.__look.widget(number), 1);
  await page.ready(2);
  await page.attribute('window', '60', 1);
  await page.attribute('range', 'max', 1);
  await page.until('sixty days of all', () => /Over the 60 .*Over all of 20 Mar 2018/s.test(window.__look.text(window.__look.widget(1), 'finding')));
  const before = { finding: await page.text('finding', 1), state: await page.run(() => window.__look.widget(1).save()) };
  const link = new URL(await page.run(() => window.__look.widget(1).permalink()));
  assert.deepEqual(['asset', 'window', 'range', 'yen-lens'].map((name) => link.searchParams.get(name)), ['eth', null, null, '2'], 'what is as it is by itself is not in it');
  await page.open(link.href);
  await page.box((number) => window.__look.widget(number), 1);
  await page.ready(2);
  assert.equal(await page.text('finding', 1), before.finding);
  assert.deepEqual(await page.run(() => window.__look.widget(1).save()), before.state);
  assert.equal(await page.run(() => window.__look.widget(0).save().asset ?? null), null);
  await assertQuiet(page);
});

test('an address brings no words into somebody\u2019s page, and nothing where it names no figure', async ({ page, site }) => {
  await page.article(`${element({ heading: 'The author’s' })}${SCRIPT}`);
  await page.ready();
  const words = new URLSearchParams({ heading: 'Sell everything', claim: 'x', view: 'correlation', window: '90', 'yen-lens': '1' });
  await page.open(`${site.url('/articles/article.html')}?${words}`);
  await page.ready();
  assert.match(await page.text('finding'), /Over the 90 /);
  assert.equal(await page.text('heading'), 'The author’s');
  await page.open(`${site.url('/articles/article.html')}?window=90&view=beta`);
  await page.ready();
  assert.match(await page.text('finding'), /Over the 60 .*correlate/);
  await assertQuiet(page);
});

test('the tag names the language and the data of the figure, or holds them', async ({ page, site }) => {
  const csv = `date,coin (usd),rate (percent)\n${Array.from({ length: 400 }, (_, at) => `${new Date((19_000 + at) * 86_400_000).toISOString().slice(0, 10)},${(100 + 9 * Math.sin(at / 3)).toFixed(2)},${(2 + Math.cos(at / 5)).toFixed(3)}`).join('\n')}\n`;
  site.add('/articles/own.csv', csv);
  for (const body of [`<yen-lens view="correlation" lang="ja" src="own.csv"></yen-lens>`, `<yen-lens view="correlation" lang="ja"><script type="text/csv">${csv}</script></yen-lens>`]) {
    await page.article(body + SCRIPT);
    await page.ready();
    const drawn = [await page.text('finding'), (await page.look()).base.hash];
    const tag = await page.run(() => new Promise((done) => {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => done(text) } });
      [...window.__look.widget().shadowRoot.querySelectorAll('.actions button')].find((one) => one.textContent === '埋め込み').click();
    }));
    await page.article(tag);
    await page.ready();
    assert.deepEqual([await page.text('finding'), (await page.look()).base.hash], drawn, tag);
  }
  await assertQuiet(page);
});

test('a series whose name is no text is refused in words', async ({ page }) => {
  await page.article(element() + SCRIPT);
  await page.ready();
  const told = await page.run(() => [{}, Symbol('a'), ''].map((id) => {
    try {
      window.__look.widget().setSeries(id, Int32Array.of(1, 2), Float64Array.of(1, 2));
      return 'taken';
    } catch (error) {
      return `${error.message}`;
    }
  }));
  for (const sentence of told) assert.match(sentence, /setSeries: .*letters, digits/);
  assert.deepEqual(await page.run(() => { window.__look.widget().restore(null); return window.__look.widget().getAttribute('at'); }), null);
  await assertQuiet(page);
});

test('what is asked for is in the state at once', async ({ page }) => {
  await page.article(element() + SCRIPT);
  await page.ready();
  const told = await page.run(() => {
    const widget = window.__look.widget();
    widget.restore({ view: 'correlation', window: '33' });
    const states = [widget.save().window, new URL(widget.permalink()).searchParams.get('window')];
    widget.window = 90;
    return [...states, new URL(widget.permalink()).searchParams.get('window'), widget.save().window];
  });
  assert.deepEqual(told, ['33', '33', '90', '90']);
});
