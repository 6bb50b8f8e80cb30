import assert from "node:assert/strict";
import { test } from "node:test";

import { readFilm } from "#film/model.js";
import { countMoment, emptyMoment, fillComparison, fillMoment } from "#film/moment.js";
import { shortestWay } from "#film/ways.js";
import { QUARTER_1, QUARTER_3, smallFilm } from "./small_film.js";

function at(time, isCumulative = false) {
  const model = readFilm(smallFilm());
  const moment = emptyMoment(model);
  fillMoment(moment, model, time, isCumulative);
  return { model, moment };
}

test("where a step ends, all is there fully or not at all, as on its last day", () => {
  assert.deepEqual([...at(0).moment.tie.active], [1, 0]);
  assert.deepEqual([...at(1).moment.tie.active], [1, 1], "the last day of a tie still counts");
  assert.deepEqual([...at(2).moment.tie.active], [1, 0]);
  assert.deepEqual([...at(2).moment.tie.past], [0, 1]);
  assert.deepEqual([...at(2, true).moment.tie.active], [1, 1]);
});

test("between two steps the new appears and the ended fades, never beyond 0 and 1", () => {
  for (let time = -1; time <= 2; time += 0.05) {
    const { active, past, fresh } = at(time).moment.tie;
    for (const strength of [...active, ...past, ...fresh]) assert.ok(strength >= 0 && strength <= 1);
  }
  assert.ok(at(0.1).moment.tie.active[1] > 0 && at(0.1).moment.tie.active[1] < 1);
});

test("a step's counts are those of its last day", () => {
  const { model, moment } = at(1);
  assert.deepEqual(countMoment(moment, model, new Set()), { organisations: 3, ties: 2, fresh: 1, ended: 0 });
  assert.deepEqual(countMoment(moment, model, new Set([1])), { organisations: 1, ties: 0, fresh: 0, ended: 0 });
});

test("a comparison shows what only one of its days has", () => {
  const film = smallFilm();
  film.comparison = { before: QUARTER_1 + 1, after: QUARTER_3, before_label: "", after_label: "" };
  film.steps = [];
  const model = readFilm(film);
  const [earlier, moment] = [emptyMoment(model), emptyMoment(model)];
  fillComparison(moment, earlier, model);
  assert.deepEqual([...moment.tie.past], [0, 1]);
  assert.deepEqual([...moment.tie.fresh], [0, 0]);
});

test("a way goes over ties that are there", () => {
  const during = at(1);
  assert.deepEqual(shortestWay(during.model, during.moment, 1, 2), [1, 0, 2]);
  const after = at(2);
  assert.equal(shortestWay(after.model, after.moment, 1, 2), null);
  assert.deepEqual(shortestWay(after.model, after.moment, 3, 3), [3]);
});
