// The page on a phone: the search, or the profile that was chosen; the way back is the browser's own, too.

import { dataIn, element } from "#film/elements.js";
import { speaker } from "#film/format.js";
import { profileOf } from "./profile.js";
import { searchFor } from "./search.js";

const PATIENCE = 15_000;

async function asJson(address) {
  try {
    const answer = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok || answer.status === 404 ? await answer.json() : null;
  } catch {
    return null;
  }
}

class FindPage {
  constructor(data) {
    this.data = data;
    this.speak = speaker(data);
    this.asked = new URLSearchParams(location.search);
    this.main = element("main", {});
    document.body.append(this.head(), this.main);
    window.addEventListener("popstate", () => this.show());
    this.show();
  }

  head() {
    const other = this.data.language === "de" ? "en" : "de";
    const address = new URLSearchParams(location.search);
    address.set("lang", other);
    return element(
      "header",
      { class: "page-head" },
      element("p", {}, this.data.event),
      element("a", { href: `?${address}`, lang: other, hreflang: other }, this.speak.text("language")),
    );
  }

  /** What the address says: an organisation, or the search for one. */
  async show() {
    const id = new URLSearchParams(location.search).get("organisation");
    if (!id) {
      this.showSearch();
      return;
    }
    const address = new URLSearchParams({ id, lang: this.data.language });
    const event = this.asked.get("event");
    if (event) address.set("event", event);
    const profile = await asJson(`find/profile.json?${address}`);
    if (profile?.name) this.showProfile(profile);
    else this.showSearch(profile?.error ?? this.speak.text("offline"));
  }

  showSearch(word = "") {
    const { speak, data } = this;
    document.title = speak.text("title");
    const search = searchFor({ speak, language: data.language, whom: data.whom, ask: asJson, choose: (id) => this.go(id) });
    this.main.replaceChildren(element("h1", {}, speak.text("title")), search);
    if (word) search.querySelector(".found-said").textContent = word;
    search.querySelector("input").focus({ preventScroll: true });
  }

  showProfile(profile) {
    const { speak, data } = this;
    document.title = profile.name;
    const again = element("button", { type: "button", class: "again", onclick: () => this.go(null) }, speak.text("again"));
    this.main.replaceChildren(profileOf(profile, { speak, kinds: data.kinds }), again);
    window.scrollTo(0, 0);
    this.main.querySelector("h1").focus({ preventScroll: true });
  }

  go(id) {
    const address = new URLSearchParams(location.search);
    if (id) address.set("organisation", id);
    else address.delete("organisation");
    history.pushState(null, "", `?${address}`);
    this.show();
  }
}

new FindPage(dataIn("data"));
