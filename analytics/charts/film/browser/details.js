// What can be said of one organisation at the time shown.

import { ALWAYS } from "./model.js";

/** Its ties that run, and those that have ended: partner, first and last day, the longest-standing first. */
export function partnersOf(model, moment, time, node) {
  const running = [];
  const past = [];
  for (const [tie, partner] of model.ties.of[node]) {
    const isRunning = moment.tie.active[tie] >= 0.5;
    const spans = cooperationTiesOf(model, tie).filter(({ begin }) => begin < time);
    if (!spans.length) continue;
    const since = spans.map((span) => span.since).reduce(earlier);
    if (isRunning) running.push({ partner, since, isNew: moment.tie.fresh[tie] >= 0.5 });
    else past.push({ partner, since, until: spans.map((span) => span.until).reduce(later) });
  }
  const byDay = (one, other) => (one.since ?? -ALWAYS) - (other.since ?? -ALWAYS) || one.partner - other.partner;
  return { running: running.sort(byDay), past: past.sort(byDay) };
}

const earlier = (one, other) => (one === null || other === null ? null : Math.min(one, other));
const later = (one, other) => (one === null || other === null ? null : Math.max(one, other));

function cooperationTiesOf(model, tie) {
  const { from, rows, begins, ends } = model.ties.spans;
  const { since, until, cooperation } = model.film.cooperation_ties;
  const found = [];
  for (let slot = from[tie]; slot < from[tie + 1]; slot += 1) {
    const row = rows[slot];
    found.push({
      begin: begins[slot],
      end: ends[slot],
      since: since[row],
      until: until[row],
      cooperation: cooperation[row],
    });
  }
  return found;
}

/** Its cooperations begun by then: title, kind, stage ("agreed", "joint", "lasting") and whether they run. */
export function cooperationsOf(model, time, node, day) {
  const { title, kind, agreed, joint, lasting } = model.film.cooperations;
  const found = new Map();
  for (const [tie] of model.ties.of[node]) {
    for (const { begin, end, cooperation } of cooperationTiesOf(model, tie)) {
      if (begin < time && cooperation >= 0) {
        found.set(cooperation, (found.get(cooperation) ?? false) || end >= time);
      }
    }
  }
  const reached = (days, cooperation) => days[cooperation] !== null && days[cooperation] <= day;
  return [...found]
    .map(([cooperation, isRunning]) => ({
      title: title[cooperation],
      kind: kind[cooperation],
      since: agreed[cooperation],
      stage: reached(lasting, cooperation) ? "lasting" : reached(joint, cooperation) ? "joint" : "agreed",
      isRunning,
    }))
    .sort((one, other) => (other.since ?? 0) - (one.since ?? 0) || one.title.localeCompare(other.title));
}

/** The nodes with most partners, the most connected first. */
export function leadingNodes(model, moment, count, isAsked) {
  return Array.from(model.nodes.id.keys())
    .filter((node) => isAsked(node) && moment.degree[node] >= 0.5)
    .sort((one, other) => moment.degree[other] - moment.degree[one] || one - other)
    .slice(0, count);
}
