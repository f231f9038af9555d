// One problem in a list, with its solutions folded in.

import {h} from './dom.js';
import {kind, score, time} from './format.js';
import {badge, rehearsalBadge} from './parts.js';
import {typeset} from './math.js';

export function problemCard(problem) {
  return h('article', {class: 'card problem', 'data-key': problem.key},
    h('header', null,
      badge(outcome(problem)),
      problem.score === null ? null : h('span', null, 'score ' + score(problem.score)),
      h('span', null, kind(problem.kind)),
      problem.difficulty ? h('span', null, problem.difficulty + ' difficulty') : null,
      h('span', null, h('time', {datetime: problem.madeAt}, time(problem.madeAt))),
      rehearsalBadge(problem.rehearsal),
      h('a', {class: 'last', href: '#/problems/' + problem.key, 'aria-label': 'Whole story of problem ' + problem.key}, 'Whole story')),
    problem.text === null ? h('p', {class: 'bad'}, problem.trouble || 'The model gave no problem') : typeset(problem.text),
    problem.solutions.map(solution => h('details', null,
      h('summary', null, 'Solution ', badge(solutionVerdict(solution)), solution.answer === null ? null : [' answer ', typeset('$' + solution.answer + '$')]),
      solution.text === null ? h('p', {class: 'bad'}, solution.trouble || 'The model gave no solution') : typeset(solution.text))),
    points(problem.knowledgePoints));
}

export const points = list => h('ul', {class: 'chips', 'aria-label': 'Knowledge points'}, list.map(point =>
  h('li', null, h('a', {href: '#/knowledge/' + encodeURIComponent(point.id)}, point.name))));

/** What became of a problem, in one word. */
export function outcome(problem) {
  if (problem.solutions.some(solution => solution.verdict === 'passed')) return 'accepted';
  return problem.verdict === null || problem.verdict === undefined ? 'being judged' : problem.verdict;
}

const solutionVerdict = solution => solution.verdict === 'rejected' ? 'vetoed' : solution.verdict || 'being judged';
