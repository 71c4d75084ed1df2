// `node benches/javascript/browser.mjs` after `cargo xtask build`, with the packages of tests/browsers installed: the package against
// plain JavaScript in one page of one Chromium, with copies in and out and over columns held. `--engine firefox` or `webkit` takes
// another engine, `--only PART` the operations with these words in their name, `--root DIR` the pkg/ of another checkout.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { openEngine } from "../../tests/browsers/harness/engines.mjs";
import { options } from "../../tests/browsers/harness/options.mjs";
import { Page } from "../../tests/browsers/harness/page.mjs";
import { serve } from "../../tests/browsers/harness/server.mjs";
import { build } from "./held.mjs";

const benches = dirname(fileURLToPath(import.meta.url));
const engine = options.engine.length === 1 ? options.engine[0] : "chromium";
const server = await serve({ folders: { pkg: join(options.root, "pkg"), benches, held: build() } });
const session = await openEngine(engine);
try {
  // One operation on a million values, many times over, may take longer than any step of a test.
  await session.driver.manage().setTimeouts({ script: 180_000 });
  // The probe would wrap what is timed.
  const site = server.site({ probe: false });
  const page = new Page(session, site);
  const only = options.only[0] ?? "";
  const head = '<meta charset="utf-8"><title>Times</title><script type="module" src="page.js"></script>';
  await page.open(site.add("/benches/page.html", `<!doctype html><html lang="en" data-only="${only}"><head>${head}</head><body></body></html>`));
  await page.until("the page started", () => typeof window.nextLine === "function");
  console.log(session.version);
  for (;;) {
    const line = await page.run(() => window.nextLine());
    if (line === null) break;
    console.log(line);
  }
} finally {
  await session.close();
  await server.close();
}
