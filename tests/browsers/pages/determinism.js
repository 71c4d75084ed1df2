// Computes the digests of every export's results in the page and leaves them on the body as JSON, or the fault that stood against it.

import * as yenlens from '../pkg/yenlens.js';
import { digests, SAMPLES } from '../determinism/digests.mjs';

try {
  const texts = await Promise.all(SAMPLES.map(async (name) => [name, await (await fetch(`../conformance/${name}.csv`)).text()]));
  await yenlens.start();
  document.body.dataset.digests = JSON.stringify(digests(yenlens, Object.fromEntries(texts)));
} catch (error) {
  document.body.dataset.fault = String(error);
}
