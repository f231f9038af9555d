// Prompts as models got them, folded away; where one cannot be rendered exactly, why.

import {h} from './dom.js';

/** Those of one step that led to the problem or solution with this key. */
export function asked(prompts, step, subject) {
  return prompts.filter(prompt => prompt.step === step && prompt.subject === subject).map(part);
}

function part(prompt) {
  const models = prompt.calls.map(call => call.model);
  return h('details', {class: 'asked'},
    h('summary', null, 'The prompt as ' + (models.length > 1 ? 'all ' + models.length + ' models' : models[0]) + ' got it',
      h('small', null, ' ' + prompt.prompt + ' v' + prompt.version + (prompt.exact ? ', byte for byte' : ''))),
    prompt.note ? h('p', {class: 'bad'}, prompt.note + '.') : null,
    prompt.messages.map(message => h('div', null, h('strong', null, message.role),
      h('pre', {tabindex: '0', role: 'group', 'aria-label': 'message of the ' + message.role}, message.content))),
    models.length > 1 ? h('p', {class: 'quiet'}, 'Asked: ' + models.join(', ') + '.') : null);
}
