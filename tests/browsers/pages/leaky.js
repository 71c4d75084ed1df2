// A figure that gives nothing back: the control for the test of growth.
'use strict';
customElements.define('leaky-lens', class extends HTMLElement {
  async connectedCallback() {
    // (module (memory (export "m") 1))
    const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 5, 3, 1, 0, 1, 7, 5, 1, 1, 109, 2, 0]);
    const canvas = document.createElement('canvas');
    this.attachShadow({ mode: 'open' }).append(canvas, document.createElement('p'));
    addEventListener('resize', () => canvas.getContext('2d'));
    new ResizeObserver(() => {}).observe(this);
    await WebAssembly.instantiate(bytes);
    this.dispatchEvent(new CustomEvent('yen-lens-ready', { bubbles: true, composed: true }));
  }
});
