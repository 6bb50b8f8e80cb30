"""Why a row or a file was not taken, in words for the person who can mend it."""

from dataclasses import dataclass
from typing import Any

from analytics.errors import DashboardError
from analytics.intake.headers import table_for
from analytics.intake.sheet import Sheet
from analytics.language import Language
from analytics.model import ENUMERATIONS, TABLES, Column


@dataclass(frozen=True)
class Rejection:
    """One reason. ``line`` is the row's number as a spreadsheet shows it; None where a whole file or sheet is meant."""

    file: str
    line: int | None
    column: str | None
    key: str
    values: dict[str, Any]

    @classmethod
    def of_file(cls, file: str, error: DashboardError) -> "Rejection":
        """A file, or a sheet of a workbook, that cannot be taken at all."""
        return cls(file, None, None, f"errors.{error.key}", error.values)

    @classmethod
    def of_row(cls, sheet: Sheet, line: int | None, column: str | None, reason: str, value: str | None) -> "Rejection":
        """A row that cannot be taken."""
        return cls(sheet.label, line, column, f"rejections.{reason}", {"value": value, "sheet": sheet})

    def reason(self, language: str) -> str:
        """The reason as a sentence in ``language``."""
        speaks = Language(language)
        values = dict(self.values)
        sheet = values.pop("sheet", None)
        if isinstance(sheet, Sheet) and self.column is not None:
            column = _column(sheet, self.column)
            values["column"] = column.label.in_(language) if column else self.column
            if column and column.enumeration:
                enumeration = ENUMERATIONS[column.enumeration]
                values["choices"] = ", ".join(enumeration.label_of(token, language) for token in enumeration.tokens)
        return speaks.text(self.key, **values)


def _column(sheet: Sheet, name: str) -> Column | None:
    """The model's column called ``name``: of the sheet's own table where it has it, else of any."""
    own = table_for(sheet.title, sheet.header)
    tables = [own, *TABLES.values()] if own else list(TABLES.values())
    return next((table.by_name[name] for table in tables if name in table.by_name), None)
