// The presenter's bar: there while the mouse moves or a key of it has the focus, then gone, and the pointer with it.

import { SVG, element } from "#film/elements.js";
import { toggleFullScreen } from "./keys.js";
import { write } from "./timing.js";

const STAYS = 3000;
const PATHS = {
  back: "M15 6v12L7 12zM5 6h2v12H5z",
  next: "M9 6v12l8-6zM17 6h2v12h-2z",
  pause: "M7 5h4v14H7zM13 5h4v14h-4z",
  play: "M7 5v14l12-7z",
  full: "M5 5h6v2H7v4H5zM13 5h6v6h-2V7h-4zM5 13h2v4h4v2H5zM17 13h2v6h-6v-2h4z",
  choose: "M4 7h9v2H4zM17 7h3v2h-3zM13 5h3v6h-3zM4 15h3v2H4zM11 15h9v2h-9zM7 13h3v6H7z",
};

export function barFor(show, chooser) {
  const button = (name, act) => {
    const made = element("button", { type: "button", class: `bar-${name}` });
    made.addEventListener("click", ({ detail }) => {
      // After a click of the mouse the space bar is the show's again.
      if (detail) made.blur();
      act();
    });
    made.append(drawnIcon(PATHS[name]));
    return made;
  };
  const buttons = {
    back: button("back", () => show.back()),
    pause: button("pause", () => show.pause()),
    next: button("next", () => show.next()),
    choose: button("choose", () => chooser.open()),
    full: button("full", toggleFullScreen),
  };
  const where = element("span", { class: "bar-where" });
  const made = element("nav", { class: "bar" }, buttons.back, buttons.pause, buttons.next, where, buttons.choose, buttons.full);
  show.listeners.push(() => tellBar(show, made, buttons, where));
  tellBar(show, made, buttons, where);
  showOnMove(made);
  return made;
}

function tellBar(show, made, buttons, where) {
  const scenes = show.scenes;
  made.setAttribute("aria-label", show.text("controls"));
  for (const [name, button] of Object.entries(buttons)) {
    const said = show.text(name === "pause" && show.isPaused ? "play" : name);
    button.title = said;
    button.setAttribute("aria-label", said);
  }
  buttons.pause.replaceChildren(drawnIcon(PATHS[show.isPaused ? "play" : "pause"]));
  const name = show.scene.data.name;
  write(where, name ? `${show.text(`scene_${name}`)} · ${show.place + 1}/${scenes.length}` : "");
}

function drawnIcon(path) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  drawing.append(line);
  return drawing;
}

function showOnMove(bar) {
  /** @type {number | undefined} */
  let hiding;
  const hide = () => {
    if (bar.matches(":hover, :focus-within")) hiding = setTimeout(hide, STAYS);
    else document.body.classList.remove("is-steered");
  };
  const appear = () => {
    document.body.classList.add("is-steered");
    clearTimeout(hiding);
    hiding = setTimeout(hide, STAYS);
  };
  for (const sign of ["pointermove", "pointerdown", "focusin"]) document.addEventListener(sign, appear);
}
