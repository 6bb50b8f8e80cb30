import assert from "node:assert/strict";
import { test } from "node:test";

import { namesIn } from "#hall/door/names.js";

test("names by key, whatever parts the columns and however cells are quoted", () => {
  const wanted = new Map([["p1", "Ada Zweifel"], ["p2", 'Bo "B" Anders; jun.']]);
  assert.deepEqual(namesIn("\ufeffPersonen-Schlüssel;Name\r\np1;Ada Zweifel\r\np2;\"Bo \"\"B\"\" Anders; jun.\"\r\n"), wanted);
  assert.deepEqual(namesIn("person_id\tVorname\tNachname\np1\tAda\tZweifel\n"), new Map([["p1", "Ada Zweifel"]]));
});

test("rows without a key or a name are left out, and a list without such columns is none", () => {
  assert.deepEqual(namesIn("person_id,name\np1,\n,Ada\np3,Cem\n"), new Map([["p3", "Cem"]]));
  assert.equal(namesIn("firma,ort\nKessel,Hamm\n"), null);
  assert.equal(namesIn(""), null);
});
