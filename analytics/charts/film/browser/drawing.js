// The network itself on a canvas: groups' grounds, ties, symbols, labels.

import { bubbleLabels, drawBubbles } from "./bubbles.js";
import { LabelBoard } from "./labels.js";
import { drawMeetings } from "./meetings.js";
import { networkLabels, wayLabels } from "./names.js";
import { radiusOf, traceSymbol } from "./shapes.js";
import { tiesAlong } from "./ways.js";

const LEVELS = 4;
const DIMMED = 0.14;
const MET = 0.6;
/** The ring of a new organisation where so much is new that nothing is lit. */
const FAINT_RING = 0.3;

/** @typedef {{key: number, x: number, y: number, radius: number, strength: number}} Symbol In pixels. */
/** @typedef {{members: number, kinds: Float32Array, within: number, outside: number, fresh: number}} Summary */

export class Painter {
  constructor(canvas, model) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.model = model;
    this.bends = bendsOf(model);
    this.board = new LabelBoard(this.context);
    this.labelled = new Set();
    this.radii = new Float32Array(model.nodes.count);
    /** @type {Symbol[]} What stands where, as drawn last. */
    this.symbols = [];
    /** @type {Summary[]} What each group's circle stands for, while groups are shown. */
    this.summary = [];
  }

  /** Draw `scene`; what stands where afterwards can be read from `symbols` and `board.placed`. */
  draw(scene) {
    const { context } = this;
    const ratio = this.canvas.width / scene.camera.width;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, scene.camera.width, scene.camera.height);
    this.scene = scene;
    this.symbols = [];
    if (scene.isOverview) drawBubbles(this, scene);
    else this.drawNetwork();
    if (scene.way.length) this.drawWay();
    this.drawLabels();
  }

  drawNetwork() {
    this.findSymbols();
    this.drawGrounds();
    if (this.scene.showsPast) this.drawTies("past");
    this.drawTies("active");
    if (this.scene.inside !== null) this.drawStubs();
    this.drawFreshTies();
    drawMeetings(this, this.scene);
    this.drawSymbols();
  }

  /** How strongly a node is shown: 0 where it is not there, hidden, or of a group that is not looked into. */
  strengthOf(node) {
    const { moment, showsPast, hiddenKinds, inside } = this.scene;
    if (hiddenKinds.has(this.model.nodes.kind[node])) return 0;
    if (inside !== null && this.model.nodes.group[node] !== inside) return 0;
    return Math.max(moment.node.active[node], showsPast ? moment.node.past[node] * 0.4 : 0);
  }

  isDimmed(node) {
    return this.scene.focus !== null && !this.scene.focus.has(node);
  }

  /** How much of a symbol's strength is left beside what is pointed at. */
  lightOn(node) {
    if (!this.isDimmed(node)) return 1;
    return this.scene.met?.has(node) ? MET : DIMMED;
  }

  findSymbols() {
    const { camera, moment } = this.scene;
    const { nodes } = this.model;
    for (let node = 0; node < nodes.count; node += 1) {
      const strength = this.strengthOf(node);
      this.radii[node] = 0;
      if (strength <= 0.01) continue;
      const radius = radiusOf(moment.degree[node], camera.scale) * (0.5 + 0.5 * Math.min(1, strength * 1.6));
      const [x, y] = [camera.toX(nodes.x[node]), camera.toY(nodes.y[node])];
      this.radii[node] = radius;
      if (x < -30 || y < -30 || x > camera.width + 30 || y > camera.height + 30) continue;
      this.symbols.push({ key: node, x, y, radius, strength });
    }
  }

  drawGrounds() {
    const { context, scene } = this;
    const here = presenceOfGroups(this.model, scene);
    for (const group of this.model.groups) {
      const isOther = scene.inside !== null && scene.inside !== group.place;
      if (here[group.place] <= 0 || !group.outline.length || group.members.length < 2) continue;
      context.globalAlpha = Math.min(1, here[group.place]) * (scene.focus && !isOther ? 0.7 : 1);
      context.beginPath();
      this.traceOutline(group);
      context.fillStyle = isOther ? scene.colours.surface : scene.colours.tints[group.place % scene.colours.tints.length];
      context.fill();
      context.lineWidth = 1;
      context.strokeStyle = scene.colours.line;
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  /** Outlines are many-cornered; curves through the middles of their edges make them round. */
  traceOutline(group) {
    const { camera } = this.scene;
    const corners = group.outline.map(([x, y]) => [camera.toX(x), camera.toY(y)]);
    const middle = ([x1, y1], [x2, y2]) => [(x1 + x2) / 2, (y1 + y2) / 2];
    const start = middle(corners.at(-1), corners[0]);
    this.context.moveTo(...start);
    corners.forEach((corner, place) => {
      const end = middle(corner, corners[(place + 1) % corners.length]);
      this.context.quadraticCurveTo(...corner, ...end);
    });
  }

  /** Ties in a few paths, one for each look: within a path lines do not darken each other where they cross. */
  drawTies(state) {
    const { context, scene } = this;
    const { weights } = scene;
    const isPast = state === "past";
    const strengths = scene.moment.tie[state];
    const paths = new Map();
    for (let tie = 0; tie < this.model.ties.count; tie += 1) {
      const strength = strengths[tie];
      if (strength <= 0.02 || !this.isTieShown(tie)) continue;
      const isTouched = this.touches(tie);
      if (isPast && !isTouched && !weights.showsPastBetween && !this.model.ties.isWithin[tie]) continue;
      const level = Math.ceil(strength * LEVELS);
      const look = `${this.model.ties.isWithin[tie]}${isTouched ? "t" : scene.focus ? "d" : "n"}${level}`;
      if (!paths.has(look)) paths.set(look, new Path2D());
      this.traceTie(paths.get(look), tie);
    }
    context.setLineDash(isPast ? [3, 4] : []);
    context.strokeStyle = scene.colours.tie;
    for (const look of [...paths.keys()].sort()) {
      const [isWithin, manner, level] = look;
      const faint = (isWithin === "1" ? weights.within : weights.between) * (isPast ? weights.past : 1);
      context.globalAlpha = (Number(level) / LEVELS) * { n: faint, d: faint * 0.35, t: isPast ? 0.6 : 0.95 }[manner];
      context.lineWidth = manner === "t" ? 1.6 : weights.width * (isWithin === "1" ? 1 : 0.85);
      context.stroke(paths.get(look));
    }
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  isTieShown(tie) {
    const [one, other] = [this.model.ties.one[tie], this.model.ties.other[tie]];
    return this.radii[one] > 0 && this.radii[other] > 0;
  }

  touches(tie) {
    const { touched } = this.scene;
    return touched !== null && (this.model.ties.one[tie] === touched || this.model.ties.other[tie] === touched);
  }

  traceTie(path, tie) {
    const { camera } = this.scene;
    const { nodes, ties } = this.model;
    const [one, other] = [ties.one[tie], ties.other[tie]];
    path.moveTo(camera.toX(nodes.x[one]), camera.toY(nodes.y[one]));
    const end = [camera.toX(nodes.x[other]), camera.toY(nodes.y[other])];
    if (ties.isWithin[tie]) path.lineTo(...end);
    else {
      const [x1, y1, x2, y2] = this.bends.subarray(4 * tie, 4 * tie + 4);
      path.bezierCurveTo(camera.toX(x1), camera.toY(y1), camera.toX(x2), camera.toY(y2), ...end);
    }
  }

  /**
   * What is new lies on top: in the accent's colour, wide at first, then calmer, fading as its period passes. Where
   * most is new, only what touches the organisation pointed at is lit.
   */
  drawFreshTies() {
    const { context, scene } = this;
    const { fresh, active } = scene.moment.tie;
    const paths = new Map();
    for (let tie = 0; tie < this.model.ties.count; tie += 1) {
      const isTouched = this.touches(tie);
      const strength = fresh[tie] * active[tie] * (isTouched ? 1 : scene.glow);
      if (strength <= 0.02 || !this.isTieShown(tie)) continue;
      const level = Math.ceil(strength * LEVELS) + (scene.focus && !isTouched ? 0 : 10);
      if (!paths.has(level)) paths.set(level, new Path2D());
      this.traceTie(paths.get(level), tie);
    }
    context.strokeStyle = scene.colours.accent;
    for (const [level, path] of paths) {
      const isDim = level < 10;
      context.globalAlpha = ((level % 10) / LEVELS) * (isDim ? 0.2 : 0.9);
      context.lineWidth = 1.5 + 2.2 * scene.pulse;
      context.stroke(path);
    }
    context.globalAlpha = 1;
  }

  /** Short strokes from the members of the group looked into towards their partners in other groups. */
  drawStubs() {
    const { context, scene, model } = this;
    const { camera, moment } = scene;
    const path = new Path2D();
    for (const node of model.groups[scene.inside].members) {
      if (!this.radii[node]) continue;
      for (const [tie, partner] of model.ties.of[node]) {
        if (model.ties.isWithin[tie] || moment.tie.active[tie] < 0.5) continue;
        const [right, up] = [model.nodes.x[partner] - model.nodes.x[node], model.nodes.y[partner] - model.nodes.y[node]];
        const far = Math.hypot(right, up) || 1;
        const reach = Math.min(1.1, far / 2);
        path.moveTo(camera.toX(model.nodes.x[node]), camera.toY(model.nodes.y[node]));
        path.lineTo(
          camera.toX(model.nodes.x[node] + (right / far) * reach),
          camera.toY(model.nodes.y[node] + (up / far) * reach),
        );
      }
    }
    context.strokeStyle = scene.colours.tie;
    context.globalAlpha = scene.focus ? 0.12 : 0.3;
    context.lineWidth = 1;
    context.setLineDash([2, 3]);
    context.stroke(path);
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  drawSymbols() {
    const { scene } = this;
    const looks = new Map();
    for (const symbol of this.symbols) {
      const kind = this.model.nodes.kind[symbol.key];
      const strength = symbol.strength * this.lightOn(symbol.key);
      const look = kind * 100 + Math.ceil(strength * 10);
      if (!looks.has(look)) looks.set(look, []);
      looks.get(look).push(symbol);
    }
    for (const [look, symbols] of looks) this.drawAlike(symbols, Math.floor(look / 100), (look % 100) / 10);
    for (const symbol of this.symbols) {
      const fresh = scene.moment.node.fresh[symbol.key] * scene.moment.node.active[symbol.key];
      const light = FAINT_RING + (1 - FAINT_RING) * scene.glow;
      if (fresh > 0.02 && !this.isDimmed(symbol.key)) {
        this.drawRing(symbol, scene.colours.accent, 1.2 + (0.4 + 1.6 * scene.pulse) * scene.glow, fresh * light);
      }
      if (symbol.key === scene.selected) this.drawRing(symbol, scene.colours.text, 2.4, 1);
      else if (symbol.key === scene.cursor) this.drawRing(symbol, scene.colours.text, 2, 1, [3, 2]);
      else if (symbol.key === scene.hovered) this.drawRing(symbol, scene.colours.text, 1.4, 0.9);
    }
  }

  drawAlike(symbols, kind, strength) {
    const { context, scene } = this;
    const shape = this.model.film.kinds[kind].symbol;
    const path = new Path2D();
    for (const { x, y, radius } of symbols) traceSymbol(path, shape, x, y, radius);
    const isOpen = shape === "circle-open";
    context.lineJoin = "round";
    context.globalAlpha = 1;
    context.strokeStyle = scene.colours.surface;
    context.lineWidth = isOpen ? 4 : 2.2;
    context.stroke(path);
    context.fillStyle = scene.colours.surface;
    context.fill(path);
    context.globalAlpha = strength;
    if (isOpen) {
      context.strokeStyle = scene.colours.kinds[kind];
      context.lineWidth = 1.8;
      context.stroke(path);
    } else {
      context.fillStyle = scene.colours.kinds[kind];
      context.fill(path);
    }
    context.globalAlpha = 1;
  }

  drawRing({ x, y, radius }, colour, width, strength, dash = []) {
    const { context } = this;
    context.globalAlpha = strength;
    context.beginPath();
    context.arc(x, y, radius + 3.2, 0, 2 * Math.PI);
    context.setLineDash(dash);
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  /** The way asked for, over everything else, also where the groups alone are drawn. */
  drawWay() {
    const { context, scene, model } = this;
    const { camera, way } = scene;
    const points = way.map((node) => [camera.toX(model.nodes.x[node]), camera.toY(model.nodes.y[node])]);
    for (const [width, colour] of [[7, scene.colours.surface], [3.2, scene.colours.accent]]) {
      const path = new Path2D();
      if (scene.isOverview) points.forEach(([x, y], place) => (place ? path.lineTo(x, y) : path.moveTo(x, y)));
      else tiesAlong(model, way).forEach((tie) => this.traceTie(path, tie));
      context.lineWidth = width;
      context.strokeStyle = colour;
      context.lineJoin = "round";
      context.stroke(path);
    }
    way.forEach((node, place) => {
      const [x, y] = points[place];
      const symbol = { key: node, x, y, radius: Math.max(this.radii[node], 5), strength: 1 };
      this.drawAlike([symbol], model.nodes.kind[node], 1);
      if (node === scene.selected) this.drawRing(symbol, scene.colours.text, 2.4, 1);
    });
  }

  drawLabels() {
    const { scene, board } = this;
    board.clear(scene.camera.width, scene.camera.height, this.symbols, scene.taken);
    const wished = scene.isOverview ? bubbleLabels(this, scene) : networkLabels(this, scene);
    this.labelled = new Set();
    for (const { ink, insteadOf, ...label } of [...wayLabels(this, scene), ...wished]) {
      if (this.labelled.has(insteadOf)) continue;
      const placed = board.place(label.text, label);
      if (!placed) continue;
      placed.ink = ink;
      this.labelled.add(label.key);
    }
    for (const label of board.placed) board.write(label, label.ink, scene.colours.surface);
  }
}

/** How far a node is there, 0 to 1; where what has ended is shown, has been there. */
function presenceOf(node, { moment, showsPast }) {
  return Math.max(moment.node.active[node], showsPast ? moment.node.past[node] : 0);
}

/** How far each group has come into being: the share of its members that are there. */
function presenceOfGroups(model, scene) {
  const here = new Float32Array(model.groups.length);
  model.nodes.group.forEach((group, node) => {
    if (group >= 0) here[group] += presenceOf(node, scene) / model.groups[group].members.length;
  });
  return here;
}

/** Whether a group may be called by its name: not before the one whom it is called after, or anybody, is there. */
export function isGroupKnown({ namesake, members }, scene) {
  return (namesake === null ? members : [namesake]).some((node) => presenceOf(node, scene) > 0.5);
}

/**
 * The two bends of each tie between groups. Ties of the same two groups run together like strands of a cable, so a
 * hundred of them read as one connection. Who is in no group is tied straight.
 */
function bendsOf(model) {
  const { nodes, ties, groups } = model;
  const bends = new Float32Array(4 * ties.count);
  for (let tie = 0; tie < ties.count; tie += 1) {
    if (ties.isWithin[tie]) continue;
    const [one, other] = [ties.one[tie], ties.other[tie]];
    const [near, far] = [groups[nodes.group[one]], groups[nodes.group[other]]];
    if (!near || !far) {
      const along = (share) => [
        nodes.x[one] + (nodes.x[other] - nodes.x[one]) * share,
        nodes.y[one] + (nodes.y[other] - nodes.y[one]) * share,
      ];
      bends.set([...along(1 / 3), ...along(2 / 3)], 4 * tie);
      continue;
    }
    const right = far.centre.x - near.centre.x;
    const up = far.centre.y - near.centre.y;
    const length = Math.hypot(right, up) || 1;
    const aside = 0.07;
    /** @returns {[number, number]} */
    const gate = (group, way) => [
      group.centre.x + (right / length) * group.radius * way - up * aside,
      group.centre.y + (up / length) * group.radius * way + right * aside,
    ];
    const bundled = ([gateX, gateY], share) => [
      0.3 * (nodes.x[one] + (nodes.x[other] - nodes.x[one]) * share) + 0.7 * gateX,
      0.3 * (nodes.y[one] + (nodes.y[other] - nodes.y[one]) * share) + 0.7 * gateY,
    ];
    bends.set([...bundled(gate(near, 1), 1 / 3), ...bundled(gate(far, -1), 2 / 3)], 4 * tie);
  }
  return bends;
}
