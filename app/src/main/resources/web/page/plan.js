// What a run would take and give, before it spends anything.

import {post} from './api.js';
import {h, replace} from './dom.js';
import {figures, section, table} from './parts.js';
import {count, duration, kind, short} from './format.js';
import {money} from './spending.js';

export async function plan(place, body, signal) {
  const planned = await post('/runs?dryRun=true', body, signal);
  const cost = amount => money(amount, planned.currency);
  replace(place, section('What it would take and give',
    figures([
      ['Combinations', count(planned.combinations), planned.made ? count(planned.made) + ' are made already' : null],
      ['Accepted rows', range(planned.rows, rounded)],
      ['Calls', range(planned.calls, rounded)],
      ['Tokens', range(planned.completionTokens, rounded), 'in answers'],
      ['Time', range(planned.seconds, duration)],
      ['GPU hours', planned.gpuHours && range(planned.gpuHours, hours => hours.toFixed(1))],
      ['Cost', planned.cost && range(planned.cost, cost)],
    ]),
    planned.notes.map(note => h('p', {class: 'quiet'}, note)),
    table('Kinds', KINDS, planned.kinds),
    h('details', null, h('summary', null, 'By stage and model'), table('Stages', STAGES, planned.stages))));
}

/** An interval as people read it: what is likely, and between what. */
function range(interval, text) {
  const [low, likely, high] = [interval.low, interval.expected, interval.high].map(text);
  return low === high ? likely : [likely, h('small', null, low + ' to ' + high)];
}

const rounded = value => short(Math.round(value));

const KINDS = [
  ['Kind', one => kind(one.kind)],
  ['There are', one => count(one.available), 'number'],
  ['Chosen', one => count(one.chosen), 'number'],
  ['Rows', one => range(one.rows, rounded), 'number'],
];

const STAGES = [
  ['Stage', stage => [stage.stage, h('small', null, stage.measured ? stage.model : stage.model + ', assumed')]],
  ['Calls', stage => range(stage.calls, rounded), 'number'],
  ['Prompt tokens', stage => range(stage.promptTokens, rounded), 'number'],
  ['Answer tokens', stage => range(stage.completionTokens, rounded), 'number'],
];
