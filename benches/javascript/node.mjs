// `node benches/javascript/node.mjs` after `cargo xtask build`: the package against plain JavaScript, with copies in and out and over
// columns held.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import * as plain from "./baseline.mjs";
import { table } from "./compare.mjs";
import { build } from "./held.mjs";

const folder = process.env.YENLENS_PACKAGE ? pathToFileURL(process.env.YENLENS_PACKAGE + "/") : new URL("../../pkg/", import.meta.url);
const ours = await import(new URL("yenlens.js", folder).href);
ours.initSync({ module: readFileSync(fileURLToPath(new URL("yenlens_bg.wasm", folder))) });
const held = build();
const inside = await import(pathToFileURL(join(held, "held.js")).href);
inside.initSync({ module: readFileSync(join(held, "held.wasm")) });
const hold = (x, y) => new inside.Held(x, y);

for (const line of table(ours, hold, plain, { budget: 3_000, burst: 2 }, process.argv[2])) console.log(line);
