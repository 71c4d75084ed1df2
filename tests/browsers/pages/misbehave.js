// Does on purpose, from a script of the page's own, what the probe has to see. Each button of the page names one deed.
'use strict';
(() => {
  // (module (memory (export "m") 1))
  const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 5, 3, 1, 0, 1, 7, 5, 1, 1, 109, 2, 0]);
  const deeds = {
    throw: () => setTimeout(() => { throw new Error('thrown late'); }),
    reject: () => { Promise.reject(new Error('rejected')); },
    warn: () => console.warn('a', new Error('b')),
    style: () => document.body.setAttribute('style', 'color: red'),
    // The policy must refuse this; in a task of its own, since drivers lift the policy for what they run themselves.
    eval: () => setTimeout(() => {
      try {
        new Function('window.evalRan = true')();
        document.body.dataset.eval = 'allowed';
      } catch {
        document.body.dataset.eval = 'refused';
      }
    }),
    wasm: async () => {
      const { instance } = await WebAssembly.instantiate(bytes);
      new WebAssembly.Instance(new WebAssembly.Module(bytes));
      document.body.dataset.wasm = window.__probe.wasmBytes();
      instance.exports.m.grow(2);
      document.body.dataset.wasm += ` ${window.__probe.wasmBytes()}`;
    },
    leave: () => {
      const span = document.createElement('span');
      document.body.appendChild(span).remove();
      document.querySelector('#host').attachShadow({ mode: 'open' }).append(document.createElement('b'));
      addEventListener('resize', () => {});
      matchMedia('(min-width: 1px)').addEventListener('change', () => {});
      new ResizeObserver(() => {}).observe(document.body);
      window.leftBehind = document.createElement('canvas');
    },
    tidy: () => {
      const listener = () => {};
      addEventListener('resize', listener);
      removeEventListener('resize', listener);
      const end = new AbortController();
      document.addEventListener('keydown', listener, { signal: end.signal });
      end.abort();
      const observer = new ResizeObserver(() => {});
      observer.observe(document.body);
      observer.disconnect();
    },
    push: () => {
      const block = document.createElement('div');
      block.textContent = 'late';
      document.querySelector('#host').append(block, document.createElement('canvas'));
    },
  };
  document.addEventListener('deed', (event) => deeds[event.detail]());
})();
