"""The KPIs: one .sql file each, its meaning in the file's head."""

from analytics.kpis.achievement import STATUSES, Achievement, Status, achievements
from analytics.kpis.catalogue import CATALOGUE, GROUPS, Kpi, find, kpis_for
from analytics.kpis.changes import changes
from analytics.kpis.compute import compute, split
from analytics.kpis.paths import Milestone, TargetPath, target_paths
from analytics.kpis.standing import Standing, Target, standings

__all__ = [
    "CATALOGUE",
    "GROUPS",
    "STATUSES",
    "Achievement",
    "Kpi",
    "Milestone",
    "Standing",
    "Status",
    "Target",
    "TargetPath",
    "achievements",
    "changes",
    "compute",
    "find",
    "kpis_for",
    "split",
    "standings",
    "target_paths",
]
