// The page of browser.mjs: `window.nextLine()` runs one operation and returns its line of the table, `null` after the last.

import * as ours from "../pkg/yenlens.js";
import * as plain from "./baseline.mjs";
import { table } from "./compare.mjs";

await ours.start();
const lines = table(ours, plain, { budget: 3_000, burst: 25 });
window.nextLine = () => lines.next().value ?? null;
