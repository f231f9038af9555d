// One run, live: its events change the figures and the chart, and bring in the latest problems.

import {follow, get} from '../api.js';
import {h, replace, toast} from '../dom.js';
import {bar, badge, rehearsalBadge, section} from '../parts.js';
import {ended, runButtons, runFigures, runNotes} from '../run-parts.js';
import {problemCard} from '../problem-card.js';
import {progressChart} from '../progress-chart.js';
import {inBrowser, literal} from '../browser.js';
import {pace, spend} from '../spending.js';
import {words} from '../format.js';

export async function run(place, {id, signal}) {
  const first = await get('/runs/' + encodeURIComponent(id), signal);
  const parts = frame(place, first);
  const chart = progressChart(parts.chart, first, signal);
  let latest = Promise.resolve();
  let watching = false;
  const show = now => {
    showRun(parts, now, show);
    chart.add(now);
    latest = latest.then(() => showMade(parts, now, signal)).catch(() => {});
    if (watching || ended(now)) return;
    watching = true;
    watch(id, (event, name) => name === 'progress' ? showPace(parts, event) : show(event), signal)
      .then(last => { watching = false; if (last) show(last); })
      .catch(error => { watching = false; toast(error.message, true); });
  };
  show(first);
}

/** Passes on the run's events; ends with the run as it is after the last. */
async function watch(id, event, signal) {
  await follow('/runs/' + encodeURIComponent(id) + '/events', event, signal);
  return signal.aborted ? null : get('/runs/' + encodeURIComponent(id), signal);
}

function frame(place, run) {
  const parts = {
    state: h('span', {role: 'status'}), buttons: h('div'), bar: h('div'), figures: h('div'), notes: h('div'),
    pace: h('div'), spend: h('div'), chart: h('div', {class: 'chart'}), accepted: h('div', {class: 'stack'}), latest: h('div', {class: 'stack'}),
  };
  const made = 'MATCH (problem:Problem {run: ' + literal(run.id) + "})-[from:GENERATED_FROM]->(combination)-[of:COMBINES]->(kp)\n"
    + 'RETURN problem, from, combination, of, kp LIMIT 100';
  replace(place,
    h('header', {class: 'title'}, h('h1', null, run.id), parts.state, rehearsalBadge(run.rehearsal), parts.buttons),
    parts.bar, parts.figures, parts.pace, parts.notes, parts.chart,
    h('p', null, inBrowser(made, 'Open its problems in Neo4j Browser')),
    section('Latest accepted', parts.accepted),
    section('Latest problems', parts.latest),
    parts.spend);
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
  replace(parts.notes, runNotes(run));
  if (run.state !== 'RUNNING' || !run.owner) replace(parts.pace);
}

/** A last look at the pace may come after the news that the run stands still. */
function showPace(parts, progress) {
  if (parts.shownState === 'RUNNING') pace(parts.pace, progress);
}

/** Whoever pressed a button finds the next one under the same key. */
function keepFocus(place, change) {
  const within = place.contains(document.activeElement);
  change();
  if (within) place.querySelector('button')?.focus();
}

async function showMade(parts, run, signal) {
  const of = '?run=' + encodeURIComponent(run.id);
  await spend(parts.spend, run, signal).catch(() => {});
  await showList(parts.accepted, run.accepted, of + '&accepted=true&limit=3', 'Nothing is accepted yet.', signal);
  await showList(parts.latest, run.problems + ' ' + run.done, of + '&limit=4', 'No problem yet.', signal);
  if (run.problems && !parts.latest.querySelector('p.all')) {
    parts.latest.append(h('p', {class: 'all'}, h('a', {href: '#/problems' + of}, 'All problems of this run')));
  }
}

/** Asks again only when the numbers of the run changed, and leaves open what is open. */
async function showList(place, number, query, nothing, signal) {
  if (place.dataset.number === String(number)) return;
  place.dataset.number = String(number);
  const {problems} = await get('/problems' + query, signal);
  const open = new Set([...place.querySelectorAll('details[open]')].map(one => one.closest('article').dataset.key));
  replace(place, problems.map(problem => problemCard(problem)), problems.length ? null : h('p', {class: 'quiet'}, nothing));
  for (const card of place.querySelectorAll('article')) {
    if (open.has(card.dataset.key)) card.querySelector('details').open = true;
  }
}
