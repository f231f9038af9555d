// Where nodes stand in a small drawing: one in the middle of the others, two at the ends of their paths, or several around.

/** Positions by id in a field of this size. */
export function positions(ids, chosen, edges, {width, height}) {
  const field = {x: width / 2, y: height / 2, rx: Math.max(20, width / 2 - 80), ry: Math.max(20, height / 2 - 58)};
  const ends = ids.filter(id => chosen.has(id));
  if (ends.length === 1) return around(ids.filter(id => id !== ends[0]), field, {[ends[0]]: {x: field.x, y: field.y - 16}});
  const places = ends.length === 2 ? columns(ids, ends, edges, field) : around(ends, field, {});
  return between(ids, edges, places, field);
}

function around(ids, {x, y, rx, ry}, places) {
  ids.forEach((id, i) => {
    const angle = 2 * Math.PI * (i + 0.5) / ids.length - Math.PI / 2;
    places[id] = {x: x + rx * Math.cos(angle) * 0.85, y: y - 16 + ry * Math.sin(angle)};
  });
  return places;
}

/** By how many edges they are from the first end. */
function columns(ids, [first, last], edges, {x, y, rx, ry}) {
  const depth = new Map([[first, 0]]);
  for (const id of depth.keys()) {
    for (const edge of edges) {
      const other = edge.from.id === id ? edge.to.id : edge.to.id === id ? edge.from.id : null;
      if (other !== null && !depth.has(other)) depth.set(other, depth.get(id) + 1);
    }
  }
  const deepest = Math.max(1, depth.get(last) || 1, ...depth.values());
  depth.set(last, depth.get(last) ?? deepest);
  const places = {};
  for (let level = 0; level <= deepest; level++) {
    const column = ids.filter(id => depth.get(id) === level);
    column.forEach((id, i) => {
      places[id] = {x: x - rx * 0.85 + 1.7 * rx * level / deepest, y: y - 16 + ry * (2 * (i + 0.5) / column.length - 1)};
    });
  }
  return places;
}

/** What has no place yet stands between those it is connected to. */
function between(ids, edges, places, {x, y}) {
  ids.filter(id => !places[id]).forEach((id, i) => {
    const near = edges.filter(edge => edge.from.id === id || edge.to.id === id)
      .map(edge => places[edge.from.id === id ? edge.to.id : edge.from.id]).filter(Boolean);
    const mean = axis => near.length ? near.reduce((all, one) => all + one[axis], 0) / near.length : axis === 'x' ? x : y;
    places[id] = {x: (mean('x') + x) / 2 + (i % 3 - 1) * 60, y: (mean('y') + y) / 2 + (i % 2 ? 34 : -34)};
  });
  return places;
}
