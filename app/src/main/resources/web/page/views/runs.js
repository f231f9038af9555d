// All runs, newest first.

import {get} from '../api.js';
import {again, h, replace} from '../dom.js';
import {bar, badge, rehearsalBadge, table} from '../parts.js';
import {count, moment, words} from '../format.js';

const COLUMNS = [
  ['Run', run => [h('a', {href: '#/runs/' + run.id}, run.id), ' ', rehearsalBadge(run.rehearsal)]],
  ['State', run => badge(words(run.state))],
  ['Done', run => bar('Done of ' + run.id, run.done, run.combinations)],
  ['Combinations', run => count(run.combinations), 'number'],
  ['Problems', run => count(run.problems), 'number'],
  ['Passed', run => count(run.problemsPassed), 'number'],
  ['Accepted', run => count(run.accepted), 'number'],
  ['Launched', run => moment(run.createdAt)],
];

export async function runs(place, {signal}) {
  const list = h('div');
  replace(place, h('h1', null, 'Runs'), h('p', null, h('a', {class: 'button', href: '#/launch'}, 'Launch a run')), list);
  let shown = '';
  await again(async () => {
    const all = await get('/runs', signal);
    const now = JSON.stringify(all);
    if (now !== shown) replace(list, table('Runs', COLUMNS, all, 'No run yet.'));
    shown = now;
  }, 2000, signal);
}
