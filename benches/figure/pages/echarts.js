// ECharts with its own sampling, without animation or symbols, data as typed arrays in a dataset.

import * as echarts from '../../../libs/echarts/dist/echarts.esm.min.mjs';
import { COLOURS, HEIGHT, NAMES, STROKE, VALUES, WIDTH } from './look.js';
import { seconds } from './data.js';

export function open(host, { x, steps }) {
  const chart = echarts.init(host, null, { width: WIDTH, height: HEIGHT, renderer: 'canvas' });
  const times = x.map((at) => at * 1000);
  const source = (columns) => ({ time: times, ...Object.fromEntries(NAMES.map((name, at) => [name, columns[at]])) });
  chart.setOption({
    animation: false,
    grid: { left: 40, right: 10, top: 30, bottom: 24 },
    legend: {},
    tooltip: { trigger: 'axis', transitionDuration: 0 },
    dataset: { dimensions: ['time', ...NAMES], source: source(steps[0]) },
    xAxis: { type: 'time' },
    yAxis: { type: 'value', min: VALUES[0], max: VALUES[1] },
    dataZoom: [{ type: 'inside', filterMode: 'none' }],
    series: NAMES.map((name, at) => ({
      type: 'line', name, encode: { x: 'time', y: name }, showSymbol: false, sampling: 'minmax', silent: true,
      lineStyle: { width: STROKE, color: COLOURS[at] }, emphasis: { disabled: true },
    })),
  });
  return {
    step: (at) => chart.setOption({ dataset: { dimensions: ['time', ...NAMES], source: source(steps[at]) } }, { lazyUpdate: false }),
    range: (a, b) => chart.dispatchAction({ type: 'dataZoom', startValue: seconds(a) * 1000, endValue: seconds(b) * 1000 }),
    // It draws when its own loop comes round unless told.
    finish: () => chart.getZr().flush(),
    canvases: () => [...host.querySelectorAll('canvas')],
    close: () => chart.dispose(),
  };
}
