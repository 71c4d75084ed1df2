// `node benches/figure/run.mjs` after `cargo xtask build`, with the packages of tests/browsers and of this folder installed (`npm ci` in
// both): the widget beside other chart libraries and a hand-written canvas, a page each in one Chromium without a GPU, interleaved.
// `--chart NAME`, `--points N`, `--ratio R`, `--operation NAME` (each repeatable) choose, `--rounds K` and `--budget MS` set the pace,
// `--data noisy` takes the figures that fill the plot (data.js), `--root DIR` takes the pkg/ of another checkout, `--json FILE` keeps
// every number. A frame's time holds script, style, layout and the raster of every canvas (pages/clock.js); what the compositor does after
// is the same for all and left out.

import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';

import { openAt, serveBench, siteOf, Tab } from './tab.mjs';
import { median, tables, tenth } from './tables.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const CHARTS = ['yenlens', 'handwritten', 'uplot', 'chartjs', 'echarts', 'lightweight-charts'];
const OPERATIONS = ['slider', 'zoom', 'pan', 'hover', 'still'];
/** A chart that takes longer than this for one frame is asked once, not in every round. */
const PATIENCE_MS = 2_000;

const { values: options } = parseArgs({
  options: {
    chart: { type: 'string', multiple: true, default: CHARTS },
    points: { type: 'string', multiple: true, default: ['2600', '26000', '260000', '1000000'] },
    ratio: { type: 'string', multiple: true, default: ['1', '2'] },
    operation: { type: 'string', multiple: true, default: OPERATIONS },
    rounds: { type: 'string', default: '5' },
    budget: { type: 'string', default: '250' },
    data: { type: 'string', default: 'calm' },
    root: { type: 'string', default: join(here, '..', '..') },
    json: { type: 'string' },
  },
});

const server = await serveBench(resolve(options.root));
const results = [];
for (const ratio of options.ratio) {
  const rows = [];
  try {
    await measure(Number(ratio), rows);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
  results.push(...rows.filter((row) => row.isOpen));
}
await server.close();
// What was measured is told even when a chart or the browser gave up on the way; the exit code says that it did.
if (options.json) writeFileSync(options.json, JSON.stringify(results));
for (const line of tables(results)) console.log(line);

/** All charts at one ratio into `all`. */
async function measure(ratio, all) {
  const session = await openAt(ratio);
  const { driver } = session;
  try {
    const site = siteOf(server);
    const pages = [];
    for (const chart of options.chart) pages.push(await Tab.open(driver, site, chart));
    for (const points of options.points.map(Number)) {
      const rows = new Map();
      for (const page of pages) {
        const row = { chart: page.chart, ratio, points, frames: {} };
        rows.set(page, row);
        all.push(row);
        await page.show();
        await page.call('prepare', points, options.data);
      }
      for (let round = 0; round < Number(options.rounds); round += 1) {
        for (const page of pages) await measureRound(page, rows.get(page), round);
      }
      for (const [page, row] of rows) {
        await page.show();
        if (row.isOpen) await page.call('close');
        const { first, frames } = row;
        const short = Object.entries({ first, ...frames }).map(([name, times]) => `${name} ${median(times).toFixed(2)} (${tenth(times).toFixed(2)})`);
        console.error(`ratio ${ratio}, ${points} points, ${page.chart}: ${short.join(', ')} ms`);
      }
    }
  } finally {
    await session.close();
  }
}

/** One turn of one chart: opened afresh, every operation for a while. */
async function measureRound(page, row, round) {
  const slow = (times) => times?.some((time) => time > PATIENCE_MS);
  await page.show();
  if (row.isOpen && slow(row.first)) {
    // It stays open: nobody waits for its first picture five times.
  } else {
    if (row.isOpen) await page.call('close');
    (row.first ??= []).push(await page.call('open'));
    row.isOpen = true;
  }
  for (const operation of options.operation) {
    const known = row.frames[operation];
    if (slow(known)) continue;
    if (round === 0) {
      const before = [await page.call('canvases'), await page.call('words')];
      await page.call('once', operation);
      const after = [await page.call('canvases'), await page.call('words')];
      checkBitmaps(page.chart, row, after[0]);
      if (operation !== 'still' && isDeepStrictEqual(before, after)) throw new Error(`${page.chart}, ${row.points} points, ratio ${row.ratio}: ${operation} changed nothing`);
    }
    row.frames[operation] = [...(known ?? []), ...(await page.call('repeat', operation, Number(options.budget)))];
  }
}

/** Every chart has to have drawn the bitmap that was asked for, or its times are of another picture. */
function checkBitmaps(chart, row, canvases) {
  const area = canvases.reduce((most, { width, height }) => Math.max(most, width * height), 0);
  for (const { width, height, wantedWidth, wantedHeight } of canvases) {
    if (Math.abs(width - wantedWidth) > 1.5 || Math.abs(height - wantedHeight) > 1.5) {
      throw new Error(`${chart}: a bitmap of ${width}x${height} for ${wantedWidth}x${wantedHeight}`);
    }
  }
  const wanted = 1000 * 500 * row.ratio * row.ratio;
  if (area < 0.8 * wanted) throw new Error(`${chart}: the largest bitmap has ${area} pixels of ${wanted}`);
  if (!canvases.some(({ ink }) => ink > 5_000)) throw new Error(`${chart}: nothing is drawn`);
  row.pixels = canvases.reduce((sum, { width, height }) => sum + width * height, 0);
  row.bitmap = canvases.map(({ width, height }) => `${width}x${height}`).join(' ');
}
