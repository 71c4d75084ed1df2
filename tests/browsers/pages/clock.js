// A clock that stands until a test moves it on: `__clock.advance(milliseconds)`.
'use strict';
(() => {
  const Original = Date;
  let now = Original.now();
  class Clock extends Original {
    constructor(...values) {
      if (values.length === 0) super(now);
      else super(...values);
    }

    static now() {
      return now;
    }
  }
  window.Date = Clock;
  Object.defineProperty(window, '__clock', { value: { advance: (milliseconds) => { now += milliseconds; } } });
})();
