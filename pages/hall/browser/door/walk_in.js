// Somebody without registration: their organisation, a known one suggested, a new one by its name.

import { element } from "#film/elements.js";
import { fit, plain } from "./search.js";

export class WalkInDialog {
  constructor(door) {
    this.door = door;
    const { speak, data } = door;
    this.name = element("input", { type: "text", id: "walk-in-name", autocomplete: "off", maxlength: "200", oninput: () => this.suggest() });
    this.found = element("div", { class: "found", role: "group", "aria-label": speak.text("walk_in_known") });
    this.expected = element("p", { class: "hint", role: "status" });
    this.kinds = element("fieldset", { class: "kinds" }, element("legend", {}, speak.text("walk_in_kind")));
    for (const [kind, { label }] of Object.entries(data.kinds)) {
      const choice = element("input", { type: "radio", name: "kind", value: kind, id: `kind-${kind}`, checked: kind === "unknown" });
      this.kinds.append(element("label", { for: `kind-${kind}` }, choice, label));
    }
    this.add = element("button", { type: "submit", class: "main" }, speak.text("walk_in_new"));
    const none = element("button", { type: "button", onclick: () => this.take({}) }, speak.text("walk_in_none"));
    const close = element("button", { type: "button", onclick: () => this.element.close() }, speak.text("cancel"));
    const form = element(
      "form",
      { method: "dialog", onsubmit: (event) => { event.preventDefault(); this.takeNew(); } },
      element("h2", { id: "walk-in-title" }, speak.text("walk_in")),
      element("label", { for: "walk-in-name" }, speak.text("walk_in_name")),
      this.name, this.found, this.expected, this.kinds,
      element("div", { class: "buttons" }, this.add, none, close),
    );
    this.element = element("dialog", { class: "walk-in", "aria-labelledby": "walk-in-title" }, form);
  }

  open(name) {
    this.name.value = name;
    this.kinds.querySelector("[value=unknown]").checked = true;
    this.suggest();
    this.element.showModal();
    this.name.focus();
  }

  /** The known organisations that are meant, and a word where one of them is expected still. */
  suggest() {
    const { guests, speak, data } = this.door;
    const query = plain(this.name.value);
    const fits = guests.organisations.map((one) => ({ one, likeness: fit(query, plain(one.organisation)) }));
    const best = query
      ? fits.filter(({ likeness }) => likeness > 0).sort((one, other) => other.likeness - one.likeness).slice(0, 6)
      : [];
    this.found.replaceChildren(
      ...best.map(({ one }) => element(
        "button", { type: "button", onclick: () => this.take({ organisation_id: one.organisation_id }) },
        element("b", {}, one.organisation), ` · ${data.kinds[one.kind].label}`,
      )),
    );
    const isKnown = best.some(({ one }) => plain(one.organisation) === query);
    this.kinds.hidden = this.add.hidden = !query || isKnown;
    const missing = guests.entries.filter((entry) => !entry.here && query && best.some(({ one }) => one.organisation_id === entry.organisation_id));
    const names = [...new Set(missing.map(({ organisation }) => organisation))].slice(0, 2).join(", ");
    this.expected.textContent = missing.length ? speak.text("walk_in_expected", { n: missing.length, names }) : "";
  }

  takeNew() {
    const name = this.name.value.trim();
    if (!name || this.add.hidden) return;
    this.take({ organisation: name, organisation_kind: this.kinds.querySelector(":checked").value });
  }

  take(who) {
    this.element.close();
    this.door.walkIn(who);
  }
}
