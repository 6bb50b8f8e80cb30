"""The warehouse: batches built into immutable snapshots, and the one place that runs SQL."""

from analytics.warehouse.completeness import completeness
from analytics.warehouse.connection import FACTS, ScopedCursor, View
from analytics.warehouse.contents import contents
from analytics.warehouse.periods import GRAINS, Grain, Period, incomplete, periods_between
from analytics.warehouse.scope import EVERYTHING, Scope
from analytics.warehouse.snapshot import AUDIENCES, Snapshot, build, current, snapshots

__all__ = [
    "AUDIENCES",
    "EVERYTHING",
    "FACTS",
    "GRAINS",
    "Grain",
    "Period",
    "Scope",
    "ScopedCursor",
    "Snapshot",
    "View",
    "build",
    "completeness",
    "contents",
    "current",
    "incomplete",
    "periods_between",
    "snapshots",
]
