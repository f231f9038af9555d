// The first combinations that a request would choose.

import {post} from './api.js';
import {h, replace} from './dom.js';
import {table} from './parts.js';
import {count, kind} from './format.js';

const ROWS = 20;
const COLUMNS = [
  ['Knowledge points', row => [row.names.join(' + '), row.made ? h('small', null, 'has a problem already') : null]],
  ['Kind', row => kind(row.kind)],
  ['Distance', row => row.distance || '–', 'number'],
  ['Weight', row => row.weight, 'number'],
];

export async function preview(place, body, signal) {
  const found = await post('/combinations/preview?rows=' + ROWS, body, signal);
  const rows = found.rows;
  const note = rows.length === ROWS ? 'The first ' + ROWS + '; ' : count(rows.length) + (rows.length === 1 ? ' combination; ' : ' combinations; ');
  const made = found.alreadyMade;
  replace(place, h('p', {class: 'quiet'}, found.count === null ? null : count(found.count) + ' in all. ',
    note + (made === 0 ? 'none of them has a problem yet.' : count(made) + ' of them have a problem already.')),
    table('Combinations this would choose', COLUMNS, rows, 'It chooses nothing.'));
}
