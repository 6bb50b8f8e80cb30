import assert from "node:assert/strict";
import { test } from "node:test";

import { addressFor, choiceOf } from "#hall/show/address.js";

test("an address chooses event, scenes, language and pace", () => {
  assert.deepEqual(choiceOf("?event=V1&scenes=map,network&seconds=30&lang=en"), {
    event: "V1", language: "en", scenes: ["map", "network"], phones: null, seconds: 30,
  });
});

test("what makes no sense is as if it were not there", () => {
  const { language, scenes, phones, seconds } = choiceOf("?lang=fr&scenes=,&phones=javascript:alert(1)&seconds=x");
  assert.deepEqual([language, scenes, phones, seconds], [null, null, null, 20]);
  assert.equal(choiceOf("?seconds=1").seconds, 5);
  assert.equal(choiceOf("?seconds=99999").seconds, 600);
});

test("text in an address is escaped", () => {
  assert.equal(addressFor("show.json", { event: "V&1=2", language: "de" }), "show.json?event=V%261%3D2&lang=de");
});
