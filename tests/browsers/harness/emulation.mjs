// Sizes, pixel ratios and colour schemes, by whatever each engine offers: the DevTools protocol in Chromium, WebDriver BiDi in Firefox,
// the window's own size in WebKit. What an engine cannot do is refused with an error, never silently skipped.

import { setTimeout as pause } from 'node:timers/promises';

/** What one session can be made to believe about its screen. */
export class Emulation {
  #session;
  #width = 1000;
  #height = 800;
  #ratio = 1;
  #zoomed = false;

  /** @param {Awaited<ReturnType<typeof import('./engines.mjs').openEngine>>} session */
  constructor(session) {
    this.#session = session;
  }

  /** Whether the engine can change the device-pixel ratio of a running page. */
  get changesRatio() {
    return this.#session.engine !== 'webkit';
  }

  /** Makes the viewport exactly this large, in CSS pixels. */
  async size(width, height) {
    this.#width = width;
    this.#height = height;
    await this.#apply();
  }

  /** Changes the device-pixel ratio, keeping the viewport's size. */
  async ratio(ratio) {
    if (!this.changesRatio) throw new Error(`${this.#session.engine} cannot change its device-pixel ratio through WebDriver`);
    this.#ratio = ratio;
    await this.#apply();
  }

  /** Zooms the browser's pages, as Ctrl and plus does: fewer CSS pixels, each larger. Chromium only. */
  async zoom(factor) {
    const { driver, engine } = this.#session;
    if (engine !== 'chromium') throw new Error(`${engine} cannot be zoomed through WebDriver`);
    this.#zoomed = factor !== 1;
    await driver.sendDevToolsCommand('Emulation.clearDeviceMetricsOverride', {});
    const page = await driver.getWindowHandle();
    await driver.switchTo().newWindow('tab');
    // The only page that may ask for it is the browser's own.
    await driver.get('chrome://settings/');
    await driver.executeAsyncScript('chrome.settingsPrivate.setDefaultZoom(arguments[0], arguments[1])', factor);
    await driver.close();
    await driver.switchTo().window(page);
  }

  /** Gives the screen fingers, until the next test. Chromium only. */
  async touch(enabled = true) {
    if (this.#session.engine !== 'chromium') throw new Error(`${this.#session.engine} cannot emulate touch`);
    await this.#session.driver.sendDevToolsCommand('Emulation.setTouchEmulationEnabled', { enabled });
  }

  /** Sets media features such as `{ 'prefers-color-scheme': 'dark' }`; an empty object ends it. Chromium only. */
  async media(features) {
    if (this.#session.engine !== 'chromium') throw new Error(`${this.#session.engine} cannot emulate media features`);
    const list = Object.entries(features).map(([name, value]) => ({ name, value }));
    await this.#session.driver.sendDevToolsCommand('Emulation.setEmulatedMedia', { media: '', features: list });
  }

  /** Back to the size and ratio every test starts with. */
  async reset() {
    this.#ratio = 1;
    if (this.#zoomed) await this.zoom(1);
    await this.size(1000, 800);
    if (this.#session.engine === 'chromium') {
      await this.media({});
      await this.touch(false);
    }
  }

  async #apply() {
    const { engine, driver } = this.#session;
    if (engine === 'chromium') {
      // Chromium tells a page of a new ratio only when the width changes with it, so the width takes a step aside first.
      for (const width of [this.#width + 1, this.#width]) {
        await driver.sendDevToolsCommand('Emulation.setDeviceMetricsOverride', {
          width, height: this.#height, deviceScaleFactor: this.#ratio, mobile: false,
        });
      }
    } else if (engine === 'firefox') {
      const bidi = await driver.getBidi();
      const answer = await bidi.send({
        method: 'browsingContext.setViewport',
        params: {
          context: await driver.getWindowHandle(),
          viewport: { width: this.#width, height: this.#height },
          devicePixelRatio: this.#ratio,
        },
      });
      if (answer.error) throw new Error(`${answer.error}: ${answer.message}`);
    } else {
      await this.#sizeWindow();
    }
  }

  /** The window is larger than its page by bars of unknown height: ask, wait until the page has followed, then correct. */
  async #sizeWindow() {
    const { driver } = this.#session;
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await driver.manage().window().setRect({ x: 0, y: 0, width: this.#width + bars.width, height: this.#height + bars.height });
      let inner = [0, 0];
      for (const end = Date.now() + 1_000; Date.now() < end; await pause(20)) {
        inner = await driver.executeScript('return [innerWidth, innerHeight]');
        if (inner[0] === this.#width && inner[1] === this.#height) return;
      }
      bars.width += this.#width - inner[0];
      bars.height += this.#height - inner[1];
    }
    throw new Error(`the window cannot be made ${this.#width} by ${this.#height} CSS pixels`);
  }
}

/** How much larger the window of WebKit is than its page; learnt at the first resize. */
const bars = { width: 0, height: 0 };
