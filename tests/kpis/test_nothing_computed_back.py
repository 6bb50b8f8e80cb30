"""An attacker who asks all that a masked audience may ask, and solves for what was withheld.

What he knows of each table of a KPI (one year, parted one way): the total, the counts told, the signs, and who of a part
is known by name from the network shown. No table bounds another. So a withheld count is found out if the sum and the
others' bounds leave only one number for it, unless all behind it agreed to be named.
"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics.errors import QuestionError
from analytics.kpis import CATALOGUE, compute, split
from analytics.model import ENUMERATIONS
from analytics.network import Network
from analytics.warehouse import GRAINS, Scope, View, current, periods_between
from analytics.warehouse.disclosure import LEAST
from tests.tables import built_from

KINDS = ENUMERATIONS["organisation_kind"].tokens
DISTRICTS = ("05911", "05913", "05914", "05915", "05978", "elsewhere", "abroad", "unknown")
COUNTED = ("organisations_reached", "cooperating_organisations")
"""Each organisation is in one part, so the parts make up the whole."""


def _named(view):
    """Who is known by name to be in a part: from the network that the audience is shown, on the year's last day."""
    network = Network.of(view)

    def found(name, by, segment, year):
        if name != "cooperating_organisations":
            return []  # who came to what is told of nobody
        who = network.on(year.ends_on)
        known = who.organisations.iloc[who.nodes]
        return known[(known[by] == segment) & ~known["organisation_id"].str.startswith("unnamed-")]

    return found


def _tables(view, year):
    """What the audience is told for one year: by KPI and way, the parts' values and signs, and the whole."""
    kpis = [CATALOGUE[name] for name in COUNTED]
    whole = compute(view, kpis, [year]).set_index("kpi")["value"]
    districts = [*View(view.snapshot).ask("districts_present")["district"], "05111"]  # one more, in which nobody is
    named = _named(view)
    told = {}
    for kpi in kpis:
        for by, segments in (("kind", KINDS), ("district", districts)):
            rows = split(view, kpi, by, segments, [year]).set_index("segment")
            rows["truth"] = split(View(view.snapshot), kpi, by, segments, [year]).set_index("segment")["value"]
            rows["named"] = [len(named(kpi.name, by, segment, year)) for segment in segments]
            told[(kpi.name, by)] = (rows, whole[kpi.name])
    return told


def _found_out(told, least):
    """The withheld counts for which only one number is left; of a 0, which is nobody's secret, nothing is tried."""
    found = []
    for (name, by), (parts, total) in told.items():
        bounds = {segment: _bounds(row, least, total) for segment, row in parts.iterrows()}
        low, high = (sum(bound[end] for bound in bounds.values()) for end in (0, 1))
        for segment in parts.index[(parts["value_hidden"] != "") & (parts["truth"] > 0)]:
            own_low, own_high = bounds[segment]
            could_be_least = max(own_low, total - (high - own_high))
            could_be_most = min(own_high, total - (low - own_low))
            assert could_be_least <= parts.loc[segment, "truth"] <= could_be_most
            if could_be_least == could_be_most and parts.loc[segment, "truth"] > parts.loc[segment, "named"]:
                found.append((name, by, segment))
    return found


def _bounds(row, least, total):
    """Between what numbers one part lies by what is told of it alone."""
    if not row["value_hidden"]:
        return row["value"], row["value"]
    if row["value_hidden"] == f"<{least}":
        return max(1, row["named"]), least - 1
    return row["named"], total


@pytest.mark.parametrize("audience", sorted(LEAST))
def test_nothing_withheld_in_the_demo_can_be_computed_back(demo_store, audience):
    view = View(current(demo_store), audience)
    years = periods_between(view.first_day, view.last_day, "year")[-2:]
    withheld = 0
    for year in years:
        told = _tables(view, year)
        withheld += sum((rows["value_hidden"] != "").sum() for rows, _ in told.values())
        assert _found_out(told, LEAST[audience]) == []
    assert withheld > 20


@st.composite
def regions(draw):
    """A small region as a test's tables: organisations, who came to what, who was advised, who works together."""
    count = draw(st.integers(2, 30))
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=count, max_size=count))
    places = draw(st.lists(st.sampled_from(DISTRICTS[:4]), min_size=count, max_size=count))
    sizes = draw(st.lists(st.sampled_from(["small", "large", "unknown"]), min_size=count, max_size=count))
    day = st.tuples(st.integers(2023, 2024), st.integers(1, 12)).map(lambda month: f"{month[0]}-{month[1]:02}-15")
    lines = ["organisations:", "organisation_id | name | kind | size | district"]
    lines += [
        f"o{number} | O {number} | {kinds[number]} | {sizes[number]} | {places[number]}" for number in range(count)
    ]
    advised = draw(st.lists(st.tuples(st.integers(0, count - 1), day), min_size=1, max_size=40, unique=True))
    lines += ["", "consultations:", "consultation_id | organisation_id | held_on | is_structured"]
    lines += [f"c{place} | o{number} | {when} | yes" for place, (number, when) in enumerate(advised)]
    members = st.lists(st.integers(0, count - 1), min_size=2, max_size=4, unique=True)
    agreed = draw(st.lists(st.tuples(members, day), max_size=12))
    lines += ["", "cooperations:", "cooperation_id | title | kind"]
    lines += [f"k{place} | K {place} | pilot" for place in range(len(agreed))]
    lines += ["", "cooperation_stages:", "cooperation_id | stage | since"]
    lines += [f"k{place} | 3 | {when}" for place, (_, when) in enumerate(agreed)]
    lines += ["", "cooperation_members:", "cooperation_id | organisation_id"]
    lines += [f"k{place} | o{number}" for place, (numbers, _) in enumerate(agreed) for number in numbers]
    return "\n".join(lines)


@settings(max_examples=6, suppress_health_check=list(HealthCheck))
@given(text=regions(), audience=st.sampled_from(sorted(LEAST)))
def test_nothing_withheld_in_any_region_can_be_computed_back(tmp_path_factory, text, audience):
    view = View(built_from(text, tmp_path_factory.mktemp("region")).snapshot, audience)
    for year in periods_between(view.first_day, view.last_day, "year"):
        assert _found_out(_tables(view, year), LEAST[audience]) == []


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    kinds=st.lists(st.sampled_from(KINDS), unique=True),
    districts=st.lists(st.sampled_from(DISTRICTS), unique=True),
    topics=st.lists(st.sampled_from(["unknown", "digital"]), unique=True),
    place=st.integers(0, 2),
    grain=st.sampled_from(GRAINS),
    audience=st.sampled_from(sorted(LEAST)),
)
def test_no_difference_of_scopes_or_dates_is_on_offer(demo_store, kinds, districts, topics, place, grain, audience):
    # Whatever is chosen, a masked audience gets the whole network, or the parts of one calendar year, or nothing.
    view = View(current(demo_store), audience)
    period = periods_between(view.first_day, view.last_day, grain)[place]
    scope = Scope(tuple(kinds) or None, tuple(districts) or None, tuple(topics) or None)
    kpi = CATALOGUE["organisations_reached"]
    if scope.is_everything:
        exact = compute(View(view.snapshot), [kpi], [period])
        assert compute(view, [kpi], [period]).equals(exact)
    else:
        for ask in (
            lambda: compute(view, [kpi], [period], scope),
            lambda: split(view, kpi, "kind", KINDS, [period], scope),
            lambda: view.ask("growth_kinds", [period], scope),
        ):
            with pytest.raises(QuestionError):
                ask()
    if grain != "year":
        with pytest.raises(QuestionError):
            split(view, kpi, "district", DISTRICTS, [period])
