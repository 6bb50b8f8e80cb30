// A worker keeps the page, its letters and its data, so that a reload works without a connection. Browsers allow that
// on this machine and over https only; elsewhere the show does without.

import { showAddress } from "./news.js";

export async function keepForOffline(choice) {
  if (!navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register("reception/worker.js", { scope: "reception" });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ keep: [location.href, new URL(showAddress(choice), location.href).href] });
  } catch {
    // Refused by the browser's settings, say: then there is no page without a connection, and nothing else changes.
  }
}
