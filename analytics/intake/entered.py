"""Rows that somebody typed, as a sheet of text that an import reads."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from analytics.intake.cells import cleaned_text
from analytics.intake.sheet import Sheet
from analytics.model import Table

Row = Mapping[str, object]
"""Values by column: text, number, day or truth; None, or no value at all, where empty."""


def entered_sheet(number: int, table: Table, rows: Sequence[Row], title: str) -> Sheet:
    """The rows of ``table``, all of its columns, as the sheet ``number``; ``title`` is what messages call it."""
    names = list(table.by_name)
    texts = [[_text(row.get(name)) for name in names] for row in rows]
    return Sheet.of_texts(number, Path(title), None, names, texts, 1)


def _text(value: object) -> str:
    return "" if value is None else cleaned_text(str(value))
