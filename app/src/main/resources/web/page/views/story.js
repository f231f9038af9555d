// One problem's whole story: what it was made from, by whom, with which prompts, and what each judge said.

import {get} from '../api.js';
import {h, replace} from '../dom.js';
import {badge, figures, rehearsalBadge, section} from '../parts.js';
import {kind, score} from '../format.js';
import {typeset} from '../math.js';
import {pathGraph} from '../path-graph.js';
import {seedsOf} from '../seeds.js';
import {votes} from '../votes.js';
import {asked} from '../asked.js';
import {inBrowser, literal} from '../browser.js';

export async function story(place, {id, signal}) {
  const {story: problem, path, asked: questions, prompts} = await get('/problems/' + encodeURIComponent(id), signal);
  const graph = h('div', {class: 'graph'});
  const query = 'MATCH path = (p:Problem {key: ' + literal(problem.key) + '})-[:GENERATED_FROM]->()-[:COMBINES]->(kp)\n'
    + 'OPTIONAL MATCH judged = (:Judgement)-[:OF]->(p)\nOPTIONAL MATCH solved = (:Solution)-[:SOLVES]->(p)\nRETURN path, judged, solved';
  replace(place,
    h('header', {class: 'title'}, h('h1', null, 'Problem ' + problem.key.slice(0, 8)), badge(problem.verdict || 'being judged'),
      rehearsalBadge(problem.rehearsal)),
    figures([['Score', score(problem.score)], ['Difficulty', problem.difficulty, problem.rater ? 'by ' + problem.rater : null],
      ['Combination', kind(problem.combination.kind), 'distance ' + problem.combination.distance],
      ['Run', h('a', {href: '#/runs/' + problem.run}, problem.run)]]),
    h('div', {class: 'card statement'}, problem.text ? typeset(problem.text) : h('p', {class: 'bad'}, problem.trouble)),
    origin('Written', problem.generator), asked(questions, 'WRITING', problem.key),
    section('Where it comes from', graph, seedsOf(problem.knowledgePoints, signal), h('p', null, inBrowser(query))),
    section('What the judges said of the problem', votes(problem.votes), asked(questions, 'JUDGING_PROBLEM', problem.key)),
    problem.rater ? section('How hard it is', h('p', null, 'Rated ', badge(problem.difficulty), ' by ' + problem.rater + '.'),
      asked(questions, 'RATING', problem.key)) : null,
    problem.solutions.map((solution, i) => solutionPart(solution, i, problem.solutions.length, questions)),
    section('Templates of the prompts', prompts.map(promptPart)));
  pathGraph(graph, problem.knowledgePoints, path, signal);
}

function solutionPart(solution, i, all, questions) {
  return section('Solution' + (all > 1 ? ' ' + (i + 1) : ''),
    h('p', null, badge(solution.verdict === 'rejected' ? 'vetoed' : solution.verdict || 'being judged'), ' ',
      solution.export ? badge(solution.export) : null, solution.answer ? [' answer ', typeset('$' + solution.answer + '$')] : null),
    h('div', {class: 'card statement'}, solution.text ? typeset(solution.text) : h('p', {class: 'bad'}, solution.trouble)),
    origin('Solved', solution.solver), asked(questions, 'SOLVING', solution.key),
    votes(solution.votes), asked(questions, 'JUDGING_SOLUTION', solution.key));
}

function origin(verb, made) {
  const sampling = [['temperature', made.temperature], ['top p', made.topP], ['at most', made.maxTokens, 'tokens'], ['seed', made.samplingSeed]]
    .filter(([, value]) => value !== null && value !== undefined).map(([name, value, unit]) => name + ' ' + value + (unit ? ' ' + unit : ''));
  return h('p', {class: 'quiet'}, verb + ' by ' + made.model + (made.prompt ? ' with ' + made.prompt + ' v' + made.promptVersion : '')
    + (sampling.length ? ' (' + sampling.join(', ') + ')' : '') + '.');
}

function promptPart(prompt) {
  return h('details', null,
    h('summary', null, prompt.name + ' v' + prompt.version, h('small', null, ' ' + prompt.hash.slice(0, 12))),
    h('pre', {tabindex: '0'}, prompt.text));
}
