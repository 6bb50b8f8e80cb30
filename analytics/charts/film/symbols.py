"""The symbols of the kinds as corners, of about the same area, as ``browser/shapes.js`` draws them."""

import math

Corners = list[tuple[float, float]]
_SIDE = {"square": 0.9, "diamond": 1.28, "triangle-up": 1.36, "x": 1.12}
_ROUND = 28


def corners(symbol: str, x: float, y: float, radius: float) -> Corners:
    """The corners around (x, y), y downwards; a circle has many."""
    size = radius * _SIDE.get(symbol, 1.0)
    if symbol == "square":
        shape = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]
    elif symbol == "diamond":
        shape = [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)]
    elif symbol == "triangle-up":
        shape = [(0.0, -1.0), (0.92, 0.66), (-0.92, 0.66)]
    elif symbol == "x":
        shape = _cross(0.42)
    else:
        turns = (2 * math.pi * turn / _ROUND for turn in range(_ROUND))
        shape = [(math.cos(turn), math.sin(turn)) for turn in turns]
    return [(x + size * right, y + size * down) for right, down in shape]


def _cross(thick: float) -> Corners:
    quarter = [(0.0, -thick), (1 - thick, -1.0), (1.0, thick - 1)]
    turned = []
    for _ in range(4):
        turned += quarter
        quarter = [(-down, right) for right, down in quarter]
    return turned
