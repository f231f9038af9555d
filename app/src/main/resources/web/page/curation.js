// Dialogs that change one knowledge point, with who and why.

import {get, post} from './api.js';
import {h, replace, toast} from './dom.js';
import {field} from './parts.js';

const CHANGES = {
  merge: {title: point => 'Merge “' + point.name + '” into another', button: 'Merge', value: ['into', 'Into (name or id)']},
  rename: {title: point => 'Rename “' + point.name + '”', button: 'Rename', value: ['name', 'New name']},
  ban: {title: point => 'Ban “' + point.name + '” from the graph', button: 'Ban'},
  unban: {title: point => 'Bring “' + point.name + '” back', button: 'Bring back'},
};

/** Asks for what the change needs and makes it; `done` is called when it was made. */
export function change(kind, point, done) {
  const {title, button, value} = CHANGES[kind];
  const problem = h('p', {class: 'bad', role: 'alert'});
  const names = h('datalist', {id: 'names'});
  const form = h('form', null,
    h('h2', {id: 'change-title'}, title(point)),
    value ? field(value[0], value[1], h('input', {id: value[0], name: value[0], required: true, list: kind === 'merge' ? 'names' : null,
      autocomplete: 'off', oninput: kind === 'merge' ? event => suggest(names, event.target.value) : null})) : null,
    names,
    field('reason', 'Why (kept with the change)', h('input', {id: 'reason', name: 'reason'})),
    field('by', 'Who', h('input', {id: 'by', name: 'by', autocomplete: 'username'})),
    problem,
    h('p', {class: 'actions'},
      h('button', {class: 'primary', type: 'submit'}, button),
      h('button', {type: 'button', onclick: () => dialog.close()}, 'Leave it')));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      const made = await post('/knowledge-points/' + encodeURIComponent(point.id) + '/' + kind, Object.fromEntries(new FormData(form)));
      dialog.close();
      toast(made.curation?.summary || 'Changed');
      done();
    } catch (error) {
      replace(problem, error.message);
    }
  });
  const dialog = h('dialog', {'aria-labelledby': 'change-title'}, form);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

async function suggest(names, text) {
  if (text.trim().length < 2) return;
  const found = await get('/knowledge-points?status=active&limit=10&query=' + encodeURIComponent(text.trim())).catch(() => []);
  replace(names, found.map(one => h('option', {value: one.name})));
}
