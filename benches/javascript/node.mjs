// `node benches/javascript/node.mjs` after `cargo xtask build`: the package against plain JavaScript, copies in and out included.

import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

import * as plain from "./baseline.mjs";
import { table } from "./compare.mjs";

const folder = process.env.YENLENS_PACKAGE ? pathToFileURL(process.env.YENLENS_PACKAGE + "/") : new URL("../../pkg/", import.meta.url);
const ours = await import(new URL("yenlens.js", folder).href);
ours.initSync({ module: readFileSync(fileURLToPath(new URL("yenlens_bg.wasm", folder))) });

for (const line of table(ours, plain, { budget: 1_500, burst: 2 })) console.log(line);
