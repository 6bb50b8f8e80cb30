// Motion as a function of time: scenes say how far something has come, so that pausing and going back need no memory.

/** Whether the viewer asked for less motion; then everything stands where it would come to rest. */
export const isStill = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** How far a move that begins at `start` and takes `length` seconds has come at `time`: 0 to 1, slowing at its end. */
export function come(time, start, length) {
  if (isStill()) return time >= start ? 1 : 0;
  const share = Math.min(1, Math.max(0, (time - start) / length));
  return 1 - (1 - share) ** 3;
}

/** The same, beginning as gently as it ends. */
export function glide(time, start, length) {
  if (isStill()) return time >= start ? 1 : 0;
  const share = Math.min(1, Math.max(0, (time - start) / length));
  return share * share * (3 - 2 * share);
}

/** Let an element come in from a little below. */
export function reveal(made, share) {
  setStyle(made, "opacity", share.toFixed(3));
  setStyle(made, "translate", share === 1 ? "none" : `0 ${((1 - share) * 1.2).toFixed(3)}rem`);
}

/** Set a style only where it differs: a page that stands still costs nothing. */
export function setStyle(made, name, value) {
  const key = `kept_${name}`;
  if (made[key] === value) return;
  made[key] = value;
  made.style.setProperty(name, value);
}

/** Write a text only where it differs. */
export function write(made, text) {
  if (made.kept_text === text) return;
  made.kept_text = text;
  made.textContent = text;
}
