// The search by name: what is found appears while somebody types, and is chosen with a tap or with the keyboard.

import { element } from "#film/elements.js";

const PAUSE_IN_TYPING = 200;
const LEAST_LETTERS = 2;

/** `ask` gives the JSON at an address, null without a connection; `choose` is told what was chosen. */
export function searchFor({ speak, language, whom, ask, choose }) {
  const found = element("ul", { class: "found" });
  const said = element("p", { class: "found-said", role: "status" });
  const input = element("input", {
    type: "search",
    id: "organisation",
    autocomplete: "off",
    autocapitalize: "words",
    spellcheck: "false",
    enterkeyhint: "search",
    maxlength: "80",
    "aria-describedby": "organisation-hint",
  });
  /** @type {number | undefined} */
  let waiting;
  let asked = 0;
  const look = async () => {
    const number = (asked += 1);
    const typed = input.value.trim();
    const answer = typed.length < LEAST_LETTERS ? [] : await ask(`find/names.json?${new URLSearchParams({ q: typed, lang: language })}`);
    if (number !== asked) return;
    tellFound(found, said, typed, answer, { speak, whom, choose });
  };
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE_IN_TYPING);
  });
  const made = element(
    "form",
    { class: "search", role: "search" },
    element("label", { for: "organisation" }, speak.text("search")),
    input,
    element("p", { class: "search-hint", id: "organisation-hint" }, speak.text("hint")),
    said,
    found,
  );
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    look();
  });
  made.addEventListener("keydown", (event) => walk(event, [input, ...found.querySelectorAll("button")]));
  return made;
}

function tellFound(found, said, typed, answer, { speak, whom, choose }) {
  found.replaceChildren();
  if (answer === null) said.textContent = speak.text("offline");
  else if (typed.length < LEAST_LETTERS) said.textContent = "";
  else if (!answer.length) said.textContent = `${speak.text("nothing")} ${speak.text("ask", { whom })}`;
  else said.textContent = speak.text("results", { n: answer.length });
  for (const { id, name, kind, district } of answer ?? []) {
    const about = [kind, district].filter(Boolean).join(" · ");
    const button = element("button", { type: "button", onclick: () => choose(id) }, element("strong", {}, name), element("span", {}, about));
    found.append(element("li", {}, button));
  }
}

/** The arrows up and down lead from the field into what was found, and back. */
function walk(event, stops) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const place = stops.indexOf(document.activeElement);
  if (place < 0 || !stops[place + step]) return;
  event.preventDefault();
  stops[place + step].focus();
}
