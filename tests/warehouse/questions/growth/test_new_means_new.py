"""The growth page's newcomers are the KPI's newcomers, whatever part of the data is chosen."""

import pytest

from analytics.kpis import CATALOGUE, compute
from analytics.store import Store
from analytics.warehouse import EVERYTHING, Scope, View, current, periods_between

SCOPES = {
    "everything": EVERYTHING,
    "a topic": Scope(topics=("Wasserstoff",)),
    "two topics": Scope(topics=("Leichtbau", "Robotik")),
    "kinds": Scope(kinds=("science", "startup")),
    "districts": Scope(districts=("05911", "unknown")),
    "all of them": Scope(kinds=("company",), districts=("05913",), topics=("Wasserstoff", "Abwärme")),
}


@pytest.mark.parametrize("grain", ["quarter", "year"])
@pytest.mark.parametrize("scope", SCOPES.values(), ids=SCOPES)
def test_new_on_the_growth_page_is_newcomers_in_the_catalogue(demo_store: Store, scope: Scope, grain):
    view = View(current(demo_store))
    assert view.first_day
    assert view.last_day
    periods = periods_between(view.first_day, view.last_day, grain)
    arrivals = view.ask("growth_arrivals", periods, scope)
    newcomers = compute(view, [CATALOGUE["newcomers"]], periods, scope)
    assert arrivals["new"].sum() > 0
    assert arrivals["new"].tolist() == newcomers["value"].tolist()
