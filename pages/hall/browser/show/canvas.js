// Canvases as sharp as the screen, that follow its size; let go of when their scene ends.

import { element } from "#film/elements.js";

const SHARPEST = 2;
const MOST_PIXELS = 3840 * 2160;

export class Sheet {
  constructor(label) {
    this.canvas = element("canvas", { role: "img", "aria-label": label });
    this.context = this.canvas.getContext("2d");
    this.width = 0;
    this.height = 0;
    this.ratio = 1;
  }

  /** Take the size that the page gives it; whether that changed. */
  fit() {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const most = Math.sqrt(MOST_PIXELS / Math.max(1, width * height));
    const ratio = Math.min(window.devicePixelRatio || 1, SHARPEST, most);
    if (width === this.width && height === this.height && ratio === this.ratio) return false;
    Object.assign(this, { width, height, ratio });
    this.canvas.width = Math.max(1, Math.round(width * ratio));
    this.canvas.height = Math.max(1, Math.round(height * ratio));
    return true;
  }

  /** Give the memory back at once: browsers keep a canvas's pixels for a while after it has left the page. */
  release() {
    this.canvas.width = 0;
    this.canvas.height = 0;
  }
}

/** A unit of the screen in pixels: a hundredth of its width, or less where it is wider than 16:9. */
export const unit = () => Math.min(window.innerWidth / 100, window.innerHeight / 56.25);
