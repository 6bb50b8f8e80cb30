// Who is named in the picture, and in which order the names may take their places.

import { isGroupKnown } from "./drawing.js";
import { PHONE } from "./labels.js";

/** The stops of the way shown. */
export function wayLabels(painter, { way, camera, colours }) {
  const { model, radii } = painter;
  return way.map((node) => ({
    text: model.nodes.label[node],
    key: node,
    x: camera.toX(model.nodes.x[node]),
    y: camera.toY(model.nodes.y[node]),
    radius: Math.max(radii[node], 5),
    weight: 600,
    must: true,
    ink: colours.text,
  }));
}

/**
 * First what is pointed at, then those whom groups are called after, the groups that are without, and the most
 * connected; who had a label keeps it more easily.
 */
export function networkLabels(painter, scene) {
  const { model, symbols, labelled } = painter;
  const { moment, way, camera, focus } = scene;
  const asked = [scene.selected, scene.hovered, scene.cursor].filter((node) => !way.includes(node));
  const wish = (symbol, must) => ({
    ...symbol,
    text: model.nodes.label[symbol.key],
    weight: must ? 600 : 450,
    must,
    ink: scene.colours.text,
  });
  const first = symbols.filter(({ key }) => asked.includes(key)).map((symbol) => wish(symbol, true));
  const rank = ({ key }) => moment.degree[key] * (labelled.has(key) ? 1.25 : 1);
  const room = Math.max(5, Math.min(26, Math.round((camera.width * camera.height) / 30000)));
  const leading = symbols
    .filter(({ key, strength }) => !asked.includes(key) && !way.includes(key) && strength > 0.6 && !painter.isDimmed(key))
    .sort((one, other) => rank(other) - rank(one) || one.key - other.key)
    .slice(0, focus ? 2 * room : room)
    .map((symbol, place) => ({ ...wish(symbol, false), tolerance: place < 10 ? 1.4 : 0.6 }));
  const namesakes = new Set(model.groups.map((group) => group.namesake));
  return [
    ...first,
    ...leading.filter(({ key }) => namesakes.has(key)),
    ...groupLabels(painter, scene),
    ...leading.filter(({ key }) => !namesakes.has(key)),
  ];
}

/** A group's name, unless the one whom it is called after is named: that would say it twice. */
function groupLabels({ model }, scene) {
  const { camera, focus, inside } = scene;
  return model.groups
    .filter((group) => group.name && group.place !== inside && isGroupKnown(group, scene))
    .filter((group) => !focus || group.members.some((node) => focus.has(node)))
    .map((group) => ({
      text: group.name,
      key: `group ${group.place}`,
      insteadOf: group.namesake,
      centres: spotsOfGroup(group, camera),
      tolerance: camera.width < PHONE ? 0.4 : 2,
      weight: 600,
      size: 11.5,
      ink: scene.colours.muted,
    }));
}

/** Above a group, beneath it, and at its edges from inside: in the middle, else a little to the left or right. */
function spotsOfGroup({ bounds, centre }, camera) {
  const aside = (bounds.right - bounds.left) / 3;
  return [[bounds.top, -9], [bounds.bottom, 9], [bounds.top, 9], [bounds.bottom, -9]].flatMap(([y, down]) =>
    [centre.x, centre.x - aside, centre.x + aside].map((x) => [camera.toX(x), camera.toY(y) + down]),
  );
}
