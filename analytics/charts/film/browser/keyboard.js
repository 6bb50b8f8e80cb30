// The picture by keyboard: walk from symbol to symbol, open, play, step, leave.

import { nearestTowards } from "./ways.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export class Cursor {
  constructor(stage, canvas) {
    this.stage = stage;
    const acts = {
      Enter: () => this.open(),
      " ": () => stage.togglePlay(),
      Home: () => stage.goTo(0),
      End: () => stage.goTo(stage.model.last),
      PageUp: () => stage.goTo(stage.clock.target + 1),
      PageDown: () => stage.goTo(stage.clock.target - 1),
      "+": () => stage.zoom(1.4),
      "-": () => stage.zoom(1 / 1.4),
      0: () => stage.fit(),
    };
    canvas.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const arrow = ARROWS[event.key];
      if (arrow) this.walk(...arrow);
      else if (acts[event.key]) acts[event.key]();
      else return;
      event.preventDefault();
    });
    canvas.addEventListener("focus", () => canvas.matches(":focus-visible") && this.begin());
    canvas.addEventListener("blur", () => this.put(null));
    stage.root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !stage.choice.clear()) return;
      event.preventDefault();
      event.stopPropagation();
      canvas.focus();
    });
  }

  /** Begin with the organisation chosen, else the most connected; with the largest group where groups are shown. */
  begin() {
    const { state, painter, moment, isOverview } = this.stage;
    if (state.cursor !== null) return;
    const rank = ({ key, radius }) => (isOverview ? radius : moment.degree[key]);
    const chosen = isOverview ? undefined : painter.symbols.find(({ key }) => key === state.selected);
    const first = chosen ?? [...painter.symbols].sort((one, other) => rank(other) - rank(one) || one.key - other.key)[0];
    if (first) this.put(first.key);
  }

  walk(right, up) {
    const { model, painter, state, isOverview } = this.stage;
    if (state.cursor === null) {
      this.begin();
      return;
    }
    const shown = isOverview
      ? painter.symbols.map(({ key }) => key)
      : Array.from(model.nodes.id.keys()).filter((node) => painter.radii[node] > 0);
    const places = shown.map((key) => ({ ...this.placeOf(key), key }));
    const next = nearestTowards(this.placeOf(state.cursor), places, right, up);
    if (next !== null) this.put(next);
  }

  placeOf(key) {
    const { model, isOverview } = this.stage;
    return isOverview ? model.groups[key].centre : { x: model.nodes.x[key], y: model.nodes.y[key] };
  }

  put(key) {
    const { state, camera, teller, isOverview, isStill } = this.stage;
    state.cursor = key;
    if (key !== null) {
      const { x, y } = this.placeOf(key);
      camera.reveal(x, y, !isStill);
      teller.write(teller.said, isOverview ? teller.ofGroup(key) : teller.ofNode(key));
    }
    this.stage.wantFrame();
  }

  open() {
    const { state, isOverview } = this.stage;
    if (state.cursor === null) return;
    if (isOverview) {
      this.stage.choice.enter(state.cursor);
      this.stage.draw(performance.now());
      this.begin();
    } else this.stage.choice.select(state.cursor, { isFocusWanted: true });
  }
}
