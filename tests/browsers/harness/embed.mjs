// What an author pastes into an article, and what a page with the widget must never do. Tests share both.

import assert from 'node:assert/strict';

/** The script alone, for pages that place elements. */
export const SCRIPT = '<script async src="../pkg/embed.js"></script>';

/** The one tag of the README: the figure stands where the tag stands. */
export const TAG =
  '<script async src="../pkg/embed.js" fetchpriority="high" data-view="correlation" data-asset="btc" data-driver="yen"></script>';

/** An element with these attributes and this fallback. */
export function element(attributes = {}, fallback = '') {
  const all = { view: 'correlation', asset: 'btc', driver: 'yen', ...attributes };
  const text = Object.entries(all).map(([name, value]) => ` ${name}="${value}"`).join('');
  return `<yen-lens${text}>${fallback}</yen-lens>`;
}

/**
 * Asserts that the page was left in peace: policy kept, nothing thrown, nothing on the console.
 *
 * @param {import('./page.mjs').Page} page
 * @param {{warnings?: number, browserMay?: RegExp}} [allowed] at most so many console warnings, and lines of the browser's own
 *   (failed requests) that match.
 */
export async function assertQuiet(page, { warnings = 0, browserMay } = {}) {
  const { violations, console: lines, errors, rejections } = await page.seen();
  const different = (list) => [...new Set(list)];
  assert.deepEqual(
    { violations: different(violations), errors: different(errors), rejections: different(rejections) },
    { violations: [], errors: [], rejections: [] },
  );
  const loud = lines.filter(({ level }) => level !== 'warn');
  assert.deepEqual(loud, [], 'only warnings may be on the console');
  assert.ok(lines.length <= warnings, `at most ${warnings} warnings, got ${JSON.stringify(lines)}`);
  // The browser's log also holds what the page wrote itself: that came through the probe and is counted above.
  const own = (await page.browserLog()).filter((line) => !line.includes('/pages/probe.js') && !browserMay?.test(line));
  assert.deepEqual(own, [], 'the browser had nothing to say');
}
