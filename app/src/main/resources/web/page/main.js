// Shows the view that the address names after #, and tells it when it is left.

import {h, replace} from './dom.js';
import {overview} from './views/overview.js';
import {launch} from './views/launch.js';
import {runs} from './views/runs.js';
import {run} from './views/run.js';
import {problems} from './views/problems.js';
import {story} from './views/story.js';
import {knowledge} from './views/knowledge.js';
import {point} from './views/point.js';
import {models} from './views/models.js';

const VIEWS = [
  [/^\/$/, overview],
  [/^\/launch$/, launch],
  [/^\/runs$/, runs],
  [/^\/runs\/([^/]+)$/, run],
  [/^\/problems$/, problems],
  [/^\/problems\/([^/]+)$/, story],
  [/^\/knowledge$/, knowledge],
  [/^\/knowledge\/([^/]+)$/, point],
  [/^\/models$/, models],
];

const main = document.getElementById('main');
let leave = new AbortController();
let first = true;

async function show() {
  if (location.hash === '#main') return main.focus();
  leave.abort();
  leave = new AbortController();
  const {signal} = leave;
  const [path, query] = (location.hash.slice(1) || '/').split('?');
  mark(path);
  const found = VIEWS.map(([pattern, view]) => [path.match(pattern), view]).find(([match]) => match);
  const place = h('div', {class: 'view'});
  replace(main, place);
  if (!found) return replace(place, h('h1', null, 'There is no such page'), h('p', null, h('a', {href: '#/'}, 'Overview')));
  try {
    await found[1](place, {id: decodeURIComponent(found[0][1] || ''), query: new URLSearchParams(query), signal});
  } catch (error) {
    if (!signal.aborted) replace(place, h('h1', null, 'This did not work'), h('p', {class: 'bad', role: 'alert'}, error.message));
  }
  const title = place.querySelector('h1');
  document.title = (title && path !== '/' ? title.textContent + ' · ' : '') + 'GRIP';
  if (!first && !signal.aborted) main.focus({preventScroll: true});
  first = false;
}

function mark(path) {
  for (const link of document.querySelectorAll('nav a')) {
    const target = link.getAttribute('href').slice(1);
    const here = target === '/' ? path === '/' : path.startsWith(target);
    if (here) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

addEventListener('hashchange', () => { scrollTo(0, 0); show(); });
show();
