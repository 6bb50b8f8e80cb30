// The list: a row per entry, made once and kept, so that a finger or a focus never loses it.

import { element, symbolIcon } from "#film/elements.js";
import { fit, plain } from "./search.js";

export const FILTERS = ["all", "expected", "here"];

export class Rows {
  constructor(door) {
    this.door = door;
    this.rows = new Map();
    this.element = element("ul", { class: "rows" });
    this.empty = element("p", { class: "empty muted", role: "status" });
    this.shown = [];
  }

  /** Show the entries that fit, best first; without a search by organisation. */
  show(entries, query, filter) {
    const wanted = plain(query);
    const fitting = entries
      .map((entry) => ({ entry, fits: fit(wanted, plain(`${entry.organisation ?? ""} ${entry.name ?? ""}`)) }))
      .filter(({ entry, fits }) => fits > 0 && (filter === "all" || (filter === "here") === entry.here > 0));
    if (wanted) fitting.sort((one, other) => other.fits - one.fits);
    this.shown = fitting.map(({ entry }) => this.row(entry));
    const isSame = this.shown.length === this.element.children.length &&
      this.shown.every((row, place) => row === this.element.children[place]);
    if (!isSame) this.keepingFocus(() => this.element.replaceChildren(...this.shown));
    const { speak } = this.door;
    const reason = wanted ? "none_found" : filter === "expected" ? "none_expected" : filter === "here" ? "none_here" : "none_listed";
    this.empty.textContent = this.shown.length ? "" : speak.text(reason, { query });
  }

  keepingFocus(change) {
    const { activeElement } = document;
    const focused = activeElement instanceof HTMLElement && this.element.contains(activeElement) ? activeElement : null;
    change();
    if (focused?.isConnected) focused.focus();
    else if (focused) this.door.search.focus({ preventScroll: true });
  }

  /** Tick off the first entry shown that is not there yet; whether there was one. */
  tickFirst() {
    const first = this.shown.find((row) => row.dataset.here === "0");
    first?.querySelector(".tick").click();
    return Boolean(first);
  }

  row(entry) {
    if (!this.rows.has(entry.guest)) this.rows.set(entry.guest, this.made(entry));
    const row = this.rows.get(entry.guest);
    const seen = JSON.stringify(entry);
    if (row.seen !== seen) this.fill(row, entry);
    row.seen = seen;
    return row;
  }

  made(entry) {
    const { kinds, colours } = this.door.data;
    const row = element("li", { class: "row" });
    const symbol = symbolIcon(kinds[entry.kind].symbol, colours[isDark() ? "dark" : "light"][entry.kind]);
    row.facts = element("span", { class: "facts" });
    row.who = element("span", { class: "who" });
    row.tick = element("button", { type: "button", class: "tick" });
    row.steps = element("span", { class: "steps" });
    row.append(symbol, element("span", { class: "text" }, row.who, row.facts), row.steps, row.tick);
    row.tick.addEventListener("click", () => this.door.toggle(row.entry));
    return row;
  }

  fill(row, entry) {
    const { speak, data } = this.door;
    row.entry = entry;
    row.dataset.here = String(entry.here);
    const organisation = entry.organisation ?? speak.text("no_organisation");
    row.who.textContent = entry.name ?? organisation;
    const facts = [entry.name ? organisation : null, data.kinds[entry.kind].label];
    if (entry.role && entry.role !== "guest") facts.push(data.roles[entry.role]);
    if (entry.walk_in) facts.push(speak.text("walk_in_short"));
    else if (entry.of > 1 && !entry.name) facts.push(speak.text("guest_of", { number: entry.number, of: entry.of }));
    if (entry.persons > 1) facts.push(speak.text("persons_here", { here: entry.here, persons: entry.persons }));
    if (entry.status === "cancelled" && !entry.here) facts.push(speak.text("called_off"));
    row.facts.textContent = facts.filter(Boolean).join(" · ");
    const isHere = entry.here > 0;
    row.tick.textContent = speak.text(isHere ? "is_here" : "tick");
    row.tick.setAttribute("aria-pressed", String(isHere));
    row.tick.setAttribute("aria-label", speak.text(isHere ? "untick_label" : "tick_label", { who: `${row.who.textContent}, ${row.facts.textContent}` }));
    row.tick.disabled = entry.isFixed || !this.door.isOpen;
    row.steps.replaceChildren(...(entry.persons > 1 && isHere && !entry.isFixed ? this.steps(row, entry) : []));
  }

  /** Fewer or more of the persons of one entry. */
  steps(row, entry) {
    const { speak } = this.door;
    const button = (sign, change, name) =>
      element("button", {
        type: "button", class: "step", "aria-label": speak.text(name),
        disabled: entry.here + change > entry.persons, onclick: () => this.door.setPersons(row.entry, entry.here + change),
      }, sign);
    return [button("−", -1, "one_fewer"), button("+", 1, "one_more")];
  }
}

function isDark() {
  return window.matchMedia("(prefers-color-scheme: dark)").matches;
}
