// What a run would cost, before it spends anything; nothing where the server makes no plans.

import {replace} from './dom.js';

export async function plan(place) {
  replace(place);
}
