// The moment at which the widget's figure was on the screen: its word comes in the frame that paints it, and the next frame begins when
// that is done. A peer draws before the frame and so waits for two.
'use strict';
document.addEventListener('yen-lens-ready', () => requestAnimationFrame(() => (window.painted ??= performance.now())));
