"""Frames in the model's shape: its columns, in its order, each with the type its kind asks for."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analytics.model import TABLES

_TYPES = {
    "text": "str",
    "topics": "str",
    "integer": "Int64",
    "decimal": "Float64",
    "boolean": "boolean",
    "date": "datetime64[us]",
}


def model_frame(table: str, columns: Mapping[str, Any]) -> pd.DataFrame:
    """The columns as a frame of the model's table; a column that is not given is empty."""
    declared = TABLES[table].columns
    unknown = set(columns) - {column.name for column in declared}
    if unknown:
        message = f"{table} has no column {sorted(unknown)}"
        raise KeyError(message)
    length = len(next(iter(columns.values())))
    return pd.DataFrame(
        {
            column.name: pd.Series(columns.get(column.name, [None] * length), dtype="object").astype(_TYPES[column.kind])
            for column in declared
        }
    )
