// The funnel: how many of everything there are, each step with its share of the one before.

import {h} from './dom.js';
import {count, kind, share} from './format.js';

export function funnel(numbers) {
  const chosen = sum(numbers.chosen);
  const knowledge = [
    ['Seeds', numbers.seeds],
    ['Mentions of knowledge points', numbers.mentions],
    ['kept by the filter', numbers.mentionsKept, numbers.mentions],
    ['Knowledge points', numbers.knowledgePoints],
    ['Edges between them', numbers.edges],
  ];
  const made = [
    ['Combinations chosen', chosen, sum(numbers.combinations), 'of all there are'],
    ['Problems', numbers.problems, chosen],
    ['passed their judges', numbers.problemsPassed, numbers.problems],
    ['Solutions', numbers.solutions, numbers.problemsPassed],
    ['accepted: no judge said no', numbers.solutionsPassed, numbers.solutions],
    ['Exported rows', numbers.exported, numbers.solutionsPassed],
  ];
  return h('div', {class: 'columns'},
    steps('Knowledge', knowledge, Math.max(numbers.mentions, numbers.seeds)),
    steps('Made', made, Math.max(chosen, numbers.problems)),
    kinds(numbers));
}

const sum = kinds => Object.values(kinds || {}).reduce((all, one) => all + one, 0);

function steps(title, rows, most) {
  return h('div', {class: 'card'}, h('h3', null, title), h('dl', {class: 'funnel'}, rows.map(([name, number, before, of]) =>
    h('div', null,
      h('dt', null, name),
      h('dd', null, count(number), before ? h('small', null, share(number, before) + (of ? ' ' + of : '')) : null),
      h('span', {class: 'length', 'aria-hidden': 'true', style: 'inline-size:' + (most ? 100 * Math.min(1, number / most) : 0) + '%'})))));
}

function kinds(numbers) {
  const names = Object.keys(numbers.combinations || {});
  if (!names.length) return null;
  const most = Math.max(...names.map(name => numbers.combinations[name]));
  return h('div', {class: 'card'}, h('h3', null, 'Combinations there are'), h('dl', {class: 'funnel'}, names.map(name =>
    h('div', null,
      h('dt', null, kind(name)),
      h('dd', null, count(numbers.combinations[name]), h('small', null, count(numbers.chosen[name] || 0) + ' chosen')),
      h('span', {class: 'length', 'aria-hidden': 'true', style: 'inline-size:' + 100 * numbers.combinations[name] / most + '%'})))));
}
