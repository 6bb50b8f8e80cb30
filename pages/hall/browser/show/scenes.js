// Each scene in its frame: the sentence that states its finding, what shows it, and what must be said beneath.

import { element } from "#film/elements.js";
import { cooperationsScene } from "./cooperations.js";
import { figuresScene } from "./figures.js";
import { findScene } from "./find.js";
import { mapScene } from "./map.js";
import { networkScene } from "./network.js";
import { thanksScene } from "./thanks.js";
import { come, reveal } from "./timing.js";
import { tonightScene } from "./tonight.js";

export const MAKERS = {
  figures: { make: figuresScene },
  map: { make: mapScene },
  network: { make: networkScene },
  cooperations: { make: cooperationsScene },
  tonight: { make: tonightScene, isReady: (show) => show.tonight !== null },
  find: { make: findScene },
  thanks: { make: thanksScene },
};

export function makeScene(data, show) {
  const made = MAKERS[data.name].make(data, show);
  const title = element("h1", {}, data.title);
  const foot = [made.under, show.data.note].filter(Boolean).join(" · ");
  const frame = element(
    "section",
    { class: `scene scene-${data.name}`, "aria-label": data.title },
    element("header", {}, element("p", { class: "kicker" }, show.data.event?.title ?? show.text("network")), title),
    made.element,
    element("footer", {}, foot),
  );
  return {
    data,
    element: frame,
    title,
    draw(time, length, passed) {
      reveal(title, come(time, 0.1, 0.9));
      made.draw(time, length, passed);
    },
    destroy: () => made.destroy?.(),
  };
}

/** What stands there where there is nothing to show: one line that says what to do. */
export function makeNothing(show) {
  const line = show.data.scenes.length ? show.text("nothing_chosen") : show.text("nothing");
  const frame = element("section", { class: "scene scene-nothing" }, element("h1", {}, line));
  return { data: { name: null, title: line }, element: frame, draw() {}, destroy() {} };
}
