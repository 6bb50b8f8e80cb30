// What is there at a point of the time line: every strength lies between 0 (not) and 1 (fully).

/** How much of a period something new takes to appear, something ended to fade, and new things to calm down. */
const APPEARS = 0.3;
const FADES = 0.4;
const CALMS = 0.6;

/** @import { Model } from "./model.js" */
/** @typedef {ReturnType<typeof emptyMoment>} Moment How much of everything is there, by place. */

/** Nothing there yet. @param {Model} model */
export function emptyMoment(model) {
  const of = (count) => ({
    active: new Float32Array(count),
    past: new Float32Array(count),
    fresh: new Float32Array(count),
  });
  return { node: of(model.nodes.count), tie: of(model.ties.count), degree: new Float32Array(model.nodes.count) };
}

/**
 * Fill `moment` with the state at `time`: `active` what is shown as running, `past` what has ended, `fresh` what
 * began in the running period. Where a step ends, every strength is 0 or 1 and agrees with its last day.
 *
 * @param {Moment} moment
 * @param {Model} model
 * @param {number} time
 * @param {boolean} isCumulative
 */
export function fillMoment(moment, model, time, isCumulative) {
  fill(moment.node, model.nodes.spans, time, isCumulative);
  fill(moment.tie, model.ties.spans, time, isCumulative);
  moment.degree.fill(0);
  const { one, other, count } = model.ties;
  for (let tie = 0; tie < count; tie += 1) {
    const strength = moment.tie.active[tie];
    if (strength > 0) {
      moment.degree[one[tie]] += strength;
      moment.degree[other[tie]] += strength;
    }
  }
}

/** The same between the two days of a comparison: `fresh` what only the later has, `past` what only the earlier has. */
export function fillComparison(moment, earlier, model) {
  fillMoment(earlier, model, -1, false);
  fillMoment(moment, model, 0, false);
  for (const part of ["node", "tie"]) {
    const [before, after] = [earlier[part], moment[part]];
    for (let owner = 0; owner < after.active.length; owner += 1) {
      after.fresh[owner] = after.active[owner] * (1 - before.active[owner]);
      after.past[owner] = before.active[owner] * (1 - after.active[owner]);
    }
  }
}

function fill(state, spans, time, isCumulative) {
  const { from, begins, ends, first } = spans;
  for (let owner = 0; owner < first.length; owner += 1) {
    const begun = appeared(first[owner], time);
    let active = isCumulative ? begun : 0;
    if (begun > 0 && !isCumulative) {
      for (let slot = from[owner]; slot < from[owner + 1]; slot += 1) {
        active = Math.max(active, Math.min(appeared(begins[slot], time), 1 - ended(ends[slot], time)));
      }
    }
    state.active[owner] = active;
    state.past[owner] = begun - Math.min(begun, active);
    state.fresh[owner] = begun > 0 ? freshness(first[owner], time) : 0;
  }
}

const nextEnd = (place) => Math.floor(place) + 1;

function appeared(begin, time) {
  if (time <= begin) return 0;
  return Math.min(1, (time - begin) / Math.min(APPEARS, nextEnd(begin) - begin));
}

function ended(end, time) {
  if (time <= end) return 0;
  return Math.min(1, (time - end) / Math.min(FADES, nextEnd(end) - end));
}

/** 1 until the end of the period in which something began, then falling to 0. */
function freshness(begin, time) {
  const calmed = (time - nextEnd(begin)) / CALMS;
  return calmed <= 0 ? 1 : Math.max(0, 1 - calmed);
}

/** How many organisations and ties are there, of the kinds not hidden; how many of the ties are new, how many ended. */
export function countMoment(moment, model, hiddenKinds) {
  const isShown = (node) => !hiddenKinds.has(model.nodes.kind[node]);
  const counts = { organisations: 0, ties: 0, fresh: 0, ended: 0 };
  moment.node.active.forEach((strength, node) => {
    if (strength >= 0.5 && isShown(node)) counts.organisations += 1;
  });
  const { one, other } = model.ties;
  const { active, past, fresh } = moment.tie;
  active.forEach((strength, tie) => {
    if (!isShown(one[tie]) || !isShown(other[tie])) return;
    if (past[tie] >= 0.5) counts.ended += 1;
    if (strength < 0.5) return;
    counts.ties += 1;
    if (fresh[tie] >= 0.5) counts.fresh += 1;
  });
  return counts;
}
