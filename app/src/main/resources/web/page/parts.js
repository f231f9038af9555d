// Parts that several views show.

import {h} from './dom.js';
import {share} from './format.js';

const GOOD = new Set(['passed', 'accepted', 'done', 'ready', 'active', 'exported', 'approved', 'keep']);
const BAD = new Set(['rejected', 'failed', 'vetoed', 'banned', 'misconfigured', 'cancelled', 'veto', 'drop', 'left-alone']);

/** A word on a coloured ground; the word says it too. */
export function badge(word) {
  const look = GOOD.has(word) ? 'good' : BAD.has(word) ? 'bad' : word === 'rehearsal' ? 'warn' : '';
  return h('span', {class: 'badge ' + look}, word);
}

export const rehearsalBadge = yes => yes ? badge('rehearsal') : null;

/** Figures side by side, each with its name; those without a value are left out. */
export function figures(pairs) {
  const shown = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return h('dl', {class: 'figures'}, shown.map(([name, value, note]) => h('div', null,
    h('dt', null, name), h('dd', null, value, note ? h('small', null, note) : null))));
}

/** A table that scrolls by itself when it is wider than the screen. Columns are [title, row => content, 'number'?]. */
export function table(caption, columns, rows, empty = 'Nothing yet.') {
  if (!rows.length) return h('p', {class: 'quiet'}, empty);
  const head = h('tr', null, columns.map(([title, , look]) => h('th', {scope: 'col', class: look}, title)));
  const body = rows.map(row => h('tr', null, columns.map(([, content, look]) => h('td', {class: look}, content(row)))));
  return h('div', {class: 'wide', tabindex: '0', role: 'region', 'aria-label': caption},
    h('table', null, h('caption', {class: 'hidden'}, caption), h('thead', null, head), h('tbody', null, body)));
}

/** How far something is; without a known end only that it goes on. */
export function bar(label, done, all) {
  const known = all > 0;
  return h('div', {class: 'bar'},
    h('progress', {'aria-label': label, max: known ? String(all) : '1', value: known ? String(done) : '0'}),
    h('span', null, known ? share(done, all) : '–'));
}

export const section = (title, ...children) => h('section', null, h('h2', null, title), children);

export const field = (id, label, control, hint) => h('div', {class: 'field'},
  h('label', {for: id}, label), control, hint ? h('small', {id: id + '-hint'}, hint) : null);

export function select(id, options, value) {
  return h('select', {id, name: id}, options.map(([key, label]) => h('option', {value: key, selected: key === value}, label)));
}
