// The API under /api/v1: JSON in and out, errors as sentences, the token when the server asks for one.

import {askForToken} from './token.js';

const ROOT = '/api/v1';
const TOKEN = 'grip.token';

/** What the API refused, in its own words. */
export class Refused extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

export const get = (path, signal) => call('GET', path, undefined, signal);
export const post = (path, body, signal) => call('POST', path, body, signal);

async function call(method, path, body, signal) {
  const answer = await send(method, path, body, signal);
  if (!answer.ok) throw await refusal(answer);
  return answer.status === 204 ? null : answer.json();
}

async function send(method, path, body, signal, accept = 'application/json') {
  const headers = {Accept: accept};
  const token = sessionStorage.getItem(TOKEN);
  if (token) headers.Authorization = 'Bearer ' + token;
  if (method === 'POST') headers['Content-Type'] = 'application/json';
  const content = body === undefined ? undefined : JSON.stringify(body);
  const answer = await fetch(ROOT + path, {method, headers, body: content, signal});
  if (answer.status !== 401) return answer;
  sessionStorage.setItem(TOKEN, await askForToken(token !== null));
  return send(method, path, body, signal, accept);
}

async function refusal(answer) {
  const problem = await answer.json().catch(() => ({}));
  return new Refused(answer.status, problem.detail || 'The server answered ' + answer.status);
}

/**
 * Server-sent events, each with its name, by fetch because EventSource sends no token. Resolves when the server ends them; after a break it asks again.
 */
export async function follow(path, event, signal) {
  while (!signal.aborted) {
    try {
      const answer = await send('GET', path, undefined, signal, 'text/event-stream');
      if (!answer.ok) throw await refusal(answer);
      await read(answer.body.getReader(), event);
      return;
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Refused) throw error;
      await new Promise(resolve => setTimeout(resolve, 2000));
    }
  }
}

async function read(reader, event) {
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return;
    const parts = (rest + decoder.decode(value, {stream: true})).split('\n\n');
    rest = parts.pop();
    for (const part of parts) {
      const field = name => part.split('\n').filter(line => line.startsWith(name + ':')).map(line => line.slice(name.length + 1).trim());
      const data = field('data');
      if (data.length) event(JSON.parse(data.join('\n')), field('event')[0]);
    }
  }
}

/** A path with its query; what is empty is left out. */
export function withQuery(path, values) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== '' && value !== null && value !== undefined) query.set(name, value);
  }
  const text = query.toString();
  return text ? path + '?' + text : path;
}
