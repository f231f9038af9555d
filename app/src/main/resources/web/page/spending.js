// What a run's pace and price are: its last minute, and what it used by stage and model; nothing where the server says nothing.

import {get} from './api.js';
import {replace} from './dom.js';
import {figures, section, table} from './parts.js';
import {count, duration, short} from './format.js';

export const money = (amount, currency) => amount === null || amount === undefined ? null
  : amount.toFixed(amount < 1 ? 4 : 2) + ' ' + currency;

/** The figures of a progress event. */
export function pace(place, {pace: now}) {
  replace(place, figures([
    ['Combinations a second', now.combinationsPerSecond.toFixed(1), 'over the last minute'],
    ['Accepted an hour', count(Math.round(now.acceptedPerHour))],
    ['Time left', now.secondsLeft === null ? null : duration(now.secondsLeft)],
    ['Cost so far', money(now.cost, now.currency)],
  ]));
}

export async function spend(place, run, signal) {
  const used = await get('/runs/' + encodeURIComponent(run.id) + '/spend', signal);
  if (!used.calls) return;
  replace(place, section('What it used', figures([
    ['Calls', count(used.calls)], ['Prompt tokens', short(used.promptTokens)], ['Answer tokens', short(used.completionTokens)],
    ['Time at work', duration(used.seconds)], ['GPU hours', used.gpuHours === null ? null : used.gpuHours.toFixed(2)],
    ['Cost', money(used.cost, used.currency), used.unpriced.length ? 'no price: ' + used.unpriced.join(', ') : null],
  ]), table('Use by stage and model', columns(used), used.stages)));
}

function columns(used) {
  const seconds = name => ['Seconds: ' + name, stage => stage.time ? stage.time[name].toFixed(1) : '–', 'number'];
  return [
    ['Stage', stage => stage.stage],
    ['Model', stage => stage.model],
    ['Calls', stage => count(stage.calls), 'number'],
    ['Prompt tokens', stage => short(stage.promptTokens), 'number'],
    ['Answer tokens', stage => short(stage.completionTokens), 'number'],
    ...(used.stages.some(stage => stage.time) ? ['server', 'room', 'pause', 'store'].map(seconds) : []),
    ...(used.cost === null ? [] : [['Cost', stage => money(stage.cost, used.currency) || '–', 'number']]),
  ];
}
