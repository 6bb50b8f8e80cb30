// The time line: a slider over small bars that say how many ties there were at every step.

import { element, iconButton, setIcon } from "./elements.js";
import { countMoment, emptyMoment, fillMoment } from "./moment.js";

export class Timeline {
  constructor(stage) {
    this.stage = stage;
    const { speak, clock, model } = stage;
    this.bars = element("canvas", { class: "film-bars", "aria-hidden": "true" });
    this.slider = element("input", {
      type: "range",
      class: "film-slider",
      min: 0,
      max: model.last,
      step: 1,
      value: clock.step,
      "aria-label": speak.text("aria_slider"),
      oninput: () => stage.goTo(Number(this.slider.value)),
    });
    this.playButton = iconButton("play", speak.text("play"), () => stage.togglePlay());
    this.speed = element(
      "select",
      { class: "film-speed", "aria-label": speak.text("speed"), title: speak.text("speed"), onchange: () => this.setSpeed() },
      ...[0.5, 1, 2, 4].map((speed) =>
        element("option", { value: speed, selected: speed === clock.speed }, `${speed.toLocaleString(speak.locale)}×`),
      ),
    );
    this.first = element("span", {}, model.steps[0]?.short ?? "");
    this.final = element("span", {}, model.steps.at(-1)?.short ?? "");
    this.track = element(
      "div",
      { class: "film-track" },
      this.bars,
      this.slider,
      element("div", { class: "film-ends", "aria-hidden": "true" }, this.first, this.final),
    );
    this.track.style.setProperty("--film-slots", model.steps.length);
    this.element = element(
      "div",
      { class: "film-time" },
      this.playButton,
      iconButton("earlier", speak.text("earlier"), () => stage.goTo(clock.target - 1)),
      iconButton("later", speak.text("later"), () => stage.goTo(clock.target + 1)),
      this.track,
      this.speed,
    );
  }

  setSpeed() {
    this.stage.clock.speed = Number(this.speed.value);
  }

  /** Count anew what the bars show. */
  count() {
    const { model, state } = this.stage;
    const moment = emptyMoment(model);
    this.counts = model.steps.map((_, step) => {
      fillMoment(moment, model, step, state.isCumulative);
      return countMoment(moment, model, state.hiddenKinds);
    });
    this.draw();
  }

  update() {
    const { clock, model, speak } = this.stage;
    this.slider.value = clock.target;
    this.slider.setAttribute("aria-valuetext", model.steps[clock.target].label);
    const name = clock.isPlaying ? "pause" : "play";
    if (this.playButton.dataset.icon !== name) {
      this.playButton.dataset.icon = name;
      setIcon(this.playButton, name, speak.text(name));
    }
    this.draw();
  }

  draw() {
    if (!this.counts) return;
    const { clock, colours } = this.stage;
    const ratio = window.devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = this.bars;
    if (!width) return;
    this.bars.width = Math.round(width * ratio);
    this.bars.height = Math.round(height * ratio);
    const context = this.bars.getContext("2d");
    context.scale(ratio, ratio);
    const most = Math.max(1, ...this.counts.map((count) => count.ties));
    const slot = width / this.counts.length;
    const thick = Math.max(1.5, Math.min(slot - 2, 22));
    this.counts.forEach((count, step) => {
      const left = slot * (step + 0.5) - thick / 2;
      const tall = (height * count.ties) / most;
      const isReached = step <= clock.time + 1e-6;
      const recent = (height * count.fresh) / most;
      context.globalAlpha = isReached ? 0.75 : 0.3;
      context.fillStyle = colours.tie;
      context.fillRect(left, height - tall, thick, tall - recent);
      context.globalAlpha = isReached ? 1 : 0.35;
      context.fillStyle = colours.accent;
      context.fillRect(left, height - recent, thick, recent);
    });
  }
}
