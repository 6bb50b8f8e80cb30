"""To come."""

from pages.parts.visit import Visit


def show(visit: Visit) -> None:
    """Nothing yet."""
