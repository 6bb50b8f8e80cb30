// The network growing from its first tie to today: the film's own drawing, on a stage and with its time.

import { Camera } from "#film/camera.js";
import { Painter } from "#film/drawing.js";
import { element, symbolIcon } from "#film/elements.js";
import { LABEL_FONT } from "#film/labels.js";
import { glowOf } from "#film/light.js";
import { readFilm } from "#film/model.js";
import { countMoment, emptyMoment, fillMoment } from "#film/moment.js";
import { weightsOf } from "#film/scene.js";
import { Sheet } from "./canvas.js";
import { GroupSigns } from "./signs.js";
import { come, glide, isStill, reveal, write } from "./timing.js";

/** The picture is drawn as if it were so high, so that symbols and lines are as large on every screen. */
const DRAWN_HEIGHT = 600;
const OPENS = 2.5;
const CLOSES = 9;
const FOLLOWS = 0.9;
const EVEN = 0.5;
/** Beyond so many ties their groups are drawn as circles: more would neither run smoothly nor be read. */
const MOST_TIES = 3000;
const SMALLEST_COUNTED = 24;
/** The room that the last word takes beneath the network, as a share of the picture's height. */
const LAST_WORD = 0.17;
const LEAST_SPAN = 13;
const MODELS = new WeakMap();

export function networkScene(data, show) {
  if (!MODELS.has(data)) MODELS.set(data, readFilm({ ...data.film, words: show.data.words }));
  const model = MODELS.get(data);
  const sheet = new Sheet(data.title);
  const year = element("p", { class: "network-year" });
  const counts = ["organisations", "ties", "cooperations"].map((name) => countRow(name, show));
  const closing = element("p", { class: "network-closing" }, data.closing);
  const made = element(
    "div",
    { class: "network" },
    element(
      "div",
      { class: "network-side" },
      year,
      element("dl", { class: "network-counts" }, ...counts.map((count) => count.element)),
      kindsLegend(data.film, show, isOverviewOf(model)),
    ),
    element("div", { class: "network-picture" }, sheet.canvas, closing),
  );
  const stage = new NetworkStage(sheet, model, data);
  const pace = paceOf(data.counts);
  return {
    element: made,
    draw(time, length) {
      const place = growthAt(time, length, pace);
      stage.draw(time, place, glide(time, length - CLOSES, 3));
      write(year, String(data.years[Math.max(0, Math.ceil(place - 1e-6))]));
      counts.forEach((count, column) => count.write(countAt(data.counts, place, column)));
      reveal(closing, come(time, length - CLOSES + 1.5, 1.6));
    },
    destroy: () => sheet.release(),
  };
}

/**
 * At which share of the growing each step ends. A part of the time is every step's alike, the rest goes to those in
 * which much began, so that quiet years pass sooner than full ones.
 */
function paceOf(counts) {
  const news = counts.map(([, ties], step) => Math.abs(ties - (step ? counts[step - 1][1] : 0)) + 0.01);
  const all = news.reduce((sum, each) => sum + each, 0);
  let share = 0;
  return news.map((each) => (share += EVEN / counts.length + ((1 - EVEN) * each) / all));
}

/** Where on the time line the film is: it opens on nothing, grows at its pace, and rests on today. */
function growthAt(time, length, pace) {
  const grows = Math.max(1, length - OPENS - CLOSES);
  const share = Math.min(1, Math.max(0, (time - OPENS * 0.4) / grows));
  const step = pace.findIndex((end) => share < end);
  if (step < 0) return pace.length - 1;
  const begin = step ? pace[step - 1] : 0;
  return isStill() ? step : step - 1 + (share - begin) / (pace[step] - begin);
}

/** A figure of the whole network at a place on the time line, between two steps as far as that has come. */
function countAt(counts, place, column) {
  const step = Math.min(counts.length - 1, Math.max(0, Math.ceil(place - 1e-6)));
  const before = step ? counts[step - 1][column] : 0;
  return Math.round(before + (counts[step][column] - before) * (1 - Math.max(0, step - place)));
}

function countRow(name, show) {
  const number = element("dd", {});
  const label = element("dt", {}, show.text(`count_${name}`));
  return { element: element("div", {}, number, label), write: (value) => write(number, show.speak.number(value)) };
}

/** The kinds by symbol and colour. */
function kindsLegend(film, show, isOverview) {
  const entries = film.kinds.map((kind, place) =>
    element("li", {}, symbolIcon(kind.symbol, film.look.kinds[place]), element("span", {}, kind.symbol === "circle-open" ? show.text("unnamed") : kind.label)),
  );
  if (isOverview) entries.push(element("li", {}, show.text("network_circles")));
  else entries.push(element("li", {}, symbolIcon("circle-open", film.look.accent), element("span", {}, show.text("network_new"))));
  return element("ul", { class: "legend", "aria-label": show.text("legend") }, ...entries);
}

class NetworkStage {
  constructor(sheet, model, data) {
    this.sheet = sheet;
    this.model = model;
    this.moment = emptyMoment(model);
    this.camera = new Camera(model.bounds);
    this.painter = new StagePainter(sheet.canvas, model);
    this.colours = data.film.look;
    this.isCumulative = data.is_cumulative;
    this.signs = new GroupSigns(model);
    this.before = null;
    this.drawn = null;
  }

  draw(time, place, closing) {
    const isResized = this.sheet.fit();
    if (!this.sheet.height) return;
    const passed = this.before === null ? Infinity : time - this.before;
    if (!passed && !isResized) return;
    this.before = time;
    if (isResized) {
      this.camera.resize((DRAWN_HEIGHT * this.sheet.width) / this.sheet.height, DRAWN_HEIGHT);
      this.signs.settle(this.painter.context, this.camera);
    }
    fillMoment(this.moment, this.model, place, this.isCumulative);
    this.follow(isResized || passed < 0 || isStill() ? Infinity : passed, closing);
    this.painter.draw(this.scene(passed, closing));
  }

  /** Look at what is there, with room around it; the nearer to today, the more the whole comes into view. */
  follow(passed, closing) {
    const bounds = this.boundsNow();
    bounds.bottom -= (bounds.top - bounds.bottom) * (isOverviewOf(this.model) ? 1.5 : 1) * LAST_WORD * closing;
    const target = this.camera.viewOf(bounds);
    const share = 1 - Math.exp(-passed * FOLLOWS);
    this.camera.x += (target.x - this.camera.x) * share;
    this.camera.y += (target.y - this.camera.y) * share;
    this.camera.scale *= (target.scale / this.camera.scale) ** share;
  }

  boundsNow() {
    const { nodes } = this.model;
    const bounds = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
    for (let node = 0; node < nodes.count; node += 1) {
      if (this.moment.node.active[node] + this.moment.node.past[node] < 0.05) continue;
      bounds.left = Math.min(bounds.left, nodes.x[node]);
      bounds.right = Math.max(bounds.right, nodes.x[node]);
      bounds.bottom = Math.min(bounds.bottom, nodes.y[node]);
      bounds.top = Math.max(bounds.top, nodes.y[node]);
    }
    if (bounds.left === Infinity) return this.model.bounds;
    const wider = Math.max(1, (LEAST_SPAN - (bounds.right - bounds.left)) / 2);
    const taller = Math.max(1, (LEAST_SPAN * 0.6 - (bounds.top - bounds.bottom)) / 2);
    return { left: bounds.left - wider, right: bounds.right + wider, bottom: bounds.bottom - taller, top: bounds.top + taller };
  }

  scene(passed, closing) {
    const { moment, model, camera, colours, signs } = this;
    const counts = countMoment(moment, model, NOBODY);
    return {
      moment,
      camera,
      colours,
      signs,
      passed,
      floor: camera.height * (1 - LAST_WORD * closing),
      isOverview: isOverviewOf(model),
      showsPast: true,
      hiddenKinds: NOBODY,
      inside: null,
      focus: null,
      met: null,
      touched: null,
      selected: null,
      hovered: null,
      cursor: null,
      way: [],
      taken: [],
      glow: glowOf(moment, model),
      pulse: 0.5,
      weights: weightsOf(counts, camera.scale),
    };
  }
}

const NOBODY = new Set();
const isOverviewOf = (model) => model.groupsFirst || model.ties.count > MOST_TIES;

/** The film's painter with names for the back row: those of the largest groups, each at one place for good. */
class StagePainter extends Painter {
  drawLabels() {
    if (this.scene.isOverview) this.drawMembers();
    this.scene.signs.draw(this.context, this.scene);
  }

  /** How many organisations each circle stands for. */
  drawMembers() {
    const { context, scene, summary } = this;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillStyle = scene.colours.text;
    for (const { key, x, y, radius } of this.symbols) {
      if (radius < SMALLEST_COUNTED) continue;
      context.font = `600 ${Math.min(30, radius * 0.8)}px ${LABEL_FONT}`;
      context.fillText(String(Math.round(summary[key].members)), x, y);
    }
    context.textAlign = "start";
  }
}
