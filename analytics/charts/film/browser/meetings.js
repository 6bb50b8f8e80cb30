// Who met whom at events: a layer of its own, shown around the organisation chosen. Having met ties nobody.

/** What an organisation's events were up to the last day shown: the events, latest first, and whom it met there. */
export function meetingsOf({ film }, node, day) {
  const { title, day: days, guests } = film.events;
  const events = [];
  const met = new Set();
  guests.forEach((there, event) => {
    if (days[event] > day || !there.includes(node)) return;
    events.push({ title: title[event], day: days[event], others: there.length - 1 });
    there.forEach((guest) => met.add(guest));
  });
  met.delete(node);
  return { events: events.reverse(), met };
}

/** Those of `met` who stand in the picture and never had a tie with the organisation chosen until then. */
export function metWithoutTie({ model, moment }, node, met) {
  const tied = new Set(model.ties.of[node].filter(([tie]) => moment.tie.active[tie] + moment.tie.past[tie] >= 0.5).map(([, partner]) => partner));
  return new Set([...met].filter((guest) => guest < model.nodes.count && !tied.has(guest)));
}

/** Fine dots from the organisation chosen to whom it met: no line of this look is a tie. */
export function drawMeetings(painter, scene) {
  const { context, model, radii } = painter;
  const { camera, selected, met } = scene;
  if (!met || !radii[selected]) return;
  const shown = [...met].filter((guest) => radii[guest] > 0);
  const place = (node) => [camera.toX(model.nodes.x[node]), camera.toY(model.nodes.y[node])];
  const [x, y] = place(selected);
  context.strokeStyle = scene.colours.met;
  context.globalAlpha = Math.max(0.3, Math.min(0.85, 4.5 / Math.sqrt(shown.length)));
  context.lineWidth = 1.5;
  context.lineCap = "round";
  context.setLineDash([0.1, 5.5]);
  shown.forEach((guest, number) => {
    const [toX, toY] = place(guest);
    const far = Math.hypot(toX - x, toY - y) || 1;
    const [near, end] = [(radii[selected] + 5) / far, 1 - (radii[guest] + 4) / far];
    if (end <= near) return;
    context.beginPath();
    context.moveTo(x + (toX - x) * near, y + (toY - y) * near);
    context.lineTo(x + (toX - x) * end, y + (toY - y) * end);
    // Begun alike, the dots of many lines would look like rings around the one chosen.
    context.lineDashOffset = number * 2.3;
    context.stroke();
  });
  context.lineDashOffset = 0;
  context.setLineDash([]);
  context.lineCap = "butt";
  context.globalAlpha = 1;
}
