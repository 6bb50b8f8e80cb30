// Ways through the network as it stands at the time shown.

/** @import { Model } from "./model.js" */
/** @import { Moment } from "./moment.js" */

/**
 * The nodes on a shortest way from `start` to `goal` over ties that are there (breadth first); null without one.
 *
 * @param {Model} model
 * @param {Moment} moment
 * @param {number} start
 * @param {number} goal
 */
export function shortestWay(model, moment, start, goal) {
  if (start === goal) return [start];
  /** @type {Map<number, number | null>} */
  const before = new Map([[start, null]]);
  let rim = [start];
  while (rim.length) {
    const next = [];
    for (const node of rim) {
      for (const [tie, partner] of model.ties.of[node]) {
        if (moment.tie.active[tie] < 0.5 || before.has(partner)) continue;
        before.set(partner, node);
        if (partner === goal) return wayBack(before, goal);
        next.push(partner);
      }
    }
    rim = next;
  }
  return null;
}

function wayBack(before, goal) {
  const way = [];
  for (let node = goal; node !== null; node = before.get(node)) way.unshift(node);
  return way;
}

/** The ties along a way. */
export function tiesAlong(model, way) {
  return way.slice(1).map((node, place) => model.ties.of[node].find(([, partner]) => partner === way[place])[0]);
}

/** The nearest of `places` ({x, y, key}; y up) in a direction: beside it counts twice as far as ahead. */
export function nearestTowards(from, places, right, up) {
  /** @type {{key: number, far: number} | null} */
  let best = null;
  for (const place of places) {
    const ahead = (place.x - from.x) * right + (place.y - from.y) * up;
    const beside = Math.abs((place.x - from.x) * up) + Math.abs((place.y - from.y) * right);
    if (ahead <= 1e-9 || beside > 2 * ahead) continue;
    const far = ahead + 2 * beside;
    if (!best || far < best.far) best = { key: place.key, far };
  }
  return best ? best.key : null;
}
