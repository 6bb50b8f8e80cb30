"""The three figures by which people judge an import: who was reached, how often, and what began."""

from analytics.kpis.catalogue import CATALOGUE, Kpi
from analytics.kpis.compute import compute
from analytics.warehouse import Period, View

_HEADLINE = ("organisations_reached", "participations", "new_cooperations")


def headline(view: View) -> dict[Kpi, float]:
    """The three KPIs over all the time of the data; NaN where undefined, or where nothing is dated."""
    kpis = [CATALOGUE[name] for name in _HEADLINE]
    if view.first_day is None or view.last_day is None:
        return dict.fromkeys(kpis, float("nan"))
    found = compute(view, kpis, [Period(view.first_day, view.last_day, "whole")])
    return dict(zip(kpis, found["value"].tolist(), strict=True))
