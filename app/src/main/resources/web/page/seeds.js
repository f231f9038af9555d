// The seeds behind knowledge points; the text of one is fetched when it is opened.

import {get} from './api.js';
import {h, replace} from './dom.js';
import {badge} from './parts.js';
import {count} from './format.js';
import {typeset} from './math.js';

export function seedsOf(points, signal) {
  return h('div', {class: 'columns'}, points.map(point => h('div', {class: 'card'},
    h('h3', null, h('a', {href: '#/knowledge/' + encodeURIComponent(point.id)}, point.name), ' ',
      point.status === 'active' ? null : badge(point.status)),
    point.mergedInto ? h('p', {class: 'quiet'}, 'now part of ' + point.mergedInto.name) : null,
    h('p', {class: 'quiet'}, (point.seeds === 1 ? '1 seed needs it' : count(point.seeds) + ' seeds need it') + (point.seeds > point.first.length ? '; the first:' : ':')),
    point.first.map(seed => seedPart(seed.id, named(seed), signal)))));
}

const named = seed => seed.mentions?.length ? ' as “' + seed.mentions[0].text + '”' : '';

/** One seed, folded. */
export function seedPart(id, note, signal) {
  const body = h('div');
  return h('details', {ontoggle: async event => {
    if (!event.target.open || body.childNodes.length) return;
    try {
      const {story} = await get('/traces/' + encodeURIComponent(id), signal);
      replace(body, typeset(story.problem || ''), story.answer ? h('p', {class: 'quiet'}, 'Answer: ' + story.answer) : null);
    } catch (error) {
      replace(body, h('p', {class: 'bad'}, error.message));
    }
  }}, h('summary', null, id, note ? h('small', null, note) : null), body);
}
