// Very many organisations: the groups as circles, as large as their members are many, ringed by their kinds.

import { isGroupKnown } from "./drawing.js";

/** The widest band stands for at least so many ties: the very first tie is no cable. */
const WIDE_BAND = 12;

/** What each group is at the moment: members, their kinds, ties inside, ties to others. */
export function summariseGroups(model, moment, hiddenKinds) {
  const kinds = model.film.kinds.length;
  const sums = model.groups.map(() => ({ members: 0, kinds: new Float32Array(kinds), within: 0, outside: 0, fresh: 0 }));
  const bands = new Map();
  model.nodes.group.forEach((group, node) => {
    const kind = model.nodes.kind[node];
    if (hiddenKinds.has(kind) || group < 0) return;
    sums[group].members += moment.node.active[node];
    sums[group].kinds[kind] += moment.node.active[node];
  });
  const { one, other, isWithin, count } = model.ties;
  for (let tie = 0; tie < count; tie += 1) {
    const strength = moment.tie.active[tie];
    if (strength <= 0 || hiddenKinds.has(model.nodes.kind[one[tie]]) || hiddenKinds.has(model.nodes.kind[other[tie]])) continue;
    const [start, end] = [model.nodes.group[one[tie]], model.nodes.group[other[tie]]];
    const fresh = strength * moment.tie.fresh[tie];
    if (isWithin[tie]) {
      sums[start].within += strength;
      sums[start].fresh += fresh;
      continue;
    }
    if (start >= 0) sums[start].outside += strength;
    if (end >= 0) sums[end].outside += strength;
    if (start < 0 || end < 0) continue;
    const key = Math.min(start, end) * model.groups.length + Math.max(start, end);
    const band = bands.get(key) ?? { one: Math.min(start, end), other: Math.max(start, end), ties: 0, fresh: 0 };
    band.ties += strength;
    band.fresh += fresh;
    bands.set(key, band);
  }
  return { sums, bands: [...bands.values()] };
}

export function drawBubbles(painter, scene) {
  const { context, model } = painter;
  const { camera, colours } = scene;
  const { sums, bands } = summariseGroups(model, scene.moment, scene.hiddenKinds);
  painter.summary = sums;
  drawBands(painter, scene, bands);
  for (const group of model.groups) {
    const sum = sums[group.place];
    if (sum.members < 0.05) continue;
    const share = Math.sqrt(sum.members / group.members.length);
    const radius = Math.max(2.5, 0.92 * group.radius * camera.scale * share);
    const symbol = { key: group.place, x: camera.toX(group.centre.x), y: camera.toY(group.centre.y), radius, strength: 1 };
    painter.symbols.push(symbol);
    drawRingOfKinds(context, symbol, sum, colours);
    if (group.place === scene.cursor || group.place === scene.hovered) {
      painter.drawRing(symbol, colours.text, 2, 1, group.place === scene.cursor ? [3, 2] : []);
    }
  }
}

/** Ties between groups as one band each; only the strongest few of every group stand out, the rest is a breath. */
function drawBands(painter, scene, bands) {
  const { context, model } = painter;
  const { camera, colours } = scene;
  const ordered = [...bands].sort((one, other) => one.ties - other.ties);
  const most = Math.max(WIDE_BAND, ordered.at(-1)?.ties ?? 0);
  const strong = strongestBands(ordered, 2);
  const near = scene.hovered ?? scene.cursor;
  for (const band of ordered) {
    const [from, to] = [model.groups[band.one].centre, model.groups[band.other].centre];
    const share = band.ties / most;
    const isNear = near === band.one || near === band.other;
    const aside = 0.08;
    context.beginPath();
    context.moveTo(camera.toX(from.x), camera.toY(from.y));
    context.quadraticCurveTo(
      camera.toX((from.x + to.x) / 2 - (to.y - from.y) * aside),
      camera.toY((from.y + to.y) / 2 + (to.x - from.x) * aside),
      camera.toX(to.x),
      camera.toY(to.y),
    );
    context.globalAlpha = isNear ? 0.85 : (strong.has(band) ? 0.18 + 0.32 * share : 0.05) * (near === null ? 1 : 0.4);
    context.lineWidth = strong.has(band) || isNear ? 1 + 5.5 * share : 1;
    context.strokeStyle = scene.glow > 0.5 && band.fresh > 0.5 * band.ties ? colours.accent : colours.tie;
    context.stroke();
  }
  context.globalAlpha = 1;
}

/** The strongest bands of each group, so many at most. */
function strongestBands(ordered, count) {
  const taken = new Map();
  const strong = new Set();
  for (const band of [...ordered].reverse()) {
    for (const group of [band.one, band.other]) {
      if ((taken.get(group) ?? 0) >= count) continue;
      taken.set(group, (taken.get(group) ?? 0) + 1);
      strong.add(band);
    }
  }
  return strong;
}

/** A pale disc, its rim shared out among the kinds. */
function drawRingOfKinds(context, { x, y, radius }, sum, colours) {
  const thick = Math.max(1.5, Math.min(7, radius * 0.22));
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = colours.raised;
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = colours.surface;
  context.stroke();
  let angle = -Math.PI / 2;
  context.lineWidth = thick;
  sum.kinds.forEach((members, kind) => {
    if (members <= 0) return;
    const turn = (2 * Math.PI * members) / sum.members;
    context.beginPath();
    context.arc(x, y, Math.max(0.5, radius - thick / 2), angle, angle + turn);
    context.strokeStyle = colours.kinds[kind];
    context.stroke();
    angle += turn;
  });
}

const SMALL_NAME = 10;
/** A narrower name says nothing. */
const NARROWEST = 44;

/**
 * The number of members in every circle with room for it, beneath it the name, cropped; where the circle is too narrow
 * the name stands outside. Of what is pointed at the whole name stands outside in any case.
 */
export function bubbleLabels(painter, scene) {
  const { model, summary } = painter;
  const { colours, speak } = scene;
  const near = [scene.hovered, scene.cursor];
  const numbers = [];
  const names = [];
  for (const { key, x, y, radius } of [...painter.symbols].sort((one, other) => other.radius - one.radius || one.key - other.key)) {
    const must = near.includes(key);
    const hasNumber = radius > 12;
    const number = speak.number(Math.round(summary[key].members));
    const size = Math.round(Math.min(22, Math.max(11, radius * 0.42)));
    const called = shortNameOf(model, key, scene);
    const up = 0.3 * radius;
    const down = size / 2 + 13 - up;
    const inner = called ? widthAt(radius, down + 0.4 * SMALL_NAME) : 0;
    const isNamedInside = hasNumber && inner >= NARROWEST;
    if (hasNumber) {
      const place = [x, isNamedInside ? y - up : y];
      numbers.push({ key, text: number, centres: [place], size, weight: 600, must: true, ink: colours.text });
    }
    if (isNamedInside) {
      const text = cropped(painter.board, called, inner, SMALL_NAME);
      names.push({ key, text, centres: [[x, y + down]], size: SMALL_NAME, weight: 500, tolerance: 0.8, ink: colours.muted });
    }
    if (!must && (isNamedInside || !hasNumber || !called)) continue;
    const name = must ? nameOfGroup(model, key, speak) : called;
    const label = {
      key: `name ${key}`,
      text: hasNumber ? name : `${name}: ${number}`,
      centres: [[x, y + radius + 9], [x, y - radius - 9]],
      size: must ? 12 : 11,
      weight: must ? 600 : 500,
      must,
      tolerance: 0.8,
      ink: must ? colours.text : colours.muted,
    };
    if (must) names.unshift(label);
    else {
      const short = cropped(painter.board, called, Math.max(2 * radius, 70), 11);
      names.push(label, { ...label, key, text: short, insteadOf: label.key });
    }
  }
  return [...names.filter(({ must }) => must), ...numbers, ...names.filter(({ must }) => !must)];
}

/** The one whom a group is called after, else its own name; empty while that one is not there, or without a name. */
function shortNameOf(model, place, scene) {
  const group = model.groups[place];
  if (!group.name || !isGroupKnown(group, { ...scene, showsPast: true })) return "";
  return group.namesake === null ? group.name : model.nodes.label[group.namesake];
}

/** How wide a circle is inside its ring, so far beneath its middle. */
function widthAt(radius, down) {
  const inner = radius - Math.max(1.5, Math.min(7, radius * 0.22)) - 1;
  return 2 * Math.sqrt(Math.max(0, inner ** 2 - down ** 2));
}

/** As much of a text as `width` has room for. */
function cropped(board, text, width, size) {
  if (board.widthOf(text, size, 500) <= width) return text;
  let shown = text;
  while (shown && board.widthOf(`${shown}…`, size, 500) > width) shown = shown.slice(0, -1).trimEnd();
  return `${shown}…`;
}

export function nameOfGroup(model, group, speak) {
  const { name, members } = model.groups[group];
  return name || (members.length === 1 ? model.nodes.label[members[0]] : speak.text("group_unnamed", { n: group + 1 }));
}
