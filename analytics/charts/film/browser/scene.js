// What the painter is told: the moment, what is chosen in it, and how strongly everything is drawn.

import { glowOf } from "./light.js";

export function sceneOf(stage, now) {
  const { state, model, moment, camera, colours, speak, isOverview } = stage;
  const touched = isOverview ? null : (state.selected ?? state.hovered ?? state.cursor);
  const isAlone = touched !== null && !state.way.length && (state.selected !== null || state.hovered !== null);
  return {
    ...state,
    moment,
    camera,
    colours,
    speak,
    isOverview,
    touched: isAlone ? touched : null,
    focus: state.way.length ? new Set(state.way) : isAlone ? around(stage, touched) : null,
    met: stage.met,
    glow: glowOf(moment, model),
    pulse: stage.clock.pulse(now),
    taken: takenByButtons(stage),
    weights: weightsOf(stage.teller.counts, camera.scale),
  };
}

/** The boxes of the picture that labels must leave free. */
function takenByButtons({ controls, teller }) {
  return [controls.zoom, controls.crumbs, teller.remark]
    .filter((part) => part.offsetWidth > 0)
    .map((part) => ({ left: part.offsetLeft, top: part.offsetTop, width: part.offsetWidth, height: part.offsetHeight }));
}

/** A node with its partners, and with its former ones where they are shown. */
function around({ model, moment, state }, node) {
  const found = new Set([node]);
  for (const [tie, partner] of model.ties.of[node]) {
    if (moment.tie.active[tie] > 0.3 || (state.showsPast && moment.tie.past[tie] > 0.3)) found.add(partner);
  }
  return found;
}

/** How strongly lines are drawn, 0 to 1: the more there are, the fainter each. */
export function weightsOf({ ties, ended }, scale) {
  const among = (count, most, least) => Math.max(least, Math.min(most, most * (700 / (count + 1)) ** 0.5));
  return {
    within: among(ties, 0.62, 0.3),
    between: among(ties, 0.32, 0.1),
    past: among(ended, 0.5, 0.1),
    showsPastBetween: ended < 1200,
    width: scale > 14 ? 1.2 : 0.9,
  };
}
