// The point in time shown, and how it moves: played on, or tweened to the step asked for.

const TWEEN = 550;

export class Clock {
  constructor(last, isStill) {
    this.last = last;
    this.isStill = isStill;
    this.time = last;
    this.speed = 1;
    this.isPlaying = false;
    /** @type {{from: number, to: number, since: number | null} | null} */
    this.tween = null;
    this.waited = 0;
    this.before = null;
    this.arrived = -Infinity;
    this.pace = Math.min(1400, Math.max(420, 26_000 / (last + 1)));
  }

  /** The step whose period is shown: the one that runs, or has just ended. */
  get step() {
    return Math.max(0, Math.min(this.last, Math.ceil(this.time - 1e-6)));
  }

  /** The step asked for, also while the time is still on its way there. */
  get target() {
    return this.tween ? this.tween.to : this.step;
  }

  play() {
    if (this.last === 0) return;
    if (this.time >= this.last) this.time = 0;
    /** @type {{from: number, to: number, since: number | null} | null} */
    this.tween = null;
    this.waited = 0;
    this.before = null;
    this.isPlaying = true;
  }

  pause() {
    this.isPlaying = false;
    this.goTo(this.step);
  }

  goTo(step) {
    const to = Math.max(0, Math.min(this.last, step));
    this.isPlaying = false;
    this.tween = { from: this.time, to, since: null };
  }

  /** Move on to `now`; whether the time has changed. */
  tick(now) {
    const passed = this.before === null ? 0 : now - this.before;
    this.before = now;
    const earlier = this.time;
    if (this.isPlaying) this.playOn(passed);
    else if (this.tween) this.tweenOn(this.tween, now);
    return this.time !== earlier;
  }

  playOn(passed) {
    this.waited += passed;
    const share = (this.waited * this.speed) / this.pace;
    if (this.isStill && share < 1) return;
    this.time = Math.min(this.last, this.isStill ? Math.floor(this.time) + 1 : this.time + share);
    this.waited = 0;
    if (this.time >= this.last) this.isPlaying = false;
  }

  tweenOn(tween, now) {
    const { from, to } = tween;
    const since = (tween.since ??= now);
    const share = this.isStill ? 1 : Math.min(1, (now - since) / TWEEN);
    this.time = share === 1 ? to : from + (to - from) * share * share * (3 - 2 * share);
    if (share === 1) {
      /** @type {{from: number, to: number, since: number | null} | null} */
    this.tween = null;
    this.waited = 0;
      this.arrived = now;
    }
  }

  get isMoving() {
    return this.isPlaying || this.tween !== null;
  }

  /** How wide what is new is drawn, 1 to 0: wide on arrival, then calm. */
  pulse(now) {
    if (this.isStill) return 0;
    if (this.isMoving) return 0.5;
    return Math.max(0, 1 - (now - this.arrived) / 1200);
  }
}
