"""Colours as they look see-through: Pillow draws opaque, so what is faint is mixed beforehand."""


def mixed(colour: str, ground: str, strength: float) -> str:
    """``colour`` at ``strength`` (0 to 1) on ``ground``."""
    channels = (
        round(int(ground[i : i + 2], 16) * (1 - strength) + int(colour[i : i + 2], 16) * strength) for i in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)
