"""What an import tells of rows that it took, in words for the person who knows the data."""

from collections.abc import Mapping
from dataclasses import dataclass

from analytics.intake.sheet import Sheet
from analytics.language import Language
from analytics.model import TABLES, Column
from analytics.warehouse.drafts import Noted


@dataclass(frozen=True)
class Note:
    """One thing to know.

    ``line`` is the first row that it is about, as a spreadsheet shows it; ``column`` the file's name of the column,
    else the model's; ``key`` names the text; ``value`` is an example; ``things`` counts what it is about.
    """

    file: str
    line: int | None
    column: str | None
    key: str
    value: str | None
    things: int
    of_model: Column | None = None

    @classmethod
    def of_rows(cls, sheet: Sheet, noted: Noted, names: Mapping[tuple[str, str], str]) -> "Note":
        """A note on rows of ``sheet``; ``names`` leads from (table, column) to what the file calls it."""
        table, column = noted.table, noted.column
        found = TABLES[table].by_name.get(column) if table and column else None
        title = names.get((table, column), column) if table and column else column
        return cls(sheet.label, noted.line, title, f"notes.{noted.reason}", noted.value, noted.things, found)

    def label(self, language: str) -> str | None:
        """What the column is called: by the file, else by the model in ``language``."""
        if self.of_model is not None and self.column == self.of_model.name:
            return self.of_model.label.in_(language)
        return self.column

    def sentence(self, language: str) -> str:
        """What is to be known, in ``language``."""
        return Language(language).text(self.key, n=self.things, column=self.label(language), value=self.value)
