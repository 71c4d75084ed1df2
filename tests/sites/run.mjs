// Builds small sites as their authors would, each embedding the widget another way, and opens them in Chromium:
// node tests/sites/run.mjs [--only SUBSTRING]... [--root DIR]. The packages of this folder and of tests/browsers have to be installed
// (`npm ci` in both), Hugo and MkDocs be there; `cargo xtask test` sees to all of it.

async function main() {
  // Imported here so that a fault in the command line is told like any other.
  const { options } = await import('../browsers/harness/options.mjs');
  const { runTests } = await import('../browsers/harness/runner.mjs');
  await import('./tests/sites.mjs');
  const { passed, failed } = await runTests({ engines: ['chromium'], only: options.only, screenshots: options.screenshots, server: unused, say: console.log });
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** Every site has a server of its own, see harness/built.mjs. */
const unused = { site: () => undefined };

main().then(
  (code) => process.exit(code),
  (error) => {
    console.log(error.message);
    console.log('0 passed, 1 failed');
    process.exit(1);
  },
);
