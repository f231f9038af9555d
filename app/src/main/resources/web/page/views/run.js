// One run, live: its events change the figures and the chart, and bring in the latest problems.

import {follow, get} from '../api.js';
import {h, replace} from '../dom.js';
import {bar, badge, rehearsalBadge, section} from '../parts.js';
import {ended, runButtons, runFigures, runNotes} from '../run-parts.js';
import {problemCard} from '../problem-card.js';
import {progressChart} from '../progress-chart.js';
import {inBrowser, literal} from '../browser.js';
import {spending} from '../spending.js';
import {words} from '../format.js';

export async function run(place, {id, signal}) {
  const first = await get('/runs/' + encodeURIComponent(id), signal);
  const parts = frame(place, first);
  const chart = progressChart(parts.chart, first, signal);
  let latest = Promise.resolve();
  const show = now => {
    showRun(parts, now, show);
    chart.add(now);
    latest = latest.then(() => showLatest(parts.latest, now, signal)).catch(() => {});
  };
  show(first);
  if (!ended(first)) watch(id, show, signal);
}

async function watch(id, show, signal) {
  await follow('/runs/' + encodeURIComponent(id) + '/events', show, signal);
  if (!signal.aborted) show(await get('/runs/' + encodeURIComponent(id), signal));
}

function frame(place, run) {
  const parts = {
    state: h('span', {role: 'status'}), buttons: h('div'), bar: h('div'), figures: h('div'), notes: h('div'),
    spending: h('div'), chart: h('div', {class: 'chart'}), latest: h('div', {class: 'stack'}),
  };
  const made = 'MATCH (problem:Problem {run: ' + literal(run.id) + "})-[from:GENERATED_FROM]->(combination)-[of:COMBINES]->(kp)\n"
    + 'RETURN problem, from, combination, of, kp LIMIT 100';
  replace(place,
    h('header', {class: 'title'}, h('h1', null, run.id), parts.state, rehearsalBadge(run.rehearsal), parts.buttons),
    parts.bar, parts.figures, parts.spending, parts.notes, parts.chart,
    h('p', null, inBrowser(made, 'Open its problems in Neo4j Browser')),
    section('Latest problems', parts.latest));
  return parts;
}

function showRun(parts, run, show) {
  if (parts.shownState !== run.state) {
    replace(parts.state, badge(words(run.state)));
    keepFocus(parts.buttons, () => replace(parts.buttons, runButtons(run, show)));
    parts.shownState = run.state;
  }
  replace(parts.bar, bar('Combinations that are done', run.done, run.combinations));
  replace(parts.figures, runFigures(run));
  replace(parts.spending, spending(run));
  replace(parts.notes, runNotes(run));
}

/** Whoever pressed a button finds the next one under the same key. */
function keepFocus(place, change) {
  const within = place.contains(document.activeElement);
  change();
  if (within) place.querySelector('button')?.focus();
}

async function showLatest(place, run, signal) {
  if (place.dataset.problems === String(run.problems) + run.accepted) return;
  place.dataset.problems = String(run.problems) + run.accepted;
  const {problems} = await get('/problems?limit=6&run=' + encodeURIComponent(run.id), signal);
  const open = new Set([...place.querySelectorAll('details[open]')].map(one => one.closest('article').dataset.key));
  replace(place, problems.map(problem => problemCard(problem)),
    problems.length ? h('p', null, h('a', {href: '#/problems?run=' + run.id}, 'All problems of this run'))
      : h('p', {class: 'quiet'}, 'No problem yet.'));
  for (const card of place.querySelectorAll('article')) {
    if (open.has(card.dataset.key)) card.querySelector('details').open = true;
  }
}
