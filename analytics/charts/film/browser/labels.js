// Labels that never lie on each other: each wish gets the first free place beside its symbol, or none.

export const LABEL_FONT = '"Source Sans", "Source Sans Pro", system-ui, sans-serif';
const LONGEST = 28;
const LONGEST_ON_A_PHONE = 20;
export const PHONE = 560;
const GAP = 3;
const SMALL = 5;

/**
 * @typedef {{left: number, top: number, width: number, height: number}} Box
 * @typedef {Box & {text: string, size: number, weight: number, key: unknown, ink?: string}} Label
 */

export class LabelBoard {
  constructor(context) {
    this.context = context;
    this.widths = new Map();
    /** @type {Label[]} */
    this.placed = [];
    this.taken = [];
    this.longest = LONGEST;
  }

  /** Begin anew, with the symbols that labels should not hide, and the boxes already `taken`. */
  clear(width, height, symbols, taken) {
    this.longest = width < PHONE ? LONGEST_ON_A_PHONE : LONGEST;
    this.taken = taken;
    this.width = width;
    this.height = height;
    this.symbols = symbols;
    this.placed = [];
  }

  /**
   * Place `text` beside the symbol at (x, y), or around one of `centres`. It may hide as much of other symbols as
   * `tolerance` allows (1 is one as large as its own), with `must` any; another label never. Gives the label, or null.
   */
  place(text, { x, y, radius, centres, size = 12, weight = 500, must = false, tolerance = 0, key }) {
    const shown = text.length > this.longest && !must ? `${text.slice(0, this.longest - 1).trimEnd()}…` : text;
    const width = this.widthOf(shown, size, weight);
    const height = size + 4;
    const spots = centres
      ? centres.map(([right, down]) => [right - width / 2, down - height / 2])
      : spotsBeside(x, y, radius, width, height);
    /** @type {{left: number, top: number, width: number, height: number, hidden: number} | null} */
    let best = null;
    for (const [left, top] of spots) {
      const box = { left, top, width, height };
      if (!this.isInside(box) || this.isOccupied(box)) continue;
      const hidden = this.hiddenBy(box, key, Math.max(radius ?? 0, SMALL));
      if (!best || hidden < best.hidden) best = { ...box, hidden };
      if (!hidden) break;
    }
    if (!best || (best.hidden > tolerance && !must)) return null;
    /** @type {Label} */
    const label = { ...best, text: shown, size, weight, key };
    this.placed.push(label);
    return label;
  }

  isOccupied(box) {
    return [...this.placed, ...this.taken].some((other) => overlap(box, other, GAP));
  }

  hiddenBy(box, key, own) {
    let hidden = 0;
    for (const symbol of this.symbols) {
      if (symbol.key !== key) hidden += (symbol.radius / own) ** 2 * symbol.strength * coveredShare(box, symbol);
    }
    return hidden;
  }

  isInside(box) {
    return box.left >= 2 && box.top >= 2 && box.left + box.width <= this.width - 2 && box.top + box.height <= this.height - 2;
  }

  widthOf(text, size, weight) {
    const name = `${weight} ${size} ${text}`;
    if (!this.widths.has(name)) {
      this.context.font = `${weight} ${size}px ${LABEL_FONT}`;
      this.widths.set(name, this.context.measureText(text).width);
    }
    return this.widths.get(name);
  }

  /** Write a placed label in `ink`, with a halo of `ground`. */
  write(label, ink, ground) {
    const { context } = this;
    context.font = `${label.weight} ${label.size}px ${LABEL_FONT}`;
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = ground;
    context.fillStyle = ink;
    const middle = label.top + label.height / 2;
    context.strokeText(label.text, label.left, middle);
    context.fillText(label.text, label.left, middle);
  }
}

/** The places to try beside a symbol, as left and top: right, left, above, below, and two between. */
function spotsBeside(x, y, radius, width, height) {
  const away = radius + 3;
  return [
    [x + away, y - height / 2],
    [x - away - width, y - height / 2],
    [x - width / 2, y - away - height],
    [x - width / 2, y + away],
    [x + away * 0.7, y - away * 0.7 - height],
    [x + away * 0.7, y + away * 0.7],
  ];
}

export function overlap(one, other, gap) {
  return (
    one.left < other.left + other.width + gap &&
    other.left < one.left + one.width + gap &&
    one.top < other.top + other.height + gap &&
    other.top < one.top + one.height + gap
  );
}

/** About how much of a symbol lies under a box, 0 to 1. */
function coveredShare(box, symbol) {
  const right = Math.max(box.left - symbol.x, 0, symbol.x - (box.left + box.width));
  const down = Math.max(box.top - symbol.y, 0, symbol.y - (box.top + box.height));
  if (right >= symbol.radius || down >= symbol.radius) return 0;
  return Math.max(0, 1 - Math.hypot(right, down) / symbol.radius);
}
