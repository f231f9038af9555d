// Knowledge points: looked up, merged, renamed, banned and brought back by hand.

import {get, post, withQuery} from '../api.js';
import {h, replace, toast} from '../dom.js';
import {badge, field, select, table} from '../parts.js';
import {count, moment} from '../format.js';
import {change} from '../curation.js';

const STATUS = [['', 'all'], ['active', 'active'], ['banned', 'banned'], ['merged', 'merged']];

export async function knowledge(place, {query, signal}) {
  const list = h('div', {'aria-live': 'polite'});
  const history = h('div');
  const input = h('input', {type: 'search', id: 'query', name: 'query', value: query.get('query') || '', placeholder: 'name, alias, mention or id'});
  const status = select('status', STATUS, query.get('status') || 'active');
  const show = () => Promise.all([search(list, input.value, status.value, show, signal), changes(history, show, signal)])
    .catch(error => toast(error.message, true));
  let waiting;
  input.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(show, 250); });
  status.addEventListener('change', show);
  replace(place, h('h1', null, 'Knowledge points'),
    h('form', {class: 'filters', role: 'search', onsubmit: event => { event.preventDefault(); show(); }},
      field('query', 'Search', input), field('status', 'Status', status)),
    list, h('section', null, h('h2', null, 'Changes by hand'), history));
  await show();
}

async function search(list, query, status, show, signal) {
  const found = await get(withQuery('/knowledge-points', {query: query.trim(), status, limit: 100}), signal);
  replace(list, table('Knowledge points', columns(show), found, 'No knowledge point is like that.'),
    found.length === 100 ? h('p', {class: 'quiet'}, 'The first 100; search for others.') : null);
}

function columns(show) {
  const button = (kind, label, point) => h('button', {type: 'button', class: 'small',
    'aria-label': label + ' ' + point.name, onclick: () => change(kind, point, show)}, label);
  return [
    ['Name', point => [h('a', {href: '#/knowledge/' + encodeURIComponent(point.id)}, point.name),
      point.aliases.length ? h('small', null, 'also ' + point.aliases.join(', ')) : null]],
    ['Status', point => badge(point.status)],
    ['Seeds', point => count(point.seeds), 'number'],
    ['Neighbours', point => count(point.neighbours), 'number'],
    ['Mentions', point => count(point.mentions), 'number'],
    ['Change', point => h('div', {class: 'actions'}, point.status === 'active'
      ? [button('merge', 'Merge', point), button('rename', 'Rename', point), button('ban', 'Ban', point)]
      : point.status === 'banned' ? button('unban', 'Bring back', point) : null)],
  ];
}

async function changes(place, show, signal) {
  const all = await get('/curations?limit=10', signal);
  const last = all.find(one => !one.undone);
  replace(place, table('Changes by hand', [
    ['When', one => moment(one.at)],
    ['What', one => [one.summary, one.undone ? h('small', null, 'taken back') : null]],
    ['Who and why', one => [one.by, one.reason ? h('small', null, one.reason) : null]],
    ['Take back', one => one === last ? h('button', {type: 'button', class: 'small', 'aria-label': 'Undo: ' + one.summary, onclick: async () => {
      try {
        await post('/curations/' + one.id + '/undo');
        toast('Taken back');
      } catch (error) {
        toast(error.message, true);
      }
      show();
    }}, 'Undo') : null],
  ], all, 'Nothing was changed by hand.'));
}
