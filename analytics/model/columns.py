"""Columns of tables, declared in few words."""

from typing import Any

from analytics.model.declare import Column, Kind, Label


def column(name: str, kind: Kind, de: str, en: str, *, note: tuple[str, str] = ("", ""), **rest: Any) -> Column:
    """A column with its label and note in both languages; ``rest`` as in :class:`analytics.model.declare.Column`."""
    return Column(name, kind, Label(de, en), Label(*note), **rest)


def day(name: str, ahead: int, de: str, en: str, *, since: int = 1990, **rest: Any) -> Column:
    """A column of dates, usual from the year ``since`` on and up to ``ahead`` years from now."""
    return column(name, "date", de, en, usual_since=since, usual_ahead=ahead, **rest)


def choice(name: str, enumeration: str, de: str, en: str, **rest: Any) -> Column:
    """A column of values from an enumeration."""
    return column(name, "text", de, en, enumeration=enumeration, **rest)
