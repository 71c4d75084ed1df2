// One page of the bench in a tab of its own: opening it, bringing it to the front, calling what it offers; the server and the browser of
// all benches of this folder.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { openEngine } from '../../tests/browsers/harness/engines.mjs';
import { serve } from '../../tests/browsers/harness/server.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** The package of that checkout beside the pages and the libraries. */
export const serveBench = (root = join(here, '..', '..')) =>
  serve({ folders: { pkg: join(root, 'pkg'), benches: join(here, '..'), libs: join(here, 'node_modules') } });

/** Isolated pages get a clock of 5 microseconds. The probe would wrap what is timed. */
export const siteOf = (server) =>
  server.site({ probe: false, csp: null, headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' } });

/** A browser of that ratio; it is the browser's own and not an emulated one: some libraries do not see the latter. */
export async function openAt(ratio) {
  const session = await openEngine('chromium', { chromiumArguments: [`--force-device-scale-factor=${ratio}`, '--window-size=1200,1400'] });
  await session.driver.manage().setTimeouts({ script: 600_000 });
  return session;
}

/** A page with one chart. */
export class Tab {
  static async open(driver, site, chart) {
    await driver.switchTo().newWindow('tab');
    const tab = new Tab();
    Object.assign(tab, { driver, chart, handle: await driver.getWindowHandle() });
    const kurkle = JSON.stringify({ imports: { '@kurkle/color': '../../libs/@kurkle/color/dist/color.esm.js' } });
    await driver.get(`${site.add('/benches/figure/page.html',
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Frames</title>' +
      '<link rel="stylesheet" href="../../libs/uplot/dist/uPlot.min.css"><link rel="stylesheet" href="pages/page.css">' +
      `<script type="importmap">${kurkle}</script><script type="module" src="pages/bench.js"></script></head>` +
      '<body><div id="chart"></div></body></html>')}?chart=${chart}`);
    const end = Date.now() + 20_000;
    while (!(await driver.executeScript('return Boolean(window.bench)'))) {
      if (Date.now() > end) throw new Error(`${chart}: the page did not start`);
      await new Promise((settle) => setTimeout(settle, 50));
    }
    return tab;
  }

  /** Hidden pages are throttled. */
  async show() {
    await this.driver.switchTo().window(this.handle);
    await this.driver.sendDevToolsCommand('Page.bringToFront', {});
  }

  call(name, ...values) {
    return this.driver.executeScript(`return window.bench.${name}(...arguments)`, ...values);
  }

  /** Bytes the page holds after a collection, arrays and the memory of modules included, bitmaps not. */
  async heap() {
    // The second takes what the first has let go of.
    for (let turn = 0; turn < 2; turn += 1) await this.driver.sendDevToolsCommand('HeapProfiler.collectGarbage', {});
    const { usedSize, backingStorageSize } = await this.driver.sendAndGetDevToolsCommand('Runtime.getHeapUsage', {});
    return usedSize + backingStorageSize + (await this.call('beside')).all;
  }
}
