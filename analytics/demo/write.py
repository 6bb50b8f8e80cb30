"""The tables as CSV files: UTF-8, commas, ISO dates, the model's column names and tokens."""

from pathlib import Path

import pandas as pd


def write(folder: Path, tables: dict[str, pd.DataFrame]) -> None:
    """Writes one file per table; the same tables give the same bytes on every machine."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        _as_written(table).to_csv(
            folder / f"{name}.csv",
            index=False,
            encoding="utf-8",
            lineterminator="\n",
            date_format="%Y-%m-%d",
        )


def _as_written(table: pd.DataFrame) -> pd.DataFrame:
    """The frame with truth values as true and false, and decimals with two places."""
    written = table.copy()
    for name, kind in table.dtypes.items():
        if kind == "boolean":
            written[name] = table[name].map({True: "true", False: "false"})
        elif kind == "Float64":
            written[name] = table[name].map("{:.2f}".format, na_action="ignore")
    return written
