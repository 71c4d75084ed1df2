// What ends a figure otherwise than by a file that did not come.

/** A failure with a code that programs can read, and what the reader is to be told. */
export class LoadError extends Error {
  /** @param {string} detail @param {string} code @param {import("./failure.js").Sentence} sentence */
  constructor(detail, code, sentence) {
    super(detail);
    this.code = code;
    this.sentence = sentence;
  }
}
