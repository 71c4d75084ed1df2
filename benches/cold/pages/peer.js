// One page of a peer: the CSV fetched and read, its columns drawn, and the moment told at which the chart was on the screen. The library
// itself came in a script element before this one, as its own guide has it.
'use strict';
(async () => {
  const { chart } = document.documentElement.dataset;
  const lines = (await (await fetch('data.csv')).text()).trim().split('\n').map((line) => line.split(','));
  const names = lines[0].slice(1);
  const days = lines.slice(1).map(([date]) => date);
  const seconds = days.map((day) => Date.parse(day) / 1000);
  const columns = names.map((_, at) => lines.slice(1).map((cells) => (cells[at + 1] === '' || cells[at + 1] === undefined ? null : Number(cells[at + 1]))));
  const place = document.querySelector('#chart');
  const [width, height] = [place.clientWidth, place.clientHeight];
  const colours = ['#0b6690', '#a3190b', '#33691e', '#6a3d9a', '#8a6d00'];

  const draw = {
    canvas() {
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      place.append(canvas);
      const context = canvas.getContext('2d');
      columns.forEach((column, at) => {
        const known = column.filter((value) => value !== null);
        const [low, high] = [Math.min(...known), Math.max(...known)];
        context.strokeStyle = colours[at % colours.length];
        context.beginPath();
        column.forEach((value, index) => {
          if (value !== null) context.lineTo((index / days.length) * width, height - ((value - low) / (high - low)) * height);
        });
        context.stroke();
      });
    },
    uplot() {
      const series = names.map((name, at) => ({ label: name, stroke: colours[at % colours.length], scale: name, spanGaps: true }));
      const axes = [{}, ...names.map((name, at) => ({ scale: name, show: at < 2, side: at % 2 ? 1 : 3 }))];
      new uPlot({ width, height, series: [{}, ...series], axes }, [seconds, ...columns], place);
    },
    chartjs() {
      const canvas = document.createElement('canvas');
      place.append(canvas);
      const scales = Object.fromEntries(names.map((name, at) => [`y${at}`, { display: at < 2, position: at % 2 ? 'right' : 'left' }]));
      const datasets = names.map((name, at) => ({ label: name, data: columns[at], borderColor: colours[at % colours.length], borderWidth: 1, pointRadius: 0, yAxisID: `y${at}`, spanGaps: true }));
      new Chart(canvas, { type: 'line', data: { labels: days, datasets }, options: { animation: false, maintainAspectRatio: false, scales } });
    },
    echarts() {
      const view = echarts.init(place);
      const series = names.map((name, at) => ({ name, type: 'line', yAxisIndex: at, showSymbol: false, connectNulls: true, data: columns[at], animation: false }));
      view.setOption({ animation: false, xAxis: { type: 'category', data: days }, yAxis: names.map((_, at) => ({ show: at < 2, scale: true })), series });
    },
    'lightweight-charts'() {
      const view = LightweightCharts.createChart(place, { width, height, leftPriceScale: { visible: true } });
      names.forEach((name, at) => {
        const line = view.addSeries(LightweightCharts.LineSeries, { color: colours[at % colours.length], priceScaleId: ['right', 'left'][at] ?? name });
        line.setData(days.map((time, index) => (columns[at][index] === null ? { time } : { time, value: columns[at][index] })));
      });
    },
  };
  draw[chart]();
  requestAnimationFrame(() => requestAnimationFrame(() => (window.painted = performance.now())));
})();
