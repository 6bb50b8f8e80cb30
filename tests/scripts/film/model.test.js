import assert from "node:assert/strict";
import { test } from "node:test";

import { meetingsOf } from "#film/meetings.js";
import { readFilm } from "#film/model.js";
import { QUARTER_1, QUARTER_3, smallFilm } from "./small_film.js";

test("a pair is one tie, whichever end is named first", () => {
  const { ties } = readFilm(smallFilm());
  assert.equal(ties.count, 2);
  assert.deepEqual([ties.one, ties.other], [[0, 0], [1, 2]]);
  assert.deepEqual(ties.of, [[[0, 1], [1, 2]], [[0, 0]], [[1, 0]], []]);
  assert.deepEqual([...ties.isWithin], [1, 0]);
});

test("steps end at 0, 1, 2, and what is open never ends", () => {
  const { spans } = readFilm(smallFilm()).ties;
  assert.equal(spans.begins[0], -1, "the day before the first day is where the first step begins");
  assert.equal(spans.begins[1], 0);
  assert.equal(spans.ends[1], 1);
  assert.ok(spans.ends[0] > 1e6);
});

test("organisations of one name are told apart, and one without a name is called by its id", () => {
  assert.deepEqual(readFilm(smallFilm()).nodes.label, ["A", "B", "B (2)", "d"]);
});

test("a group knows its members and lies where its outline does", () => {
  const [north] = readFilm(smallFilm()).groups;
  assert.deepEqual(north.members, [0, 1]);
  assert.deepEqual(north.centre, { x: 0.5, y: 0 });
});

test("met are those of one's own events up to the day shown", () => {
  const film = smallFilm();
  assert.deepEqual([...meetingsOf({ film }, 0, QUARTER_1).met], [3]);
  assert.deepEqual([...meetingsOf({ film }, 0, QUARTER_3).met].sort(), [1, 2, 3]);
  assert.deepEqual(meetingsOf({ film }, 0, QUARTER_3).events.map(({ title }) => title), ["Forum", "Empfang"]);
});
