// The numbers of a run as Markdown: one table for each operation, in milliseconds. The median is what a page meets on this
// machine; the tenth percentile behind it is nearer to what the chart needs when nothing else wants the processor.

const OURS = 'yenlens';

/** The middle one, or the mean of the two. */
export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
};

/** The value that a tenth of all are below. */
export const tenth = (values) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 10)];

const both = (values) => `${digits(median(values))} (${digits(tenth(values))})`;
const digits = (value) => (value === undefined ? '' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

/** @param {{chart: string, ratio: number, points: number, first: number[], frames: Record<string, number[]>, pixels?: number}[]} rows */
export function* tables(rows) {
  const operations = [...new Set(rows.flatMap((row) => Object.keys(row.frames)))];
  const kinds = [...operations.map((name) => [name, (row) => row.frames[name]]), ['first draw', (row) => row.first]];
  for (const [name, of] of kinds) yield* table(rows, `${name} (ms: median, tenth percentile, times ours)`, of, both);
  const bitmaps = (row) => row.pixels && [(4 * row.pixels) / 1e6];
  yield* table(rows, 'bitmaps of the canvases (MB, times ours)', bitmaps, ([value]) => digits(value));
}

/** @param {{chart: string, ratio: number, points: number, adds: number, holds: number}[]} rows bytes */
export function* memoryTables(rows) {
  const one = ([value]) => digits(value);
  yield* table(rows, 'what a chart adds to its page when it is opened and used, beyond the data themselves (MB, bitmaps apart, times ours)', (row) => [row.adds / 1e6], one);
  yield* table(rows, 'what such a page then holds, library and data and all (MB, bitmaps apart, times ours)', (row) => [row.holds / 1e6], one);
}

/** A line for each number of points at each ratio; behind what a peer takes, how many times as much as ours that is. */
function* table(rows, title, of, write) {
  const only = (key) => [...new Set(rows.map((row) => row[key]))];
  const charts = only('chart');
  yield '';
  yield `**${title}**`;
  yield `| points | ratio | ${charts.join(' | ')} |`;
  yield `|---:|---:|${charts.map(() => '---:|').join('')}`;
  for (const points of only('points')) {
    for (const ratio of only('ratio')) {
      const find = (chart) => {
        const row = rows.find((row) => row.ratio === ratio && row.points === points && row.chart === chart);
        return row && of(row);
      };
      const ours = find(OURS);
      const cell = (chart) => {
        const values = find(chart);
        if (!values?.length) return '';
        const times = chart !== OURS && ours?.length ? ` ×${digits(median(values) / median(ours))}` : '';
        return write(values) + times;
      };
      yield `| ${points.toLocaleString('en')} | ${ratio} | ${charts.map(cell).join(' | ')} |`;
    }
  }
}
