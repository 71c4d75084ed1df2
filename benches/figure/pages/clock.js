// One clock for all charts: a frame runs when the bench says so, and its time ends when the pixels are there.
//
// A chart draws at once, in a microtask or in the next animation frame. Here `requestAnimationFrame` only queues; `frame` triggers,
// lets microtasks and queued callbacks run until nothing is left, then forces what the browser would put off: style and layout by
// reading a height, and the raster by reading one pixel back from every canvas. All of it is the time of the frame.

const queued = new Map();
let last = 0;
let pumping = true;
const native = window.requestAnimationFrame.bind(window);

window.requestAnimationFrame = (callback) => {
  last += 1;
  queued.set(last, callback);
  return last;
};
window.cancelAnimationFrame = (handle) => queued.delete(handle);

function drain() {
  const now = [...queued.values()];
  queued.clear();
  for (const callback of now) callback(performance.now());
}

// Between measurements the page lives as always.
native(function pump() {
  if (pumping) drain();
  native(pump);
});

/** Draws what was put off: style, layout and the pixels of these canvases. */
export function settle(canvases) {
  void document.documentElement.offsetHeight;
  for (const canvas of canvases) canvas.getContext('2d').getImageData(0, 0, 1, 1);
}

/** How long a change takes until its pixels are there, in milliseconds. */
export async function frame(trigger, canvases) {
  pumping = false;
  const begin = performance.now();
  trigger();
  // A callback may queue a microtask that asks for another frame; the fourth turn finds nothing in any of the charts.
  for (let turn = 0; turn < 4; turn += 1) {
    await null;
    await null;
    drain();
  }
  settle(canvases());
  const time = performance.now() - begin;
  pumping = true;
  return time;
}
