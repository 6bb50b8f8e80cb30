"""Why a row or a file was not taken, in words for the person who can mend it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from analytics.errors import DashboardError
from analytics.intake.sheet import Sheet
from analytics.language import Language
from analytics.model import ENUMERATIONS, TABLES, Column
from analytics.model.dates import EARLIEST_YEAR, latest_year
from analytics.warehouse.drafts import Rejected

_ITS_OWN = {"duplicate", "wrong_columns", "wrong_order", "contradiction"}
"""Reasons whose value is each row's own: the first one is told as an example of all."""


_OPEN_NUMBER = re.compile(r"(-?[0-9]{1,3})[.,]([0-9]{3})")


@dataclass(frozen=True)
class Rejection:
    """One reason.

    ``line`` is the row's number as a spreadsheet shows it; None where a whole file or sheet is meant. ``column`` is
    the model's name of the column, or the file's own where the format is a foreign one. ``key`` names the reason's
    text, ``value`` the cell, where it says nothing about a person. ``sheet`` is the sheet's running number.
    """

    file: str
    line: int | None
    column: str | None
    key: str
    value: str | None = None
    sheet: int | None = None
    of_model: Column | None = None
    error: DashboardError | None = None

    @classmethod
    def of_file(cls, file: str, error: DashboardError) -> "Rejection":
        """A file, or a sheet of a workbook, that cannot be taken at all."""
        return cls(file, None, None, f"errors.{error.key}", error=error)

    @classmethod
    def of_row(cls, sheet: Sheet, rejected: Rejected, names: Mapping[tuple[str, str], str]) -> "Rejection":
        """A row that cannot be taken; ``names`` leads from (table, column) to what the file calls it."""
        table, column = rejected.table, rejected.column
        found = TABLES[table].by_name.get(column) if table and column else None
        title = names.get((table, column), column) if table and column else column
        return cls(
            sheet.label, rejected.line, title, f"rejections.{rejected.reason}", rejected.value, sheet.number, found
        )

    @property
    def tells_value(self) -> bool:
        """Whether the cells of other rows with this reason are worth telling, too."""
        return self.key.partition(".")[2] not in _ITS_OWN

    def label(self, language: str) -> str | None:
        """What the column is called: by the file, else by the model in ``language``."""
        if self.of_model is not None and self.column == self.of_model.name:
            return self.of_model.label.in_(language)
        return self.column

    def reason(self, language: str) -> str:
        """The reason as a sentence in ``language``: the value, and the form that was wanted."""
        if self.error is not None:
            return self.error.message(language)
        thousands, decimals = _two_readings(self.value or "", language)
        return Language(language).text(
            self.key,
            column=self.label(language),
            thousands=thousands,
            decimals=decimals,
            value="…" if self.value is None else self.value,
            choices=_choices(self.of_model, language),
            form=_form(self.of_model, language),
            earliest=str(EARLIEST_YEAR),
            latest=str(latest_year()),
        )


def _two_readings(text: str, language: str) -> tuple[str, str]:
    """What 40.250 means where the dot parts thousands, and where it parts decimals; both empty where it is neither."""
    found = _OPEN_NUMBER.search(text)
    if found is None:
        return "", ""
    decimals = found[2].rstrip("0")
    number = float(f"{found[1]}.{decimals or 0}")
    return found[1] + found[2], Language(language).number(number, len(decimals))


def _choices(column: Column | None, language: str) -> str:
    if column is None or not column.enumeration:
        return ""
    enumeration = ENUMERATIONS[column.enumeration]
    return ", ".join(enumeration.label_of(token, language) for token in enumeration.tokens)


def _form(column: Column | None, language: str) -> str:
    """What a cell of ``column`` must look like: in the model's words, else by its bounds."""
    if column is None:
        return ""
    if column.form.en:
        return column.form.in_(language)
    bounds = {"least": _bound(column.minimum, language), "most": _bound(column.maximum, language)}
    if column.maximum is not None:
        return Language(language).text("rejections.form_between", **bounds)
    if column.minimum is not None:
        return Language(language).text("rejections.form_from", **bounds)
    return Language(language).text("rejections.form_integer" if column.kind == "integer" else "rejections.form_decimal")


def _bound(bound: float | None, language: str) -> str:
    """A bound as it is typed, without thousands parted: a year stays a year."""
    return "" if bound is None else f"{bound:g}" if bound < 1e6 else Language(language).number(bound)
