// What is shown of a run wherever it is shown.

import {h, toast} from './dom.js';
import {post} from './api.js';
import {bar, badge, figures, rehearsalBadge} from './parts.js';
import {count, duration, moment, share, words} from './format.js';

const ENDED = new Set(['DONE', 'CANCELLED', 'FAILED']);
export const ended = run => ENDED.has(run.state);

/** A run as one card: state, progress, what came of it. */
export function runLine(run) {
  return h('article', {class: 'card run', 'data-run': run.id},
    h('header', null,
      h('a', {href: '#/runs/' + run.id}, run.id), badge(words(run.state)), rehearsalBadge(run.rehearsal),
      h('span', {class: 'last'}, moment(run.createdAt))),
    bar('Combinations of ' + run.id + ' that are done', run.done, run.combinations),
    runFigures(run));
}

export function runFigures(run) {
  return figures([
    ['Combinations', count(run.done) + ' of ' + count(run.combinations)],
    ['Problems', count(run.problems)],
    ['passed', count(run.problemsPassed), share(run.problemsPassed, run.problems)],
    ['Solutions', count(run.solutions)],
    ['accepted', count(run.accepted), share(run.accepted, run.problems) + ' of the problems'],
    ['gave nothing', run.failed ? count(run.failed) : null],
  ]);
}

/** What a person should know about it, in sentences. */
export function runNotes(run) {
  const took = run.endedAt ? (new Date(run.endedAt) - new Date(run.createdAt)) / 1000 : null;
  return h('div', null,
    h('p', {class: 'quiet'}, 'Profile ' + run.profile + ', launched ' + moment(run.createdAt)
      + (took === null ? '' : ', ended after ' + duration(took)) + (run.owner ? ', carried out by ' + run.owner : '') + '.'),
    run.notice ? h('p', null, run.notice) : null,
    run.error ? h('p', {class: 'bad', role: 'alert'}, run.error) : null);
}

/** The buttons that make sense in the run's state. */
export function runButtons(run, changed) {
  const wish = (name, label, look) => h('button', {type: 'button', class: look, onclick: async event => {
    if (event.target.ariaBusy === 'true') return;
    event.target.ariaBusy = 'true';
    try {
      changed(await post('/runs/' + run.id + '/' + name));
    } catch (error) {
      toast(error.message, true);
    }
    event.target.ariaBusy = 'false';
  }}, label);
  const going = ['PLANNED', 'RUNNING'].includes(run.state);
  const resumable = ['PAUSED', 'CANCELLED', 'FAILED'].includes(run.state);
  return h('div', {class: 'actions'},
    going ? wish('pause', 'Pause') : null,
    resumable ? wish('resume', 'Resume', 'primary') : null,
    !ended(run) && run.state !== 'CANCELLING' ? wish('cancel', 'Cancel', 'danger') : null);
}
