// Dates and numbers of the picture and its readout are written as the engine's own Intl writes them. English follows a British order
// with American months ("5 Sep 2026"), as Intl puts the parts for en-GB and spells the month for en; a year or a day of the month alone
// is a number in every language.

import assert from 'node:assert/strict';
import { assertQuiet, element, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';

/** What Intl writes in this engine; runs in the page. */
const wanted = (lang) => {
  const date = (iso, options) => {
    const day = new Date(`${iso}T00:00:00Z`);
    if (lang !== 'en') return new Intl.DateTimeFormat(lang, { timeZone: 'UTC', ...options }).format(day);
    const month = new Intl.DateTimeFormat('en', { timeZone: 'UTC', month: 'short' }).format(day);
    const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options, month: 'short' }).formatToParts(day);
    return parts.map(({ type, value }) => (type === 'month' ? month : value)).join('');
  };
  const long = { year: 'numeric', month: lang === 'en' ? 'short' : 'long', day: 'numeric' };
  const days = Array.from({ length: 365 }, (_, at) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10));
  return {
    months: [...new Set(days.map((iso) => date(iso, { month: 'short' })))],
    monthDays: days.map((iso) => date(iso, { month: 'short', day: 'numeric' })),
    dates: Object.fromEntries(days.map((iso) => [iso, date(iso, long)])),
  };
};

const texts = async () => {
  const root = new DOMParser().parseFromString(await window.__look.widget().exportSvg(), 'image/svg+xml');
  return [...root.querySelectorAll('text')].map((node) => node.textContent.replaceAll('\u00a0', ' '));
};

for (const lang of ['en', 'ja', 'zh-Hans', 'ko']) {
  test(`months, days, dates and numbers are written as Intl writes them in ${lang}`, async ({ page }) => {
    const inPage = (text) => text.replaceAll('\u00a0', ' ');
    await page.article(`${element({ lang, view: 'timeline', range: '2025-01-02/2025-12-30' })}${SCRIPT}`);
    await page.ready();
    const intl = await page.run(`function (lang) { return (${wanted})(lang); }`, lang);
    const year = await page.run(texts);
    const months = year.filter((text) => intl.months.includes(text));
    assert.ok(months.length >= 3, `months of ${intl.months}: ${year}`);
    // Grouped numbers: the price on its axis and at its line's end.
    const grouped = year.join(' ').match(/\d{1,3}(,\d{3})+(\.\d+)?/g) ?? [];
    assert.ok(grouped.length >= 3, year.join(' | '));
    const same = await page.run((tag, all) => all.map((text) => {
      const [whole, part = ''] = text.split('.');
      const digits = { minimumFractionDigits: part.length, maximumFractionDigits: part.length };
      return new Intl.NumberFormat(tag, digits).format(Number(`${whole.replaceAll(',', '')}.${part}`));
    }), lang, grouped);
    assert.deepEqual(grouped, same);
    // Every month of the readout, 20 days on at a time.
    await page.run(() => {
      window.__days = [];
      document.addEventListener('yen-lens-hover', (event) => window.__days.push(event.detail.date));
      window.__look.part(window.__look.widget(), 'chart').focus();
    });
    const seen = new Set();
    await page.press('HOME');
    for (let turn = 0; turn < 20; turn += 1) {
      await page.frames();
      const { day, title } = await page.run(() => ({
        day: window.__days.at(-1), title: window.__look.part(window.__look.widget(), 'readout').querySelector('b').textContent,
      }));
      assert.equal(inPage(title), inPage(intl.dates[day]), day);
      seen.add(day.slice(0, 7));
      await page.press('PAGE_DOWN');
    }
    assert.equal(seen.size, 12, [...seen].join());
    // A range of weeks names the month where it turns.
    await page.attribute('range', '2025-02-18/2025-03-20');
    for (let turn = 0; turn < 3; turn += 1) await page.frames();
    const weeks = await page.run(texts);
    assert.ok(weeks.some((text) => intl.monthDays.includes(text)), `${weeks}`);
    await assertQuiet(page);
  });
}
