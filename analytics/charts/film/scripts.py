"""The film's scripts and styles as the browser gets them: one text each, from files of one subject."""

from importlib.resources import files

_DRAWING = (
    "format",
    "model",
    "moment",
    "light",
    "clock",
    "camera",
    "shapes",
    "labels",
    "ways",
    "meetings",
    "names",
    "drawing",
    "bubbles",
    "elements",
    "scene",
)
"""What draws a moment, in the order in which the parts build upon each other."""
_PARTS = (
    *_DRAWING,
    "details",
    "panel",
    "timeline",
    "controls",
    "telling",
    "pointer",
    "keyboard",
    "choice",
    "report",
    "stage",
)
"""All parts: together they are one script with the function ``showFilm``."""


def script_of(*parts: str) -> str:
    """Some parts alone, which must build on no others; in the order given."""
    return "\n".join(_read(f"{part}.js") for part in parts)


def drawing_script() -> str:
    """What draws a moment of the film on a canvas, without the controls around it."""
    return "\n".join(_read(f"{part}.js") for part in _DRAWING)


def script() -> str:
    """Everything that draws the film, as one script."""
    return "\n".join(_read(f"{part}.js") for part in _PARTS)


def widget_script() -> str:
    """The module that Streamlit loads."""
    return f"{script()}\n{_read('widget.js')}"


def offline_script() -> str:
    """The script of the offline file."""
    return f"{script()}\n{_read('offline.js')}"


def style() -> str:
    """The film's styles; everything in them begins with ``.film``."""
    return _read("style.css")


def page_style() -> str:
    """The styles of the page around the film in a file of its own."""
    return _read("document.css")


def _read(name: str) -> str:
    return files("analytics.charts.film").joinpath("browser", name).read_text("utf-8")
