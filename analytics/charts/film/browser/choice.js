// What a reader points at and chooses: an organisation, a way to another, a group to look into.

import { shortestWay } from "./ways.js";

export class Choice {
  constructor(stage) {
    this.stage = stage;
  }

  hover(key) {
    const { state, canvas } = this.stage;
    if (state.hovered === key) return;
    state.hovered = key;
    canvas.style.cursor = key === null ? "" : "pointer";
    this.stage.wantFrame();
  }

  /** A click: on a symbol, on another group's ground, or on nothing. */
  choose(key, x, y) {
    const isInside = this.stage.state.inside !== null;
    if (this.stage.isOverview) {
      if (key !== null) this.enter(key);
    } else if (key !== null) this.select(key);
    else if (isInside && this.groundAt(x, y) !== null) this.enter(this.groundAt(x, y));
    else this.select(null);
  }

  groundAt(x, y) {
    const { camera, model, state } = this.stage;
    const [right, up] = [camera.fromX(x), camera.fromY(y)];
    const found = model.groups.find(
      (group) =>
        group.place !== state.inside &&
        group.members.length > 1 &&
        Math.hypot(right - group.centre.x, up - group.centre.y) < group.radius,
    );
    return found ? found.place : null;
  }

  /** The symbol under a pixel, or the nearest within `reach`; null where there is none. */
  symbolAt(x, y, reach) {
    const { painter, isOverview } = this.stage;
    /** @type {{key: number, far: number} | null} */
    let best = null;
    for (const symbol of painter.symbols) {
      const far = Math.hypot(symbol.x - x, symbol.y - y) - symbol.radius;
      if (far < (isOverview ? 2 : reach) && (!best || far < best.far)) best = { key: symbol.key, far };
    }
    return best ? best.key : null;
  }

  select(node, { isFocusWanted = false, isRevealed = false } = {}) {
    const { state, model, camera, isStill } = this.stage;
    Object.assign(state, { selected: node, goal: null, hovered: null });
    if (node !== null) {
      const { x, y, group } = model.nodes;
      if (model.groupsFirst && state.inside !== groupOrNone(group[node])) this.look(groupOrNone(group[node]), node);
      else if (isFocusWanted || isRevealed) camera.reveal(x[node], y[node], !isStill);
    }
    this.stage.refresh();
    if (isFocusWanted) this.stage.panel.focus();
  }

  /** Show the shortest way from the organisation chosen to `goal`. */
  showWay(goal) {
    const { state, model, camera, isStill } = this.stage;
    state.goal = goal;
    this.findWay();
    if (model.groupsFirst && state.way.some((node) => model.nodes.group[node] !== state.inside)) {
      state.inside = null;
      camera.fit(model.bounds, !isStill);
    }
    this.stage.refresh();
  }

  findWay() {
    const { state, model, moment } = this.stage;
    const isAsked = state.goal !== null && state.selected !== null && state.goal !== state.selected;
    state.way = (isAsked && shortestWay(model, moment, state.selected, state.goal)) || [];
  }

  /** The organisation that a text means: by its whole name, else the best connected whose name contains it. */
  find(text) {
    const { model, moment } = this.stage;
    const { nodes } = model;
    const sought = text.trim().toLocaleLowerCase();
    if (!sought) return null;
    if (nodes.byLabel.has(sought)) return nodes.byLabel.get(sought);
    const [best] = Array.from(nodes.id.keys())
      .filter((node) => nodes.label[node].toLocaleLowerCase().includes(sought))
      .sort((one, other) => moment.degree[other] - moment.degree[one]);
    return best ?? null;
  }

  /** Go into a group. */
  enter(group) {
    this.look(group, null);
    this.stage.refresh();
  }

  /** Back to all groups. */
  leave() {
    this.look(null, null);
    this.stage.refresh();
  }

  /** Look into `group`, or at all where there is none, with `node` chosen. */
  look(group, node) {
    const { state, model, camera, isStill } = this.stage;
    Object.assign(state, { inside: group, selected: node, goal: null, way: [], hovered: null, cursor: null });
    camera.fit(group === null ? model.bounds : model.groups[group].bounds, !isStill);
  }

  /** One thing less: the way, then the organisation, then the group. Whether there was anything. */
  clear() {
    const { state } = this.stage;
    if (state.goal !== null) this.showWay(null);
    else if (state.selected !== null) this.select(null);
    else if (state.inside !== null) this.leave();
    else return false;
    return true;
  }
}

/** A node's group, or null: the coordinator, say, belongs to none. */
function groupOrNone(group) {
  return group >= 0 ? group : null;
}
