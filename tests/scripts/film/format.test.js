import assert from "node:assert/strict";
import { test } from "node:test";

import { speaker } from "#film/format.js";

const words = { ties: "{n} Verbindung || {n} Verbindungen", name: "{who} am {day}" };

test("one and many have their own forms, and numbers are written as the language does", () => {
  const german = speaker({ language: "de", words });
  assert.equal(german.text("ties", { n: 1 }), "1 Verbindung");
  assert.equal(german.text("ties", { n: 0 }), "0 Verbindungen");
  assert.equal(german.text("ties", { n: 12_345 }), "12.345 Verbindungen");
  assert.equal(speaker({ language: "en", words }).number(12_345), "12,345");
});

test("days are days wherever the reader is", () => {
  assert.equal(speaker({ language: "de", words }).day(19_723), "01.01.2024");
  assert.equal(speaker({ language: "en", words }).day(19_723), "1 Jan 2024");
  assert.equal(speaker({ language: "de", words }).day(null), "–");
});

test("what stands in a place is data, also where it looks like a place", () => {
  assert.equal(speaker({ language: "de", words }).text("name", { who: "{day}", day: "heute" }), "{day} am heute");
});
