// One knowledge point: its mentions, its neighbours drawn, the seeds behind it, the problems made from it.

import {get} from '../api.js';
import {h, replace} from '../dom.js';
import {badge, figures, section, table} from '../parts.js';
import {count} from '../format.js';
import {change} from '../curation.js';
import {pathGraph} from '../path-graph.js';
import {seedPart} from '../seeds.js';
import {inBrowser, literal} from '../browser.js';

export async function point(place, {id, signal}) {
  const {story: kp} = await get('/knowledge-points/' + encodeURIComponent(id) + '?limit=12', signal);
  const graph = h('div', {class: 'graph'});
  const again = () => point(place, {id, signal});
  const button = (kind, label) => h('button', {type: 'button', onclick: () => change(kind, kp, again)}, label);
  replace(place,
    h('header', {class: 'title'}, h('h1', null, kp.name), badge(kp.status), h('div', {class: 'actions'}, kp.status === 'active'
      ? [button('merge', 'Merge'), button('rename', 'Rename'), button('ban', 'Ban')] : kp.status === 'banned' ? button('unban', 'Bring back') : null)),
    kp.mergedInto ? h('p', null, 'Now part of ', h('a', {href: '#/knowledge/' + kp.mergedInto.id}, kp.mergedInto.name), '.') : null,
    kp.reason ? h('p', {class: 'quiet'}, kp.reason) : null,
    figures([['Seeds', count(kp.seeds.count)], ['Neighbours', count(kp.edges.count)], ['Mentions', count(kp.mentions.length)],
      ['Problems', count(kp.problems.count), count(kp.problems.passed) + ' passed, ' + count(kp.problems.exported) + ' exported']]),
    section('Neighbours', graph, h('p', null, inBrowser(
      'MATCH path = (kp:KnowledgePoint {id: ' + literal(kp.id) + '})-[:CO_OCCURS]-()\nRETURN path LIMIT 100'))),
    section('Mentions', table('Mentions', MENTIONS, kp.mentions)),
    section('Seeds', kp.seeds.first.map(seed => seedPart(seed.id, null, signal))),
    section('Problems', table('Problems', PROBLEMS, kp.problems.first, 'No problem was made from it.')));
  const self = {id: kp.id, name: kp.name};
  pathGraph(graph, [self], kp.edges.first.map(other => ({from: self, to: {id: other.id, name: other.name}, weight: other.weight})), signal);
}

const MENTIONS = [
  ['Text', mention => mention.text],
  ['Verdict', mention => [badge(mention.verdict || 'waits'), mention.reason ? h('small', null, mention.reason) : null]],
  ['Decided by', mention => mention.decidedBy || '–'],
  ['Seeds', mention => count(mention.seeds), 'number'],
];

const PROBLEMS = [
  ['Problem', problem => h('a', {href: '#/problems/' + problem.key}, problem.key)],
  ['Verdict', problem => badge(problem.verdict || 'being judged')],
  ['Run', problem => h('a', {href: '#/runs/' + problem.run}, problem.run)],
];
