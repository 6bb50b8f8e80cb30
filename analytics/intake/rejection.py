"""Why a row or a file was not taken, in words for the person who can mend it."""

from collections.abc import Mapping
from dataclasses import dataclass

from analytics.errors import DashboardError
from analytics.intake.sheet import Sheet
from analytics.language import Language
from analytics.model import ENUMERATIONS, TABLES, Column
from analytics.warehouse.drafts import Rejected


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

    def reason(self, language: str) -> str:
        """The reason as a sentence in ``language``."""
        if self.error is not None:
            return self.error.message(language)
        label, choices = self.column, ""
        if self.of_model is not None:
            if self.column == self.of_model.name:
                label = self.of_model.label.in_(language)
            if self.of_model.enumeration:
                enumeration = ENUMERATIONS[self.of_model.enumeration]
                choices = ", ".join(enumeration.label_of(token, language) for token in enumeration.tokens)
        return Language(language).text(self.key, column=label, choices=choices, value=self.value)
