// Text with mathematics in it, typeset: $...$, $$...$$, \(...\), \[...\], environments and bare \boxed{...}. A dollar that is money
// stays one: an opening dollar has no space after it, a closing one no space before and no digit after it.

import {h} from './dom.js';

const MATHEMATICS = new RegExp([
  /\$\$([\s\S]+?)\$\$/,
  /\\\[([\s\S]+?)\\\]/,
  /(\\begin\{(?:align|equation|gather)\*?\}[\s\S]+?\\end\{(?:align|equation|gather)\*?\})/,
  /\\\(([\s\S]+?)\\\)/,
  /(?<![\\$\w])\$(?!\s)((?:\\.|[^$\\\n])+?)(?<!\s)\$(?!\d)/,
].map(part => part.source).join('|'), 'g');

const OPTIONS = {throwOnError: false, strict: 'ignore', trust: false, maxSize: 20, maxExpand: 500};

export function typeset(text) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(MATHEMATICS)) {
    parts.push(...boxes(text.slice(from, found.index)));
    const display = found[1] ?? found[2] ?? found[3];
    parts.push(formula(display ?? found[4] ?? found[5], display !== undefined));
    from = found.index + found[0].length;
  }
  parts.push(...boxes(text.slice(from)));
  return h('div', {class: 'prose'}, parts);
}

/** Mathematics alone. */
export function formula(tex, display = false) {
  const place = h('span', {class: 'formula'});
  window.katex.render(tex, place, {...OPTIONS, displayMode: display});
  return place;
}

function boxes(text) {
  const start = text.indexOf('\\boxed{');
  if (start < 0) return [text];
  let depth = 0;
  for (let i = start + 6; i < text.length; i++) {
    if (text[i] === '{') depth++;
    if (text[i] === '}' && --depth === 0) {
      return [text.slice(0, start), formula(text.slice(start, i + 1)), ...boxes(text.slice(i + 1))];
    }
  }
  return [text];
}
