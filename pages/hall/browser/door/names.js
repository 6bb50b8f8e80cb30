// Names of guests, on this device only: read from a file here, never sent, and gone the next morning.

import { plain } from "./search.js";

const NAMES = "door-names/";
const KEYS = ["personid", "personenschluessel", "personkey", "participationid", "teilnahmeid"];
const FULL = ["name", "gast", "guest", "teilnehmer", "person"];
const FIRST = ["vorname", "firstname", "givenname"];
const LAST = ["nachname", "lastname", "familyname", "surname"];

/** The rows of a text with columns parted by semicolon, comma or tab; cells may stand in quotation marks. */
function rowsOf(text) {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const mark = [";", "\t", ","].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best));
  let row = [""];
  const rows = [row];
  let isQuoted = false;
  for (let place = 0; place < text.length; place += 1) {
    const sign = text[place];
    if (isQuoted && sign === '"' && text[place + 1] === '"') {
      row[row.length - 1] += '"';
      place += 1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && sign === mark) row.push("");
    else if (!isQuoted && (sign === "\n" || sign === "\r")) {
      if (row.length > 1 || row[0]) rows.push((row = [""]));
    } else row[row.length - 1] += sign;
  }
  return rows.filter((cells) => cells.some((cell) => cell.trim()));
}

/** Names by key, from a guest list's text; null where it has no column of keys, or none of names. */
export function namesIn(text) {
  const [head, ...rows] = rowsOf(text.replace(/^\ufeff/, ""));
  const titles = (head ?? []).map((title) => plain(title).replaceAll(" ", ""));
  const place = (known) => titles.findIndex((title) => known.includes(title));
  const key = place(KEYS);
  const parts = place(FULL) >= 0 ? [place(FULL)] : [place(FIRST), place(LAST)].filter((found) => found >= 0);
  if (key < 0 || !parts.length) return null;
  const found = new Map();
  for (const row of rows) {
    const [id, name] = [row[key]?.trim(), parts.map((part) => row[part]?.trim() ?? "").join(" ").trim()];
    if (id && name) found.set(id, name);
  }
  return found;
}

export function keepNames(event, names) {
  const morning = new Date();
  morning.setDate(morning.getDate() + 1);
  morning.setHours(6, 0, 0, 0);
  try {
    localStorage.setItem(NAMES + event, JSON.stringify({ until: morning.getTime(), names: [...names] }));
  } catch {
    // They are there until the page is closed, then.
  }
}

export function dropNames(event) {
  try {
    localStorage.removeItem(NAMES + event);
  } catch {
    // Nothing was kept.
  }
}

/** The names that this device still has; those of an evening over are removed. */
export function keptNames(event) {
  try {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(NAMES))) {
      if (JSON.parse(localStorage.getItem(key) ?? "{}").until < Date.now()) localStorage.removeItem(key);
    }
    return new Map(JSON.parse(localStorage.getItem(NAMES + event) ?? "null")?.names ?? []);
  } catch {
    return new Map();
  }
}
