// What the presenter may choose: scenes, seconds, language and event. It goes into the address as it is chosen.

import { element } from "#film/elements.js";
import { LEAST_SECONDS, MOST_SECONDS, choiceOf } from "./address.js";

export class Chooser {
  constructor(show, load) {
    this.show = show;
    this.load = load;
    this.dialog = element("dialog", { class: "chooser", onclose: () => show.hold(false) });
    document.body.append(this.dialog);
  }

  open() {
    this.show.hold(true);
    this.fill();
    this.dialog.showModal();
  }

  fill() {
    const { show } = this;
    const { data, choice } = show;
    const scenes = data.scenes.map(({ name }) => this.sceneBox(name));
    const seconds = element("input", { type: "number", name: "seconds", min: LEAST_SECONDS, max: MOST_SECONDS, step: 5, value: choice.seconds });
    seconds.addEventListener("change", () => show.choose({ seconds: choiceOf(`?seconds=${seconds.value}`).seconds }));
    this.dialog.setAttribute("aria-label", show.text("choose"));
    this.dialog.replaceChildren(
      element(
        "form",
        { method: "dialog" },
        element("h2", {}, show.text("choose")),
        element("fieldset", {}, element("legend", {}, show.text("choose_scenes")), ...scenes),
        element("label", {}, show.text("choose_seconds"), seconds),
        element("label", {}, show.text("choose_language"), this.languages()),
        data.events.length ? element("label", {}, show.text("choose_event"), this.events()) : null,
        element("p", { class: "chooser-keys" }, show.text("keys")),
        element("button", { class: "chooser-done" }, show.text("choose_done")),
      ),
    );
  }

  sceneBox(name) {
    const { show } = this;
    const isChosen = !show.choice.scenes || show.choice.scenes.includes(name);
    const box = element("input", { type: "checkbox", name: "scene", value: name, checked: isChosen });
    box.addEventListener("change", () => {
      const boxes = [...this.dialog.querySelectorAll("[name=scene]")];
      // One scene at least is shown.
      if (!boxes.some((each) => each.checked)) box.checked = true;
      const chosen = boxes.filter((each) => each.checked).map((each) => each.value);
      show.choose({ scenes: chosen.length === boxes.length ? null : chosen });
    });
    return element("label", {}, box, show.text(`scene_${name}`));
  }

  languages() {
    const { show } = this;
    const options = [["de", "Deutsch"], ["en", "English"]].map(([code, name]) =>
      element("option", { value: code, lang: code, selected: code === show.data.language }, name),
    );
    return this.select("lang", options, (language) => ({ language }));
  }

  events() {
    const { data } = this.show;
    const options = data.events.map(({ id, title, day }) => element("option", { value: id, selected: id === data.event?.id }, `${title} · ${day}`));
    return this.select("event", options, (event) => ({ event }));
  }

  /** A choice that needs other data. */
  select(name, options, chosen) {
    const made = element("select", { name }, ...options);
    made.addEventListener("change", async () => {
      const { language } = this.show.data;
      this.show.choose(chosen(made.value));
      await this.load();
      // Only other words need other elements: whoever is about to press a button must not have it taken away.
      if (!this.dialog.open || language === this.show.data.language) return;
      this.fill();
      this.dialog.querySelector(`[name=${name}]`)?.focus();
    });
    return made;
  }
}
