// Asks the person for the server's token, once for all requests that wait for it.

import {h} from './dom.js';

let asking = null;

export function askForToken(wrong) {
  asking ||= ask(wrong).finally(() => { asking = null; });
  return asking;
}

function ask(wrong) {
  const input = h('input', {type: 'password', id: 'token', name: 'token', autocomplete: 'off', required: true});
  const form = h('form', {method: 'dialog'},
    h('h2', {id: 'token-title'}, 'This server needs its token'),
    h('p', null, wrong ? 'The one given was not right. ' : '', 'It is api.token in the server\'s settings; this tab keeps it until it is closed.'),
    h('label', {for: 'token'}, 'Token'), input,
    h('p', {class: 'actions'}, h('button', {class: 'primary'}, 'Use it')));
  const dialog = h('dialog', {'aria-labelledby': 'token-title'}, form);
  dialog.addEventListener('cancel', event => event.preventDefault());
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => {
    dialog.remove();
    resolve(input.value.trim());
  }));
}
