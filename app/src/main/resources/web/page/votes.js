// Judges' votes and their words.

import {h} from './dom.js';
import {badge} from './parts.js';
import {score} from './format.js';
import {typeset} from './math.js';

export function votes(list) {
  if (!list.length) return h('p', {class: 'quiet'}, 'No vote yet.');
  return h('ul', {class: 'votes'}, list.map(vote => h('li', {class: 'card'},
    h('header', null, verdict(vote), h('strong', null, vote.model),
      vote.weight !== null && vote.weight !== undefined && vote.weight !== 1 ? h('span', null, 'weight ' + vote.weight) : null,
      vote.parsedBy ? h('small', {class: 'last'}, 'read by ' + vote.parsedBy) : null),
    vote.explanation ? typeset(vote.explanation) : h('p', {class: 'quiet'}, 'Without words.'))));
}

function verdict(vote) {
  if (vote.approved !== null && vote.approved !== undefined) return badge(vote.approved ? 'approved' : 'veto');
  return vote.score === null || vote.score === undefined ? badge('not read') : h('span', {class: 'badge'}, score(vote.score));
}
