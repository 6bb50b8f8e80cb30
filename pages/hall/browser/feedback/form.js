// The form: three questions and a free word; an answer that cannot be sent waits on the device until it can.

import { dataIn, element } from "#film/elements.js";
import { speaker } from "#film/format.js";

const AGAIN = 4000;

class Form {
  constructor(data) {
    this.data = data;
    this.speak = speaker(data);
    this.key = `feedback/${data.event}`;
    this.kept = this.recalled();
    this.build();
    if (this.kept.isSent) this.thank();
    else if (this.kept.answer) this.send();
    window.addEventListener("online", () => this.kept.answer && !this.kept.isSent && this.send());
  }

  build() {
    const { speak, data } = this;
    const other = data.language === "de" ? "en" : "de";
    this.contacts = element("input", { type: "number", id: "new_contacts", min: "0", max: String(data.scales.new_contacts[1]), step: "1", inputmode: "numeric" });
    this.word = element("textarea", { id: "word", rows: "4", maxlength: String(data.longest_word), "aria-describedby": "word-how" });
    this.button = element("button", { type: "submit", class: "main" }, speak.text("send"));
    this.said = element("p", { class: "said", role: "status" });
    this.form = element(
      "form",
      { novalidate: true, onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      this.scale("satisfaction", (value) => speak.text(`satisfaction_${value}`)),
      this.scale("would_recommend", () => null, `${speak.text("recommend_least")} · ${speak.text("recommend_most")}`),
      element("div", { class: "question" },
        element("label", { for: "new_contacts", class: "asked" }, speak.text("new_contacts")),
        element("div", { class: "stepper" }, this.step("−", -1, "fewer"), this.contacts, this.step("+", 1, "more"))),
      element("div", { class: "question" },
        element("label", { for: "word", class: "asked" }, speak.text("word")),
        element("p", { class: "muted", id: "word-how" }, speak.text("word_how")), this.word),
      this.button, this.said,
    );
    this.change = element("button", { type: "button", onclick: () => this.reopen() }, speak.text("change"));
    this.done = element("section", { class: "done", hidden: true, tabindex: "-1" }, element("p", { class: "thanks" }, speak.text("thanks")), this.change);
    document.body.append(
      element("main", { class: "feedback" },
        element("a", { class: "language", href: `feedback?event=${encodeURIComponent(data.event)}&lang=${other}`, hreflang: other, lang: other }, speak.text("other_language")),
        element("p", { class: "muted event" }, `${data.title} · ${data.day}`),
        element("h1", {}, speak.text("title")),
        element("p", {}, speak.text("about")), this.form, this.done),
    );
    this.fill(this.kept.answer ?? {});
  }

  /**
   * One question as a row of numbers, with words beneath where they help.
   *
   * @param {string} name
   * @param {(value: number) => string | null} wordOf
   * @param {string} [ends]
   */
  scale(name, wordOf, ends) {
    const [least, most] = this.data.scales[name];
    const choices = [];
    for (let value = least; value <= most; value += 1) {
      const id = `${name}-${value}`;
      const word = wordOf(value);
      choices.push(element("label", { for: id, class: "choice" },
        element("input", { type: "radio", name, id, value: String(value) }),
        element("span", { class: "number" }, String(value)), ...(word ? [element("span", { class: "word" }, word)] : [])));
    }
    return element("fieldset", { class: `question scale ${name}` }, element("legend", { class: "asked" }, this.speak.text(name)), ...(ends ? [element("p", { class: "muted" }, ends)] : []), element("div", { class: "choices" }, ...choices));
  }

  step(sign, change, name) {
    return element("button", {
      type: "button", "aria-label": this.speak.text(name),
      onclick: () => { this.contacts.value = String(Math.max(0, Number(this.contacts.value || 0) + change)); },
    }, sign);
  }

  get answer() {
    const chosen = (name) => {
      const found = this.form.querySelector(`input[name=${name}]:checked`);
      return found ? Number(found.value) : null;
    };
    const contacts = this.contacts.value === "" ? null : Math.round(Number(this.contacts.value));
    return { satisfaction: chosen("satisfaction"), would_recommend: chosen("would_recommend"), new_contacts: contacts, word: this.word.value.trim() || null };
  }

  fill({ satisfaction, would_recommend, new_contacts, word }) {
    for (const [name, value] of Object.entries({ satisfaction, would_recommend })) {
      const choice = value === null || value === undefined ? null : document.getElementById(`${name}-${value}`);
      if (choice instanceof HTMLInputElement) choice.checked = true;
    }
    if (new_contacts !== null && new_contacts !== undefined) this.contacts.value = String(new_contacts);
    if (word) this.word.value = word;
  }

  submit() {
    const { answer } = this;
    if (Object.values(answer).every((value) => value === null)) {
      this.said.textContent = this.speak.text("nothing");
      return;
    }
    this.keep({ answer, isSent: false });
    this.send();
  }

  async send() {
    clearTimeout(this.timer);
    this.button.disabled = true;
    this.said.textContent = this.speak.text("sending");
    try {
      const reply = await fetch(`feedback/answer?event=${encodeURIComponent(this.data.event)}&lang=${this.data.language}`, {
        method: "POST", headers: { "content-type": "application/json" },
        body: JSON.stringify({ ...this.kept.answer, token: this.kept.token }),
      });
      if (reply.ok) {
        this.keep({ isSent: true });
        this.thank();
        return;
      }
      const told = await reply.json().catch(() => ({}));
      if (reply.status < 500) {
        this.keep({ answer: null, isSent: false });
        this.button.disabled = false;
        this.said.textContent = told.error ?? this.speak.text("kept");
        return;
      }
    } catch {
      // The connection is lost: the answer waits, and is sent again.
    }
    this.said.textContent = this.speak.text("kept");
    this.timer = setTimeout(() => this.send(), AGAIN);
  }

  thank() {
    this.form.hidden = true;
    this.done.hidden = false;
    this.button.disabled = false;
    this.said.textContent = "";
    this.done.focus();
  }

  reopen() {
    this.keep({ isSent: false });
    this.form.hidden = false;
    this.done.hidden = true;
    this.form.querySelector("input").focus();
  }

  // ---- what this device remembers ----

  recalled() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key) ?? "null");
      if (kept?.token) return kept;
    } catch {
      // Nothing is remembered, then.
    }
    return { token: this.data.token, answer: null, isSent: false };
  }

  keep(change) {
    Object.assign(this.kept, change);
    try {
      localStorage.setItem(this.key, JSON.stringify(this.kept));
    } catch {
      // It is remembered until the page is closed.
    }
  }
}

const data = dataIn("data");
if (data.refused) document.body.append(element("main", { class: "refused" }, element("h1", {}, document.title), element("p", {}, data.refused)));
else new Form(data);
