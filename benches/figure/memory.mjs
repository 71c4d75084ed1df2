// `node benches/figure/memory.mjs`, set up as for run.mjs: what each chart holds, in a page and a browser of its own for every number of
// points, so that no page has room left over from a longer series. `--chart NAME`, `--points N`, `--ratio R` (each repeatable) choose.
// The times of the frames stay in the page: as an answer to the driver they would be the largest thing in the heap.

import { parseArgs } from 'node:util';

import { openAt, serveBench, siteOf, Tab } from './tab.mjs';
import { memoryTables } from './tables.mjs';

const { values: options } = parseArgs({
  options: {
    chart: { type: 'string', multiple: true, default: ['yenlens', 'uplot'] },
    points: { type: 'string', multiple: true, default: ['2600', '26000', '260000', '1000000'] },
    ratio: { type: 'string', multiple: true, default: ['1', '2'] },
  },
});

const server = await serveBench();
const site = siteOf(server);
const rows = [];
for (const points of options.points.map(Number)) {
  for (const ratio of options.ratio.map(Number)) {
    for (const chart of options.chart) rows.push(await measure(chart, points, ratio));
  }
}
await server.close();
for (const line of memoryTables(rows)) console.log(line);

async function measure(chart, points, ratio) {
  const session = await openAt(ratio);
  try {
    const page = await Tab.open(session.driver, site, chart);
    await page.show();
    await page.call('prepare', points, 'calm');
    const before = await page.heap();
    await page.call('open');
    for (const operation of ['slider', 'zoom', 'pan', 'hover']) {
      await session.driver.executeScript('return window.bench.repeat(...arguments).then(() => {})', operation, 250);
    }
    const holds = await page.heap();
    const { own } = await page.call('beside');
    return { chart, points, ratio, adds: holds - before - own, holds };
  } finally {
    await session.close();
  }
}
