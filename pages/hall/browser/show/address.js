// The presenter's choice in the address: what is chosen there is what a reload, or another screen, shows.

const SECONDS = 20;
export const [LEAST_SECONDS, MOST_SECONDS] = [5, 600];

/** The choice that an address asks for: `scenes` is null for all, `phones` is where phones reach this server. */
export function choiceOf(search) {
  const asked = new URLSearchParams(search);
  const seconds = Number.parseInt(asked.get("seconds") ?? "", 10);
  const scenes = (asked.get("scenes") ?? "").split(",").filter(Boolean);
  return {
    event: asked.get("event"),
    language: ["de", "en"].includes(asked.get("lang") ?? "") ? asked.get("lang") : null,
    scenes: scenes.length ? scenes : null,
    phones: /^https?:\/\/[^/]+/.test(asked.get("phones") ?? "") ? asked.get("phones") : null,
    seconds: Number.isFinite(seconds) ? Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, seconds)) : SECONDS,
  };
}

/** The choice as the part of the address behind "?". What is as usual is left out. */
function searchOf({ event, language, scenes, seconds, phones }) {
  const made = new URLSearchParams();
  if (event) made.set("event", event);
  if (scenes) made.set("scenes", scenes.join(","));
  if (seconds !== SECONDS) made.set("seconds", seconds);
  if (language) made.set("lang", language);
  if (phones) made.set("phones", phones);
  return made.toString().replaceAll("%2C", ",");
}

export function keepInAddress(choice) {
  const search = searchOf(choice);
  history.replaceState(null, "", search ? `?${search}` : location.pathname);
}

/** The address of something of this page's own, for the event and language chosen. */
export function addressFor(path, { event, language }) {
  const asked = new URLSearchParams();
  if (event) asked.set("event", event);
  if (language) asked.set("lang", language);
  return `${path}?${asked}`;
}
