// Runs the browser tests: node tests/browsers/run.mjs [--engine chromium|firefox|webkit]... [--only SUBSTRING]... [--screenshots DIR]
// [--root DIR]. `--root` is the folder that holds pkg/ and www/; unless told, the checkout this file lies in.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

async function main() {
  // Imported here so that a fault in the command line is told like any other.
  const { here, options } = await import('./harness/options.mjs');
  const { runTests } = await import('./harness/runner.mjs');
  const { serve } = await import('./harness/server.mjs');
  for (const file of readdirSync(join(here, 'tests')).sort()) {
    if (file.endsWith('.mjs')) await import(pathToFileURL(join(here, 'tests', file)).href);
  }
  const server = await serve({
    folders: {
      pkg: join(options.root, 'pkg'), www: join(options.root, 'www'), pages: join(here, 'pages'),
      determinism: join(here, '..', 'determinism'), conformance: join(here, '..', 'conformance'),
    },
  });
  const { passed, failed } = await runTests({
    engines: options.engine, only: options.only, screenshots: options.screenshots, server, say: console.log,
  });
  await server.close();
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.log(error.message);
    console.log('0 passed, 1 failed');
    process.exit(1);
  },
);
