// Figures into a column that nobody has written to yet.

/** So many numbers make a page of memory. */
const PAGE = 512;

/**
 * Writes figures into a fresh column from a place on, and touches every page before. The system hands out a page when it is first
 * written: a copy in the middle of its run has to wait for it longer than a single number does, and so does a call from WebAssembly
 * for each page, for what the processor had foreseen is lost on the way.
 * @param {Float64Array} column @param {Float64Array} figures @param {number} start
 */
export function put(column, figures, start) {
  const end = start + figures.length;
  for (let at = start; at < end; at += PAGE) column[at] = 0;
  column.set(figures, start);
}
