// Everything at a glance: the run at work, the funnel from seeds to exported rows, the latest accepted problems, the models.

import {get} from '../api.js';
import {again, h, replace} from '../dom.js';
import {funnel} from '../funnel.js';
import {problemCard} from '../problem-card.js';
import {runLine} from '../run-parts.js';
import {section} from '../parts.js';
import {serverTable} from '../servers.js';

export async function overview(place, {signal}) {
  const runs = h('div', {class: 'stack'});
  const numbers = h('div');
  const latest = h('div', {class: 'stack'});
  const servers = h('div');
  replace(place,
    h('h1', null, 'Overview'),
    section('Runs', runs),
    section('From seeds to rows', numbers),
    section('Latest accepted problems', latest),
    section('Model servers', servers));
  await Promise.all([
    again(async () => showRuns(runs, await get('/runs', signal)), 2000, signal),
    again(async () => replace(numbers, funnel(await get('/funnel', signal))), 4000, signal),
    again(() => showLatest(latest, signal), 4000, signal),
    again(async () => replace(servers, serverTable((await get('/models', signal)).roles)), 3000, signal),
  ]);
}

function showRuns(place, runs) {
  const open = runs.filter(run => !['DONE', 'CANCELLED', 'FAILED'].includes(run.state));
  const shown = open.length ? open : runs.slice(0, 1);
  replace(place, shown.map(run => runLine(run)),
    shown.length ? null : h('p', {class: 'quiet'}, 'No run yet.'),
    h('p', null, h('a', {class: 'button', href: '#/launch'}, 'Launch a run')));
}

async function showLatest(place, signal) {
  const {problems} = await get('/problems?accepted=true&limit=3', signal);
  const keys = problems.map(problem => problem.key).join();
  if (place.dataset.keys === keys) return;
  place.dataset.keys = keys;
  replace(place, problems.map(problem => problemCard(problem)),
    problems.length ? h('p', null, h('a', {href: '#/problems?outcome=accepted'}, 'All accepted problems'))
      : h('p', {class: 'quiet'}, 'Nothing is accepted yet.'));
}
