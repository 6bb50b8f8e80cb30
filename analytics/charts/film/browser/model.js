// The film's lists made ready for drawing: places, ties by pair, neighbours, groups.

export const ALWAYS = 1e9;
/** So far before the first step that nothing of it looks new. */
const LONG_AGO = -5;

/**
 * What the browser is told; `analytics/charts/film/assemble.py` makes it. Lists of one table are as long as each other;
 * organisations, groups and cooperations are named by their places; days are numbers since 1970, null where open.
 *
 * @typedef {{
 *   language: string, title: string, note: string, dated: string, signature: string, words: Record<string, string>,
 *   look: Record<"light" | "dark", any>, kinds: {label: string, symbol: string}[],
 *   nodes: {id: string[], name: string[], kind: number[], x: number[], y: number[], group: number[]},
 *   groups: {name: string, namesake: number | null, outline: [number, number][]}[], groups_first: boolean,
 *   presences: {node: number[], since: (number | null)[], until: (number | null)[]},
 *   cooperation_ties: {one: number[], other: number[], cooperation: number[], since: (number | null)[],
 *     until: (number | null)[]},
 *   cooperations: {title: string[], kind: string[], agreed: (number | null)[], joint: (number | null)[],
 *     lasting: (number | null)[]},
 *   events: {title: string[], day: number[], guests: number[][]},
 *   steps: {label: string, short: string, before: number, end: number}[],
 *   comparison: {before: number, after: number, before_label: string, after_label: string} | null,
 * }} Film
 */

/** @typedef {ReturnType<typeof readFilm>} Model The film's lists made ready for drawing. */

/** @param {Film} film */
export function readFilm(film) {
  const steps = film.steps;
  const position = positions(film);
  const nodes = readNodes(film, position);
  const ties = readTies(film, position, nodes.count);
  const groups = readGroups(film, nodes);
  return {
    film,
    steps,
    nodes,
    ties,
    groups,
    last: Math.max(steps.length - 1, 0),
    groupsFirst: film.groups_first,
    compared: film.comparison,
    hasMeetings: film.events.guests.length > 0,
    bounds: boundsOf(groups.flatMap((group) => group.outline)),
  };
}

/**
 * From a day to its place on the time line, where step 0 ends at 0, step 1 at 1, and so on. Without steps everything
 * lies before the end; of a comparison the first day is at -1, the second at 0.
 */
function positions(film) {
  const ends = film.comparison
    ? [film.comparison.before, film.comparison.after]
    : film.steps.length
      ? [film.steps[0].before, ...film.steps.map((step) => step.end)]
      : null;
  return (day) => {
    if (day === null) return null;
    if (!ends) return LONG_AGO;
    let low = 1;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle] < day) low = middle + 1;
      else high = middle;
    }
    return low - 1 - (ends[low] - day) / (ends[low] - ends[low - 1] || 1);
  };
}

/** When each row of a table begins (just before its first day) and ends, by owner; rows of an owner stand together. */
function spansBy(owners, count, table, position) {
  const from = new Int32Array(count + 1);
  for (const owner of owners) from[owner + 1] += 1;
  for (let owner = 0; owner < count; owner += 1) from[owner + 1] += from[owner];
  const next = from.slice();
  const rows = new Int32Array(owners.length);
  const begins = new Float64Array(owners.length);
  const ends = new Float64Array(owners.length);
  const first = new Float64Array(count).fill(ALWAYS);
  owners.forEach((owner, row) => {
    const slot = next[owner];
    next[owner] += 1;
    rows[slot] = row;
    begins[slot] = table.since[row] === null ? -ALWAYS : position(table.since[row] - 1);
    ends[slot] = position(table.until[row]) ?? ALWAYS;
    first[owner] = Math.min(first[owner], begins[slot]);
  });
  return { from, rows, begins, ends, first };
}

function readNodes(film, position) {
  const { id, name, kind, x, y, group } = film.nodes;
  const seen = new Map();
  const label = name.map((text, node) => {
    const shown = text || id[node];
    const times = (seen.get(shown) ?? 0) + 1;
    seen.set(shown, times);
    return times === 1 ? shown : `${shown} (${times})`;
  });
  return {
    count: id.length,
    id,
    label,
    kind,
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    group,
    spans: spansBy(film.presences.node, id.length, film.presences, position),
    byLabel: new Map(label.map((text, node) => [text.toLocaleLowerCase(), node])),
  };
}

function readTies(film, position, nodeCount) {
  const { one, other } = film.cooperation_ties;
  const known = new Map();
  /** @type {{one: number[], other: number[]}} */
  const ends = { one: [], other: [] };
  const owners = one.map((start, cooperation_tie) => {
    const [low, high] = start < other[cooperation_tie] ? [start, other[cooperation_tie]] : [other[cooperation_tie], start];
    const key = low * nodeCount + high;
    if (!known.has(key)) {
      known.set(key, ends.one.length);
      ends.one.push(low);
      ends.other.push(high);
    }
    return known.get(key);
  });
  const count = ends.one.length;
  const isWithin = new Uint8Array(count);
  for (let tie = 0; tie < count; tie += 1) {
    const group = film.nodes.group[ends.one[tie]];
    isWithin[tie] = group >= 0 && group === film.nodes.group[ends.other[tie]] ? 1 : 0;
  }
  return { count, ...ends, isWithin, spans: spansBy(owners, count, film.cooperation_ties, position), of: neighbours(ends, nodeCount) };
}

/** For each node its ties, as [tie, partner]. */
function neighbours(ends, nodeCount) {
  /** @type {[number, number][][]} */
  const of = Array.from({ length: nodeCount }, () => []);
  ends.one.forEach((one, tie) => {
    const other = ends.other[tie];
    of[one].push([tie, other]);
    of[other].push([tie, one]);
  });
  return of;
}

function readGroups(film, nodes) {
  const members = film.groups.map(() => []);
  nodes.group.forEach((group, node) => members[group]?.push(node));
  return film.groups.map((group, place) => {
    const bounds = boundsOf(group.outline);
    const centre = { x: (bounds.left + bounds.right) / 2, y: (bounds.bottom + bounds.top) / 2 };
    const radius = Math.max(0, ...group.outline.map(([x, y]) => Math.hypot(x - centre.x, y - centre.y)));
    return { place, name: group.name, namesake: group.namesake, outline: group.outline, members: members[place], centre, radius, bounds };
  });
}

function boundsOf(points) {
  if (!points.length) return { left: -1, right: 1, bottom: -1, top: 1 };
  const bounds = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (const [x, y] of points) {
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x);
    bounds.bottom = Math.min(bounds.bottom, y);
    bounds.top = Math.max(bounds.top, y);
  }
  return bounds;
}
