// Watches a page from before its first own script: what is written to the console, what is thrown, what breaks the policy, which
// nodes, listeners and observers are left behind, and which wasm modules run. It changes nothing that a page could notice by
// behaving well. Everything it saw is in window.__probe.
'use strict';
(() => {
  const probe = {
    violations: [], console: [], errors: [], rejections: [], events: [], insertions: [], shift: 0, frames: 0,
    wasm: { instances: [], streams: 0 },
  };
  Object.defineProperty(window, '__probe', { value: probe });

  const say = (value) => {
    try {
      return value instanceof Error ? `${value.name}: ${value.message}` : String(value);
    } catch {
      return '(a value without words)';
    }
  };

  // Noise and faults.
  for (const level of ['debug', 'log', 'info', 'warn', 'error', 'trace', 'assert', 'table', 'dir']) {
    const original = console[level];
    console[level] = function (...values) {
      if (level !== 'assert' || !values[0]) probe.console.push({ level, text: values.map(say).join(' ') });
      return original.apply(this, values);
    };
  }
  addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) probe.errors.push(event.message);
  });
  addEventListener('unhandledrejection', (event) => probe.rejections.push(say(event.reason)));
  addEventListener('securitypolicyviolation', (event) => {
    probe.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber}`);
  });
  for (const name of ['ready', 'change', 'hover', 'error']) {
    document.addEventListener(`yen-lens-${name}`, (event) => {
      const { detail } = event;
      probe.events.push({ name, at: performance.now(), target: event.target.id ?? '', code: detail?.code, message: detail?.message });
    });
  }

  // Nodes put into the light document by script; the parser does not come through here, shadow trees do not count.
  const noteInsertion = (parent, nodes) => {
    if (!(parent instanceof Node) || !parent.isConnected || parent.getRootNode() !== document) return;
    for (const node of nodes) {
      const tag = node instanceof Node ? node.nodeName.toLowerCase() : '#text';
      probe.insertions.push({ tag, parent: parent.nodeName.toLowerCase() });
    }
  };
  const watchMethod = (prototype, name, parentOf, nodesOf) => {
    const original = prototype[name];
    if (!original) return;
    prototype[name] = function (...values) {
      noteInsertion(parentOf(this, values), nodesOf(values));
      return original.apply(this, values);
    };
  };
  const self = (node) => node;
  const above = (node) => node.parentNode;
  for (const name of ['appendChild', 'insertBefore', 'replaceChild']) {
    watchMethod(Node.prototype, name, self, (values) => [values[0]]);
  }
  for (const prototype of [Element.prototype, Document.prototype]) {
    for (const name of ['append', 'prepend', 'replaceChildren']) watchMethod(prototype, name, self, (values) => values);
  }
  for (const prototype of [Element.prototype, CharacterData.prototype]) {
    for (const name of ['before', 'after', 'replaceWith']) watchMethod(prototype, name, above, (values) => values);
  }
  const beside = (node, values) => (/^(before|after)(begin|end)$/i.test(values[0]) && /begin$|^beforeend$/i.test(values[0]) ? node : node.parentNode);
  watchMethod(Element.prototype, 'insertAdjacentElement', beside, (values) => [values[1]]);
  watchMethod(Element.prototype, 'insertAdjacentHTML', beside, () => ['html']);
  watchMethod(Element.prototype, 'insertAdjacentText', beside, () => ['text']);
  watchMethod(Document.prototype, 'write', () => document.body, () => ['html']);
  for (const name of ['innerHTML', 'outerHTML']) {
    const property = Object.getOwnPropertyDescriptor(Element.prototype, name);
    Object.defineProperty(Element.prototype, name, {
      ...property,
      set(value) {
        noteInsertion(name === 'innerHTML' ? this : this.parentNode, ['html']);
        property.set.call(this, value);
      },
    });
  }

  // Wasm: every instance with a memory of its own, and how often streaming was tried.
  const keep = (instance) => {
    if (Object.values(instance.exports).some((one) => one instanceof WebAssembly.Memory)) probe.wasm.instances.push(instance);
    return instance;
  };
  const { instantiate, instantiateStreaming, Instance } = WebAssembly;
  WebAssembly.instantiate = async function (...values) {
    const result = await instantiate.apply(WebAssembly, values);
    keep(result instanceof Instance ? result : result.instance);
    return result;
  };
  if (instantiateStreaming) {
    WebAssembly.instantiateStreaming = async function (...values) {
      probe.wasm.streams += 1;
      const result = await instantiateStreaming.apply(WebAssembly, values);
      keep(result.instance);
      return result;
    };
  }
  WebAssembly.Instance = new Proxy(Instance, {
    construct: (target, values) => keep(new target(...values)),
  });
  /** Bytes of wasm memory held by all instances together. */
  probe.wasmBytes = () => {
    let bytes = 0;
    for (const instance of probe.wasm.instances) {
      for (const value of Object.values(instance.exports)) {
        if (value instanceof WebAssembly.Memory) bytes += value.buffer.byteLength;
      }
    }
    return bytes;
  };

  // Listeners on what outlives a widget: the window, the document, its root elements and media queries.
  const listeners = new Map();
  const outlives = (target) =>
    target instanceof Window || target instanceof Document || target instanceof MediaQueryList ||
    target === document.documentElement || target === document.body || target === window.visualViewport;
  const keyOf = (type, options) => `${type} ${typeof options === 'object' && options !== null ? !!options.capture : !!options}`;
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const note = (target, key, listener) => {
    if (!listeners.has(target)) listeners.set(target, new Map());
    const types = listeners.get(target);
    if (!types.has(key)) types.set(key, new Set());
    types.get(key).add(listener);
  };
  const drop = (target, key, listener) => {
    const types = listeners.get(target);
    types?.get(key)?.delete(listener);
    if (types?.get(key)?.size === 0) types.delete(key);
    // The probe itself must keep nothing alive.
    if (types?.size === 0) listeners.delete(target);
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (listener && outlives(target)) {
      const key = keyOf(type, options);
      note(target, key, listener);
      const forget = () => drop(target, key, listener);
      if (options?.signal) add.call(options.signal, 'abort', forget, { once: true });
      if (options?.once) add.call(target, type, forget, { once: true, capture: true });
    }
    return add.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    drop(target, keyOf(type, options), listener);
    return remove.call(target, type, listener, options);
  };

  // Observers that still watch something.
  const watching = new Map();
  for (const name of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver']) {
    const Original = window[name];
    window[name] = class extends Original {
      observe(target, options) {
        if (!watching.has(this)) watching.set(this, new Set());
        watching.get(this).add(target);
        return super.observe(target, options);
      }

      unobserve(target) {
        watching.get(this)?.delete(target);
        return super.unobserve(target);
      }

      disconnect() {
        watching.delete(this);
        return super.disconnect();
      }
    };
    Object.defineProperty(window[name], 'name', { value: name });
  }

  /** What the page holds now and would have to give back: numbers only. */
  probe.holdings = () => {
    let held = 0;
    for (const types of listeners.values()) for (const set of types.values()) held += set.size;
    let observed = 0;
    for (const targets of watching.values()) observed += targets.size;
    const count = (root) => {
      let nodes = 0;
      for (const element of root.querySelectorAll('*')) {
        nodes += 1;
        if (element.shadowRoot) nodes += count(element.shadowRoot);
      }
      return nodes;
    };
    return { nodes: count(document), listeners: held, observed, wasmBytes: probe.wasmBytes(), sheets: document.adoptedStyleSheets.length };
  };

  // Frames asked for: a page at rest asks for none.
  const frame = window.requestAnimationFrame;
  window.requestAnimationFrame = function (callback) {
    probe.frames += 1;
    return frame.call(window, callback);
  };

  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) probe.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  }

  // Canvases made so far and the bitmap area they hold now, found or lost in the document.
  const canvases = [];
  const create = Document.prototype.createElement;
  Document.prototype.createElement = function (...values) {
    const element = create.apply(this, values);
    if (element instanceof HTMLCanvasElement) canvases.push(new WeakRef(element));
    return element;
  };
  probe.canvasPixels = () => {
    let pixels = 0;
    for (const reference of canvases) {
      const canvas = reference.deref();
      if (canvas) pixels += canvas.width * canvas.height;
    }
    return pixels;
  };

  const known = new Set(Object.getOwnPropertyNames(window));
  /** Names on the window that were not there before the page's own scripts. */
  probe.newGlobals = () => Object.getOwnPropertyNames(window).filter((name) => !known.has(name) && name !== '__look' && !/^\d+$/.test(name));
})();
