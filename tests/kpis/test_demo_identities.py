"""The demo region: sums and bounds that must hold between the KPIs, their parts and their periods."""

import pytest

from analytics.kpis import CATALOGUE, compute, split
from analytics.warehouse import Scope


@pytest.mark.parametrize(
    "name",
    ["events_held", "participations", "newcomers", "new_cooperations", "funding_won"],
)
def test_quarters_of_what_happens_once_add_up_to_the_year_and_to_all(name, demo, demo_periods):
    values = compute(demo, [CATALOGUE[name]], demo_periods).set_index("period")["value"]
    quarters = values[values.index.str.contains("-Q")]
    years = quarters.groupby(quarters.index.str[:4]).sum()
    assert years.to_dict() == pytest.approx(values[years.index].to_dict())
    assert quarters.sum() == pytest.approx(values["whole"])


@pytest.mark.parametrize(("by", "field"), [("kind", "kinds"), ("district", "districts")])
@pytest.mark.parametrize("name", ["organisations_reached", "newcomers", "participations", "cooperating_organisations"])
def test_the_parts_by_kind_and_district_add_up_to_the_whole(name, by, field, demo, demo_periods):
    found = demo.within().query("select * from organisations")[by]
    segments = tuple({*found.dropna(), "unknown"})
    whole = compute(demo, [CATALOGUE[name]], demo_periods).set_index("period")["value"]
    parts = split(demo, CATALOGUE[name], by, segments, demo_periods).groupby("period")["value"].sum()
    assert parts.to_dict() == whole.to_dict()
    together = compute(demo, [CATALOGUE[name]], demo_periods, Scope(**{field: segments})).set_index("period")["value"]
    assert together.to_dict() == whole.to_dict()


def test_whoever_was_ever_reached_was_new_once(demo, demo_periods):
    whole = [demo_periods[-1]]
    values = compute(demo, [CATALOGUE["organisations_reached"], CATALOGUE["newcomers"]], whole)["value"]
    assert values.nunique() == 1


def test_a_part_is_never_more_than_its_whole(demo, demo_periods):
    values = compute(demo, list(CATALOGUE.values()), demo_periods).pivot(index="period", columns="kpi", values="value")
    assert (values["smes_reached"] <= values["organisations_reached"]).all()
    assert (values["newcomers"] <= values["organisations_reached"]).all()
    assert (values["enterprises_with_research"] <= values["cooperating_organisations"]).all()
    assert (values["distinct_attendees"] <= values["participations"]).all()
    shares = values[[kpi.name for kpi in CATALOGUE.values() if kpi.unit in ("share", "index")]].stack().dropna()
    assert shares.between(0, 1).all()
