"""The KPIs: one .sql file each, its meaning in the file's head."""

from analytics.kpis.catalogue import CATALOGUE, Kpi, find, kpis_for
from analytics.kpis.compute import compute, split
from analytics.kpis.standing import Standing, Target, standings

__all__ = ["CATALOGUE", "Kpi", "Standing", "Target", "compute", "find", "kpis_for", "split", "standings"]
