// The knowledge points of a problem and the edges of the KPRG between them, drawn, and told as a list for those who do not see it.

import {h, replace} from './dom.js';
import {color, onColorChange} from './colors.js';
import {positions} from './graph-layout.js';

export function pathGraph(place, points, path, signal) {
  const chosen = new Set(points.map(point => point.id));
  const nodes = new Map(points.map(point => [point.id, point.name]));
  for (const edge of path) for (const end of [edge.from, edge.to]) nodes.set(end.id, end.name);
  const canvas = h('div', {class: 'canvas', role: 'img', 'aria-label': 'The knowledge points of the problem and the edges between them; the list below says the same'});
  replace(place, canvas, h('ul', {class: 'edges'}, path.map(edge => h('li', null,
    edge.from.name + ' – ' + edge.to.name, h('small', null, ' together in ' + edge.weight + (edge.weight === 1 ? ' seed' : ' seeds'))))),
  path.length ? null : h('p', {class: 'quiet'}, 'The graph has no path of three edges or fewer between them now.'));
  let drawn = null;
  const draw = () => {
    drawn?.destroy();
    const places = positions([...nodes.keys()], chosen, path, {width: canvas.clientWidth, height: canvas.clientHeight});
    drawn = window.cytoscape({container: canvas, elements: elements(nodes, chosen, path), style: style(), userZoomingEnabled: false,
      userPanningEnabled: false, boxSelectionEnabled: false, layout: {name: 'preset', fit: false, positions: node => places[node.id()]}});
  };
  onColorChange(draw, signal);
  const watch = new ResizeObserver(() => signal.aborted || draw());
  watch.observe(canvas);
  signal.addEventListener('abort', () => { watch.disconnect(); drawn?.destroy(); });
}

function elements(nodes, chosen, path) {
  return [
    ...[...nodes].map(([id, name]) => ({data: {id, name}, classes: chosen.has(id) ? 'chosen' : 'between'})),
    ...path.map((edge, i) => ({data: {id: 'e' + i, source: edge.from.id, target: edge.to.id, weight: edge.weight}})),
  ];
}

function style() {
  const text = {label: 'data(name)', color: color('text'), 'font-size': 13, 'font-family': 'system-ui, sans-serif', 'text-valign': 'bottom',
    'text-margin-y': 6, 'text-wrap': 'wrap', 'text-max-width': 150,
    'text-background-color': color('surface'), 'text-background-opacity': 0.85, 'text-background-padding': 1};
  return [
    {selector: 'node', style: {...text, width: 18, height: 18, 'background-color': color('muted')}},
    {selector: '.chosen', style: {width: 28, height: 28, 'background-color': color('accent'), 'font-weight': 600}},
    {selector: 'edge', style: {width: 'mapData(weight, 1, 10, 1.5, 6)', 'line-color': color('edge'), label: 'data(weight)', color: color('text'),
      'font-size': 11, 'text-background-color': color('surface'), 'text-background-opacity': 1, 'text-background-padding': 2, 'curve-style': 'straight'}},
  ];
}
