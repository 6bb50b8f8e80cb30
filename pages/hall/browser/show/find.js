// The way to one's own organisation: a code for the phone, or the search itself where no phone can reach this host.

const ONLY_HERE = ["localhost", "127.0.0.1", "[::1]"];

function findScene(data, show) {
  const made = ONLY_HERE.includes(location.hostname) ? findHere(show) : findByPhone(data, show);
  return {
    element: made,
    draw(time) {
      reveal(made, come(time, 0.4, 1));
    },
  };
}

/** The address of the search, on the origin by which this screen was opened. */
const findAddress = (show) => new URL(addressFor("find", { event: show.data.event?.id, language: show.data.language }), location.href);

function findByPhone(data, show) {
  const address = findAddress(show);
  const code = element("img", {
    class: "find-code",
    src: `reception/qr.svg?${new URLSearchParams({ to: address.href })}`,
    alt: show.text("find_code", { address: address.href }),
  });
  const steps = ["find_scan", "find_type", "find_meet"].map((step) => element("li", {}, show.text(step)));
  return element(
    "div",
    { class: "find" },
    code,
    element("div", { class: "find-words" }, element("ol", {}, ...steps), element("p", { class: "find-address" }, `${address.host}${address.pathname}`)),
  );
}

function findHere(show) {
  return element("div", { class: "find find-here" }, element("p", { class: "find-hint" }, show.text("find_only_here")));
}
