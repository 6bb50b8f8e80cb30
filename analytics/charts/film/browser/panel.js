// The panel beside the picture: how to read it, who leads, and everything about the organisation chosen.

import { nameOfGroup } from "./bubbles.js";
import { cooperationsOf, leadingNodes, partnersOf } from "./details.js";
import { element, iconButton, symbolIcon } from "./elements.js";
import { meetingsOf } from "./meetings.js";

const SHOWN_AT_FIRST = 8;
const LATEST_EVENTS = 3;

export class Panel {
  constructor(stage) {
    this.stage = stage;
    this.element = element("aside", { class: "film-panel", "aria-label": stage.film.title });
    this.shown = null;
  }

  /** Say what there is to say of what is chosen; `isFresh` when something else was chosen than before. */
  show() {
    const { state, model } = this.stage;
    const chosen = `${state.selected} ${state.inside}`;
    const content =
      state.selected !== null
        ? this.organisation(state.selected)
        : state.inside !== null
          ? this.group(state.inside)
          : this.overview(model);
    this.element.replaceChildren(...content);
    if (chosen !== this.shown) this.element.scrollTop = 0;
    this.shown = chosen;
  }

  /** Say it anew of a later time, unless somebody is at work in the panel: nothing is taken from under their hands. */
  follow() {
    if (!this.element.contains(this.element.getRootNode().activeElement)) this.show();
  }

  focus() {
    this.element.querySelector("h3")?.focus();
  }

  overview(model) {
    const { speak, moment, summary } = this.stage;
    const how = [element("h3", { tabindex: "-1" }, speak.text("how"))];
    if (this.stage.isOverview) {
      how.push(element("p", {}, speak.text("how_groups")));
      const largest = model.groups
        .filter((group) => summary[group.place].members >= 0.5)
        .sort((one, other) => summary[other.place].members - summary[one.place].members)
        .slice(0, 8);
      return [
        ...how,
        element("h4", {}, speak.text("group_largest")),
        this.list(largest, (group) => [
          this.link(nameOfGroup(model, group.place, speak), () => this.stage.choice.enter(group.place)),
          element("span", { class: "film-aside" }, speak.number(Math.round(summary[group.place].members))),
        ]),
      ];
    }
    const isFinger = window.matchMedia("(pointer: coarse)").matches;
    const hands = element("p", { class: `film-quiet ${isFinger ? "" : "film-mouse"}` }, speak.text(isFinger ? "how_fingers" : "how_keys"));
    how.push(element("p", {}, speak.text("how_drag")), hands);
    return [...how, ...this.leading(leadingNodes(model, moment, 6, (node) => this.stage.isKindShown(node)))];
  }

  leading(nodes) {
    const { speak, moment } = this.stage;
    const head = element("h4", {}, speak.text("leading"));
    if (!nodes.length) return [head, element("p", { class: "film-quiet" }, speak.text("leading_none"))];
    return [
      head,
      this.list(nodes, (node) => [
        this.organisationLink(node),
        element("span", { class: "film-aside" }, speak.number(Math.round(moment.degree[node]))),
      ]),
    ];
  }

  group(place) {
    const { speak, model, moment, teller } = this.stage;
    return [
      this.head(nameOfGroup(model, place, speak), () => this.stage.choice.leave(), speak.text("group_back")),
      element("p", {}, teller.membersOf(place)),
      ...this.leading(leadingNodes(model, moment, 8, (node) => model.nodes.group[node] === place && this.stage.isKindShown(node))),
    ];
  }

  organisation(node) {
    const { speak, model, moment, clock, day } = this.stage;
    const { nodes } = model;
    const { running, past } = partnersOf(model, moment, clock.step, node);
    const kind = model.film.kinds[nodes.kind[node]];
    const colour = this.stage.colours.kinds[nodes.kind[node]];
    const group = model.groups[nodes.group[node]];
    const isThere = moment.node.active[node] >= 0.5;
    const isPast = moment.node.past[node] >= 0.5;
    return [
      this.head(nodes.label[node], () => this.stage.choice.select(null), speak.text("close")),
      element("p", { class: "film-kind" }, symbolIcon(kind.symbol, colour), element("span", {}, kind.label)),
      group?.name && group.members.length > 1
        ? element("p", { class: "film-quiet" }, speak.text("group_of", { group: group.name }))
        : null,
      isThere ? null : element("p", { class: "film-notice" }, speak.text(isPast ? "gone_now" : "not_yet")),
      this.profile(nodes.id[node]),
      element("h4", {}, running.length ? speak.text("partners", { n: running.length }) : speak.text("partners_none")),
      this.list(running, ({ partner, since }) => [this.organisationLink(partner), this.days(since)], "film-stacked"),
      ...this.titled("partners_past", past, ({ partner, since, until }) => [this.organisationLink(partner), this.days(since, until)]),
      ...this.cooperations(cooperationsOf(model, clock.step, node, day)),
      ...(model.hasMeetings ? this.meetings(node, running, day) : []),
      ...this.way(node),
    ].filter((part) => part !== null);
  }

  cooperations(all) {
    const { speak } = this.stage;
    const running = all.filter((cooperation) => cooperation.isRunning);
    const past = all.filter((cooperation) => !cooperation.isRunning);
    const row = ({ title, kind, stage, isRunning }) => [
      element("span", {}, title || kind),
      element("span", { class: "film-aside" }, speak.text(isRunning ? `stage_${stage}` : "stage_ended")),
    ];
    return [...this.titled("cooperations", running, row), ...this.titled("cooperations_past", past, row)];
  }

  /** Whom it met at events, apart from whom it works with: having met ties nobody. */
  meetings(node, running, day) {
    const { speak, model, state } = this.stage;
    const { events, met } = meetingsOf(model, node, day);
    const partners = running.filter(({ partner }) => met.has(partner)).length;
    const box = element("input", { type: "checkbox", checked: state.showsMet, onchange: () => this.switchMet(box.checked) });
    return [
      element("h4", {}, speak.text("met_head")),
      element("p", {}, met.size ? speak.text("met", { n: met.size, partners }) : speak.text("met_none")),
      met.size ? element("label", { class: "film-switch film-met-switch" }, box, speak.text("met_switch")) : null,
      this.list(
        events.slice(0, LATEST_EVENTS),
        ({ title, day: held, others }) => [element("span", {}, title), element("span", { class: "film-aside" }, speak.text("met_event", { n: others, when: speak.day(held) }))],
        "film-stacked",
      ),
    ];
  }

  switchMet(showsMet) {
    this.stage.setMet(showsMet);
    this.element.querySelector(".film-met-switch input").focus();
  }

  way(node) {
    const { speak, state } = this.stage;
    const field = element("input", {
      type: "search",
      class: "film-field",
      list: this.stage.controls.listId,
      "aria-label": speak.text("way_to"),
    });
    field.value = state.goal === null ? "" : this.stage.model.nodes.label[state.goal];
    const answer = element("div", { class: "film-way", role: "status" }, ...this.wayFound(node));
    const show = () => {
      const goal = this.stage.choice.find(field.value);
      if (goal === null && field.value) answer.replaceChildren(element("p", {}, speak.text("find_nothing")));
      else this.stage.choice.showWay(goal);
      this.element.querySelector(".film-way")?.scrollIntoView({ block: "nearest" });
    };
    return [
      element("h4", {}, speak.text("way_to")),
      element(
        "form",
        {
          class: "film-row",
          onsubmit: (event) => {
            event.preventDefault();
            show();
          },
        },
        field,
        element("button", { type: "submit", class: "film-button" }, speak.text("way_show")),
      ),
      answer,
    ];
  }

  wayFound(node) {
    const { speak, state } = this.stage;
    if (state.goal === null) return [];
    if (state.goal === node) return [element("p", {}, speak.text("way_same"))];
    if (!state.way.length) return [element("p", {}, speak.text("way_none"))];
    return [
      element("p", {}, speak.text("way_steps", { n: state.way.length - 1 })),
      element("ol", { class: "film-chain" }, ...state.way.map((stop) => element("li", {}, this.organisationLink(stop)))),
    ];
  }

  profile(id) {
    const { profile } = this.stage.options;
    if (!profile) return null;
    const query = new URLSearchParams(window.location.search);
    query.set("organisation", id);
    return element("p", {}, element("a", { href: `${profile}?${query}`, class: "film-profile" }, this.stage.speak.text("profile")));
  }

  head(text, onclick, label) {
    return element("div", { class: "film-head" }, element("h3", { tabindex: "-1" }, text), iconButton("close", label, onclick));
  }

  titled(name, rows, cells) {
    return rows.length ? [element("h4", {}, this.stage.speak.text(name)), this.list(rows, cells, "film-stacked")] : [];
  }

  /** A list, its rest behind a button. */
  list(rows, cells, look = "") {
    const item = (row) => element("li", {}, ...cells(row));
    const list = element("ul", { class: `film-list ${look}` }, ...rows.slice(0, SHOWN_AT_FIRST).map(item));
    const rest = rows.slice(SHOWN_AT_FIRST);
    if (rest.length) {
      const more = element(
        "button",
        { type: "button", class: "film-link", onclick: () => more.parentElement.replaceWith(...rest.map(item)) },
        this.stage.speak.text("more", { n: rest.length }),
      );
      list.append(element("li", {}, more));
    }
    return list;
  }

  organisationLink(node) {
    return this.link(this.stage.model.nodes.label[node], () => this.stage.choice.select(node, { isFocusWanted: true }));
  }

  link(text, onclick) {
    return element("button", { type: "button", class: "film-link", onclick }, text);
  }

  days(since, until) {
    const { speak } = this.stage;
    if (since === null) return null;
    const said =
      until === undefined
        ? speak.text("since", { since: speak.day(since) })
        : speak.text("from_to", { since: speak.day(since), until: speak.day(until) });
    return element("span", { class: "film-aside" }, said);
  }
}
