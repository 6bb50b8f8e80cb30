// The names of the largest groups over the network: none jumps, none lies on another, all come and go softly.

import { isGroupKnown } from "#film/drawing.js";
import { LABEL_FONT, overlap } from "#film/labels.js";
import { isStill } from "./timing.js";

const MOST_SIGNS = 8;
const SIGN_SIZE = 20;
const SIGN_LONGEST = 34;
const SIGN_FADES = 0.6;

export class GroupSigns {
  constructor(model) {
    this.model = model;
    this.signs = model.groups
      .filter((group) => group.name)
      .sort((one, other) => other.members.length - one.members.length)
      .slice(0, MOST_SIGNS)
      .map((group) => ({ group, text: cutSign(group.name), light: 0, aside: 0, isBelow: false }));
  }

  /** Choose each sign's place for good: where, with the whole in view, it hides the fewest organisations. */
  settle(context, camera) {
    const { x, y, scale } = camera;
    Object.assign(camera, camera.viewOf(this.model.bounds));
    context.font = `600 ${SIGN_SIZE}px ${LABEL_FONT}`;
    const placed = [];
    for (const sign of this.signs) {
      sign.width = context.measureText(sign.text).width;
      const choices = [false, true].flatMap((isBelow) => [0, -0.5, 0.5].map((aside) => ({ isBelow, aside })));
      const rated = choices.map((choice) => {
        const box = this.boxOf({ ...sign, ...choice }, camera);
        const onOthers = placed.filter((other) => overlap(box, other, 4)).length;
        return { choice, box, cost: 100 * onOthers + this.hidden(box, camera) + Math.abs(choice.aside) };
      });
      const best = rated.reduce((one, other) => (other.cost < one.cost ? other : one));
      Object.assign(sign, best.choice);
      placed.push(best.box);
    }
    Object.assign(camera, { x, y, scale });
  }

  hidden(box, camera) {
    const { nodes } = this.model;
    let hidden = 0;
    for (let node = 0; node < nodes.count; node += 1) {
      const [x, y] = [camera.toX(nodes.x[node]), camera.toY(nodes.y[node])];
      if (x > box.left - 5 && x < box.left + box.width + 5 && y > box.top - 4 && y < box.top + box.height + 4) hidden += 1;
    }
    return hidden;
  }

  draw(context, scene) {
    const { camera } = scene;
    context.font = `600 ${SIGN_SIZE}px ${LABEL_FONT}`;
    context.textBaseline = "middle";
    context.textAlign = "center";
    context.lineJoin = "round";
    context.lineWidth = 6;
    const placed = [];
    for (const sign of this.signs) {
      const box = this.boxOf(sign, camera);
      const isShown = box.top + box.height < scene.floor && isGroupKnown(sign.group, scene) && !placed.some((other) => overlap(box, other, 2));
      const step = isStill() ? 1 : Math.min(1, Math.abs(scene.passed) / SIGN_FADES);
      sign.light += ((isShown ? 1 : 0) - sign.light) * step;
      if (isShown) placed.push(box);
      if (sign.light < 0.02) continue;
      context.globalAlpha = sign.light;
      context.strokeStyle = scene.colours.surface;
      context.fillStyle = scene.colours.text;
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      context.strokeText(sign.text, x, y);
      context.fillText(sign.text, x, y);
    }
    context.globalAlpha = 1;
    context.textAlign = "start";
  }

  /** Above or below its group, as far inside the picture as it needs to be. */
  boxOf({ group, width, aside, isBelow }, camera) {
    const height = SIGN_SIZE + 4;
    const middle = camera.toX(group.centre.x) + (aside * (group.bounds.right - group.bounds.left) * camera.scale * camera.stretch) / 1.4;
    const edge = camera.toY(isBelow ? group.bounds.bottom : group.bounds.top);
    const top = edge - height / 2 + (isBelow ? 8 : -8);
    return {
      left: Math.min(Math.max(4, middle - width / 2), camera.width - width - 4),
      top: Math.min(Math.max(4, top), camera.height - height - 4),
      width,
      height,
    };
  }
}

const cutSign = (name) => (name.length > SIGN_LONGEST ? `${name.slice(0, SIGN_LONGEST - 1).trimEnd()}…` : name);
