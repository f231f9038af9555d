// A run's problems over the time that this page has watched it.

import {h, replace} from './dom.js';
import {color, onColorChange} from './colors.js';
import {count} from './format.js';

const LINES = [['problems', 'problems', 'muted'], ['problemsPassed', 'passed', 'accent'], ['accepted', 'accepted', 'ok']];
const MOST = 600;

export function progressChart(place, run, signal) {
  const begun = performance.now();
  const points = [];
  let chart = null;
  const draw = () => {
    chart?.destroy();
    const canvas = h('canvas', {role: 'img', 'aria-label': 'Problems, passed and accepted over time'});
    replace(place, canvas);
    chart = new window.Chart(canvas, settings(points));
  };
  onColorChange(() => chart && draw(), signal);
  signal.addEventListener('abort', () => chart?.destroy());
  return {
    add(now) {
      points.push({x: (performance.now() - begun) / 1000, run: now});
      if (points.length > MOST) points.splice(1, points.length - MOST);
      if (points.length < 2) return;
      if (!chart) return draw();
      chart.data.datasets.forEach((line, i) => { line.data = data(points, LINES[i][0]); });
      chart.canvas.setAttribute('aria-label', LINES.map(([field, name]) => count(now[field]) + ' ' + name).join(', '));
      chart.update('none');
    },
  };
}

const data = (points, field) => points.map(({x, run}) => ({x, y: run[field]}));

function settings(points) {
  const axis = {ticks: {color: color('muted')}, grid: {color: color('line')}};
  return {
    type: 'line',
    data: {datasets: LINES.map(([field, label, name]) => ({
      label, data: data(points, field), borderColor: color(name), backgroundColor: color(name), pointRadius: 0, borderWidth: 2,
    }))},
    options: {
      animation: false, responsive: true, maintainAspectRatio: false, interaction: {mode: 'nearest', intersect: false},
      scales: {
        x: {type: 'linear', title: {display: true, text: 'seconds watched', color: color('muted')}, ...axis},
        y: {beginAtZero: true, ...axis},
      },
      plugins: {legend: {labels: {color: color('text'), boxHeight: 2}}},
    },
  };
}
