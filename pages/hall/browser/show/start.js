// The show begins.

import { dataIn, element } from "#film/elements.js";
import { choiceOf, keepInAddress } from "./address.js";
import { barFor } from "./bar.js";
import { Chooser } from "./chooser.js";
import { keepForOffline } from "./keeping.js";
import { keepAwake, listenToKeys, listenToTaps } from "./keys.js";
import { TONIGHT_EVERY, fetched, listenForNews, showAddress } from "./news.js";
import { Show } from "./runner.js";
import { write } from "./timing.js";

/** What the show does, to be read by tests; only its speed can be changed by it. */
function reportTo(window, show) {
  Object.defineProperty(window, "reception", {
    value: {
      get scene() {
        return show.scene.data.name;
      },
      get time() {
        return show.time;
      },
      get length() {
        return show.length;
      },
      get isPaused() {
        return show.isPaused;
      },
      get isBlack() {
        return show.isBlack;
      },
      get rounds() {
        return show.rounds;
      },
      get scenes() {
        return show.scenes.map(({ name }) => name);
      },
      get isFresh() {
        return show.pending !== null;
      },
      set speed(times) {
        show.speed = times;
      },
      /** Stand still at a second of a scene. */
      at(name, time) {
        show.open(show.scenes.findIndex((scene) => scene.name === name));
        show.close(show.leaving);
        show.leaving = null;
        show.time = time;
        show.pause(true);
      },
    },
  });
}

/** The first answer there is; an event that is not known is given up. */
async function firstAnswer(choice, tellWaiting) {
  for (;;) {
    const found = await fetched(showAddress(choice));
    if (found) return found;
    const without = choice.event ? await fetched(showAddress({ ...choice, event: null })) : null;
    if (without) {
      choice.event = null;
      keepInAddress(choice);
      return without;
    }
    tellWaiting();
    await new Promise((resolve) => setTimeout(resolve, TONIGHT_EVERY));
  }
}

async function start() {
  const page = dataIn("data");
  const choice = choiceOf(location.search);
  const root = element("main", { class: "stage" });
  const waiting = element("p", { class: "waiting", role: "status" }, page.waiting);
  document.body.append(root, waiting);
  choice.language ??= page.language;
  const found = await firstAnswer(choice, () => write(waiting, page.unreachable));
  waiting.remove();
  const show = new Show(root, found.data, choice);
  const said = element("p", { class: "said", "aria-live": "polite" });
  show.listeners.push(() => write(said, show.scene.data.title));
  const load = listenForNews(show, found.stand);
  document.body.append(barFor(show, new Chooser(show, load)), said);
  listenToKeys(show);
  listenToTaps(show);
  keepAwake();
  keepForOffline(show.choice);
  reportTo(window, show);
}

start();
