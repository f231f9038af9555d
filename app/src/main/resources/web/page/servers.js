// Models and their servers: load, health, and what was asked of them.

import {h} from './dom.js';
import {badge, table} from './parts.js';
import {count, share, short} from './format.js';

/** One row a model server; the roles it plays are together. */
export function serverTable(roles) {
  const rows = new Map();
  for (const role of roles) {
    for (const server of role.servers) {
      const key = role.model + ' ' + server.url;
      if (!rows.has(key)) rows.set(key, {role, server, roles: []});
      rows.get(key).roles.push(role.role === 'judge' ? role.label : role.role);
    }
  }
  return table('Model servers', COLUMNS, [...rows.values()], 'No model server: every model is inside the program.');
}

const COLUMNS = [
  ['Model', ({role, server}) => [role.model, h('small', null, server.url + (server.version ? ' · ' + server.version : ''))]],
  ['Roles', ({roles}) => roles.map(name => h('div', null, name))],
  ['State', ({server}) => [badge(server.state), server.reason ? h('small', null, server.reason) : null]],
  ['Context', ({server}) => server.maxModelLen === null ? '–' : count(server.maxModelLen), 'number'],
  ['In flight', ({server}) => load(server), 'number'],
  ['Waiting', ({role}) => count(role.waiting), 'number'],
  ['At the server', ({server}) => server.load ? server.load.running + ' + ' + server.load.waiting : server.measured ? '–' : 'no metrics', 'number'],
  ['KV cache', ({server}) => server.load ? Math.round(100 * server.load.kvUsage) + ' %' : '–', 'number'],
];

const load = server => [server.inFlight + ' of ' + server.limit,
  h('meter', {'aria-label': 'In flight', min: '0', max: String(Math.max(1, server.limit)), value: String(server.inFlight)})];

export const callTable = calls => table('Calls', CALLS, calls, 'Nothing was asked of a model since the program started.');

const CALLS = [
  ['Model', call => [call.model, h('small', null, call.role + ' · ' + call.stage)]],
  ['Calls', call => count(call.calls), 'number'],
  ['Requests', call => count(call.sent), 'number'],
  ['Complete', call => share(call.outcomes.complete || 0, call.calls), 'number'],
  ['Sent again', call => pairs(call.repeats)],
  ['Prompt tokens', call => [short(call.promptTokens), h('small', null, share(call.cachedTokens, call.promptTokens) + ' cached')], 'number'],
  ['Answer tokens', call => short(call.completionTokens), 'number'],
  ['Verdicts not read at once', call => Object.keys(call.verdicts).length ? count(call.notAtOnce) : '–', 'number'],
];

const pairs = numbers => Object.entries(numbers).map(([name, number]) => h('div', null, count(number) + ' ' + name.replaceAll('_', ' ')));
