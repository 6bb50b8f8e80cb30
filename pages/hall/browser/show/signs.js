// The names of the largest groups over the network: none jumps, none lies on another, all come and go softly.

const SIGN_SIZE = 20;
const SIGN_LONGEST = 34;
const SIGN_FADES = 0.6;

class GroupSigns {
  constructor(model) {
    this.signs = model.groups
      .filter((group) => group.name)
      .sort((one, other) => other.members.length - one.members.length)
      .slice(0, MOST_GROUPS)
      .map((group) => ({ group, text: cutSign(group.name), light: 0, width: null }));
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
      sign.width ??= context.measureText(sign.text).width;
      const box = this.boxOf(sign, camera);
      const isShown = isGroupKnown(sign.group, scene) && !placed.some((other) => overlap(box, other, 6));
      const step = Math.min(1, scene.passed / SIGN_FADES);
      sign.light += ((isShown ? 1 : 0) - sign.light) * (isStill() ? 1 : step);
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

  /** Above its group, as far inside the picture as it needs to be. */
  boxOf({ group, width }, camera) {
    const height = SIGN_SIZE + 4;
    const left = camera.toX(group.centre.x) - width / 2;
    const top = camera.toY(group.bounds.top) - height * 0.6;
    return {
      left: Math.min(Math.max(4, left), camera.width - width - 4),
      top: Math.min(Math.max(4, top), camera.height - height - 4),
      width,
      height,
    };
  }
}

const cutSign = (name) => (name.length > SIGN_LONGEST ? `${name.slice(0, SIGN_LONGEST - 1).trimEnd()}…` : name);
