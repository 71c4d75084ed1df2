// The page of browser.mjs: `window.nextLine()` runs one operation and returns its line of the table, `null` after the last.

import * as ours from "../pkg/yenlens.js";
import start, { Held } from "../held/held.js";
import * as plain from "./baseline.mjs";
import { table } from "./compare.mjs";

await ours.start();
await start({ module_or_path: new URL("../held/held.wasm", import.meta.url) });
const only = document.documentElement.dataset.only;
const lines = table(ours, (x, y) => new Held(x, y), plain, { budget: 5_000, burst: 25 }, only);
window.nextLine = () => lines.next().value ?? null;
