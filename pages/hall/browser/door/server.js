// The way to the server: what waits is sent until it is safe, and what other devices did is fetched.

const EVERY = 2500;
const PATIENCE = 8000;
const AT_ONCE = 100;

export class Server {
  constructor({ event, language }, queue, heard) {
    this.query = `?event=${encodeURIComponent(event)}&lang=${language}`;
    this.queue = queue;
    this.heard = heard;
    this.isReached = true;
    this.tags = {};
    this.isBusy = false;
    /** @type {number | undefined} */
    this.timer = undefined;
    window.addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => document.hidden || this.hurry());
  }

  /** Turn round at once: something is to be sent, or the connection may be back. */
  hurry() {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.isBusy) this.turn();
    else this.isWanted = true;
  }

  async turn() {
    this.isBusy = true;
    this.isWanted = false;
    try {
      await (this.queue.waiting.length ? this.send() : this.look());
      this.isReached = true;
    } catch (error) {
      if (error instanceof Refusal) this.heard.refused(null, error.message);
      this.isReached = error instanceof Refusal;
    }
    this.isBusy = false;
    this.heard.turned();
    const isMore = this.isReached && (this.isWanted || this.queue.waiting.length > 0);
    this.timer = setTimeout(() => this.turn(), isMore ? 50 : EVERY);
  }

  async send() {
    const sent = this.queue.waiting.slice(0, AT_ONCE);
    const operations = sent.map(({ since, ...operation }) => operation);
    const answer = await this.fetched(`door/operations${this.query}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ operations }),
    });
    const { taken, refused, state } = await answer.json();
    this.heard.state(state);
    this.queue.drop([...taken, ...Object.keys(refused)]);
    for (const [op, reason] of Object.entries(refused)) this.heard.refused(sent.find((one) => one.op === op), reason);
  }

  /** Ask who is there, and for the list where it has changed. */
  async look() {
    const state = await this.changed("door/state.json");
    if (state) this.heard.state(state);
    const snapshot = this.heard.snapshot;
    if (snapshot.shown !== snapshot.newest) {
      const list = await this.changed("door/guests.json");
      if (list) this.heard.list(list);
    }
  }

  /** What stands at `path`; null where it is what it was. */
  async changed(path) {
    const headers = this.tags[path] ? { "if-none-match": this.tags[path] } : {};
    const answer = await this.fetched(path + this.query, { headers, cache: "no-store" });
    if (answer.status === 304) return null;
    this.tags[path] = answer.headers.get("etag");
    return answer.json();
  }

  async fetched(path, options) {
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(), PATIENCE);
    try {
      const answer = await fetch(path, { ...options, signal: ending.signal });
      if (answer.ok || answer.status === 304) return answer;
      if (answer.status >= 500) throw new Error(`status ${answer.status}`);
      const told = await answer.json().catch(() => ({}));
      throw new Refusal(told.error ?? `${answer.status}`);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The server understood, and says no. */
class Refusal extends Error {}
