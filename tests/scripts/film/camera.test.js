import assert from "node:assert/strict";
import { test } from "node:test";

import { Camera } from "#film/camera.js";

const WHOLE = { left: -10, right: 10, bottom: -5, top: 5 };

function cameraOf(width, height) {
  const camera = new Camera(WHOLE);
  camera.fit(WHOLE, false);
  camera.resize(width, height);
  return camera;
}

const near = (value, wanted) => assert.ok(Math.abs(value - wanted) < 1e-9, `${value} is not ${wanted}`);

test("all of the network is in the picture, on a screen and on a phone", () => {
  for (const [width, height] of [[1440, 700], [390, 600], [60, 40]]) {
    const camera = cameraOf(width, height);
    assert.ok(camera.toX(WHOLE.left) >= 0 && camera.toX(WHOLE.right) <= width);
    assert.ok(camera.toY(WHOLE.top) >= 0 && camera.toY(WHOLE.bottom) <= height);
  }
});

test("from a place to its pixel and back", () => {
  const camera = cameraOf(800, 500);
  near(camera.fromX(camera.toX(3.5)), 3.5);
  near(camera.fromY(camera.toY(-2)), -2);
});

test("zooming leaves the place under the pixel where it is", () => {
  const camera = cameraOf(800, 500);
  const [x, y] = [camera.fromX(200), camera.fromY(120)];
  camera.zoom(1.7, 200, 120);
  near(camera.toX(x), 200);
  near(camera.toY(y), 120);
});

test("a smooth move begins with its first frame and ends where it was sent", () => {
  const camera = cameraOf(800, 500);
  const before = camera.x;
  camera.go({ x: 4, y: 1, scale: 40 }, true);
  assert.ok(camera.step(1000));
  near(camera.x, before);
  assert.ok(camera.step(1200));
  assert.ok(camera.x > before && camera.x < 4);
  camera.step(2000);
  assert.deepEqual([camera.x, camera.y, camera.scale], [4, 1, 40]);
  assert.equal(camera.step(2100), false);
});
