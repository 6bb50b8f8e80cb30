// The symbols of the kinds, all of about the same area, and a node's size.

const SIDE = { square: 0.9, diamond: 1.28, "triangle-up": 1.36, x: 1.12 };

/** Add a symbol of `radius` around (x, y) to the path. */
export function traceSymbol(path, symbol, x, y, radius) {
  const size = radius * (SIDE[symbol] ?? 1);
  if (symbol === "square") {
    path.rect(x - size, y - size, 2 * size, 2 * size);
  } else if (symbol === "diamond") {
    tracePolygon(path, [[x, y - size], [x + size, y], [x, y + size], [x - size, y]]);
  } else if (symbol === "triangle-up") {
    tracePolygon(path, [[x, y - size], [x + size * 0.92, y + size * 0.66], [x - size * 0.92, y + size * 0.66]]);
  } else if (symbol === "x") {
    tracePolygon(path, crossAround(x, y, size));
  } else {
    path.moveTo(x + size, y);
    path.arc(x, y, size, 0, 2 * Math.PI);
  }
}

function tracePolygon(path, corners) {
  corners.forEach(([x, y], number) => (number ? path.lineTo(x, y) : path.moveTo(x, y)));
  path.closePath();
}

function crossAround(x, y, size) {
  const thick = size * 0.42;
  const reach = size;
  const inner = [[0, -thick], [reach - thick, -reach], [reach, thick - reach]];
  const corners = [];
  for (let quarter = 0; quarter < 4; quarter += 1) {
    for (const [right, down] of inner) {
      const turned = [[right, down], [-down, right], [-right, -down], [down, -right]][quarter];
      corners.push([x + turned[0], y + turned[1]]);
    }
  }
  return corners;
}

/** A node's radius in pixels by its number of partners. */
export function radiusOf(degree, scale) {
  const radius = scale * (0.11 + 0.055 * Math.sqrt(degree));
  return Math.min(Math.max(radius, 2.2), scale * 0.42 + 1, 17);
}
