// An author's own data: a file, a text in the page, series by a call. They are drawn as they are, or refused in one sentence.

import assert from 'node:assert/strict';
import { assertQuiet, SCRIPT } from '../harness/embed.mjs';
import { test } from '../harness/runner.mjs';
import { correlation, csv, json, made } from '../harness/series.mjs';

const FALLBACK = '<p id="fallback">A picture of the figure.</p>';
/** A browser writes a line for every request that fails; that line is not ours. */
const REQUEST_LINES = /Failed to load resource|ERR_|net::|Fetch API cannot load/;
const own = (attributes = '', inside = '') => `<yen-lens view="correlation" ${attributes}>${inside}</yen-lens>`;
/** The rows, without the lines that say which file they come from. */
const exported = (page) => page.run(async () => (await window.__look.widget(0).exportCsv()).split('\r\n').filter((line) => !line.startsWith('#')).join('\r\n'));
const errors = async (page) => (await page.seen()).events.filter(({ name }) => name === 'error');

test('a CSV of the author\'s is drawn without the snapshot, and its correlation is that of the file', async ({ page, site }) => {
  const rows = made();
  site.add('/articles/own.csv', csv(rows));
  await page.article(`${own('src="own.csv" window="250"', FALLBACK)}${SCRIPT}`);
  await page.ready();
  const { finding, error } = await page.look();
  assert.equal(error, '');
  assert.match(finding, /My coin.*my rate|my rate.*My coin/i);
  const drawn = await exported(page);
  const last = drawn.trim().split('\n').at(-1);
  assert.ok(last.startsWith(rows.at(-1).date), last);
  // The last window of 250 changes, by the definition.
  const expected = correlation(rows.slice(-251));
  const cells = last.split(',').map(Number);
  assert.ok(cells.some((cell) => Math.abs(cell - expected) < 1e-4), `${expected} in ${last}`);
  assert.equal(site.hits(/^\/pkg\/data\//), 0, 'the snapshot is not fetched');
  assert.match(await page.text('footer'), /own\.csv/);
  await assertQuiet(page);
});

test('every way to bring the same data draws the same figure', async ({ page, site }) => {
  const rows = made();
  site.add('/articles/own.csv', csv(rows));
  site.add('/articles/german.csv', csv(rows, { mark: ';', end: '\r\n' }));
  site.add('/articles/own.json', json(rows));
  const ways = {
    'src, CSV': own('src="own.csv"'),
    'src, semicolons and decimal commas': own('src="./german.csv?v=2"'),
    'src, JSON': own('src="/SITE/articles/own.json"').replace('/SITE', site.prefix),
    'inside, JSON': own('', `<script type="application/json">${json(rows)}</script>`),
    'inside, CSV': own('', `<script type="text/csv">\n${csv(rows)}</script>`),
    'named in attributes': own('src="own.csv" asset="my-coin" driver="my-rate"'),
  };
  let first;
  for (const [way, html] of Object.entries(ways)) {
    await page.article(`${html}${SCRIPT}`);
    await page.ready();
    assert.equal(await page.text('error'), '', way);
    const drawn = await exported(page);
    first ??= drawn;
    assert.ok(drawn.split('\n').length > 150, way);
    assert.equal(drawn.replaceAll(/my rate/gi, 'my rate'), first.replaceAll(/my rate/gi, 'my rate'), way);
    await assertQuiet(page);
  }
});

test('what the author lacks comes from the snapshot', async ({ page, site }) => {
  const rows = made();
  site.add('/articles/own.csv', `date,coin\n${rows.map(({ date, coin }) => `${date},${coin}`).join('\n')}`);
  await page.article(`${own('src="own.csv"')}${SCRIPT}`);
  await page.ready();
  const { finding, error } = await page.look();
  assert.equal(error, '');
  assert.match(finding, /coin/i);
  assert.match(finding, /yen/);
  assert.equal(site.hits('/pkg/data/core.bin'), 1);
  await assertQuiet(page);
});

test('a series set by a call is drawn, and one that makes no sense throws', async ({ page }) => {
  await page.article(`<yen-lens view="correlation"></yen-lens>${SCRIPT}`);
  await page.ready();
  const rows = made();
  const thrown = await page.run((list) => {
    const widget = window.__look.widget(0);
    const days = Int32Array.from(list, ({ date }) => Date.parse(date) / 86_400_000);
    const said = (call) => {
      try {
        call();
        return 'nothing';
      } catch (error) {
        return error.message;
      }
    };
    const answers = [
      said(() => widget.setSeries('my coin', days, Float64Array.from(list, ({ coin }) => coin))),
      said(() => widget.setSeries('mycoin', days, Float64Array.from(list, ({ coin }, at) => (at === 2 ? 0 : coin)))),
      said(() => widget.setSeries('mycoin', days, Float64Array.from(list, ({ coin }) => coin), { unit: 'eur' })),
      said(() => widget.setSeries('mycoin', days.reverse(), Float64Array.from(list, ({ coin }) => coin))),
    ];
    days.reverse();
    widget.setSeries('myCoin', days, Float64Array.from(list, ({ coin }) => coin), { label: 'Called' });
    widget.asset = 'mycoin';
    return answers;
  }, rows);
  assert.deepEqual(thrown, [
    'setSeries: id: expected at most 40 letters, digits, - and _, got "my coin"',
    'setSeries: a value of the kind price is above zero, got 0 on 2024-01-03',
    'setSeries: unit: expected one of usd, pct, jpy_per_usd, per_eur, index, usd_bn, contracts, jpy_100m, got "eur"',
    'series: expected increasing days, got 2024-12-26 after 2024-12-27',
  ]);
  await page.until('the new coin', () => /Called/.test(window.__look.text(window.__look.widget(), 'finding')));
  await assertQuiet(page);
});

test('a series with a value a month is told in months, whoever brings it', async ({ page }) => {
  await page.article(`${own('driver="tic_japan"')}${own()}${SCRIPT}`);
  await page.ready(2);
  await page.run(() => {
    const days = Int32Array.from({ length: 120 }, (_, month) => Date.UTC(2016, month + 1, 0) / 86_400_000);
    const widget = window.__look.widget(1);
    widget.setSeries('sales', days, Float64Array.from(days, (_, at) => 100 + (at * at) % 7), { label: 'Sales' });
    widget.driver = 'sales';
  });
  for (const at of [0, 1]) {
    await page.until(`months in figure ${at}`, (at) => /^Over the 60 months .* monthly changes/.test(window.__look.text(window.__look.widget(at), 'finding')), [at]);
    const { controls, csv } = await page.run(async (at) => {
      const widget = window.__look.widget(at);
      return { controls: window.__look.part(widget, 'controls').textContent, csv: await widget.exportCsv() };
    }, at);
    assert.match(controls, /60 months/);
    assert.match(controls, /Monthly changes/);
    assert.match(csv, /monthly change/);
    assert.doesNotMatch(`${controls.replace('Trading days', '')} ${csv}`, /trading day|daily change/i);
  }
  await assertQuiet(page);
});

const FAULTS = [
  ['has a word for a number', 'date,coin\n2024-01-04,1\n2024-01-05,two\n', 'data-malformed', /line 3, column 12: expected a number or an empty cell, got "two"/],
  ['has a day twice', 'date,coin\n2024-01-04,1\n2024-01-04,2\n', 'data-malformed', /line 3, column 1: the date 2024-01-04 comes twice/],
  ['has days out of order', 'date,coin\n2024-01-05,1\n2024-01-04,2\n', 'data-malformed', /the date 2024-01-04 comes after 2024-01-05/],
  ['is a page', '<!doctype html><title>Not here</title>', 'data-malformed', /got a page of HTML/],
  ['is broken JSON', '{"schema": 1,\n"dates": [}', 'data-malformed', /line 2, column 11: this is no JSON/],
  ['is empty', '', 'data-malformed', /got an empty file/],
  ['is of another version', '{"schema": 2}', 'data-malformed', /line 1, column 12: expected the number 1, got 2/],
];

for (const [what, text, code, sentence] of FAULTS) {
  test(`a file that ${what} is refused in one sentence, and the fallback stays`, async ({ page, site }) => {
    site.add('/articles/own.data', text);
    await page.article(`${own('src="own.data"', FALLBACK)}${SCRIPT}`);
    const event = await page.until('an error event', () => window.__probe.events.find(({ name }) => name === 'error'));
    await page.frames();
    assert.equal(event.code, code);
    assert.match(await page.text('error'), sentence);
    assert.match(await page.text('error'), /^The data of this figure cannot be read: /);
    assert.ok(await page.run(() => window.__look.seen(document.querySelector('#fallback'))), 'the fallback is visible');
    assert.equal((await errors(page)).length, 1, 'said once');
    assert.equal(site.hits(/^\/pkg\/data\//), 0, 'no other figures are drawn in their place');
    await assertQuiet(page, { warnings: 1 });
  });
}

test('a fault is told in the reader\'s language', async ({ page, site }) => {
  site.add('/articles/own.csv', 'date,coin\n2024-01-04,x\n');
  for (const [lang, words] of [['ja', /この図のデータを読み取れません/], ['zh-Hans', /无法读取此图的数据/], ['ko', /이 그림의 데이터를 읽을 수 없습니다/]]) {
    await page.article(`${own('src="own.csv"')}${SCRIPT}`, { lang });
    await page.until('an error', () => window.__look.text(window.__look.widget(0), 'error') !== '');
    assert.match(await page.text('error'), words);
    assert.match(await page.text('error'), /line 2, column 12/);
  }
});

test('a file that is not there, or too large, is said so', async ({ page, site }) => {
  await page.article(`${own('src="nowhere.csv"', FALLBACK)}${SCRIPT}`);
  await page.until('an error', () => window.__probe.events.some(({ name }) => name === 'error'));
  assert.match(await page.text('error'), /could not be loaded \(404\)/);
  assert.equal(site.hits('/articles/nowhere.csv'), 1, 'what is not there is not asked for again');
  site.add('/articles/large.csv', `date,coin\n2024-01-04,1\n${'\n'.repeat(33_900_000)}`);
  await page.article(`${own('src="large.csv"', FALLBACK)}${SCRIPT}`);
  const { code } = await page.until('an error', () => window.__probe.events.find(({ name }) => name === 'error'), [], 30_000);
  assert.equal(code, 'data-too-large');
  assert.match(await page.text('error'), /at most 32 MB, got 3\d\.\d MB/);
});

test('of a file that breaks off what came is drawn, and said to be a part', async ({ page, site }) => {
  const rows = made();
  site.add('/articles/own.csv', csv(rows));
  site.fault(/own\.csv$/, { keep: 0.8, cut: true });
  await page.article(`${own('src="own.csv"')}${SCRIPT}`);
  await page.ready();
  assert.match(await page.text('error'), /broke off; what came is shown, up to .* 2024/);
  const last = (await exported(page)).trim().split('\n').at(-1).slice(0, 10);
  assert.ok(last > '2024-09-01' && last < rows.at(-1).date, last);
  assert.equal(site.hits('/articles/own.csv'), 3, 'tried twice more');
  site.mend();
  await page.run(() => window.__look.widget(0).refresh());
  await page.until('the sentence gone', () => window.__look.text(window.__look.widget(0), 'error') === '');
  await page.until('the whole file', async (date) => (await window.__look.widget(0).exportCsv()).trim().split('\n').at(-1).startsWith(date), [rows.at(-1).date]);
  await assertQuiet(page, { warnings: 1, browserMay: REQUEST_LINES });
});

test('a new file that cannot be read leaves the figure of the old one', async ({ page, site }) => {
  site.add('/articles/own.csv', csv(made()));
  site.add('/articles/bad.csv', 'date,coin\nnever,1\n');
  await page.article(`${own('src="own.csv"')}${SCRIPT}`);
  await page.ready();
  const before = await page.look();
  await page.attribute('src', 'bad.csv');
  await page.until('a sentence', () => window.__look.text(window.__look.widget(0), 'error') !== '');
  assert.equal((await page.look()).finding, before.finding);
  await page.attribute('src', 'own.csv');
  await page.until('the sentence gone', () => window.__look.text(window.__look.widget(0), 'error') === '');
  await page.attribute('src', null);
  await page.until('the snapshot', () => /Bitcoin/i.test(window.__look.text(window.__look.widget(0), 'finding')));
  await assertQuiet(page, { warnings: 1 });
});

test('a file that is named later turns a figure of the snapshot into one of its own', async ({ page, site }) => {
  site.add('/articles/own.csv', csv(made()));
  await page.article(`${own()}${SCRIPT}`);
  await page.ready();
  assert.equal(site.hits('/pkg/yenlens.js'), 0, 'the light module is enough for the snapshot');
  await page.attribute('src', 'own.csv');
  await page.until('the coin', () => /My coin/i.test(window.__look.text(window.__look.widget(0), 'finding')));
  await assertQuiet(page);
});

test('many figures of one file share one request, and each is its own', async ({ page, site }) => {
  site.add('/articles/own.csv', csv(made()));
  await page.emulation.size(1000, 1500);
  await page.article(`${own('src="own.csv" height="250"')}${own('src="own.csv" height="250" window="120"')}${own('height="250"')}${SCRIPT}`);
  await page.ready(3);
  assert.equal(site.hits('/articles/own.csv'), 1);
  assert.match(await page.text('finding', 0), /My coin/i);
  assert.match(await page.text('finding', 2), /Bitcoin/i, 'the figure of the snapshot does not see the author\'s data');
  await assertQuiet(page);
});
