"""What a batch keeps of the rows that were not taken: reason, line and cells, so that nothing is lost."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from analytics.errors import StoreError
from analytics.intake.rejection import Rejection
from analytics.language import LANGUAGES
from analytics.store import Store
from analytics.warehouse.drafts import REJECTIONS

_SCHEMA = pa.schema(
    [
        ("file", pa.string()),
        ("line", pa.int64()),
        ("column", pa.string()),
        ("key", pa.string()),
        *((f"reason_{language}", pa.string()) for language in LANGUAGES),
        ("cells", pa.string()),
    ]
)
"""``cells`` is the row as JSON, without what is personal; null where the row's columns are not known."""


def write_rejected(folder: Path, rejections: Sequence[Rejection], cells: Mapping[tuple[int, int], str]) -> None:
    """Write the rejections beside a batch's tables; ``cells`` gives a row's by (sheet, line)."""
    if not rejections:
        return
    rows = [
        {
            "file": found.file,
            "line": found.line,
            "column": found.column,
            "key": found.key,
            **{f"reason_{language}": _reason(found, language) for language in LANGUAGES},
            "cells": None if found.sheet is None or found.line is None else cells.get((found.sheet, found.line)),
        }
        for found in rejections
    ]
    pq.write_table(pa.Table.from_pylist(rows, _SCHEMA), folder / f"{REJECTIONS}.parquet", compression="zstd")


def _reason(found: Rejection, language: str) -> str | None:
    """The reason, unless it repeats a header: who knows what stands in a first row that is none."""
    return None if found.error and "header" in found.error.values else found.reason(language)


def rejected_rows(store: Store, batch: str) -> pa.Table:
    """The rejections that a batch keeps, one row a reason. Raises StoreError where there is no such batch."""
    folder = store.batches / batch
    if batch not in {entry.batch for entry in store.ledger()}:
        raise StoreError("unknown_batch", batch=batch)
    file = folder / f"{REJECTIONS}.parquet"
    return pq.read_table(file) if file.exists() else _SCHEMA.empty_table()
