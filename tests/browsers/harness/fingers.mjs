// Fingers and drags on a page: trusted events where the engine can be told of them, the page's own pointer events elsewhere.

import { setTimeout as pause } from 'node:timers/promises';
import selenium from 'selenium-webdriver';

const { Key } = selenium;

/** Presses the mouse at the first place, moves it over the others and lets it go. */
export async function drag(page, [first, ...rest], { release = true } = {}) {
  const whole = ([x, y]) => ({ x: Math.round(x), y: Math.round(y), duration: 20 });
  let actions = page.driver.actions().move(whole(first)).press();
  for (const place of rest) actions = actions.move(whole(place));
  await (release ? actions.release() : actions).perform();
  await page.frames();
}

/** Double click at a place. */
export async function doubleClick(page, x, y) {
  const origin = { x: Math.round(x), y: Math.round(y), duration: 0 };
  await page.driver.actions().move(origin).press().release().press().release().perform();
  await page.frames();
}

/** Presses a key with Ctrl held. */
export async function control(page, key) {
  await page.driver.actions().keyDown(Key.CONTROL).sendKeys(key).keyUp(Key.CONTROL).perform();
  await page.frames();
}

/**
 * Turns the wheel over the chart by an event of the page's own and tells whether the widget kept it from the page.
 *
 * @param {import('./page.mjs').Page} page
 * @param {{x: number, y: number, down?: number, across?: number, ctrl?: boolean}} turn
 */
export async function turn(page, { x, y, down = 0, across = 0, ctrl = false }) {
  const kept = await page.run((clientX, clientY, deltaY, deltaX, ctrlKey) => {
    const chart = window.__look.part(window.__look.widget(), 'chart');
    const event = new WheelEvent('wheel', { clientX, clientY, deltaX, deltaY, ctrlKey, bubbles: true, composed: true, cancelable: true });
    chart.dispatchEvent(event);
    return event.defaultPrevented;
  }, x, y, down, across, ctrl);
  await page.frames();
  return kept;
}

/**
 * Puts fingers on the chart and moves them: `steps` are lists of places, one for each finger; a finger that is missing in a step
 * has been lifted. In Chromium the events are the browser's own and the page may scroll under them.
 *
 * @param {import('./page.mjs').Page} page
 * @param {[number, number][][]} steps
 * @param {{restMs?: number, cancel?: boolean, lift?: boolean}} options `restMs` before the second step; `cancel` instead of lifting
 */
export async function fingers(page, steps, { restMs = 0, cancel = false } = {}) {
  if (page.engine === 'chromium' && !cancel) {
    const send = (type, places) => page.driver.sendDevToolsCommand('Input.dispatchTouchEvent', {
      type, touchPoints: places.map(([x, y], id) => ({ x: Math.round(x), y: Math.round(y), id })),
    });
    let before = 0;
    for (const [at, places] of steps.entries()) {
      // One finger after the other, as hands do it.
      for (let down = before; down < places.length; down += 1) await send('touchStart', places.slice(0, down + 1));
      if (places.length < before) await send('touchEnd', places);
      else if (before > 0) await send('touchMove', places);
      before = places.length;
      await pause(at === 0 ? Math.max(16, restMs) : 16);
    }
    if (before > 0) await send('touchEnd', []);
  } else {
    await page.run(async (all, rest, isCancelled) => {
      const chart = window.__look.part(window.__look.widget(), 'chart');
      const fire = (kind, pointerId, [clientX, clientY]) => chart.dispatchEvent(new PointerEvent(kind, {
        pointerId: pointerId + 50, pointerType: 'touch', isPrimary: pointerId === 0, clientX, clientY, button: 0,
        buttons: kind === 'pointerup' ? 0 : 1, bubbles: true, composed: true, cancelable: true,
      }));
      let before = [];
      for (const [at, places] of all.entries()) {
        places.forEach((place, id) => fire(id < before.length ? 'pointermove' : 'pointerdown', id, place));
        before.slice(places.length).forEach((place, id) => fire('pointerup', id + places.length, place));
        before = places;
        await new Promise((done) => setTimeout(done, at === 0 ? Math.max(16, rest) : 16));
      }
      before.forEach((place, id) => fire(isCancelled ? 'pointercancel' : 'pointerup', id, place));
    }, steps, restMs, cancel);
  }
  await page.frames();
}
