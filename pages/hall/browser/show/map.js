// The region filling with the years, each district in the class of its count.

import { element } from "#film/elements.js";
import { LABEL_FONT } from "#film/labels.js";
import { Sheet, unit } from "./canvas.js";
import { glide, setStyle, write } from "./timing.js";

const TURNS = 1.1;

/** How much of a district's width its class may take; the legend tells the others. */
const ROOM = 0.6;

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

/** The districts of the highest classes in the last year, those of the core first, at most six. */
function leadingDistricts({ districts, years }) {
  const last = years.at(-1).classes;
  return districts
    .map((district, place) => ({ isCore: district.is_core, of: last[place], place }))
    .filter(({ of }) => of > 0)
    .sort((one, other) => other.of - one.of || Number(other.isCore) - Number(one.isCore) || one.place - other.place)
    .slice(0, 6)
    .map(({ place }) => place);
}

function rankRow(data, district, show) {
  const swatch = element("span", { class: "swatch" });
  const told = element("span", { class: "map-told" });
  const made = element("li", {}, swatch, element("span", { class: "map-name" }, data.districts[district].name), told);
  return {
    element: made,
    draw(year, share) {
      // The class changes with the map: half of the way through the turn of the year.
      const place = data.years[share < 0.5 && year ? year - 1 : year].classes[district];
      setStyle(swatch, "--fill", place ? shadeOf(show.data.look, place, data.classes.length) : "transparent");
      write(told, place ? data.classes[place - 1] : show.text("map_none"));
    },
  };
}

function mapLegend(data, show) {
  const entries = data.classes.map((label, place) => {
    const swatch = element("span", { class: "swatch" });
    swatch.style.setProperty("--fill", shadeOf(show.data.look, place + 1, data.classes.length));
    return element("li", {}, swatch, label);
  });
  return element("ul", { class: "legend map-legend" }, ...entries);
}

/** The shade of a class (from 1 on) of so many: from the second of the look's shades to the last. */
export function shadeOf({ sequential }, place, count) {
  const way = count < 2 ? 3 : 1 + (3 * (place - 1)) / (count - 1);
  const [low, rest] = [Math.floor(way), way % 1];
  return rest ? `color-mix(in srgb, ${sequential[low + 1]} ${Math.round(100 * rest)}%, ${sequential[low]})` : sequential[low];
}

class MapPainter {
  constructor(sheet, data, look) {
    this.sheet = sheet;
    this.data = data;
    this.look = look;
    this.isDrawn = drawnDistricts(data);
    this.extent = extentOf(data.districts.filter((_, district) => this.isDrawn[district]));
    this.widths = data.districts.map((district) => widthOf(district));
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
    this.writeClasses(place, share);
  }

  fill(path, colour, strength) {
    if (!colour || strength <= 0) return;
    this.sheet.context.globalAlpha = strength;
    this.sheet.context.fillStyle = colour;
    this.sheet.context.fill(path, "evenodd");
  }

  fillOf(year, district) {
    const place = this.data.years[year].classes[district];
    return place ? shadeOf(this.look, place, this.data.classes.length) : null;
  }

  writeClasses(place, share) {
    const { context } = this.sheet;
    const { classes } = this.data;
    context.font = `600 ${unit() * 1.15}px ${LABEL_FONT}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    this.data.districts.forEach(({ place: [x, y] }, district) => {
      const of = this.data.years[place].classes[district];
      if (!of || context.measureText(classes[of - 1]).width > ROOM * this.widths[district] * this.scale) return;
      const isStrong = classes.length < 2 || (of - 1) / (classes.length - 1) > 0.6;
      context.globalAlpha = share;
      context.fillStyle = isStrong ? this.look.surface : this.look.text;
      context.fillText(classes[of - 1], this.toX(x), this.toY(y));
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

  /** The outlines as paths of this size. */
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
  }
}

/** Which districts are drawn: the region's own, and every other in which there ever was anything. */
const drawnDistricts = ({ districts, years }) =>
  districts.map(({ is_inside: isInside }, place) => isInside || years.some(({ classes }) => classes[place]));

function widthOf({ rings }) {
  const easts = rings.flatMap((ring) => ring.filter((_, place) => place % 2 === 0));
  return Math.max(...easts) - Math.min(...easts);
}

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
