// Pictures of a package and what differs between two of them. It stores none: both are taken in the same browser with the same fonts
// within a minute, so that every pixel that differs is the package's doing.

import { PNG } from 'pngjs';
import { element, SCRIPT } from './embed.mjs';

/** How each view is looked at: a wide article and a phone. */
export const WIDTHS = [900, 360];
const TALLEST = 1500;
const MOST_TURNS = 10;

/**
 * Opens one view in an article, and waits until it has come to rest.
 *
 * @param {import('./page.mjs').Page} page on the site of the package
 * @param {{attributes: Record<string, string>, width: number, ratio: number}} look
 */
export async function open(page, { attributes, width, ratio }) {
  await page.emulation.reset();
  await page.emulation.size(width, 900);
  if (ratio !== 1) await page.emulation.ratio(ratio);
  await page.article(`${element(attributes)}${SCRIPT}`);
  await page.ready();
  const fault = await page.text('error');
  if (fault) throw new Error(fault);
  await page.emulation.size(width, Math.min(TALLEST, await page.run(() => document.documentElement.scrollHeight)));
  // A canvas that stands between two pixels of the screen is put there by the compositor, which now and then rounds in another way: it is
  // hidden, and its bitmap looked at instead.
  await page.run(() => window.__look.widget().shadowRoot.querySelectorAll('canvas').forEach((canvas) => { canvas.style.visibility = 'hidden'; }));
  await page.frames();
}

/**
 * A picture of what is open: the viewport without the canvases, and under it the bitmap of every canvas of the widget.
 *
 * @returns {Promise<Picture>}
 * @typedef {{png: PNG, page: number}} Picture with the height of the viewport's part, in pixels of the screen
 */
export async function picture(page) {
  const urls = await page.run(() => [...window.__look.widget().shadowRoot.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()));
  const bitmaps = urls.map((url) => PNG.sync.read(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')));
  const viewport = PNG.sync.read(await settled(page));
  return { png: together([viewport, ...bitmaps], 'below'), page: viewport.height };
}

/** A screenshot that a second one a moment later equals. */
async function settled(page) {
  let last;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    await page.frames();
    const now = await page.screenshot();
    if (last?.equals(now)) return now;
    last = now;
  }
  throw new Error(`the picture still changes after ${MOST_TURNS} looks`);
}

/** The views that the package on the page's site knows, which it names when it is asked for one that is none. */
export async function views(page) {
  await page.article(`${element({ view: 'none' })}${SCRIPT}`);
  const sentence = await page.until('a sentence about the view', () => window.__look.text(window.__look.widget(), 'error'));
  const [, names] = /view: expected (.+), got/.exec(sentence) ?? [];
  if (!names) throw new Error(`no list of views in "${sentence}"`);
  return names.split(' or ');
}

/** The compositor's own rounding, out of 255: corners between two pixels of the screen differ by so much from time to time. */
const FAINT = 2;

/**
 * What differs between two pictures: in the bitmaps of the canvases anything, in the rest of the page what is more than faint.
 *
 * @param {Picture} before
 * @param {Picture} after
 * @returns {{pixels: number, most: number, box: [number, number, number, number] | null, sheet: () => Buffer}} how many pixels
 *   differ (those that only one has count), by how much of 255 at most, the box around them as left, top, width and height, and a PNG
 *   of both pictures beside a third that marks them
 */
export function difference(before, after) {
  const [a, b] = [before.png, after.png];
  const page = Math.min(before.page, after.page);
  const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)];
  const marks = new PNG({ width, height });
  let pixels = 0;
  let most = 0;
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [one, other] = [at(a, x, y), at(b, x, y)];
      const off = one && other ? Math.max(...[0, 1, 2, 3].map((c) => Math.abs(one[c] - other[c]))) : 255;
      const differs = off > (y < page ? FAINT : 0);
      const place = (y * width + x) * 4;
      // What is equal stays as a pale ghost, so that one sees where the marks are.
      const ghost = one ?? other ?? [255, 255, 255, 255];
      for (let c = 0; c < 3; c += 1) marks.data[place + c] = differs ? [220, 0, 90][c] : 200 + Math.round(ghost[c] * 0.21);
      marks.data[place + 3] = 255;
      if (!differs) continue;
      pixels += 1;
      most = Math.max(most, off);
      [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
    }
  }
  const box = pixels ? [left, top, right - left + 1, bottom - top + 1] : null;
  return { pixels, most, box, sheet: () => PNG.sync.write(together([a, b, marks], 'beside')) };
}

function at({ width, height, data }, x, y) {
  return x < width && y < height ? data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4) : null;
}

/** Pictures in a row or in a column, on grey. */
function together(pictures, how) {
  const gap = 12;
  const [along, across] = how === 'beside' ? ['width', 'height'] : ['height', 'width'];
  const size = {
    [along]: pictures.reduce((sum, one) => sum + one[along] + gap, -gap),
    [across]: Math.max(...pictures.map((one) => one[across])),
  };
  const sheet = new PNG(size);
  sheet.data.fill(128);
  let place = 0;
  for (const one of pictures) {
    PNG.bitblt(one, sheet, 0, 0, one.width, one.height, ...(how === 'beside' ? [place, 0] : [0, place]));
    place += one[along] + gap;
  }
  return sheet;
}
