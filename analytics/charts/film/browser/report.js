// What the picture shows, to be read by tests; nothing can be changed by it.

import { glowOf } from "./light.js";

export function reportOf(stage) {
  const { state, clock, model, painter, camera, teller, isOverview } = stage;
  const name = (node) => (node === null ? null : model.nodes.id[node]);
  return {
    step: clock.step,
    time: clock.time,
    isPlaying: clock.isPlaying,
    isMoving: clock.isMoving || camera.moving !== null,
    isCumulative: state.isCumulative,
    isOverview,
    inside: state.inside,
    counts: teller.counts,
    glow: glowOf(stage.moment, model),
    selected: name(state.selected),
    cursor: isOverview ? state.cursor : name(state.cursor),
    met: stage.met && [...stage.met].map(name),
    way: state.way.map(name),
    symbols: painter.symbols.map(({ key, x, y, radius }) => ({ id: isOverview ? key : name(key), x, y, radius })),
    labels: painter.board.placed.map(({ text, left, top, width, height }) => ({ text, left, top, width, height })),
    frames: [...stage.frames],
  };
}
