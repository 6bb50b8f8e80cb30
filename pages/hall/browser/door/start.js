// The door: its parts put together, and what happens when somebody touches them.

import { dataIn, element } from "#film/elements.js";
import { speaker } from "#film/format.js";
import { Guests } from "./guests.js";
import { dropNames, keepNames, keptNames, namesIn } from "./names.js";
import { Queue, newOperation } from "./queue.js";
import { FILTERS, Rows } from "./rows.js";
import { Server } from "./server.js";
import { Status } from "./status.js";
import { WalkInDialog } from "./walk_in.js";

class Door {
  constructor(data) {
    this.data = data;
    this.speak = speaker(data);
    this.guests = new Guests();
    this.guests.names = keptNames(data.event);
    this.queue = new Queue(data.event);
    this.snapshot = { shown: null, newest: undefined };
    this.isOpen = true;
    this.isRehearsal = false;
    this.filter = "all";
    this.status = new Status(this);
    this.rows = new Rows(this);
    this.dialog = new WalkInDialog(this);
    this.server = new Server(data, this.queue, {
      state: (state) => this.takeState(state),
      list: (list) => this.takeList(list),
      refused: (operation, reason) => this.status.say(this.refusal(operation, reason), null, true),
      turned: () => this.show(),
      snapshot: this.snapshot,
    });
    this.build();
    this.show();
    this.server.hurry();
  }

  build() {
    const { speak, data } = this;
    this.search = element("input", {
      type: "search", class: "search", placeholder: speak.text("search"), "aria-label": speak.text("search"), autocomplete: "off",
      enterkeyhint: "search", oninput: () => this.show(), onkeydown: (event) => this.onKey(event),
    });
    /** @type {HTMLElement[]} */
    this.chips = FILTERS.map((filter) => element("button", { type: "button", class: "chip", onclick: () => this.choose(filter) }, speak.text(`filter_${filter}`)));
    this.names = element("details", { class: "names" });
    document.body.append(
      element("header", {},
        element("div", { class: "head" }, element("h1", {}, data.title), element("p", { class: "muted" }, `${data.day} · ${speak.text("title")}`), languageLink(data, speak)),
        this.status.count, this.status.safe, this.status.notice, this.search,
        element("div", { class: "chips", role: "group", "aria-label": speak.text("filter") }, ...this.chips)),
      element("main", {}, this.rows.element, this.rows.empty, this.names),
      element("footer", {}, element("button", { type: "button", class: "main", onclick: () => this.dialog.open(this.search.value) }, speak.text("walk_in"))),
      this.status.snack, this.dialog.element,
    );
    this.buildNames();
    document.addEventListener("keydown", (event) => {
      const isTyping = event.target instanceof HTMLInputElement;
      if (event.key === "/" && !isTyping) { event.preventDefault(); this.search.focus(); }
    });
  }

  buildNames() {
    const { speak, data, guests } = this;
    const file = element("input", { type: "file", accept: ".csv,.txt,.tsv,text/csv", id: "names-file", onchange: () => this.readNames(file) });
    const forget = element("button", { type: "button", onclick: () => { dropNames(data.event); guests.names = new Map(); this.buildNames(); this.show(); } }, speak.text("names_forget"));
    this.names.replaceChildren(
      element("summary", {}, guests.names.size ? speak.text("names_there", { n: guests.names.size }) : speak.text("names")),
      element("p", {}, speak.text("names_how")),
      element("label", { for: "names-file" }, speak.text("names_file")), file,
      ...(guests.names.size ? [forget] : []),
    );
  }

  async readNames(file) {
    const text = await textOf(file.files[0]);
    const names = namesIn(text);
    if (!names) {
      this.status.say(this.speak.text("names_none"), null, true);
      return;
    }
    this.guests.names = names;
    keepNames(this.data.event, names);
    const known = this.guests.entries.filter(({ name }) => name).length;
    this.status.say(this.speak.text("names_read", { n: known }), null, known === 0);
    this.buildNames();
    this.show();
  }

  onKey(event) {
    if (event.key === "Escape") { this.search.value = ""; this.show(); }
    else if (event.key === "Enter" && this.search.value.trim() && this.rows.tickFirst()) { this.search.value = ""; this.show(); }
  }

  choose(filter) {
    this.filter = filter;
    this.show();
  }

  // ---- what comes from the server ----

  takeState(state) {
    this.snapshot.newest = state.snapshot;
    this.isOpen = state.is_open;
    this.isRehearsal = state.is_rehearsal;
    this.guests.arrivals = state.arrivals;
    this.guests.walkIns = state.walk_ins;
  }

  takeList({ snapshot, guests, organisations }) {
    this.snapshot.shown = snapshot;
    this.guests.list = guests;
    this.guests.organisations = organisations;
  }

  refusal(operation, reason) {
    const entry = operation && this.guests.list.find(({ guest }) => guest === operation.guest);
    const who = entry?.organisation ?? operation?.organisation;
    return who ? `${who}: ${reason}` : reason;
  }

  // ---- what somebody does ----

  toggle(entry) {
    if (entry.here) this.withdraw(entry);
    else this.arrive(entry, entry.persons);
  }

  arrive(entry, persons) {
    const op = this.did({ kind: "arrived", guest: entry.guest, persons });
    this.status.say(this.speak.text("said_here", { who: this.nameOf(entry) }), () => this.did({ kind: "withdrawn", of: [op] }));
  }

  withdraw(entry) {
    const again = entry.walk_in && entry.guest.startsWith("door-")
      ? { kind: "walk_in", ...whoOf(entry) }
      : { kind: "arrived", guest: entry.guest, persons: entry.here };
    this.did({ kind: "withdrawn", of: entry.operations });
    this.status.say(this.speak.text("said_withdrawn", { who: this.nameOf(entry) }), () => this.did(again));
  }

  setPersons(entry, persons) {
    if (entry.operations.length) this.did({ kind: "withdrawn", of: entry.operations });
    if (persons > 0) this.did({ kind: "arrived", guest: entry.guest, persons });
  }

  walkIn(who) {
    const op = this.did({ kind: "walk_in", ...who });
    const known = this.guests.organisations.find(({ organisation_id }) => organisation_id === who.organisation_id);
    const name = known?.organisation ?? who.organisation ?? this.speak.text("no_organisation");
    this.search.value = "";
    this.show();
    this.status.say(this.speak.text("said_walk_in", { who: name }), () => this.did({ kind: "withdrawn", of: [op] }));
  }

  /** Note what was done, show it, and send it; its id. */
  did(operation) {
    const op = newOperation();
    this.queue.add({ op, ...operation });
    this.show();
    this.server.hurry();
    return op;
  }

  nameOf(entry) {
    return entry.name ?? entry.organisation ?? this.speak.text("no_organisation");
  }

  show() {
    this.guests.waiting = this.queue.waiting;
    const { entries } = this.guests;
    this.rows.show(entries, this.search.value, this.filter);
    FILTERS.forEach((filter, place) => this.chips[place].setAttribute("aria-pressed", String(filter === this.filter)));
    this.status.show({
      present: entries.reduce((sum, { here }) => sum + here, 0),
      expected: this.data.expected,
      waiting: this.guests.waiting.length,
      isReached: this.server.isReached,
      isKept: this.queue.isKept,
      isOpen: this.isOpen,
      isRehearsal: this.isRehearsal,
      isLoaded: this.snapshot.shown !== null,
    });
  }
}

function whoOf({ organisation_id, organisation, kind }) {
  if (organisation_id) return { organisation_id };
  return organisation ? { organisation, organisation_kind: kind } : {};
}

function languageLink({ language, event }, speak) {
  const other = language === "de" ? "en" : "de";
  return element("a", { class: "language", href: `door?event=${encodeURIComponent(event)}&lang=${other}`, hreflang: other, lang: other }, speak.text("other_language"));
}

/** A file's text: as UTF-8 where it is, else as Windows writes it. */
async function textOf(file) {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

const data = dataIn("data");
if (data.refused) document.body.append(element("main", { class: "refused" }, element("h1", {}, document.title), element("p", {}, data.refused), ...(data.way ? [element("p", {}, element("a", { href: "evening" }, data.way))] : [])));
else Object.assign(window, { door: new Door(data) });
