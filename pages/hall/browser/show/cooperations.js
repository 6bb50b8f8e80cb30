// A few cooperations, one after another, and how each came about: a line through its steps.

import { element } from "#film/elements.js";
import { come, glide, reveal, setStyle } from "./timing.js";

export function cooperationsScene(data, show) {
  const stories = data.cooperations.map((cooperation, place) => story(cooperation, place, data.cooperations.length, show));
  const made = element("div", { class: "stories" }, ...stories.map((each) => each.element));
  return {
    element: made,
    draw(time, length) {
      const each = length / stories.length;
      const shown = Math.min(stories.length - 1, Math.floor(time / each));
      stories.forEach((one, place) => one.draw(time - place * each, each, place === shown));
    },
  };
}

function story(cooperation, place, count, show) {
  const steps = placedSteps(cooperation.steps);
  const done = element("div", { class: "story-done" });
  const marks = steps.map(({ label, date, share }) => {
    const mark = element("li", { class: "story-step" }, element("strong", {}, label), element("span", {}, date));
    mark.style.setProperty("--share", share);
    return mark;
  });
  const parts = [
    element("p", { class: "story-kind" }, `${cooperation.kind} · ${show.text("story_place", { place: place + 1, count })}`),
    element("h2", {}, cooperation.title),
    element("p", { class: "story-members" }, cooperation.members),
    element("p", { class: "story-origin" }, cooperation.origin),
  ];
  const made = element(
    "article",
    { class: "story" },
    ...parts,
    element("div", { class: "story-way" }, element("div", { class: "story-line" }), done, element("ol", {}, ...marks)),
  );
  return {
    element: made,
    draw(time, length, isShown) {
      setStyle(made, "visibility", isShown ? "visible" : "hidden");
      if (!isShown) return;
      const leaves = place < count - 1 ? 1 - come(time, length - 0.5, 0.5) : 1;
      setStyle(made, "opacity", leaves.toFixed(3));
      parts.forEach((part, number) => reveal(part, come(time, 0.3 + number * 0.3, 0.7)));
      const way = glide(time, 1.4, Math.min(3.5, length * 0.5));
      setStyle(done, "scale", `${way.toFixed(4)} 1`);
      marks.forEach((mark, number) => reveal(mark, come(way, steps[number].share * 0.88, 0.12)));
    },
  };
}

/** The steps along the line, 0 to 1, as far apart as their days, yet never closer than their words need. */
function placedSteps(steps) {
  if (steps.length < 2) return steps.map((step) => ({ ...step, share: 0 }));
  const [first, last] = [steps[0].day, steps.at(-1).day];
  const gap = 0.19;
  const room = 1 - gap * (steps.length - 1);
  return steps.map((step, place) => ({ ...step, share: gap * place + room * ((step.day - first) / (last - first || 1)) }));
}
