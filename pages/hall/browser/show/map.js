// The region filling with the years. What is withheld is hatched, and never looks like nothing.

import { element } from "#film/elements.js";
import { LABEL_FONT } from "#film/labels.js";
import { Sheet, unit } from "./canvas.js";
import { glide, setStyle, write } from "./timing.js";

const TURNS = 1.1;

export function mapScene(data, show) {
  const sheet = new Sheet(data.title);
  const year = element("p", { class: "map-year" });
  const ranks = leadingDistricts(data).map((place) => rankRow(data, place, show));
  const made = element(
    "div",
    { class: "map" },
    element("div", { class: "map-picture" }, sheet.canvas),
    element(
      "div",
      { class: "map-side" },
      year,
      element("p", { class: "map-what" }, show.text("map_what")),
      element("ul", { class: "map-ranks" }, ...ranks.map((rank) => rank.element)),
      mapLegend(data, show),
    ),
  );
  const painter = new MapPainter(sheet, data, show.data.look);
  return {
    element: made,
    under: data.source,
    draw(time, length) {
      const each = (length * 0.82) / data.years.length;
      const place = Math.min(data.years.length - 1, Math.floor(time / each));
      const share = place || time > 0.6 ? glide(time - place * each, place ? 0 : 0.6, TURNS) : 0;
      write(year, data.years[place].year);
      painter.draw(place, share);
      ranks.forEach((rank) => rank.draw(place, share));
    },
    destroy: () => sheet.release(),
  };
}

/** The districts with most in the last year, at most six, of those whose number is ever shown. */
function leadingDistricts({ years }) {
  const last = years.at(-1).counts;
  return last
    .map((count, place) => ({ count: count ?? 0, place }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || one.place - other.place)
    .slice(0, 6)
    .map(({ place }) => place);
}

function rankRow(data, place, show) {
  const bar = element("div", { class: "map-bar" });
  const number = element("span", { class: "map-number" });
  const made = element("li", {}, element("span", { class: "map-name" }, data.districts[place].name), number, bar);
  const most = Math.max(...data.years.flatMap(({ counts }) => counts.map((count) => count ?? 0)));
  return {
    element: made,
    draw(year, share) {
      const [before, now] = [year ? data.years[year - 1].counts[place] : 0, data.years[year].counts[place]];
      const value = (before ?? 0) + ((now ?? 0) - (before ?? 0)) * share;
      setStyle(bar, "scale", `${(value / most).toFixed(4)} 1`);
      write(number, now === null ? show.text("withheld") : show.speak.number(Math.round(value)));
    },
  };
}

function mapLegend(data, show) {
  const entries = data.classes.map((label, place) => {
    const swatch = element("span", { class: "swatch" });
    swatch.style.setProperty("--fill", `var(--sequential-${classPlace(place, data.classes.length)})`);
    return element("li", {}, swatch, label);
  });
  const withheld = element("li", {}, element("span", { class: "swatch swatch-withheld" }), show.text("map_withheld", { least: data.least }));
  return element("ul", { class: "legend map-legend" }, ...entries, withheld);
}

/** Which of the five shades the class at a place takes. */
const classPlace = (place, count) => (count < 2 ? 3 : Math.round((place / (count - 1)) * 3) + 1);

class MapPainter {
  constructor(sheet, data, look) {
    this.sheet = sheet;
    this.data = data;
    this.look = look;
    this.isDrawn = drawnDistricts(data);
    this.extent = extentOf(data.districts.filter((_, district) => this.isDrawn[district]));
    this.drawn = "";
    this.scale = 1;
  }

  draw(place, share) {
    const state = `${place} ${share.toFixed(3)}`;
    const isResized = this.sheet.fit();
    if (!this.sheet.height || (!isResized && state === this.drawn)) return;
    this.drawn = state;
    if (isResized) this.lay();
    const { context, ratio, width, height } = this.sheet;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    this.paths.forEach((path, district) => this.fill(path, place ? this.fillOf(place - 1, district) : null, 1 - share));
    this.paths.forEach((path, district) => this.fill(path, this.fillOf(place, district), share));
    context.globalAlpha = 1;
    context.lineJoin = "round";
    this.paths.forEach((path, district) => {
      const { is_core: isCore, is_inside: isInside } = this.data.districts[district];
      if (isCore || !this.isDrawn[district]) return;
      context.strokeStyle = isInside ? this.look.axis : this.look.line;
      context.lineWidth = unit() * 0.06;
      context.stroke(path);
    });
    context.strokeStyle = this.look.text;
    context.lineWidth = unit() * 0.14;
    this.paths.forEach((path, district) => this.data.districts[district].is_core && context.stroke(path));
    this.writeNumbers(place, share);
  }

  fill(path, colour, strength) {
    if (!colour || strength <= 0) return;
    this.sheet.context.globalAlpha = strength;
    this.sheet.context.fillStyle = colour;
    this.sheet.context.fill(path, "evenodd");
  }

  fillOf(year, district) {
    const count = this.data.years[year].counts[district];
    if (count === null) return this.hatching;
    if (!count) return null;
    const { breaks } = this.data;
    const place = breaks.filter((bound) => bound <= count).length - 1;
    return this.look.sequential[classPlace(place, breaks.length)];
  }

  writeNumbers(place, share) {
    const { context } = this.sheet;
    const size = unit() * 1.5;
    context.font = `600 ${size}px ${LABEL_FONT}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    this.data.districts.forEach(({ place: [x, y] }, district) => {
      const count = this.data.years[place].counts[district];
      if (!count) return;
      const isLight = this.fillOf(place, district) === this.look.sequential[4] || this.fillOf(place, district) === this.look.sequential[3];
      context.globalAlpha = share;
      context.fillStyle = isLight ? this.look.surface : this.look.text;
      context.fillText(String(count), this.toX(x), this.toY(y));
    });
    context.globalAlpha = 1;
    context.textAlign = "start";
  }

  toX(x) {
    const { left, right } = this.extent;
    return this.sheet.width / 2 + (x - (left + right) / 2) * this.scale;
  }

  toY(y) {
    const { bottom, top } = this.extent;
    return this.sheet.height / 2 - (y - (bottom + top) / 2) * this.scale;
  }

  /** The outlines as paths of this size, and the hatching as fine as the screen asks for. */
  lay() {
    const { width, height } = this.sheet;
    const { left, right, bottom, top } = this.extent;
    this.scale = Math.min(width / (right - left), height / (top - bottom));
    this.paths = this.data.districts.map(({ rings }) => {
      const path = new Path2D();
      for (const ring of rings) {
        for (let corner = 0; corner < ring.length; corner += 2) {
          const [x, y] = [this.toX(ring[corner]), this.toY(ring[corner + 1])];
          if (corner) path.lineTo(x, y);
          else path.moveTo(x, y);
        }
        path.closePath();
      }
      return path;
    });
    this.hatching = hatching(this.sheet, this.look);
  }
}

/** Slanting strokes on a faint ground. */
function hatching({ context, ratio }, look) {
  const size = Math.max(6, Math.round(unit() * 0.62 * ratio));
  const tile = element("canvas", { width: size, height: size });
  const pen = tile.getContext("2d");
  pen.fillStyle = look.sequential[0];
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = look.sequential[2];
  pen.lineWidth = size * 0.16;
  pen.beginPath();
  for (const from of [-size, 0, size]) {
    pen.moveTo(from - 1, size + 1);
    pen.lineTo(from + size + 1, -1);
  }
  pen.stroke();
  const pattern = context.createPattern(tile, "repeat");
  pattern.setTransform(new DOMMatrix([1 / ratio, 0, 0, 1 / ratio, 0, 0]));
  return pattern;
}

/** Which districts are drawn: the region's own, and every other in which there ever was anything. */
const drawnDistricts = ({ districts, years }) =>
  districts.map(({ is_inside: isInside }, place) => isInside || years.some(({ counts }) => counts[place] !== 0));

function extentOf(districts) {
  const extent = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  districts.forEach(({ rings }) => {
    for (const ring of rings) {
      for (let corner = 0; corner < ring.length; corner += 2) {
        extent.left = Math.min(extent.left, ring[corner]);
        extent.right = Math.max(extent.right, ring[corner]);
        extent.bottom = Math.min(extent.bottom, ring[corner + 1]);
        extent.top = Math.max(extent.top, ring[corner + 1]);
      }
    }
  });
  const room = 0.015 * (extent.right - extent.left);
  return { left: extent.left - room, right: extent.right + room, bottom: extent.bottom - room, top: extent.top + room };
}
