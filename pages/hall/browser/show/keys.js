// Keys of a keyboard and of a presenter's remote control, and taps.

const KEYS = {
  ArrowRight: (show) => show.next(),
  ArrowDown: (show) => show.next(),
  PageDown: (show) => show.next(),
  ArrowLeft: (show) => show.back(),
  ArrowUp: (show) => show.back(),
  PageUp: (show) => show.back(),
  " ": (show) => show.pause(),
  Escape: (show) => (show.isBlack ? show.black(false) : show.pause(true)),
  ".": (show) => show.black(),
  b: (show) => show.black(),
  B: (show) => show.black(),
  f: () => toggleFullScreen(),
  F: () => toggleFullScreen(),
};

export function listenToKeys(show) {
  document.addEventListener("keydown", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const isTyping = target?.closest("input, select, textarea, dialog[open]");
    if (isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
    // Space on a button presses it.
    if (event.key === " " && target?.closest("button")) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act(show);
  });
}

/** A tap on the right goes on, on the left back; where there is something to touch, nothing else happens. */
export function listenToTaps(show) {
  show.root.addEventListener("click", (event) => {
    if (event.target.closest("button, input, a, form, label")) return;
    if (show.isBlack) show.black(false);
    else if (event.clientX < window.innerWidth / 3) show.back();
    else show.next();
  });
}

export function toggleFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

/** Keep the screen awake while the show is seen. */
export function keepAwake() {
  const ask = () => {
    if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => {});
  };
  document.addEventListener("visibilitychange", ask);
  ask();
}
