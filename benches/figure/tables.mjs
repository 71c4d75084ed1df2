// The numbers of a run as Markdown: one table for each operation and ratio, in milliseconds. The median is what a page meets on this
// machine; the tenth percentile behind it is nearer to what the chart needs when nothing else wants the processor.

/** The middle one, or the mean of the two. */
export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
};

/** The value that a tenth of all are below. */
export const tenth = (values) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 10)];

const both = (values) => `${digits(median(values))} (${digits(tenth(values))})`;
const digits = (value) => (value === undefined ? '' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

/** @param {{chart: string, ratio: number, points: number, first: number[], frames: Record<string, number[]>, heapBefore: number, heapAfter: number, own: number}[]} rows */
export function* tables(rows) {
  const only = (key) => [...new Set(rows.map((row) => row[key]))];
  const find = (ratio, points, chart) => rows.find((row) => row.ratio === ratio && row.points === points && row.chart === chart);
  const operations = [...new Set(rows.flatMap((row) => Object.keys(row.frames)))];
  const kinds = [...operations.map((name) => [name, (row) => row.frames[name]]), ['first draw', (row) => row.first]];
  for (const ratio of only('ratio')) {
    for (const [name, of] of kinds) {
      yield '';
      yield `**${name}, ratio ${ratio}** (ms: median, tenth percentile)`;
      yield* table(only('points'), only('chart'), (points, chart) => {
        const row = find(ratio, points, chart);
        return row && both(of(row));
      });
    }
  }
  const ratio = only('ratio')[0];
  yield '';
  yield '**memory that opening and using the chart adds, beyond the data themselves** (MB, bitmaps apart)';
  yield* table(only('points'), only('chart'), (points, chart) => {
    const row = find(ratio, points, chart);
    return row && digits((row.heapAfter - row.heapBefore - row.own) / 1e6);
  });
}

function* table(lines, columns, cell) {
  yield `| points | ${columns.join(' | ')} |`;
  yield `|---:|${columns.map(() => '---:|').join('')}`;
  for (const line of lines) yield `| ${line.toLocaleString('en')} | ${columns.map((column) => cell(line, column) ?? '').join(' | ')} |`;
}
