"""The film's scripts and styles as the browser gets them: one text each, from files of one subject."""

from pathlib import Path

from analytics.charts.bundle import bundle

_FOLDER = Path(__file__).parent / "browser"


def widget_script() -> str:
    """The module that Streamlit loads."""
    return bundle(_FOLDER / "widget.js")


def offline_script() -> str:
    """The script of the offline file."""
    return bundle(_FOLDER / "offline.js")


def style() -> str:
    """The film's styles; everything in them begins with ``.film``."""
    return _read("style.css")


def page_style() -> str:
    """The styles of the page around the film in a file of its own."""
    return _read("document.css")


def _read(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")
