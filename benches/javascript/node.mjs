// `node benches/javascript/node.mjs` after `cargo xtask build`: the package against plain JavaScript, copies in and out included.

import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

import * as plain from "./baseline.mjs";
import { compare } from "./compare.mjs";

const folder = process.env.YENLENS_PACKAGE ? pathToFileURL(process.env.YENLENS_PACKAGE + "/") : new URL("../../pkg/", import.meta.url);
const ours = await import(new URL("yenlens.js", folder).href);
ours.initSync({ module: readFileSync(fileURLToPath(new URL("yenlens_bg.wasm", folder))) });

console.log("ours ms".padStart(10), "plain ms".padStart(10), "ratio".padStart(6));
compare(ours, plain, ({ name, n, ours, plain, ratio }) =>
  console.log(ours.toFixed(3).padStart(10), plain.toFixed(3).padStart(10), ratio.toFixed(2).padStart(6), ` ${name}, n = ${n.toLocaleString("en")}`),
);
