// Who is on the list and who is there: the server's state, with what waits on this device already counted.

export class Guests {
  constructor() {
    this.list = [];
    this.organisations = [];
    this.arrivals = {};
    this.walkIns = [];
    this.waiting = [];
    this.names = new Map();
  }

  /** Every entry: of the list first, then of those who came without registration. */
  get entries() {
    const listed = new Set(this.list.map(({ guest }) => guest));
    const walkIns = this.walkIns.filter(({ guest }) => !listed.has(guest));
    const fresh = this.waiting.filter(({ kind }) => kind === "walk_in").map((operation) => this.walkInOf(operation));
    const known = new Set([...listed, ...walkIns.map(({ guest }) => guest)]);
    const all = [...this.list, ...walkIns.map(asWalkIn), ...fresh.filter(({ guest }) => !known.has(guest)).map(asWalkIn)];
    return numbered(all.map((guest) => this.entry(guest))).filter((entry) => !entry.walk_in || entry.here > 0);
  }

  walkInOf(operation) {
    const known = this.organisations.find((one) => one.organisation_id === operation.organisation_id);
    return {
      guest: `door-${operation.op}`,
      organisation_id: operation.organisation_id ?? null,
      organisation: known?.organisation ?? operation.organisation ?? null,
      kind: known?.kind ?? operation.organisation_kind ?? "unknown",
    };
  }

  /** How many of an entry are there, and by which operations; `isFixed` where the data said so before the evening. */
  entry(guest) {
    const withdrawn = new Set(this.waiting.filter(({ kind }) => kind === "withdrawn").flatMap(({ of }) => of));
    const arrivals = { ...this.arrivals[guest.guest] };
    for (const operation of this.waiting) {
      const isOwn = operation.kind === "arrived" && operation.guest === guest.guest;
      if (isOwn) arrivals[operation.op] = operation.persons;
      if (operation.kind === "walk_in" && `door-${operation.op}` === guest.guest) arrivals[operation.op] = 1;
    }
    const standing = Object.entries(arrivals).filter(([op]) => !withdrawn.has(op));
    const isSpokenOf = guest.guest in this.arrivals || Object.keys(arrivals).length > 0;
    const isFixed = !isSpokenOf && guest.status === "attended";
    return {
      ...guest,
      here: isFixed ? guest.persons : Math.max(0, ...standing.map(([, persons]) => persons)),
      operations: standing.map(([op]) => op),
      isFixed,
      name: this.names.get(guest.guest) ?? this.names.get(guest.person_id) ?? null,
    };
  }
}

function asWalkIn(walkIn) {
  return { person_id: null, persons: 1, status: "attended", role: "guest", ...walkIn, walk_in: true };
}

/** Each entry with its number among those of its organisation, and how many these are. */
function numbered(entries) {
  const counts = new Map();
  const key = ({ organisation_id, organisation }) => organisation_id ?? organisation;
  const places = entries.map((entry) => {
    const place = (counts.get(key(entry)) ?? 0) + 1;
    counts.set(key(entry), place);
    return place;
  });
  return entries.map((entry, index) => ({ ...entry, number: places[index], of: counts.get(key(entry)) }));
}
