// uPlot as its own benchmark configures it: no copies, a fixed range of values, the cursor with its legend.

import uPlot from '../../../libs/uplot/dist/uPlot.esm.js';
import { COLOURS, HEIGHT, NAMES, STROKE, VALUES, WIDTH } from './look.js';
import { seconds } from './data.js';

export function open(host, { x, steps }) {
  const options = {
    width: WIDTH,
    height: HEIGHT,
    pxAlign: 0,
    series: [{}, ...NAMES.map((label, at) => ({ label, stroke: COLOURS[at], width: STROKE, points: { show: false } }))],
    scales: { y: { range: VALUES } },
    legend: { live: true },
  };
  const chart = new uPlot(options, [x, ...steps[0]], host);
  return {
    step: (at) => {
      // The slider leaves the range of time as it is.
      chart.setData([x, ...steps[at]], false);
      chart.redraw(true, false);
    },
    range: (a, b) => chart.setScale('x', { min: seconds(a), max: seconds(b) }),
    canvases: () => [...host.querySelectorAll('canvas')],
    close: () => chart.destroy(),
  };
}
