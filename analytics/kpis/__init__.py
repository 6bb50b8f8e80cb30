"""The KPIs: one .sql file each, its meaning in the file's head."""

from analytics.kpis.catalogue import CATALOGUE, GROUPS, Kpi, find, kpis_for
from analytics.kpis.changes import changes
from analytics.kpis.compute import compute, split
from analytics.kpis.standing import Standing, Target, standings

__all__ = [
    "CATALOGUE",
    "GROUPS",
    "Kpi",
    "Standing",
    "Target",
    "changes",
    "compute",
    "find",
    "kpis_for",
    "split",
    "standings",
]
