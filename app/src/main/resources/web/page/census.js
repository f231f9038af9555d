// How many combinations the graph holds, by kind and size.

import {get} from './api.js';
import {replace} from './dom.js';
import {table} from './parts.js';
import {count, kind, share} from './format.js';

const COLUMNS = [
  ['Kind', row => kind(row.kind) + (row.size > 2 ? ' of ' + row.size : '')],
  ['Combinations', row => count(row.count), 'number'],
  ['Novel', row => count(row.novel), 'number'],
  ['Share', row => share(row.novel, row.count), 'number'],
];

export async function census(place, signal) {
  replace(place, table('Combinations by kind', COLUMNS, await get('/graph/census', signal), 'There is no graph yet.'));
}
