// Problems and solutions, the latest first, by outcome, kind, difficulty and run; more of them on demand.

import {get, withQuery} from '../api.js';
import {h, replace} from '../dom.js';
import {field, select} from '../parts.js';
import {problemCard} from '../problem-card.js';

const OUTCOMES = [['', 'all'], ['accepted', 'accepted'], ['vetoed', 'passed, but no solution accepted'], ['rejected', 'rejected'],
  ['undecided', 'undecided'], ['failed', 'no usable text']];
const KINDS = [['', 'all'], ['ONE_HOP', 'one hop'], ['TWO_HOP', 'two hops'], ['THREE_HOP', 'three hops'], ['COMMUNITY', 'community'],
  ['SELECTED', 'by query']];
const DIFFICULTIES = [['', 'all'], ['low', 'low'], ['medium', 'medium'], ['high', 'high'], ['unrated', 'unrated']];

export async function problems(place, {query, signal}) {
  const list = h('div', {class: 'stack', 'aria-live': 'polite'});
  const more = h('p');
  const wanted = name => query.get(name) || '';
  const filters = h('form', {class: 'filters', 'aria-label': 'Filters', onchange: () => {
    location.hash = withQuery('/problems', Object.fromEntries(new FormData(filters)));
  }},
  field('outcome', 'Outcome', select('outcome', OUTCOMES, wanted('outcome'))),
  field('kind', 'Kind', select('kind', KINDS, wanted('kind'))),
  field('difficulty', 'Difficulty', select('difficulty', DIFFICULTIES, wanted('difficulty'))),
  field('run', 'Run', select('run', await runs(wanted('run'), signal), wanted('run'))));
  filters.addEventListener('submit', event => event.preventDefault());
  replace(place, h('h1', null, 'Problems'), filters, list, more);
  await page(list, more, {...outcomeFilter(wanted('outcome')), kind: wanted('kind'), difficulty: wanted('difficulty'),
    run: wanted('run'), limit: 20}, signal);
}

async function runs(chosen, signal) {
  const ids = (await get('/runs', signal)).map(run => run.id);
  if (chosen && !ids.includes(chosen)) ids.unshift(chosen);
  return [['', 'all'], ...ids.map(id => [id, id])];
}

function outcomeFilter(outcome) {
  if (outcome === 'accepted') return {accepted: true};
  if (outcome === 'vetoed') return {verdict: 'passed', accepted: false};
  return {verdict: outcome};
}

async function page(list, more, filter, signal) {
  const {problems: found, next} = await get(withQuery('/problems', filter), signal);
  list.append(...found.map(problem => problemCard(problem)));
  if (!list.children.length) list.append(h('p', {class: 'quiet'}, 'No problem is like that.'));
  replace(more, next ? h('button', {type: 'button', onclick: async event => {
    event.target.disabled = true;
    const before = list.lastElementChild;
    await page(list, more, {...filter, after: next}, signal);
    before.nextElementSibling?.querySelector('a')?.focus();
  }}, 'More') : null);
}
