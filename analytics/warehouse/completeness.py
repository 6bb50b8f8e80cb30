"""How complete the data is: of every column of every table, how many rows have it filled."""

import pandas as pd

from analytics.model import TABLES
from analytics.warehouse.connection import View
from analytics.warehouse.sql import literal, quoted

_KEPT_APART = {"participation_id", "feedback_id"}
"""Keys that intake forms; a snapshot does without the first."""


def completeness(view: View) -> pd.DataFrame:
    """One row per table and column: table, column, rows, filled (0 to 1; NaN in an empty table).

    An enumeration's "unknown" is not filled, nor is an empty list. Tables and columns stand in the model's order.
    """
    counts = []
    for table in TABLES.values():
        for column in table.columns:
            if column.name not in _KEPT_APART:
                name = quoted(column.name)
                known = f"{name} is not null"
                if column.enumeration:
                    known = f"{name} <> 'unknown'"
                elif column.kind == "topics":
                    known = f"len({name}) > 0"
                counts.append(
                    f"select {literal(table.name)} as table_name, {literal(column.name)} as column_name, "
                    f"count(*) as row_count, count(*) filter (where {known}) as filled_count from base.{table.name}"
                )
    frame = view.counting().query(" union all ".join(counts))
    return pd.DataFrame(
        {
            "table": frame["table_name"],
            "column": frame["column_name"],
            "rows": frame["row_count"],
            "filled": frame["filled_count"] / frame["row_count"].where(frame["row_count"] > 0),
        }
    )
