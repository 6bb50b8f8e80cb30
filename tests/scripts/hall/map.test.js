import assert from "node:assert/strict";
import { test } from "node:test";

import { shadeOf } from "#hall/show/map.js";

const look = { sequential: ["a", "b", "c", "d", "e"] };

test("a class has the shade of its place among all up to the highest", () => {
  assert.deepEqual([1, 2, 3, 4].map((place) => shadeOf(look, place, 4)), ["b", "c", "d", "e"]);
  assert.equal(shadeOf(look, 1, 1), "d");
});

test("between two shades lies a mixture", () => {
  assert.equal(shadeOf(look, 2, 3), "color-mix(in srgb, d 50%, c)");
  assert.equal(new Set([1, 2, 3, 4, 5, 6, 7].map((place) => shadeOf(look, place, 7))).size, 7);
});
