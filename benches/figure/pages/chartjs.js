// Chart.js with what its performance guide asks for: no animation, no parsing, sorted data, no points, min-max decimation.

import { Chart, Decimation, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip } from '../../../libs/chart.js/dist/chart.js';
import { COLOURS, NAMES, STROKE, VALUES } from './look.js';
import { seconds } from './data.js';

Chart.register(Decimation, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip);

export function open(host, { x, steps }) {
  const canvas = document.createElement('canvas');
  host.append(canvas);
  // Its own form of a point; made once, so that a frame pays for drawing alone.
  const points = steps.map((columns) => columns.map((values) => Array.from(values, (y, i) => ({ x: x[i], y }))));
  const chart = new Chart(canvas, {
    type: 'line',
    data: {
      datasets: NAMES.map((label, at) => ({
        label, data: points[0][at], borderColor: COLOURS[at], borderWidth: STROKE, pointRadius: 0, pointHoverRadius: 3,
      })),
    },
    options: {
      animation: false, parsing: false, normalized: true, responsive: true, maintainAspectRatio: false, spanGaps: true,
      interaction: { mode: 'index', intersect: false, axis: 'x' },
      scales: {
        x: { type: 'linear', min: x[0], max: x[x.length - 1], ticks: { callback: (v) => new Date(v * 1000).getUTCFullYear(), maxRotation: 0 } },
        y: { min: VALUES[0], max: VALUES[1] },
      },
      plugins: { decimation: { enabled: true, algorithm: 'min-max' } },
    },
  });
  return {
    step: (at) => {
      chart.data.datasets.forEach((set, line) => { set.data = points[at][line]; });
      chart.update('none');
    },
    range: (a, b) => {
      Object.assign(chart.options.scales.x, { min: seconds(a), max: seconds(b) });
      chart.update('none');
    },
    canvases: () => [canvas],
    close: () => { chart.destroy(); canvas.remove(); },
  };
}
