// What happened on this device and is not yet known to be safe at the server; it outlives a reload and a lost connection.

/** A name that no other operation has; `crypto.randomUUID` is not there on a page without encryption. */
export function newOperation() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Queue {
  /** Each operation stands in an item of its own, so that two windows of one device do not overwrite each other. */
  constructor(event) {
    this.head = `door/${event}/`;
    this.memory = new Map();
    this.isKept = true;
  }

  add(operation) {
    const text = JSON.stringify({ ...operation, since: Date.now() });
    this.memory.set(operation.op, text);
    try {
      localStorage.setItem(this.head + operation.op, text);
    } catch {
      this.isKept = false;
    }
  }

  drop(operations) {
    for (const op of operations) {
      this.memory.delete(op);
      try {
        localStorage.removeItem(this.head + op);
      } catch {
        // Without a storage there is nothing to remove.
      }
    }
  }

  /** Every operation that waits, the oldest first. */
  get waiting() {
    const texts = new Map(this.memory);
    try {
      for (let place = 0; place < localStorage.length; place += 1) {
        const key = localStorage.key(place) ?? "";
        if (key.startsWith(this.head)) texts.set(key.slice(this.head.length), localStorage.getItem(key) ?? "");
      }
    } catch {
      this.isKept = false;
    }
    return [...texts.values()].map((text) => JSON.parse(text)).sort((one, other) => one.since - other.since);
  }
}
