// The way to one's own organisation: a code for the phone, or the search itself where no phone can reach this host.

import { element } from "#film/elements.js";
import { speaker } from "#film/format.js";
import { profileOf } from "#hall/find/profile.js";
import { searchFor } from "#hall/find/search.js";
import { addressFor } from "./address.js";
import { fetched } from "./news.js";
import { come, reveal } from "./timing.js";

const ONLY_HERE = ["localhost", "127.0.0.1", "[::1]"];
/** After so many seconds in which nobody typed or tapped, the show goes on. */
const PATIENT = 60;

export function findScene(data, show) {
  const isOnlyHere = ONLY_HERE.includes(location.hostname) && !show.choice.phones;
  const here = isOnlyHere ? new FindHere(show) : null;
  const made = here ? here.element : findByPhone(show);
  return {
    element: made,
    draw(time) {
      reveal(made, come(time, 0.4, 1));
    },
    destroy: () => here?.destroy(),
  };
}

/** The address of the search: where phones reach this server, else on the origin by which this screen was opened. */
function findAddress(show) {
  const path = addressFor("find", { event: show.data.event?.id, language: show.data.language });
  return new URL(path, show.choice.phones ? `${show.choice.phones.replace(/\/+$/, "")}/` : location.href);
}

const findSteps = (show, ...steps) => element("ol", { class: "find-steps" }, ...steps.map((step) => element("li", {}, show.text(step))));

function findByPhone(show) {
  const address = findAddress(show);
  const code = element("img", {
    class: "find-code",
    src: `reception/qr.svg?${new URLSearchParams({ to: address.href })}`,
    alt: show.text("find_code", { address: address.href }),
  });
  return element(
    "div",
    { class: "find" },
    code,
    element("div", { class: "find-words" }, findSteps(show, "find_scan", "find_type", "find_meet"), element("p", { class: "find-address" }, `${address.host}${address.pathname}`)),
  );
}

/** The search on the screen itself. While somebody uses it the show stands still. */
class FindHere {
  constructor(show) {
    this.show = show;
    this.speak = speaker({ language: show.data.language, words: show.data.find });
    this.result = element(
      "div",
      { class: "find-result" },
      findSteps(show, "find_type_here", "find_place", "find_meet"),
      element("p", { class: "find-hint" }, show.text("find_only_here")),
    );
    const search = searchFor({
      speak: this.speak,
      language: show.data.language,
      whom: show.data.whom,
      ask: async (address) => (await fetched(address))?.data ?? null,
      choose: (id) => this.open(id),
    });
    this.element = element("div", { class: "find find-here" }, search, this.result);
    for (const sign of ["input", "click", "keydown"]) {
      this.element.addEventListener(sign, ({ key }) => (key === "Escape" ? this.leave() : this.wait()));
    }
  }

  wait() {
    this.show.hold(true);
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => this.leave(), PATIENT * 1000);
  }

  leave() {
    clearTimeout(this.leaving);
    this.show.hold(false);
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && this.element.contains(focused)) focused.blur();
  }

  async open(id) {
    const asked = new URLSearchParams({ id, lang: this.show.data.language });
    if (this.show.data.event) asked.set("event", this.show.data.event.id);
    const profile = (await fetched(`find/profile.json?${asked}`))?.data;
    if (profile) this.result.replaceChildren(profileOf(profile, { speak: this.speak, kinds: this.show.data.kinds }));
    else this.result.replaceChildren(element("p", {}, this.speak.text("offline")));
  }

  destroy() {
    clearTimeout(this.leaving);
    this.show.hold(false);
  }
}
