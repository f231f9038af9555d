// The fields of the launch form, and the request they make.

import {h, replace} from './dom.js';
import {field} from './parts.js';
import {words} from './format.js';

const KINDS = [['ONE_HOP', 'one hop: an edge'], ['TWO_HOP', 'two hops: never together in a seed'],
  ['THREE_HOP', 'three hops, from a core knowledge point'], ['COMMUNITY', 'communities: cliques']];

const EXAMPLE = 'MATCH (a:KnowledgePoint)-[edge:CO_OCCURS]->(b:KnowledgePoint)\nWHERE edge.weight >= 2\nRETURN [a, b] AS knowledgePoints';

const number = (id, label, hint, least) => field(id, label,
  h('input', {id, name: id, type: 'number', min: least, 'aria-describedby': id + '-hint'}), hint);

export function kindFields() {
  return h('fieldset', null, h('legend', null, 'Kinds'),
    KINDS.map(([kind, label]) => h('label', {class: 'choice'},
      h('input', {type: 'checkbox', name: 'kinds', value: kind, checked: kind === 'TWO_HOP'}), label)),
    number('seed', 'Random seed', 'a uniform sample, the same for the same number; the first ones when empty'),
    h('details', null, h('summary', null, 'Narrow the choice'),
      number('minWeight', 'Smallest weight of an edge', 'seeds that need both', '1'),
      number('minImplicitWeight', 'Smallest weight of an implicit pair', 'that of its widest path', '0'),
      number('maxDegree', 'Most neighbours', 'leaves out knowledge points that go with everything', '1')));
}

export function queryFields() {
  return h('fieldset', null, h('legend', null, 'Cypher'),
    field('cypher', 'A read-only query that returns knowledgePoints',
      h('textarea', {id: 'cypher', name: 'cypher', rows: '7', spellcheck: 'false', 'aria-describedby': 'cypher-hint'}, EXAMPLE),
      'each row a list of nodes, ids or names'),
    field('parameters', 'Parameters',
      h('input', {id: 'parameters', name: 'parameters', spellcheck: 'false', placeholder: '{"least": 2}', 'aria-describedby': 'parameters-hint'}),
      'JSON, when the query has any'));
}

/** A choice of the server's own queries, each with its parameters; nothing when it has none. */
export function selectionFields(selections) {
  if (!selections.length) return null;
  const purpose = h('p', {class: 'quiet', id: 'selection-hint'});
  const parameters = h('input', {id: 'values', name: 'values', spellcheck: 'false', 'aria-describedby': 'values-hint'});
  const chosen = h('select', {id: 'selection', name: 'selection', 'aria-describedby': 'selection-hint'},
    selections.map(one => h('option', {value: one.name}, words(one.name))));
  const show = () => {
    const one = selections.find(each => each.name === chosen.value);
    replace(purpose, one.purpose);
    parameters.value = Object.keys(one.parameters).length ? JSON.stringify(one.parameters) : '';
  };
  chosen.addEventListener('change', show);
  show();
  return h('fieldset', null, h('legend', null, 'Named query'), field('selection', 'Query', chosen), purpose,
    field('values', 'Its parameters', parameters, 'JSON, with their usual values'));
}

/** Where a run pauses by itself; nothing of it has to be given. */
export function budgetFields() {
  return h('details', null, h('summary', null, 'Pause it early'),
    number('targetRows', 'Accepted rows', 'at so many of them', '1'),
    field('maxTime', 'Time', h('input', {id: 'maxTime', name: 'maxTime', placeholder: '90m', 'aria-describedby': 'maxTime-hint'}),
      'of being carried out: 90m, 36h or 2d'),
    field('maxCost', 'Cost', h('input', {id: 'maxCost', name: 'maxCost', type: 'number', min: '0', step: 'any', 'aria-describedby': 'maxCost-hint'}),
      'in the currency of the configured prices'));
}

const NUMBERS = ['seed', 'minWeight', 'minImplicitWeight', 'maxDegree'];

/** The body of POST /runs; throws with a sentence when the form cannot make one. */
export function request(form) {
  const values = new FormData(form);
  const body = {};
  for (const name of ['limit', 'targetRows', 'maxCost']) if (values.get(name)) body[name] = Number(values.get(name));
  if (values.get('maxTime')) body.maxTime = values.get('maxTime');
  if (values.get('mode') === 'cypher') {
    body.cypher = values.get('cypher');
    if (values.get('parameters').trim()) body.parameters = parsed(values.get('parameters'));
    return body;
  }
  if (values.get('mode') === 'selection') {
    body.selection = values.get('selection');
    if (values.get('values').trim()) body.parameters = parsed(values.get('values'));
    return body;
  }
  body.kinds = values.getAll('kinds');
  if (!body.kinds.length) throw new Error('Choose at least one kind');
  for (const name of NUMBERS) if (values.get(name)) body[name] = Number(values.get(name));
  return body;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('The parameters are no JSON; write them as {"name": value}');
  }
}
