// The figures, counting up.

import { element } from "#film/elements.js";
import { come, reveal, setStyle, write } from "./timing.js";

const COUNTS = 1.9;
const FEW_FIGURES = 4;
const APART = 0.22;

export function figuresScene(data, show) {
  const cards = data.figures.map((figure) => figureCard(figure, show));
  const made = element("div", { class: data.figures.length > FEW_FIGURES ? "figures" : "figures figures-few" }, ...cards.map((card) => card.element));
  return {
    element: made,
    under: show.text("period", { period: data.period }),
    draw(time) {
      cards.forEach((card, place) => card.draw(time, 0.5 + place * APART));
    },
  };
}

function figureCard(figure, show) {
  const value = element("p", { class: "figure-value" });
  const change = element("p", { class: `figure-change figure-way-${figure.way + 1}` });
  const made = element("section", { class: "figure" }, element("h2", {}, figure.label), value, change);
  const format = new Intl.NumberFormat(show.speak.locale, {
    minimumFractionDigits: figure.digits,
    maximumFractionDigits: figure.digits,
  });
  const written = (number) => `${figure.before}${format.format(number).replace("-", "−")}${figure.after}`;
  const arrow = { 1: "▲ ", 0: "", [-1]: "▼ " }[figure.way];
  const isKnown = figure.value !== null;
  write(change, isKnown && figure.change ? `${arrow}${figure.change}` : isKnown ? "" : show.text("undefined"));
  return {
    element: made,
    draw(time, start) {
      reveal(made, come(time, start, 0.8));
      write(value, isKnown ? written(figure.value * come(time, start, COUNTS)) : "–");
      setStyle(change, "opacity", come(time, start + COUNTS * 0.7, 0.6).toFixed(3));
    },
  };
}
