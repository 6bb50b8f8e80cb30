"""A frame as people read it: headings and labels in their language, undefined values as a dash."""

import math
from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd

from analytics.language import Language
from analytics.language.language import UNDEFINED
from analytics.model import ENUMERATIONS
from analytics.model.count_classes import CLASS, UNTOLD, label_of

ENUMERATION_OF = {
    "kind": "organisation_kind",
    "partner_kind": "organisation_kind",
    "format": "event_format",
    "status": "event_status",
    "stage": "stage",
    "cooperation_kind": "cooperation_kind",
    "consultation_kind": "consultation_kind",
    "funding_status": "funding_status",
    "evidence": "evidence",
    "outcome": "outcome",
    "size": "size",
}
"""Which enumeration the tokens of a column come from, by the column's name in the warehouse's answers."""

_NO_DISTRICT = ("elsewhere", "abroad", "unknown")


def heading(column: str, language: Language) -> str:
    """The heading of a column of the warehouse's answers."""
    return language.text(f"columns.{column}")


def labelled(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    """``frame`` with labels for tokens, names for periods, and classes in the place of counts.

    Numbers and dates stay as they are.
    """
    shown = _with_classes(frame, language)
    for column in shown.columns:
        if column in ENUMERATION_OF:
            enumeration = ENUMERATIONS[ENUMERATION_OF[column]]
            shown[column] = [
                None if pd.isna(token) else enumeration.label_of(token, language.code) for token in shown[column]
            ]
        elif column == "district":
            shown[column] = [
                language.text(f"scope.district_{place}") if place in _NO_DISTRICT else place for place in shown[column]
            ]
        elif column == "step":
            shown[column] = [language.text(f"charts.step_{step}") for step in shown[column]]
        elif column == "period":
            shown[column] = [language.period(period) for period in shown[column]]
    return shown


def untold(frame: pd.DataFrame) -> list[str]:
    """The columns of which no count is told at all; they are left out of what people read."""
    classes = [str(column) for column in frame.columns if str(column).endswith(CLASS)]
    return [column.removesuffix(CLASS) for column in classes if len(frame) and (frame[column] == UNTOLD).all()]


def _with_classes(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    """``frame`` with classes in words in the places of the counts, instead of in columns of their own."""
    gone = untold(frame)
    shown = frame.drop(columns=[*gone, *(f"{column}{CLASS}" for column in gone)], errors="ignore")
    for classes in [column for column in shown.columns if str(column).endswith(CLASS)]:
        column = str(classes).removesuffix(CLASS)
        if column in frame:
            shown[column] = [label_of(token, language) if token else None for token in shown[classes]]
        shown = shown.drop(columns=classes)
    return shown


def presentable(frame: pd.DataFrame, language: Language, units: Mapping[str, str] | None = None) -> pd.DataFrame:
    """``frame`` as text throughout: headings, labels, numbers and dates as ``language`` writes them.

    ``units`` says of a column that it is a "share", an "index", a "mean" or "eur"; other numbers count.
    """
    units = units or {}
    shown = labelled(frame, language)
    for column in shown.columns:
        shown[column] = [_written(value, units.get(column, "count"), language) for value in shown[column]]
    return shown.rename(columns={column: heading(column, language) for column in shown.columns})


def native(value: object) -> object:
    """A cell as plain Python has it: numpy's numbers, truths and days as Python's own, None for all that is missing."""
    if isinstance(value, np.datetime64):
        value = pd.Timestamp(value)
    elif isinstance(value, np.generic):
        value = value.item()
    if value is pd.NaT or value is pd.NA or (isinstance(value, float) and not math.isfinite(value)):
        return None
    return value


def yes_or_no(value: bool, language: Language) -> str:
    """A truth as a word."""
    return language.text("columns.yes" if value else "columns.no")


def _written(cell: object, unit: str, language: Language) -> str:
    value = native(cell)
    if value is None:
        return UNDEFINED
    if isinstance(value, bool):
        return yes_or_no(value, language)
    if isinstance(value, date):  # a Timestamp is one, too
        return language.date(value)
    if isinstance(value, int | float):
        return language.value(value, unit)
    return str(value)
