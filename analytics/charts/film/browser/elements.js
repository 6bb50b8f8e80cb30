// Elements of the page. Text from the data only ever becomes a text node, never markup.

import { traceSymbol } from "./shapes.js";

/** The data that the page carries in its element `id`, as JSON. */
export function dataIn(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null");
}

/** An element with attributes (`onclick` and the like are listeners; null and false are left out) and children. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

export const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  play: "M7 5v14l12-7z",
  pause: "M7 5h4v14H7zM13 5h4v14h-4z",
  earlier: "M17 6v12L8 12zM6 6h2v12H6z",
  later: "M7 6v12l9-6zM16 6h2v12h-2z",
  zoom_in: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z",
  zoom_out: "M5 11h14v2H5z",
  fit: "M5 5h6v2H7v4H5zM13 5h6v6h-2V7h-4zM5 13h2v4h4v2H5zM17 13h2v6h-6v-2h4z",
  close: "M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z",
};

function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  drawing.append(path);
  return drawing;
}

/** A button with an icon; its name is read out and shown on hover. */
export function iconButton(name, label, onclick) {
  return element("button", { type: "button", class: `film-icon film-${name}`, title: label, "aria-label": label, onclick }, icon(name));
}

export function setIcon(button, name, label) {
  button.replaceChildren(icon(name));
  button.setAttribute("aria-label", label);
  button.title = label;
}

/** A kind's symbol as it stands in the picture, for the legend and the panel. */
export function symbolIcon(symbol, colour) {
  const canvas = element("canvas", { class: "film-symbol", width: 32, height: 32, "aria-hidden": "true" });
  const context = canvas.getContext("2d");
  const path = new Path2D();
  traceSymbol(path, symbol, 16, 16, 9);
  context.lineJoin = "round";
  if (symbol === "circle-open") {
    context.strokeStyle = colour;
    context.lineWidth = 3.6;
    context.stroke(path);
  } else {
    context.fillStyle = colour;
    context.fill(path);
  }
  return canvas;
}
