// What stands around the picture: views, search, zoom, the way back from a group, the legend.

import { nameOfGroup } from "./bubbles.js";
import { element, iconButton, symbolIcon } from "./elements.js";
import { glowOf } from "./light.js";

let searchLists = 0;

export class Controls {
  constructor(stage) {
    this.stage = stage;
    const { speak, model } = stage;
    searchLists += 1;
    this.listId = `film-names-${searchLists}`;
    this.names = element(
      "datalist",
      { id: this.listId },
      ...model.nodes.label.map((label) => element("option", { value: label })),
    );
    this.search = this.searchField();
    this.answer = element("span", { class: "film-answer", role: "status" });
    this.views = ["active", "cumulative"].map((view) =>
      element(
        "button",
        { type: "button", class: "film-view", title: speak.text(`${view}_help`), onclick: () => stage.setView(view === "cumulative") },
        speak.text(view),
      ),
    );
    this.dormant = element("input", { type: "checkbox", checked: stage.state.showsPast, onchange: () => stage.setPast(this.dormant.checked) });
    this.dormantSwitch = element("label", { class: "film-switch" }, this.dormant, speak.text("dormant_switch"));
    const hasTime = model.steps.length > 0;
    this.bar = element(
      "div",
      { class: "film-bar" },
      hasTime ? element("div", { class: "film-views", role: "group" }, ...this.views) : null,
      hasTime || model.compared ? this.dormantSwitch : null,
      element("form", { class: "film-search", onsubmit: (event) => this.seek(event) }, this.search, this.answer, this.names),
    );
    this.zoom = element(
      "div",
      { class: "film-zoom" },
      iconButton("zoom_in", speak.text("zoom_in"), () => stage.zoom(1.4)),
      iconButton("zoom_out", speak.text("zoom_out"), () => stage.zoom(1 / 1.4)),
      iconButton("fit", speak.text("fit"), () => stage.fit()),
    );
    this.crumbs = element("nav", { class: "film-crumbs" });
    this.legend = element("div", { class: "film-legend", role: "group", "aria-label": speak.text("legend") });
  }

  searchField() {
    const { speak } = this.stage;
    const label = speak.text("find");
    const field = element("input", { type: "search", class: "film-field", list: this.listId, placeholder: label, "aria-label": label });
    field.addEventListener("input", () => {
      const chosen = this.stage.model.nodes.byLabel.get(field.value.toLocaleLowerCase());
      this.answer.textContent = "";
      if (chosen !== undefined) this.stage.choice.select(chosen, { isRevealed: true });
    });
    return field;
  }

  seek(event) {
    event.preventDefault();
    const found = this.stage.choice.find(this.search.value);
    this.answer.textContent = found === null && this.search.value ? this.stage.speak.text("find_nothing") : "";
    if (found !== null) this.stage.choice.select(found, { isRevealed: true });
  }

  update() {
    const { state, isOverview } = this.stage;
    this.views.forEach((button, place) => {
      button.setAttribute("aria-pressed", String(state.isCumulative === (place === 1)));
    });
    this.dormantSwitch.hidden = isOverview || (state.isCumulative && this.stage.model.steps.length > 0);
    this.showCrumbs();
    this.showLegend();
  }

  showCrumbs() {
    const { state, model, speak } = this.stage;
    const parts =
      state.inside === null
        ? []
        : [
            element("button", { type: "button", class: "film-link", onclick: () => this.stage.choice.leave() }, speak.text("all_groups")),
            element("span", { "aria-hidden": "true" }, "›"),
            element("span", { "aria-current": "true" }, nameOfGroup(model, state.inside, speak)),
          ];
    this.crumbs.replaceChildren(...parts);
  }

  showLegend() {
    const { stage } = this;
    const { speak, model, state, colours, isOverview } = stage;
    const kinds = model.film.kinds.map(({ label, symbol }, kind) =>
      element(
        "button",
        {
          type: "button",
          class: "film-kind-switch",
          "aria-pressed": String(!state.hiddenKinds.has(kind)),
          title: speak.text("legend_hide", { kind: label }),
          onclick: () => stage.toggleKind(kind),
        },
        symbolIcon(symbol, colours.kinds[kind]),
        element("span", {}, label),
      ),
    );
    const compared = model.compared;
    const key = (look, text) => element("span", { class: "film-key" }, element("span", { class: `film-mark film-${look}` }), text);
    const isLit = glowOf(stage.moment, model) > 0.5;
    const showsEnded = !isOverview && (compared || (state.showsPast && !state.isCumulative && model.steps.length > 0));
    const hasNew = compared || model.steps.length > 0;
    const keys = [
      hasNew && isLit ? key("fresh", speak.text("legend_new")) : null,
      hasNew && !isOverview ? key("newcomer", speak.text("legend_newcomer")) : null,
      showsEnded
        ? key("past", compared ? speak.text("legend_gone", { before: compared.before_label }) : speak.text("legend_dormant"))
        : null,
      stage.met ? key("met", speak.text("legend_met")) : null,
      element("span", { class: "film-key" }, speak.text(isOverview ? "legend_bubbles" : "legend_size")),
    ];
    const focused = this.legend.getRootNode().activeElement;
    const place = [...this.legend.children].indexOf(focused);
    this.legend.replaceChildren(...kinds, ...keys.filter((part) => part !== null));
    if (place >= 0) this.legend.children[place]?.focus();
  }
}
