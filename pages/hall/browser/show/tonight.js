// Who is in the room: a symbol a person, an empty seat for each who is still expected.

import { element, symbolIcon } from "#film/elements.js";
import { traceSymbol } from "#film/shapes.js";
import { Sheet, unit } from "./canvas.js";
import { glide, isStill, write } from "./timing.js";

const ARRIVES = 1.6;

/** The persons in the order in which they came, as kinds (null for those that are told of together). */
class Room {
  constructor() {
    this.people = [];
    this.since = [];
  }

  /** Let come and go who came and went since `news` was told last; what comes, comes at `now`. */
  take(kinds, now) {
    const wanted = new Map(kinds.map(({ kind, persons }) => [kind, persons]));
    const there = new Map();
    for (const kind of this.people) there.set(kind, (there.get(kind) ?? 0) + 1);
    for (let seat = this.people.length - 1; seat >= 0; seat -= 1) {
      const kind = this.people[seat];
      if (there.get(kind) <= (wanted.get(kind) ?? 0)) continue;
      there.set(kind, there.get(kind) - 1);
      this.people.splice(seat, 1);
      this.since.splice(seat, 1);
    }
    for (const [kind, persons] of wanted) {
      for (let more = there.get(kind) ?? 0; more < persons; more += 1) {
        this.people.push(kind);
        this.since.push(now);
      }
    }
  }
}

/**
 * @typedef {{present: number | null, organisations: number | null, expected: number | null, is_rehearsal: boolean,
 *   is_closed: boolean, kinds: {kind: string, persons: number}[]}} Tonight What the door counts.
 */

export function tonightScene(data, show) {
  const sheet = new Sheet(data.title);
  const number = element("p", { class: "tonight-number" });
  const expected = element("p", { class: "tonight-expected" });
  const organisations = element("p", { class: "tonight-organisations" });
  const note = element("p", { class: "tonight-note" });
  const legend = element("ul", { class: "legend tonight-legend" });
  const made = element(
    "div",
    { class: "tonight" },
    element("div", { class: "tonight-side" }, number, expected, organisations, note, legend),
    element("div", { class: "tonight-picture" }, sheet.canvas),
  );
  const room = new Room();
  /** @type {Tonight | null} */
  let told = null;
  let clock = 0;
  return {
    element: made,
    draw(time, length, passed) {
      clock += passed;
      if (told !== show.tonight) {
        room.take(show.tonight.kinds, told ? clock : clock - ARRIVES);
        const now = show.tonight;
        told = now;
        fillSide(now, { number, expected, organisations, note, legend }, show);
        show.scene?.title && write(show.scene.title, tonightTitle(now, data, show));
      }
      if (told) drawRoom(sheet, room, told, clock, glide(time, 0.3, 1.4), show);
    },
    destroy: () => sheet.release(),
  };
}

function tonightTitle({ present, expected, is_closed: isClosed }, data, show) {
  if (!present) return expected ? show.text("tonight_expected", { n: expected }) : data.title;
  if (isClosed) return show.text("tonight_came", { n: present });
  if (!expected) return show.text("tonight_present", { n: present });
  if (present > expected) return show.text("tonight_more", { n: present, expected });
  const share = new Intl.NumberFormat(show.speak.locale, { style: "percent" }).format(present / expected);
  return show.text("tonight_share", { share });
}

function fillSide({ present, organisations, expected, kinds, is_rehearsal: isRehearsal }, parts, show) {
  write(parts.number, show.speak.number(present || expected || 0));
  write(parts.expected, show.text(!expected ? "tonight_here" : present ? "tonight_of" : "tonight_awaited", { expected }));
  write(parts.organisations, present && organisations ? show.text("tonight_organisations", { n: organisations }) : "");
  write(parts.note, isRehearsal ? show.text("tonight_rehearsal") : "");
  parts.legend.replaceChildren(
    ...kinds
      .filter(({ persons }) => persons)
      .map(({ kind, persons }) => {
        const { label, symbol, dark } = lookOf(kind, show);
        return element("li", {}, symbolIcon(symbol, dark), element("span", {}, label), element("strong", {}, show.speak.number(persons)));
      }),
  );
}

/** How a kind looks; those told of together are neutral. */
const lookOf = (kind, show) =>
  show.data.kinds[kind] ?? { label: show.text("tonight_others"), symbol: "circle", dark: show.data.look.neutral };

function drawRoom(sheet, room, { expected }, clock, share, show) {
  sheet.fit();
  const { context, width, height, ratio } = sheet;
  if (!height) return;
  const seats = Math.max(expected ?? 0, room.people.length, 12);
  const columns = Math.max(1, Math.ceil(Math.sqrt((seats * width) / height)));
  const rows = Math.ceil(seats / columns);
  const step = Math.min(width / columns, height / rows);
  const radius = Math.min(step * 0.3, unit() * 1.9);
  const [left, top] = [(width - step * columns) / 2 + step / 2, (height - step * rows) / 2 + step / 2];
  /** @returns {[number, number]} */
  const place = (seat) => [left + (seat % columns) * step, top + Math.floor(seat / columns) * step];
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  drawSeats(context, place, Math.min(seats, expected ?? 0), room.people.length, radius, show);
  const shown = room.people.length * share;
  room.people.forEach((kind, seat) => {
    const here = Math.min(1, Math.max(0, shown - seat)) * (isStill() ? 1 : Math.min(1, (clock - room.since[seat]) / 0.7));
    if (here > 0) drawPerson(context, place(seat), radius, lookOf(kind, show), here, (clock - room.since[seat]) / ARRIVES, show);
  });
}

function drawSeats(context, place, expected, present, radius, show) {
  context.strokeStyle = show.data.look.axis;
  context.lineWidth = Math.max(1, radius * 0.07);
  context.globalAlpha = 0.55;
  const path = new Path2D();
  for (let seat = present; seat < expected; seat += 1) {
    const [x, y] = place(seat);
    path.moveTo(x + radius * 0.5, y);
    path.arc(x, y, radius * 0.5, 0, 2 * Math.PI);
  }
  context.stroke(path);
  context.globalAlpha = 1;
}

/** A person; around who just came a ring widens once and is gone. */
function drawPerson(context, [x, y], radius, { symbol, dark }, here, age, show) {
  const path = new Path2D();
  const grown = 1 - (1 - here) ** 3;
  traceSymbol(path, symbol, x, y, radius * (0.3 + 0.7 * grown));
  context.globalAlpha = here;
  context.fillStyle = dark;
  context.strokeStyle = dark;
  context.lineWidth = radius * 0.25;
  if (symbol === "circle-open") context.stroke(path);
  else context.fill(path);
  if (age < 1 && !isStill()) {
    context.globalAlpha = (1 - age) * 0.9;
    context.strokeStyle = show.data.look.text;
    context.lineWidth = radius * 0.12;
    context.beginPath();
    context.arc(x, y, radius * (1.1 + 1.4 * age), 0, 2 * Math.PI);
    context.stroke();
  }
  context.globalAlpha = 1;
}
