// One organisation in the middle of its partners, as a drawing; who they are stands beneath it in words.

import { SVG } from "#film/elements.js";
import { traceSymbol } from "#film/shapes.js";

const REACH = 78;
const MOST_ON_RING = 26;

export function circleOf({ kind, partners, ties, unnamed }, kinds, words) {
  const drawing = svgElement("svg", { viewBox: "-100 -100 200 200", class: "circle", role: "img", "aria-label": words });
  const all = [...partners.map((partner) => partner.kind), ...Array(unnamed).fill("unknown")].slice(0, 2 * MOST_ON_RING);
  const places = all.map((_, place) => ringPlace(place, all.length));
  const line = ([x1, y1], [x2, y2], name) => svgElement("line", { x1, y1, x2, y2, class: name });
  drawing.append(...ties.filter((ends) => ends.every((end) => end < places.length)).map(([one, other]) => line(places[one], places[other], "circle-tie")));
  drawing.append(...places.map((place) => line([0, 0], place, "circle-spoke")));
  const size = Math.max(3.6, Math.min(7, 60 / Math.max(1, all.length)));
  places.forEach(([x, y], place) => drawing.append(markAt(all[place], kinds, x, y, size)));
  drawing.append(svgElement("circle", { r: 15, class: "circle-ground" }), markAt(kind, kinds, 0, 0, 11));
  return drawing;
}

/**
 * Clockwise from the top; very many stand on two rings in turn.
 *
 * @returns {[number, number]}
 */
function ringPlace(place, count) {
  const angle = (2 * Math.PI * place) / count;
  const reach = count > MOST_ON_RING && place % 2 ? REACH * 0.78 : REACH;
  const [x, y] = [Math.sin(angle) * reach, -Math.cos(angle) * reach];
  return [Math.round(x * 100) / 100, Math.round(y * 100) / 100];
}

/** A kind's symbol, coloured for light and dark pages alike. */
function markAt(kind, kinds, x, y, size) {
  const look = kinds[kind] ?? kinds.unknown;
  const path = new SvgPath();
  traceSymbol(path, look.symbol, x, y, size);
  const made = svgElement("path", { d: path.text, class: look.symbol === "circle-open" ? "mark mark-open" : "mark" });
  made.style.setProperty("--light", look.light);
  made.style.setProperty("--dark", look.dark);
  return made;
}

export function markIcon(kind, kinds) {
  const drawing = svgElement("svg", { viewBox: "-10 -10 20 20", class: "mark-icon", "aria-hidden": "true" });
  drawing.append(markAt(kind, kinds, 0, 0, 6));
  return drawing;
}

/** What the film draws its symbols on, written as an SVG path. */
class SvgPath {
  constructor() {
    this.text = "";
  }

  moveTo(x, y) {
    this.text += `M${x} ${y}`;
  }

  lineTo(x, y) {
    this.text += `L${x} ${y}`;
  }

  closePath() {
    this.text += "Z";
  }

  rect(x, y, width, height) {
    this.text += `M${x} ${y}h${width}v${height}h${-width}Z`;
  }

  arc(x, y, radius) {
    this.text += `M${x + radius} ${y}A${radius} ${radius} 0 1 1 ${x - radius} ${y}A${radius} ${radius} 0 1 1 ${x + radius} ${y}Z`;
  }
}

function svgElement(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
