// What the film says in words: the sentence above the picture, a remark in it, and what is read out on the way.

import { nameOfGroup } from "./bubbles.js";
import { element } from "./elements.js";
import { countMoment } from "./moment.js";

export class Teller {
  constructor(stage) {
    this.stage = stage;
    this.caption = element("p", { class: "film-caption", "aria-live": "polite" });
    this.remark = element("p", { class: "film-remark" });
    this.said = element("p", { class: "film-said", "aria-live": "polite" });
    this.counts = { organisations: 0, ties: 0, fresh: 0, ended: 0 };
  }

  /** Count what is there now, and say it; silently for screen readers while the film plays. */
  tell() {
    const { model, clock, state, moment } = this.stage;
    this.counts = countMoment(moment, model, state.hiddenKinds);
    this.caption.setAttribute("aria-live", clock.isPlaying ? "off" : "polite");
    this.write(this.caption, this.sentence());
    this.write(this.remark, this.noteworthy());
    if (model.steps.length) this.stage.timeline.update();
  }

  sentence() {
    const { speak, model, clock } = this.stage;
    const { organisations, ties, fresh, ended } = this.counts;
    if (model.compared) {
      const { before_label: before, after_label: after } = model.compared;
      return speak.text("caption_compared", { before, after, new: fresh, gone: ended, stayed: ties - fresh });
    }
    const values = {
      organisations: speak.text("count_organisations", { n: organisations }),
      ties: speak.text("count_ties", { n: ties }),
      n: fresh,
    };
    if (!model.steps.length) return speak.text("caption_all", values);
    return speak.text(fresh ? "caption_new" : "caption", { ...values, when: model.steps[clock.step].label });
  }

  /** What is to be said where there is little or nothing to see; empty otherwise. */
  noteworthy() {
    const { speak, model } = this.stage;
    const n = model.nodes.count;
    if (!n) return speak.text("empty");
    if (!model.compared && !model.steps.length) return speak.text("no_dates");
    if (n < 5) return speak.text("few", { n, organisations: speak.text("count_organisations", { n }) });
    return this.counts.organisations || model.compared ? "" : speak.text("not_begun");
  }

  /** Write only what differs: a live region reads out everything that is written into it. */
  write(place, text) {
    if (place.textContent !== text) place.textContent = text;
    place.hidden = !text;
  }

  ofNode(node) {
    const { speak, model, moment, film } = this.stage;
    const n = Math.round(moment.degree[node]);
    return speak.text("said_node", {
      name: model.nodes.label[node],
      kind: film.kinds[model.nodes.kind[node]].label,
      partners: n ? speak.text("partners", { n }) : speak.text("partners_none"),
    });
  }

  ofGroup(group) {
    const { speak, model } = this.stage;
    return `${nameOfGroup(model, group, speak)}: ${this.membersOf(group)}`;
  }

  membersOf(group) {
    const { speak, summary } = this.stage;
    const { members, within, outside } = summary[group];
    return speak.text("group_members", {
      organisations: speak.text("count_organisations", { n: Math.round(members) }),
      ties: speak.text("count_ties", { n: Math.round(within) }),
      outside: Math.round(outside),
    });
  }
}
