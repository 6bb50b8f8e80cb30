// The show: scene after scene by itself, until somebody pauses it, goes back or on, or chooses others.

import { speaker } from "#film/format.js";
import { keepInAddress } from "./address.js";
import { MAKERS, makeNothing, makeScene } from "./scenes.js";
import { glide, setStyle } from "./timing.js";

const WEIGHTS = { figures: 1, map: 1.25, network: 3, cooperations: 1.6, tonight: 1, find: 1.25, thanks: 0.75 };
const CROSSES = 0.9;
/** After so many seconds a scene's parts have come in. */
const RESTS = 3;
const KEPT_SCENE = "reception-scene";
/** A frame that comes late, because the page was hidden, say, moves the show on no further than this. */
const LONGEST_FRAME = 0.25;

/** @typedef {{data: any, element: HTMLElement, title?: HTMLElement, draw: Function, destroy: Function}} Scene */

export class Show {
  /** @type {ReturnType<typeof speaker>} */ speak;
  /** @type {any} */ data;
  /** @type {Scene} What is shown; there is one as soon as data is taken. */ scene;
  isHeld = false;
  place = 0;
  time = 0;

  constructor(root, data, choice) {
    this.root = root;
    this.choice = choice;
    this.pending = null;
    this.tonight = null;
    this.isPaused = false;
    this.isBlack = false;
    this.speed = 1;
    this.rounds = 0;
    this.before = null;
    /** @type {Scene | null} */
    this.leaving = null;
    this.listeners = [];
    this.broken = new Set();
    this.take(data);
    this.frame = this.frame.bind(this);
    this.wanted = requestAnimationFrame(this.frame);
  }

  text(name, values) {
    return this.speak.text(name, values);
  }

  /** Take up data: at the start, in another language, or new at the next round. */
  take(data) {
    this.data = data;
    this.broken.clear();
    this.pending = null;
    this.speak = speaker(data);
    document.documentElement.lang = data.language;
    for (const [name, colour] of Object.entries(data.look)) {
      if (typeof colour === "string") document.documentElement.style.setProperty(`--${name}`, colour);
    }
    data.look.sequential.forEach((colour, place) => document.documentElement.style.setProperty(`--sequential-${place}`, colour));
    const kept = this.scene?.data.name ?? sessionStorage.getItem(KEPT_SCENE);
    const place = this.scenes.findIndex(({ name }) => name === kept);
    this.open(Math.max(0, place));
  }

  /** The scenes of the choice about which there is something to show now. */
  get scenes() {
    const chosen = this.choice.scenes;
    return this.data.scenes.filter(
      ({ name }) => MAKERS[name] && !this.broken.has(name) && (!chosen || chosen.includes(name)) && (MAKERS[name].isReady?.(this) ?? true),
    );
  }

  /** Open the scene at a place among those there are; the one before fades out. */
  open(place) {
    const data = this.scenes[place] ?? null;
    this.close(this.leaving);
    this.leaving = this.scene ?? null;
    this.place = place;
    this.time = 0;
    try {
      this.scene = data ? makeScene(data, this) : makeNothing(this);
    } catch (error) {
      this.leaveOut(data.name, error);
      this.scene = makeNothing(this);
    }
    this.root.append(this.scene.element);
    if (data) sessionStorage.setItem(KEPT_SCENE, data.name);
    this.tell();
  }

  close(scene) {
    scene?.destroy();
    scene?.element.remove();
  }

  get length() {
    return this.choice.seconds * (WEIGHTS[this.scene.data.name] ?? 1);
  }

  /** Whether time stands still: a scene that has just begun comes to rest first. */
  get isStanding() {
    return (this.isPaused || this.isHeld) && this.time >= Math.min(RESTS, this.length / 2);
  }

  frame(now) {
    const passed = this.before === null ? 0 : Math.min(LONGEST_FRAME, (now - this.before) / 1000) * this.speed;
    this.before = now;
    this.wanted = requestAnimationFrame(this.frame);
    if (!this.isStanding) this.time += passed;
    if (!this.scene.data.name && this.scenes.length) this.open(0);
    else if (this.time >= this.length && this.scene.data.name) this.next();
    try {
      this.scene.draw(this.time, this.length, passed);
    } catch (error) {
      this.leaveOut(this.scene.data.name, error);
      this.next();
    }
    this.cross();
  }

  /** A scene that cannot be drawn must not end the show: it is told where technicians look, and left out from then on. */
  leaveOut(name, error) {
    console.error(`${name}:`, error);
    this.broken.add(name);
  }

  /** The scene that comes is seen more and more, the one that leaves less and less. */
  cross() {
    const share = glide(this.time, 0, CROSSES);
    setStyle(this.scene.element, "opacity", share.toFixed(3));
    if (!this.leaving) return;
    setStyle(this.leaving.element, "opacity", (1 - share).toFixed(3));
    if (share < 1 && !this.isStanding) return;
    this.close(this.leaving);
    this.leaving = null;
    setStyle(this.scene.element, "opacity", "1");
  }

  next() {
    const name = this.scene.data.name;
    const place = this.data.scenes.findIndex((scene) => scene.name === name);
    const later = this.data.scenes.slice(place + 1).map((scene) => scene.name);
    const following = this.scenes.findIndex((scene) => later.includes(scene.name));
    if (following >= 0) this.open(following);
    else this.round();
  }

  /** Begin anew, with what is new. */
  round() {
    this.rounds += 1;
    if (this.pending) {
      this.scene.data = { ...this.scene.data, name: null };
      sessionStorage.removeItem(KEPT_SCENE);
      this.take(this.pending);
    } else this.open(0);
  }

  back() {
    // Who goes back within a scene's first moments wants the one before it, else this one from its beginning.
    const scenes = this.scenes;
    this.open(this.time > 3 ? this.place : (this.place + scenes.length - 1) % Math.max(1, scenes.length));
  }

  pause(isPaused = !this.isPaused) {
    this.isPaused = isPaused;
    this.tell();
  }

  /** Stand still while somebody chooses or types. */
  hold(isHeld) {
    this.isHeld = isHeld;
    this.tell();
  }

  black(isBlack = !this.isBlack) {
    this.isBlack = isBlack;
    document.body.classList.toggle("is-black", isBlack);
    this.tell();
  }

  /** Another choice of the presenter's: kept in the address, and shown from the scene that runs, if it is among them. */
  choose(choice) {
    this.choice = { ...this.choice, ...choice };
    keepInAddress(this.choice);
    const place = this.scenes.findIndex(({ name }) => name === this.scene.data.name);
    if (place < 0) this.open(0);
    else this.place = place;
    this.tell();
  }

  tell() {
    for (const listener of this.listeners) listener(this);
  }
}
