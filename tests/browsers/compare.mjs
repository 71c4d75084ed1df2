// Compares the pictures of two packages, pixel by pixel: node tests/browsers/compare.mjs [--against REVISION] [--out DIR] [--engine NAME]...
// [--only SUBSTRING]... [--root DIR]. The one is the pkg/ that is committed at a revision (HEAD unless told), the other the pkg/ of this
// checkout, as `cargo xtask build` left it. Every view is looked at on a wide page and on a phone, at ratios 1, 1.25 and 2 where the
// engine can change its ratio. What differs is listed, and written to DIR as a sheet of before, after and marks; the exit code is 1.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The ratios at which the picture has to be the same. */
const RATIOS = [1, 1.25, 2];

async function main() {
  const { here, options } = await import('./harness/options.mjs');
  const { openEngine } = await import('./harness/engines.mjs');
  const { Page } = await import('./harness/page.mjs');
  const { difference, open, picture, views, WIDTHS } = await import('./harness/pictures.mjs');
  const { serve } = await import('./harness/server.mjs');
  const old = mkdtempSync(join(tmpdir(), 'yenlens-compare-'));
  const servers = [];
  const count = { same: 0, different: 0, new: 0 };
  try {
    const archive = execFileSync('git', ['-C', options.root, 'archive', options.against, 'pkg'], { maxBuffer: 1 << 28 });
    execFileSync('tar', ['-x', '-C', old], { input: archive });
    const taken = async (page, look) => {
      await open(page, look);
      return picture(page);
    };
    for (const root of [old, options.root]) {
      servers.push(await serve({ folders: { pkg: join(root, 'pkg'), pages: join(here, 'pages') } }));
    }
    if (options.out) mkdirSync(options.out, { recursive: true });
    for (const engine of options.engine) {
      const session = await openEngine(engine);
      const [before, after] = servers.map((server) => new Page(session, server.site()));
      try {
        for (const look of looks(await views(after), engine, WIDTHS)) {
          const name = [engine, look.attributes.view, look.attributes.basis, look.width, `x${look.ratio}`].filter(Boolean).join('-');
          if (options.only.length > 0 && !options.only.some((part) => name.includes(part))) continue;
          const now = await taken(after, look);
          const then = await taken(before, look).catch((error) => error);
          if (then instanceof Error) {
            count.new += 1;
            console.log(`new        ${name}: at ${options.against}: ${then.message.split('\n')[0]}`);
            continue;
          }
          const { pixels, most, box, sheet } = difference(then, now);
          count[pixels ? 'different' : 'same'] += 1;
          if (!pixels) continue;
          console.log(`different  ${name}: ${pixels} pixels, by ${most} of 255 at most, in ${box[2]}x${box[3]} at ${box[0]},${box[1]}`);
          if (options.out) writeFileSync(join(options.out, `${name}.png`), sheet());
        }
      } finally {
        await session.close();
      }
    }
  } finally {
    for (const server of servers) await server.close();
    rmSync(old, { recursive: true, force: true });
  }
  console.log(`${count.same} the same, ${count.different} different, ${count.new} new`);
  return count.different === 0 ? 0 : 1;
}

/** Every view in every size; the correlation also with the number that headlines quote. */
function looks(views, engine, widths) {
  const ratios = engine === 'webkit' ? [1] : RATIOS;
  const kinds = views.flatMap((view) => [{ view }, ...(view === 'correlation' ? [{ view, basis: 'levels' }] : [])]);
  return kinds.flatMap((attributes) => widths.flatMap((width) => ratios.map((ratio) => ({ attributes, width, ratio }))));
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.log(error.message);
    process.exit(2);
  },
);
