import assert from "node:assert/strict";
import { test } from "node:test";

import { fit, plain } from "#hall/door/search.js";

const fits = (query, text) => fit(plain(query), plain(text));

test("case, accents and either spelling of an umlaut are one", () => {
  assert.equal(plain("Müller & Söhne GmbH"), "mueller soehne gmbh");
  assert.equal(plain("Müller"), plain("MU\u0308LLER"));
  assert.equal(plain("Café Zoë"), "cafe zoe");
});

test("a beginning fits better than a middle, that better than a slip, and all better than nothing", () => {
  const [beginning, middle, slip, none] = ["kess", "optik g", "kesel", "lohmann"].map((query) => fits(query, "Kessel Optik"));
  assert.equal(beginning, 3);
  assert.ok(beginning > slip && slip > 0);
  assert.equal(middle, 0, "every word of the query must fit");
  assert.equal(none, 0);
});

test("neighbouring letters swapped are one slip, short words allow none", () => {
  assert.ok(fits("kesesl", "Kessel") > 0);
  assert.equal(fits("kse", "Kes"), 0);
});
