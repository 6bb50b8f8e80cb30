import assert from "node:assert/strict";
import { test } from "node:test";

import { Guests } from "#hall/door/guests.js";

function guestsWith(changes) {
  const guests = new Guests();
  guests.list = [
    { guest: "g1", organisation_id: "o1", organisation: "Kessel", persons: 2, status: "registered" },
    { guest: "g2", organisation_id: "o1", organisation: "Kessel", persons: 1, status: "attended" },
  ];
  guests.organisations = [{ organisation_id: "o1", organisation: "Kessel", kind: "company" }];
  return Object.assign(guests, changes);
}

const here = (guests) => guests.entries.map((entry) => entry.here);

test("who was there before the evening is there, until the door says something else", () => {
  assert.deepEqual(here(guestsWith({})), [0, 1]);
  assert.deepEqual(here(guestsWith({ arrivals: { g2: {} } })), [0, 0]);
});

test("what waits on this device counts already, also when it is taken back", () => {
  const arrived = { op: "x", kind: "arrived", guest: "g1", persons: 2 };
  assert.deepEqual(here(guestsWith({ waiting: [arrived] })), [2, 1]);
  assert.deepEqual(here(guestsWith({ waiting: [arrived, { op: "y", kind: "withdrawn", of: ["x"] }] })), [0, 1]);
});

test("a guest ticked off on two devices came once", () => {
  const guests = guestsWith({ arrivals: { g1: { a: 2 } }, waiting: [{ op: "b", kind: "arrived", guest: "g1", persons: 1 }] });
  assert.deepEqual(here(guests), [2, 1]);
});

test("who came without registration stands below the list, once, also when the server knows him by now", () => {
  const walkIn = { op: "w", kind: "walk_in", organisation_id: "o1" };
  const waiting = guestsWith({ waiting: [walkIn] });
  assert.deepEqual(waiting.entries.map(({ guest }) => guest), ["g1", "g2", "door-w"]);
  const known = guestsWith({ waiting: [walkIn], walkIns: [{ guest: "door-w", organisation_id: "o1", organisation: "Kessel" }] });
  assert.equal(known.entries.length, 3);
  assert.deepEqual(known.entries.map(({ number, of }) => [number, of]), [[1, 3], [2, 3], [3, 3]]);
});
