// Reads what a widget shows: the text of its parts, the pixels of its canvases, the state of its controls. It only looks.
'use strict';
(() => {
  const look = {};
  Object.defineProperty(window, '__look', { value: look });

  /** The widget with this number in document order. */
  look.widget = (index = 0) => document.querySelectorAll('yen-lens')[index];

  /** The first element with this part name in the widget's shadow tree, or `null`. */
  look.part = (widget, name) => widget?.shadowRoot?.querySelector(`[part~="${name}"]`) ?? null;

  /** Whether an element is rendered and not hidden. */
  look.seen = (element) => {
    if (!element) return false;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return style.visibility === 'visible' && style.display !== 'none' && Number(style.opacity) > 0 && box.width > 0 && box.height > 0;
  };

  /** The text of a part as a reader sees it; empty when the part is absent or hidden. */
  look.text = (widget, name) => {
    const element = look.part(widget, name);
    return look.seen(element) ? element.innerText.replace(/\s+/g, ' ').trim() : '';
  };

  /** The canvases of the chart, the base first. */
  look.canvases = (widget) => [...(look.part(widget, 'chart')?.querySelectorAll('canvas') ?? [])];

  /** Size, share of ink and fingerprint of a canvas. Ink is every pixel that differs from the most frequent colour. */
  look.canvas = (canvas) => {
    const { width, height } = canvas;
    const box = canvas.getBoundingClientRect();
    const size = { width, height, cssWidth: box.width, cssHeight: box.height };
    if (width === 0 || height === 0) return { ...size, ink: 0, colours: 0, hash: '' };
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const pixels = new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer);
    const times = new Map();
    let hash = 0x811c9dc5;
    for (const pixel of pixels) {
      times.set(pixel, (times.get(pixel) ?? 0) + 1);
      hash = Math.imul(hash ^ pixel, 0x01000193);
    }
    const [background, most] = [...times].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0]);
    const rgba = [background & 255, (background >> 8) & 255, (background >> 16) & 255, background >>> 24];
    return { ...size, ink: pixels.length - most, colours: times.size, background: rgba, hash: (hash >>> 0).toString(16) };
  };

  /** How many pixels of the canvas lie near a colour, to tell a line from its band and from the grid. */
  look.near = (canvas, [red, green, blue], tolerance = 24) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      const off = Math.max(Math.abs(data[i] - red), Math.abs(data[i + 1] - green), Math.abs(data[i + 2] - blue));
      if (data[i + 3] > 128 && off <= tolerance) count += 1;
    }
    return count;
  };

  /** The control for a setting: its `name`, `data-name`, id or accessible name holds the word. */
  look.control = (widget, word, selector = 'input, select, button') => {
    const wanted = word.toLowerCase();
    const says = (element) =>
      [element.name, element.id, element.dataset.name, element.value, element.getAttribute('aria-label'), element.textContent, element.labels?.[0]?.textContent]
        .filter(Boolean).map((text) => text.trim().toLowerCase());
    const all = [...(widget.shadowRoot?.querySelectorAll(selector) ?? [])];
    return all.find((element) => says(element).includes(wanted)) ?? all.find((element) => says(element).some((text) => text.includes(wanted))) ?? null;
  };

  /** All of a widget's visible state at once, for messages and comparisons. */
  look.all = (widget) => {
    const [base, cursor] = look.canvases(widget);
    return {
      state: widget.getAttribute('state'),
      heading: look.text(widget, 'heading'),
      finding: look.text(widget, 'finding'),
      readout: look.text(widget, 'readout'),
      error: look.text(widget, 'error'),
      base: base ? look.canvas(base) : null,
      cursor: cursor ? look.canvas(cursor) : null,
    };
  };
})();
