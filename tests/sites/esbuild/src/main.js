import { rollingMean, start } from 'yenlens';

await start();
document.querySelector('output').textContent = rollingMean(Float64Array.of(1, 2, 6), 3)[2];
