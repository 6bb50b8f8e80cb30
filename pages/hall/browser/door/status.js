// What the page says about itself: how many are there, whether all is safe, and what was just done.

import { element } from "#film/elements.js";

const STAYS = 7000;

export class Status {
  constructor(door) {
    this.door = door;
    this.count = element("p", { class: "count" });
    this.safe = element("p", { class: "safe", role: "status" });
    this.notice = element("p", { class: "notice", role: "status" });
    this.said = element("span", { role: "status" });
    this.undo = element("button", { type: "button", onclick: () => this.takeBack() }, door.speak.text("undo"));
    this.snack = element("div", { class: "snack", hidden: true }, this.said, this.undo);
    this.back = null;
  }

  show({ present, expected, waiting, isReached, isKept, isOpen, isRehearsal, isLoaded }) {
    const { speak } = this.door;
    this.count.textContent = expected ? speak.text("count_of", { present, expected }) : speak.text("count", { n: present });
    const state = !isKept ? "not_kept" : waiting ? (isReached ? "sending" : "waiting") : isReached ? "all_safe" : "unreachable";
    this.safe.dataset.state = state;
    const text = speak.text(state, { n: waiting });
    if (this.safe.textContent !== text) this.safe.textContent = text;
    const notice = !isLoaded ? "loading" : !isOpen ? "closed" : isRehearsal ? "rehearsal" : null;
    const told = notice ? speak.text(notice, { day: this.door.data.day }) : "";
    if (this.notice.textContent !== told) this.notice.textContent = told;
    this.notice.hidden = !told;
  }

  /**
   * Say what was done; `back` takes it back.
   *
   * @param {string} text
   * @param {(() => void) | null} back
   */
  say(text, back = null, isWarning = false) {
    clearTimeout(this.timer);
    this.back = back;
    this.said.textContent = text;
    this.undo.hidden = !back;
    this.snack.classList.toggle("warning", isWarning);
    this.snack.hidden = false;
    this.timer = setTimeout(() => { this.snack.hidden = true; }, isWarning ? 3 * STAYS : STAYS);
  }

  takeBack() {
    const { back } = this;
    this.snack.hidden = true;
    this.back = null;
    back?.();
    this.door.search.focus({ preventScroll: true });
  }
}
