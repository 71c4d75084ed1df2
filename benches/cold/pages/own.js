// The moment at which the widget's figure was on the screen.
'use strict';
document.addEventListener('yen-lens-ready', () => requestAnimationFrame(() => requestAnimationFrame(() => (window.painted ??= performance.now()))));
