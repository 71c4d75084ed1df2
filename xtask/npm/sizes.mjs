// Prints what the files of the package weigh: raw, gzip -9 and brotli -11, as a host would send them. With `--budget FILE` it
// holds them against the limits in FILE instead, and fails if one is exceeded.
// Called as: node sizes.mjs PACKAGE_FOLDER [--budget FILE]

import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [folder, option, budgetFile] = process.argv.slice(2);

function weigh(file) {
  const content = readFileSync(join(folder, file));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return { raw: content.length, gzip: gzipSync(content, { level: 9 }).length, brotli: brotliCompressSync(content, { params }).length };
}

function table() {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  console.log(["bytes", "gzip", "brotli"].map((word) => word.padStart(9)).join(" "));
  for (const file of files.sort()) {
    const { raw, gzip, brotli } = weigh(file);
    console.log(`${[raw, gzip, brotli].map((size) => String(size).padStart(9)).join(" ")}  ${file.split(sep).join("/")}`);
  }
}

/** Whether every line of the budget is kept. A file that is missing, or a line that limits nothing, is not. */
function holds(budget) {
  let kept = budget.length > 0;
  for (const { name, files, encoding, limitBytes } of budget) {
    let total = NaN;
    try {
      total = files.reduce((sum, file) => sum + weigh(file)[encoding], 0);
    } catch (error) {
      console.log(`${error.message}`);
    }
    // A comparison with NaN is false, so that an unknown encoding or a missing file cannot pass.
    const fits = total > 0 && total <= limitBytes;
    kept &&= fits;
    console.log(`${fits ? "kept" : "OVER"} ${String(total).padStart(9)} of ${limitBytes} bytes ${encoding}: ${name} (${files.join(", ")})`);
  }
  return kept;
}

if (option === "--budget") {
  process.exitCode = holds(JSON.parse(readFileSync(budgetFile, "utf8"))) ? 0 : 1;
} else {
  table();
}
