// Mouse, pen and fingers on the picture. On a touch screen one finger scrolls the page until the picture is tapped.

const CLICK_REACH = 5;

export class Pointer {
  constructor(stage, canvas) {
    this.stage = stage;
    this.canvas = canvas;
    this.down = new Map();
    this.moved = 0;
    this.hold = null;
    this.isActivated = false;
    canvas.addEventListener("pointerdown", (event) => this.press(event));
    canvas.addEventListener("pointermove", (event) => this.move(event));
    canvas.addEventListener("pointerup", (event) => this.lift(event));
    canvas.addEventListener("pointercancel", (event) => this.forget(event));
    canvas.addEventListener("pointerleave", () => this.stage.choice.hover(null));
    canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.outside = (event) => {
      if (!event.composedPath().includes(canvas)) this.activate(false);
    };
    document.addEventListener("pointerdown", this.outside, true);
    this.activate(false);
  }

  destroy() {
    document.removeEventListener("pointerdown", this.outside, true);
  }

  activate(isActivated) {
    this.isActivated = isActivated;
    this.canvas.style.touchAction = isActivated ? "none" : "pan-y";
    this.stage.root.classList.toggle("film-activated", isActivated);
  }

  at(event) {
    const frame = this.canvas.getBoundingClientRect();
    return [event.clientX - frame.left, event.clientY - frame.top];
  }

  press(event) {
    this.down.set(event.pointerId, this.at(event));
    this.moved = 0;
    this.hold = this.held();
  }

  move(event) {
    const [x, y] = this.at(event);
    const before = this.down.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== "touch") this.stage.choice.hover(this.stage.choice.symbolAt(x, y, 9));
      return;
    }
    this.down.set(event.pointerId, [x, y]);
    this.moved += Math.hypot(x - before[0], y - before[1]);
    if (this.down.size === 2) this.pinch();
    else if (this.moved > CLICK_REACH && (event.pointerType !== "touch" || this.isActivated)) {
      if (!this.canvas.hasPointerCapture(event.pointerId)) this.canvas.setPointerCapture(event.pointerId);
      this.stage.pan(x - before[0], y - before[1]);
    }
  }

  /** How two fingers lie: the middle between them, and how far apart they are; null of one or none. */
  held() {
    if (this.down.size !== 2) return null;
    const [[x1, y1], [x2, y2]] = [...this.down.values()];
    return { x: (x1 + x2) / 2, y: (y1 + y2) / 2, spread: Math.hypot(x2 - x1, y2 - y1) || 1 };
  }

  /** What lies under two fingers goes with them. */
  pinch() {
    const [before, now] = [this.hold, this.held()];
    this.hold = now;
    if (!before || !now) return;
    this.stage.pan(now.x - before.x, now.y - before.y);
    this.stage.zoom(now.spread / before.spread, now.x, now.y);
  }

  lift(event) {
    const isClick = this.down.size === 1 && this.moved <= CLICK_REACH;
    this.forget(event);
    if (!isClick) return;
    const isTouch = event.pointerType === "touch";
    if (isTouch) this.activate(true);
    const [x, y] = this.at(event);
    this.stage.choice.choose(this.stage.choice.symbolAt(x, y, isTouch ? 20 : 9), x, y);
  }

  forget(event) {
    this.down.delete(event.pointerId);
    this.hold = this.held();
  }

  wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.stage.zoom(Math.exp(-event.deltaY * 0.0022), ...this.at(event));
  }
}
