"""Frames in the model's shape: its columns, in its order, each with the type its kind asks for."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analytics.model import TABLES, Kind

_TYPES: dict[Kind, Any] = {
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
    nothing = [None] * len(next(iter(columns.values())))
    return pd.DataFrame({column.name: _series(columns.get(column.name, nothing), column.kind) for column in declared})


def _series(values: Any, kind: Kind) -> "pd.Series[Any]":
    return pd.Series(values, dtype="object").astype(_TYPES[kind])
