// Links that open Neo4j Browser with a query ready in its editor.

import {h} from './dom.js';

const BASE = document.body.dataset.browser;

/** A link, or nothing when the server has no Browser. */
export function inBrowser(cypher, label = 'Open in Neo4j Browser') {
  if (!BASE) return null;
  const address = BASE + '?cmd=edit&arg=' + encodeURIComponent(cypher);
  return h('a', {class: 'outside', href: address, target: '_blank', rel: 'noopener'}, label);
}

/** A text as Cypher writes it. */
export const literal = text => "'" + text.replaceAll('\\', '\\\\').replaceAll("'", "\\'") + "'";
