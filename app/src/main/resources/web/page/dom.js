// Elements from code: h('p', {class: 'note', onclick: f}, 'text', node, [more]). What is null or false is left out.

export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in element && typeof value !== 'string') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
}

export function replace(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/** A short message that goes away by itself; screen readers say it. */
export function toast(text, bad) {
  const place = document.getElementById('toast');
  place.className = bad ? 'shown bad' : 'shown';
  place.textContent = text;
  clearTimeout(place.timer);
  place.timer = setTimeout(() => { place.className = ''; place.textContent = ''; }, 6000);
}

/** Runs work now and then again `pause` after it ended, until the view is left. */
export function again(work, pause, signal) {
  const turn = async () => {
    if (signal.aborted) return;
    const begun = performance.now();
    await work().catch(error => console.warn(error.message));
    const took = performance.now() - begun;
    setTimeout(turn, Math.max(pause, 10 * took));
  };
  return turn();
}
