// The whole: the picture, its time line, controls and panel, and what happens when somebody acts on them.

import { summariseGroups } from "./bubbles.js";
import { Camera } from "./camera.js";
import { Choice } from "./choice.js";
import { Clock } from "./clock.js";
import { Controls } from "./controls.js";
import { Painter } from "./drawing.js";
import { element } from "./elements.js";
import { speaker } from "./format.js";
import { Cursor } from "./keyboard.js";
import { meetingsOf, metWithoutTie } from "./meetings.js";
import { readFilm } from "./model.js";
import { emptyMoment, fillComparison, fillMoment } from "./moment.js";
import { Panel } from "./panel.js";
import { Pointer } from "./pointer.js";
import { reportOf } from "./report.js";
import { sceneOf } from "./scene.js";
import { Teller } from "./telling.js";
import { Timeline } from "./timeline.js";

/**
 * @typedef {{isCumulative: boolean, showsPast: boolean, showsMet: boolean, hiddenKinds: Set<number>,
 *   selected: number | null, hovered: number | null, cursor: number | null, goal: number | null, way: number[],
 *   inside: number | null}} State What a reader has chosen; organisations by their place among the nodes.
 */

class Stage {
  /** @type {Timeline} */ timeline;
  /** @type {Controls} */ controls;
  /** @type {Panel} */ panel;
  /** @type {Teller} */ teller;
  /** @type {Painter} */ painter;
  /** @type {Pointer} */ pointer;
  /** @type {ResizeObserver} */ observer;

  constructor(host, film, options) {
    this.film = film;
    this.options = options;
    this.speak = speaker(film);
    this.model = readFilm(film);
    this.moment = emptyMoment(this.model);
    this.earlierMoment = film.comparison ? emptyMoment(this.model) : null;
    this.isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.clock = new Clock(this.model.last, this.isStill);
    this.camera = new Camera(this.model.bounds);
    /** @type {State} */
    this.state = {
      isCumulative: !film.steps.length && !film.comparison,
      showsPast: true,
      showsMet: true,
      hiddenKinds: new Set(),
      selected: null,
      hovered: null,
      cursor: null,
      goal: null,
      way: [],
      inside: null,
    };
    this.frames = [];
    /** @type {number | null} */
    this.wanted = null;
    this.met = null;
    this.scheme = window.matchMedia("(prefers-color-scheme: dark)");
    this.onScheme = () => this.setTheme(this.options.theme);
    this.colours = film.look.light;
    this.choice = new Choice(this);
    this.build(host);
    this.root.classList.toggle("film-fingers", navigator.maxTouchPoints > 0);
    this.chooseTheme();
    this.camera.fit(this.model.bounds, false);
    this.look();
    this.listen();
  }

  build(host) {
    const { film, speak } = this;
    this.root = element("section", { class: "film", lang: film.language, "aria-label": film.title });
    this.controls = new Controls(this);
    this.timeline = new Timeline(this);
    this.panel = new Panel(this);
    this.canvas = element("canvas", { class: "film-canvas", tabindex: "0", role: "application", "aria-label": speak.text("aria_graph") });
    this.teller = new Teller(this);
    const frame = element(
      "div",
      { class: "film-stage" },
      this.canvas,
      this.controls.crumbs,
      this.controls.zoom,
      this.teller.remark,
      element("p", { class: "film-touch", "aria-hidden": "true" }, speak.text("how_touch")),
    );
    if (this.options.height) frame.style.setProperty("--film-height", `${this.options.height}px`);
    this.root.append(
      this.controls.bar,
      this.teller.caption,
      element(
        "div",
        { class: "film-main" },
        element(
          "div",
          { class: "film-picture" },
          frame,
          ...(film.steps.length > 1 ? [this.timeline.element] : []),
          this.controls.legend,
        ),
        this.panel.element,
      ),
      this.teller.said,
    );
    host.append(this.root);
    this.painter = new Painter(this.canvas, this.model);
    Object.defineProperty(this.root, "filmState", { get: () => reportOf(this) });
  }

  listen() {
    this.cursor = new Cursor(this, this.canvas);
    this.pointer = new Pointer(this, this.canvas);
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(this.canvas.parentElement);
    this.scheme.addEventListener("change", this.onScheme);
  }

  destroy() {
    if (this.wanted !== null) cancelAnimationFrame(this.wanted);
    this.observer.disconnect();
    this.pointer.destroy();
    this.scheme.removeEventListener("change", this.onScheme);
    this.root.remove();
  }

  /** What a reader chose, to be taken up by the next picture of the same network. */
  remember() {
    const { state, clock, model } = this;
    return {
      step: clock.step === model.last ? null : model.steps[clock.step]?.end,
      isCumulative: state.isCumulative,
      showsPast: state.showsPast,
      showsMet: state.showsMet,
      selected: state.selected === null ? undefined : model.nodes.id[state.selected],
    };
  }

  recall({ step, isCumulative, showsPast, showsMet, selected }) {
    const place = this.model.steps.findIndex(({ end }) => end === step);
    if (place >= 0) this.clock.time = place;
    if (this.model.steps.length) this.state.isCumulative = isCumulative;
    Object.assign(this.state, { showsPast, showsMet });
    this.controls.dormant.checked = showsPast;
    const node = this.model.nodes.id.indexOf(selected);
    if (node >= 0) this.choice.select(node);
    this.look();
  }

  setTheme(theme) {
    this.options.theme = theme;
    this.chooseTheme();
    this.refresh();
  }

  chooseTheme() {
    const { theme } = this.options;
    const chosen = theme === "auto" ? (this.scheme.matches ? "dark" : "light") : theme;
    this.colours = this.film.look[chosen];
    this.root.dataset.theme = chosen;
    for (const name of ["surface", "text", "muted", "line", "accent", "tie", "met", "raised"]) {
      this.root.style.setProperty(`--film-${name}`, this.colours[name]);
    }
  }

  resize() {
    const { clientWidth: width, clientHeight: height } = this.canvas.parentElement;
    if (!width || !height) return;
    const ratio = Math.min(window.devicePixelRatio || 1, 2.5);
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.camera.resize(width, height);
    this.draw(performance.now());
    this.timeline.draw();
  }

  // ---- what is shown now ----

  get isOverview() {
    return this.model.groupsFirst && this.state.inside === null;
  }

  /** The last day shown. */
  get day() {
    return this.model.compared?.after ?? this.model.steps[this.clock.step]?.end ?? Infinity;
  }

  get summary() {
    return summariseGroups(this.model, this.moment, this.state.hiddenKinds).sums;
  }

  isKindShown(node) {
    return !this.state.hiddenKinds.has(this.model.nodes.kind[node]);
  }

  /** The state of the network at the clock's time. */
  look() {
    if (this.earlierMoment) fillComparison(this.moment, this.earlierMoment, this.model);
    else fillMoment(this.moment, this.model, this.clock.time, this.state.isCumulative);
    this.timeline.count();
    this.refresh();
  }

  /** Whom to mark as met: only around an organisation chosen, and only where no way is shown. */
  findMet() {
    const { state, model } = this;
    const isAsked = model.hasMeetings && state.showsMet && state.selected !== null && !state.way.length && !this.isOverview;
    this.met = isAsked ? metWithoutTie(this, state.selected, meetingsOf(model, state.selected, this.day).met) : null;
  }

  /** Everything said about the state, written anew; and a frame drawn. */
  refresh() {
    this.choice.findWay();
    this.findMet();
    this.controls.update();
    this.teller.tell();
    this.panel.show();
    this.wantFrame();
  }

  wantFrame() {
    this.wanted ??= requestAnimationFrame((now) => {
      this.wanted = null;
      this.frame(now);
    });
  }

  frame(now) {
    const step = this.clock.step;
    const wasMoving = this.clock.isMoving;
    if (this.clock.tick(now)) fillMoment(this.moment, this.model, this.clock.time, this.state.isCumulative);
    const isMoving = this.camera.step(now) || this.clock.isMoving;
    if (this.clock.isMoving) {
      this.timeline.update();
      if (step !== this.clock.step) this.tellStep();
    } else if (wasMoving) this.refresh();
    this.draw(now);
    if (isMoving || this.clock.pulse(now) > 0) this.wantFrame();
    else this.clock.before = null;
  }

  /** Say what the step just begun comes to: its words and lists are those of its last day, as when it is at rest. */
  tellStep() {
    const { moment, model, clock, state } = this;
    fillMoment(moment, model, clock.step, state.isCumulative);
    this.findMet();
    this.teller.tell();
    this.panel.follow();
    fillMoment(moment, model, clock.time, state.isCumulative);
  }

  draw(now) {
    const started = performance.now();
    this.painter.draw(sceneOf(this, now));
    this.frames.push(performance.now() - started);
    if (this.frames.length > 240) this.frames.shift();
  }

  // ---- what a reader does ----

  setView(isCumulative) {
    this.state.isCumulative = isCumulative;
    this.look();
  }

  setPast(showsPast) {
    this.state.showsPast = showsPast;
    this.refresh();
  }

  setMet(showsMet) {
    this.state.showsMet = showsMet;
    this.refresh();
  }

  toggleKind(kind) {
    const { hiddenKinds } = this.state;
    if (!hiddenKinds.delete(kind)) hiddenKinds.add(kind);
    this.look();
  }

  goTo(step) {
    this.clock.goTo(step);
    this.wantFrame();
    this.teller.tell();
  }

  togglePlay() {
    if (this.clock.isPlaying) this.clock.pause();
    else this.clock.play();
    this.timeline.update();
    this.wantFrame();
  }

  zoom(factor, x, y) {
    this.camera.zoom(factor, x, y);
    this.wantFrame();
  }

  pan(right, down) {
    this.camera.pan(right, down);
    this.wantFrame();
  }

  fit() {
    const bounds = this.state.inside === null ? this.model.bounds : this.model.groups[this.state.inside].bounds;
    this.camera.fit(bounds, !this.isStill);
    this.wantFrame();
  }
}

/** Show `film` in `host`: theme "light", "dark" or "auto"; `profile` the address of profiles, if there are any. */
export function showFilm(host, film, { theme = "auto", profile = null, height = null } = {}) {
  return new Stage(host, film, { theme, profile, height });
}
