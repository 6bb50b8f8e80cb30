"""Rows that somebody typed, as a sheet of text that an import reads."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa

from analytics.intake.cells import cleaned_text
from analytics.intake.sheet import Sheet, as_rows
from analytics.model import Table
from analytics.warehouse.drafts import SheetText

Row = Mapping[str, object]
"""Values by column: text, number, day or truth; None, or no value at all, where empty."""


def entered_sheet(number: int, table: Table, rows: Sequence[Row], title: str) -> Sheet:
    """The rows of ``table``, all of its columns, as the sheet ``number``; ``title`` is what messages call it."""
    names = list(table.by_name)
    columns = [pa.chunked_array([[_text(row.get(name)) for row in rows]], pa.string()) for name in names]
    text = SheetText(number, as_rows(columns, np.arange(1, len(rows) + 1)), digest="")
    return Sheet(Path(title), None, tuple(names), text)


def _text(value: object) -> str:
    return "" if value is None else cleaned_text(str(value))
