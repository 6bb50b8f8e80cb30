// Inside the dashboard: Streamlit calls this whenever the page is run, mostly with the same film.

import { showFilm } from "./stage.js";

const shown = new WeakMap();

export default function film({ data, parentElement }) {
  const host = parentElement.querySelector(".film-host") ?? parentElement;
  const before = shown.get(host);
  const stamp = `${data.film.signature} ${data.profile} ${data.height}`;
  if (before?.stamp === stamp) {
    before.stage.setTheme(data.theme);
  } else {
    const remembered = before?.stage.remember();
    before?.stage.destroy();
    const stage = showFilm(host, data.film, data);
    shown.set(host, { stage, stamp });
    if (remembered) stage.recall(remembered);
  }
  // Called before every new run as well: only what has really left the page is given up.
  return () =>
    setTimeout(() => {
      if (host.isConnected) return;
      shown.get(host)?.stage.destroy();
      shown.delete(host);
    });
}
