// The whole: the picture, its time line, controls and panel, and what happens when somebody acts on them.

class Stage {
  constructor(host, film, options) {
    this.film = film;
    this.options = options;
    this.speak = speaker(film);
    this.model = readFilm(film);
    this.moment = emptyMoment(this.model);
    this.isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.clock = new Clock(this.model.last, this.isStill);
    this.camera = new Camera(this.model.bounds);
    this.state = {
      isCumulative: !film.steps.length && !film.comparison,
      showsPast: true,
      hiddenKinds: new Set(),
      selected: null,
      hovered: null,
      cursor: null,
      goal: null,
      way: [],
      inside: null,
    };
    this.frames = [];
    this.wanted = null;
    this.scheme = window.matchMedia("(prefers-color-scheme: dark)");
    this.colours = film.look.light;
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
    Object.defineProperty(this.root, "filmState", { get: () => this.report() });
  }

  listen() {
    this.cursor = new Cursor(this, this.canvas);
    this.pointer = new Pointer(this, this.canvas);
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(this.canvas.parentElement);
    this.onScheme = () => this.setTheme(this.options.theme);
    this.scheme.addEventListener("change", this.onScheme);
  }

  destroy() {
    cancelAnimationFrame(this.wanted);
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
      selected: model.nodes.id[state.selected],
    };
  }

  recall({ step, isCumulative, showsPast, selected }) {
    const place = this.model.steps.findIndex(({ end }) => end === step);
    if (place >= 0) this.clock.time = place;
    if (this.model.steps.length) this.state.isCumulative = isCumulative;
    this.state.showsPast = showsPast;
    this.controls.dormant.checked = showsPast;
    const node = this.model.nodes.id.indexOf(selected);
    if (node >= 0) this.select(node);
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
    for (const name of ["surface", "text", "muted", "line", "accent", "tie", "raised"]) {
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
    if (this.model.compared) {
      this.earlierMoment ??= emptyMoment(this.model);
      fillComparison(this.moment, this.earlierMoment, this.model);
    } else fillMoment(this.moment, this.model, this.clock.time, this.state.isCumulative);
    this.timeline.count();
    this.refresh();
  }

  /** Everything said about the state, written anew; and a frame drawn. */
  refresh() {
    this.findWay();
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
      if (step !== this.clock.step) this.teller.tell();
    } else if (wasMoving) this.refresh();
    this.draw(now);
    if (isMoving || this.clock.pulse(now) > 0) this.wantFrame();
    else this.clock.before = null;
  }

  draw(now) {
    const started = performance.now();
    this.painter.draw(this.scene(now));
    this.frames.push(performance.now() - started);
    if (this.frames.length > 240) this.frames.shift();
  }

  scene(now) {
    const { state, model, moment, camera, colours, speak, isOverview } = this;
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
      focus: state.way.length ? new Set(state.way) : isAlone ? this.around(touched) : null,
      pulse: this.clock.pulse(now),
      taken: this.takenByButtons(),
      weights: weightsOf(this.teller.counts, camera.scale),
    };
  }

  /** The boxes of the picture that labels must leave free. */
  takenByButtons() {
    return [this.controls.zoom, this.controls.crumbs, this.teller.remark]
      .filter((part) => part.offsetWidth > 0)
      .map((part) => ({ left: part.offsetLeft, top: part.offsetTop, width: part.offsetWidth, height: part.offsetHeight }));
  }

  around(node) {
    const found = new Set([node]);
    for (const [tie, partner] of this.model.ties.of[node]) {
      if (this.moment.tie.active[tie] > 0.3 || (this.state.showsPast && this.moment.tie.past[tie] > 0.3)) found.add(partner);
    }
    return found;
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

  hover(key) {
    if (this.state.hovered === key) return;
    this.state.hovered = key;
    this.canvas.style.cursor = key === null ? "" : "pointer";
    this.wantFrame();
  }

  /** A click: on a symbol, on another group's ground, or on nothing. */
  choose(key, x, y) {
    if (this.isOverview) {
      if (key !== null) this.enter(key);
      return;
    }
    if (key !== null) this.select(key);
    else if (this.state.inside !== null && this.groundAt(x, y) !== null) this.enter(this.groundAt(x, y));
    else this.select(null);
  }

  groundAt(x, y) {
    const { camera, model, state } = this;
    const [right, up] = [camera.fromX(x), camera.fromY(y)];
    const found = model.groups.find(
      (group) =>
        group.place !== state.inside &&
        group.members.length > 1 &&
        Math.hypot(right - group.centre.x, up - group.centre.y) < group.radius,
    );
    return found ? found.place : null;
  }

  /** The symbol under a pixel, or the nearest within `reach`; null where there is none. */
  symbolAt(x, y, reach) {
    let best = null;
    for (const symbol of this.painter.symbols ?? []) {
      const far = Math.hypot(symbol.x - x, symbol.y - y) - symbol.radius;
      if (far < (this.isOverview ? 2 : reach) && (!best || far < best.far)) best = { key: symbol.key, far };
    }
    return best ? best.key : null;
  }

  select(node, { isFocusWanted = false, isRevealed = false } = {}) {
    const { state, model } = this;
    state.selected = node;
    state.goal = null;
    state.hovered = null;
    if (node !== null) {
      if (model.groupsFirst && state.inside !== model.nodes.group[node]) this.enter(model.nodes.group[node], node);
      else if (isFocusWanted || isRevealed) this.camera.reveal(model.nodes.x[node], model.nodes.y[node], !this.isStill);
    }
    this.refresh();
    if (isFocusWanted) this.panel.focus();
  }

  /** Show the shortest way from the organisation chosen to `goal`. */
  showWay(goal) {
    this.state.goal = goal;
    this.findWay();
    if (this.model.groupsFirst && this.state.way.some((node) => this.model.nodes.group[node] !== this.state.inside)) {
      this.state.inside = null;
      this.camera.fit(this.model.bounds, !this.isStill);
    }
    this.refresh();
  }

  findWay() {
    const { state, model, moment } = this;
    const isAsked = state.goal !== null && state.selected !== null && state.goal !== state.selected;
    state.way = (isAsked && shortestWay(model, moment, state.selected, state.goal)) || [];
  }

  /** The organisation that a text means: by its whole name, else the best connected whose name contains it. */
  find(text) {
    const { nodes } = this.model;
    const sought = text.trim().toLocaleLowerCase();
    if (!sought) return null;
    if (nodes.byLabel.has(sought)) return nodes.byLabel.get(sought);
    const [best] = Array.from(nodes.id.keys())
      .filter((node) => nodes.label[node].toLocaleLowerCase().includes(sought))
      .sort((one, other) => this.moment.degree[other] - this.moment.degree[one]);
    return best ?? null;
  }

  /** Go into a group; without `node` nobody in it is chosen. */
  enter(group, node = null) {
    Object.assign(this.state, { inside: group, selected: node, goal: null, way: [], hovered: null, cursor: null });
    this.camera.fit(this.model.groups[group].bounds, !this.isStill);
    this.refresh();
  }

  leave() {
    Object.assign(this.state, { inside: null, selected: null, goal: null, way: [], hovered: null, cursor: null });
    this.camera.fit(this.model.bounds, !this.isStill);
    this.refresh();
  }

  /** One thing less: the way, then the organisation, then the group. Whether there was anything. */
  clear() {
    const { state } = this;
    if (state.goal !== null) this.showWay(null);
    else if (state.selected !== null) this.select(null);
    else if (state.inside !== null) this.leave();
    else return false;
    return true;
  }

  // ---- for tests, to be read only ----

  report() {
    const { state, clock, model, painter } = this;
    const name = (node) => (node === null ? null : model.nodes.id[node]);
    return {
      step: clock.step,
      time: clock.time,
      isPlaying: clock.isPlaying,
      isMoving: clock.isMoving || this.camera.moving !== null,
      isCumulative: state.isCumulative,
      isOverview: this.isOverview,
      inside: state.inside,
      counts: this.teller.counts,
      selected: name(state.selected),
      cursor: this.isOverview ? state.cursor : name(state.cursor),
      way: state.way.map(name),
      symbols: painter.symbols.map(({ key, x, y, radius }) => ({ id: this.isOverview ? key : name(key), x, y, radius })),
      labels: painter.board.placed.map(({ text, left, top, width, height }) => ({ text, left, top, width, height })),
      frames: [...this.frames],
    };
  }
}

/** How strongly lines are drawn, 0 to 1: the more there are, the fainter each. */
function weightsOf({ ties, ended }, scale) {
  const among = (count, most, least) => Math.max(least, Math.min(most, most * (700 / (count + 1)) ** 0.5));
  return {
    within: among(ties, 0.62, 0.3),
    between: among(ties, 0.32, 0.1),
    past: among(ended, 0.5, 0.1),
    showsPastBetween: ended < 1200,
    width: scale > 14 ? 1.2 : 0.9,
  };
}

/** Show `film` in `host`: theme "light", "dark" or "auto"; `profile` the address of profiles, if there are any. */
function showFilm(host, film, { theme = "auto", profile = null, height = null } = {}) {
  return new Stage(host, film, { theme, profile, height });
}
