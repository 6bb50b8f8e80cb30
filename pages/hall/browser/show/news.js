// What is new on the server. Where it cannot be reached the show goes on with what it has.

import { addressFor } from "./address.js";

const NEWS_EVERY = 30_000;
export const TONIGHT_EVERY = 3_000;
const PATIENCE = 10_000;

/** The answer as JSON with its ETag; null where there is none, for whatever reason. */
export async function fetched(address) {
  try {
    const answer = await fetch(address, { cache: "no-cache", signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok ? { stand: answer.headers.get("etag"), data: await answer.json() } : null;
  } catch {
    return null;
  }
}

export const showAddress = (choice) => addressFor("reception/show.json", choice);

/** Look again and again, one look after the other, whether there is something else than `stand`. */
function keepLooking(seconds, look) {
  const again = async () => {
    await look();
    setTimeout(again, seconds);
  };
  setTimeout(again, seconds);
}

export function listenForNews(show, first) {
  let stand = first;
  keepLooking(NEWS_EVERY, async () => {
    const found = await fetched(showAddress(show.choice));
    if (!found || found.stand === stand) return;
    stand = found.stand;
    show.pending = found.data;
  });
  const lookAround = async () => {
    const id = show.data.event?.id;
    if (!id) return;
    const found = await fetched(`reception/tonight.json?${new URLSearchParams({ event: id })}`);
    if (found && found.stand !== show.tonightStand && found.data.event === show.data.event?.id) {
      show.tonightStand = found.stand;
      show.tonight = found.data;
    }
  };
  lookAround();
  keepLooking(TONIGHT_EVERY, lookAround);
  return async () => {
    const found = await fetched(showAddress(show.choice));
    if (!found) return;
    stand = found.stand;
    if (found.data.event?.id !== show.data.event?.id) {
      show.tonight = null;
      show.tonightStand = null;
    }
    show.take(found.data);
    await lookAround();
  };
}
