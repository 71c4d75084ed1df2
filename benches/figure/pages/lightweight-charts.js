// lightweight-charts with conflation, its own thinning of long series.

import { createChart, LineSeries } from '../../../libs/lightweight-charts/dist/lightweight-charts.standalone.production.mjs';
import { COLOURS, HEIGHT, VALUES, WIDTH } from './look.js';

export function open(host, { x, steps }) {
  const chart = createChart(host, {
    width: WIDTH, height: HEIGHT,
    timeScale: { enableConflation: true, minBarSpacing: 1e-6, fixLeftEdge: true, fixRightEdge: true },
    layout: { attributionLogo: false },
  });
  const autoscaleInfoProvider = () => ({ priceRange: { minValue: VALUES[0], maxValue: VALUES[1] } });
  const lines = COLOURS.map((color) =>
    chart.addSeries(LineSeries, { color, lineWidth: 2, lastValueVisible: false, priceLineVisible: false, autoscaleInfoProvider }));
  // Its own form of a point; made once, so that a frame pays for drawing alone.
  const points = steps.map((columns) => columns.map((values) => Array.from(values, (value, i) => ({ time: x[i], value }))));
  const fill = (at) => lines.forEach((line, i) => line.setData(points[at][i]));
  fill(0);
  const first = x[0] / 86_400;
  const whole = () => chart.timeScale().setVisibleLogicalRange({ from: 0, to: x.length - 1 });
  whole();
  return {
    step: (at) => { fill(at); },
    range: (a, b) => chart.timeScale().setVisibleLogicalRange({ from: a - first, to: b - first }),
    canvases: () => [...host.querySelectorAll('canvas')],
    // It follows a pointer that has come in only.
    enter: (target) => { for (let at = target; at && at !== host; at = at.parentElement) at.dispatchEvent(new MouseEvent('mouseenter', { clientX: 500, clientY: 250 })); },
    close: () => { chart.remove(); },
  };
}
