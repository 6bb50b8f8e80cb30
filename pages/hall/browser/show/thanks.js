// Thanks, by name as far as those named agreed.

import { element } from "#film/elements.js";
import { come, reveal } from "./timing.js";

const FEW_NAMES = 8;

export function thanksScene(data) {
  const groups = data.groups.map((group) =>
    element(
      "section",
      { class: "thanks-group" },
      element("h2", {}, group.label),
      element("ul", {}, ...group.names.map((name) => element("li", {}, name)), group.more ? element("li", {}, group.more) : null),
    ),
  );
  const line = element("p", { class: "thanks-line" }, data.line);
  const count = data.groups.reduce((sum, { names }) => sum + names.length, 0);
  const made = element("div", { class: count > FEW_NAMES ? "thanks" : "thanks thanks-few" }, element("div", { class: "thanks-groups" }, ...groups), line);
  return {
    element: made,
    draw(time) {
      groups.forEach((group, place) => reveal(group, come(time, 0.6 + place * 0.5, 1)));
      reveal(line, come(time, 1.2 + groups.length * 0.5, 1.4));
    },
  };
}
