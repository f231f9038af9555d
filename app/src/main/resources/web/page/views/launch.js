// Chooses combinations by kind or by Cypher, shows what that would make beside it, and launches the run.

import {get, post} from '../api.js';
import {h, replace, toast} from '../dom.js';
import {field, section} from '../parts.js';
import {census} from '../census.js';
import {budgetFields, kindFields, queryFields, request, selectionFields} from '../launch-form.js';
import {plan} from '../plan.js';
import {preview} from '../preview.js';

export async function launch(place, {signal}) {
  const problem = h('p', {class: 'bad', role: 'alert'});
  const there = h('div');
  const shown = h('div', {'aria-live': 'polite'});
  const planned = h('div', {'aria-live': 'polite'});
  const form = h('form', {class: 'launch'});
  const byKind = kindFields();
  const byQuery = queryFields();
  const bySelection = selectionFields(await get('/selections', signal));
  const ways = {kinds: byKind, selection: bySelection, cypher: byQuery};
  const choose = mode => Object.entries(ways).forEach(([name, fields]) => {
    if (fields) fields.hidden = fields.disabled = name !== mode;
  });
  const way = (value, label) => h('label', {class: 'choice'},
    h('input', {type: 'radio', name: 'mode', value, checked: value === 'kinds', onchange: () => choose(value)}), label);
  const ask = work => async event => {
    event.preventDefault();
    replace(problem);
    try {
      await work(request(form));
    } catch (error) {
      replace(problem, error.message);
    }
  };
  const look = ask(body => Promise.all([preview(shown, body, signal), plan(planned, body, signal)]));
  replace(form,
    h('fieldset', {class: 'ways'}, h('legend', null, 'Choose combinations'), way('kinds', 'by kind'), bySelection ? way('selection', 'by a named query') : null, way('cypher', 'by Cypher')),
    byKind, bySelection, byQuery,
    field('limit', 'At most', h('input', {id: 'limit', name: 'limit', type: 'number', min: '1', value: '50'}), 'combinations; all there are when empty'),
    budgetFields(), problem,
    h('div', {class: 'actions'}, h('button', {class: 'primary', type: 'submit'}, 'Launch'),
      h('button', {type: 'button', onclick: look}, 'Preview')));
  form.addEventListener('submit', ask(async body => {
    const run = await post('/runs', body, signal);
    toast(run.state === 'DONE' ? 'This run is done already' : 'Launched ' + run.id);
    location.hash = '/runs/' + run.id;
  }));
  choose('kinds');
  replace(place, h('h1', null, 'Launch a run'), h('div', {class: 'beside'}, form,
    h('div', null, section('What there is', there), planned, section('What this would choose', shown))));
  replace(shown, h('p', {class: 'quiet'}, 'Preview shows the first combinations and how many of them have a problem already.'));
  await census(there, signal).catch(error => replace(there, h('p', {class: 'bad'}, error.message)));
}
