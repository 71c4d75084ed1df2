// The limit: what one can write by hand for this one figure. Per device column the first, least, greatest and last value, one stroke per
// line with the join that costs least (mitres), a few grid lines and labels; no time axis to choose, no events, no words, no access for those who do not see it.

import { COLOURS, HEIGHT, STROKE, VALUES, WIDTH } from './look.js';
import { seconds } from './data.js';

const [LEFT, TOP, BOTTOM] = [40, 8, 24];

export function open(host, { x, steps }) {
  const ratio = devicePixelRatio;
  const canvas = document.createElement('canvas');
  const over = document.createElement('canvas');
  for (const one of [canvas, over]) {
    one.width = WIDTH * ratio;
    one.height = HEIGHT * ratio;
    one.style.cssText = `position:absolute;width:${WIDTH}px;height:${HEIGHT}px`;
    host.append(one);
  }
  const context = canvas.getContext('2d');
  const crosshair = over.getContext('2d');
  context.font = `${12 * ratio}px sans-serif`;
  let columns = steps[0];
  let [from, to] = [x[0], x[x.length - 1]];
  const plot = { left: LEFT * ratio, top: TOP * ratio, width: (WIDTH - LEFT) * ratio, height: (HEIGHT - TOP - BOTTOM) * ratio };
  const toX = (v) => plot.left + ((v - from) / (to - from)) * plot.width;
  const scale = plot.height / (VALUES[0] - VALUES[1]);
  const toY = (v) => plot.top + (v - VALUES[1]) * scale;

  function line(values, begin, end) {
    const slope = plot.width / (to - from);
    const px = (i) => plot.left + (x[i] - from) * slope;
    context.beginPath();
    if (end - begin < 2 * plot.width) {
      for (let i = begin; i < end; i += 1) context.lineTo(px(i), toY(values[i]));
      context.stroke();
      return;
    }
    // The days are regular, so that the first of every column is found by arithmetic.
    const perColumn = seconds(1) * slope;
    for (let column = Math.floor(px(begin)), i = begin; i < end; column += 1) {
      const next = Math.min(end, Math.max(i + 1, begin + Math.ceil((column + 1 - px(begin)) / perColumn)));
      let least = values[i];
      let greatest = least;
      context.lineTo(column, toY(least));
      for (i += 1; i < next; i += 1) {
        const v = values[i];
        if (v < least) least = v;
        else if (v > greatest) greatest = v;
      }
      context.lineTo(column, toY(least));
      context.lineTo(column, toY(greatest));
      context.lineTo(column, toY(values[i - 1]));
    }
    context.stroke();
  }

  function draw() {
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = '#555';
    for (let tick = 0; tick <= 4; tick += 1) {
      const v = VALUES[0] + tick / 2;
      context.fillRect(plot.left, Math.round(toY(v)), plot.width, 1);
      context.fillText(v.toFixed(1), 0, toY(v));
      const at = from + ((to - from) * tick) / 5;
      context.fillText(String(new Date(at * 1000).getUTCFullYear()), toX(at), canvas.height - 4 * ratio);
    }
    const begin = Math.max(0, Math.ceil((from - x[0]) / seconds(1)) - 1);
    const end = Math.min(x.length, Math.floor((to - x[0]) / seconds(1)) + 2);
    context.lineWidth = STROKE * ratio;
    context.save();
    context.beginPath();
    context.rect(plot.left, plot.top, plot.width, plot.height);
    context.clip();
    columns.forEach((values, at) => {
      context.strokeStyle = COLOURS[at];
      line(values, begin, end);
    });
    context.restore();
  }

  const hover = (event) => {
    const box = canvas.getBoundingClientRect();
    const px = (event.clientX - box.left) * ratio;
    const at = Math.min(x.length - 1, Math.max(0, Math.round((from + ((px - plot.left) / plot.width) * (to - from) - x[0]) / seconds(1))));
    crosshair.clearRect(0, 0, over.width, over.height);
    crosshair.fillStyle = '#333';
    crosshair.fillRect(Math.round(toX(x[at])), plot.top, 1, plot.height);
    columns.forEach((values, line) => {
      crosshair.beginPath();
      crosshair.arc(toX(x[at]), toY(values[at]), 3 * ratio, 0, 2 * Math.PI);
      crosshair.fill();
      crosshair.fillText(values[at].toFixed(2), toX(x[at]) + 8, plot.top + 14 * ratio * (line + 1));
    });
  };
  host.addEventListener('pointermove', hover);
  draw();
  return {
    step: (at) => { columns = steps[at]; draw(); },
    range: (a, b) => { [from, to] = [seconds(a), seconds(b)]; draw(); },
    canvases: () => [canvas, over],
    close: () => { host.removeEventListener('pointermove', hover); host.replaceChildren(); },
  };
}
