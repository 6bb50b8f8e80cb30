// From places in the network to pixels: the camera looks at (x, y), `scale` pixels a unit of height. A wide picture is
// stretched: symbols stay as they are and stand farther apart, so nothing comes to overlap.

const CLOSEST = 160;
const WIDEST = 1.5;

/** @typedef {{x: number, y: number, scale: number}} View What the camera looks at, and how closely. */

export class Camera {
  constructor(whole) {
    this.whole = whole;
    this.stretch = 1;
    this.x = 0;
    this.y = 0;
    this.scale = 20;
    this.width = 1;
    this.height = 1;
    this.bounds = null;
    /** @type {{from: View, to: View, since: number | null} | null} */
    this.moving = null;
    this.isFitted = true;
  }

  toX(x) {
    return (x - this.x) * this.scale * this.stretch + this.width / 2;
  }

  toY(y) {
    return (this.y - y) * this.scale + this.height / 2;
  }

  fromX(pixel) {
    return (pixel - this.width / 2) / (this.scale * this.stretch) + this.x;
  }

  fromY(pixel) {
    return this.y - (pixel - this.height / 2) / this.scale;
  }

  resize(width, height) {
    this.width = width;
    this.height = height;
    const { left, right, bottom, top } = this.whole;
    const free = (width / height) * ((top - bottom) / Math.max(right - left, 1e-6));
    this.stretch = Math.min(WIDEST, Math.max(1, free * 0.92));
    if (this.isFitted && this.bounds) Object.assign(this, this.viewOf(this.bounds));
  }

  /** Where to look to see all of `bounds`. */
  viewOf(bounds) {
    const margin = Math.min(26, this.width * 0.03);
    const scale = Math.min(
      (this.width - 2 * margin) / Math.max((bounds.right - bounds.left) * this.stretch, 1e-6),
      (this.height - 2 * margin - 12) / Math.max(bounds.top - bounds.bottom, 1e-6),
      90,
    );
    const isVisible = scale > 0;
    return { x: (bounds.left + bounds.right) / 2, y: (bounds.bottom + bounds.top) / 2, scale: isVisible ? scale : 1 };
  }

  /** Show all of `bounds`: at once, or on a smooth way that :meth:`step` goes. */
  fit(bounds, isSmooth) {
    this.bounds = bounds;
    this.isFitted = true;
    this.go(this.viewOf(bounds), isSmooth);
  }

  go(view, isSmooth) {
    if (isSmooth) this.moving = { from: { x: this.x, y: this.y, scale: this.scale }, to: view, since: null };
    else {
      this.moving = null;
      Object.assign(this, view);
    }
  }

  /** Go on with a smooth move; whether it still lasts. */
  step(now) {
    const { moving } = this;
    if (!moving) return false;
    const since = (moving.since ??= now);
    const share = Math.min(1, (now - since) / 450);
    const eased = 1 - (1 - share) ** 3;
    const { from, to } = moving;
    this.x = from.x + (to.x - from.x) * eased;
    this.y = from.y + (to.y - from.y) * eased;
    this.scale = from.scale * (to.scale / from.scale) ** eased;
    if (share === 1) this.moving = null;
    return true;
  }

  pan(right, down) {
    this.moving = null;
    this.isFitted = false;
    this.x -= right / (this.scale * this.stretch);
    this.y += down / this.scale;
  }

  /** Zoom by `factor`, the place under the pixel standing still. */
  zoom(factor, pixelX = this.width / 2, pixelY = this.height / 2) {
    this.moving = null;
    this.isFitted = false;
    const [x, y] = [this.fromX(pixelX), this.fromY(pixelY)];
    const least = this.bounds ? this.viewOf(this.bounds).scale * 0.6 : 1;
    this.scale = Math.min(CLOSEST, Math.max(least, this.scale * factor));
    this.x += x - this.fromX(pixelX);
    this.y += y - this.fromY(pixelY);
  }

  /** Move just as far as needed for a place to be well inside the picture. */
  reveal(x, y, isSmooth) {
    const margin = Math.min(70, this.width / 5);
    const [left, top] = [this.toX(x), this.toY(y)];
    const beyond = (value, length) => Math.min(0, value - margin) + Math.max(0, value - (length - margin));
    const [right, down] = [beyond(left, this.width), beyond(top, this.height)];
    if (!right && !down) return;
    this.isFitted = false;
    this.go({ x: this.x + right / (this.scale * this.stretch), y: this.y - down / this.scale, scale: this.scale }, isSmooth);
  }
}
