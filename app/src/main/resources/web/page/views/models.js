// Which models are at work, how their servers are doing, what was asked of them.

import {get} from '../api.js';
import {again, h, replace} from '../dom.js';
import {section} from '../parts.js';
import {callTable, serverTable} from '../servers.js';

export async function models(place, {signal}) {
  const servers = h('div');
  const calls = h('div');
  replace(place, h('h1', null, 'Models'),
    section('Servers', h('p', {class: 'quiet'}, 'In flight: sequences that are out to a server, of those that may be. '
      + 'At the server: running and waiting, as it counts them, with calls of others too.'), servers),
    section('Calls since the program started', calls));
  await again(async () => {
    const status = await get('/models', signal);
    replace(servers, serverTable(status.roles));
    replace(calls, callTable(status.calls));
  }, 2000, signal);
}
