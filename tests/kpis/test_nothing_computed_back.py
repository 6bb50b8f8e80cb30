"""An attacker who asks all that a masked audience may ask, and solves for what it is not told.

What he knows of each table (one year, parted one way): the exact total, the classes, and who of a part is known by name
from the network shown; of districts how many of the core area are covered, of members how many live in each area; of
events the quarter's participations and newcomers. No small count may be left with one number unless all behind it
agreed to be named, or the totals alone give it away.
"""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics.errors import QuestionError
from analytics.kpis import CATALOGUE, compute, split
from analytics.model import ENUMERATIONS
from analytics.model.count_classes import UNTOLD, bounds_of
from analytics.network import Network
from analytics.warehouse import GRAINS, Scope, View, current, periods_between
from analytics.warehouse.disclosure import MASKED, disclosure_of
from analytics.warehouse.sql import question_names
from tests.attacker import Table, pinned
from tests.tables import built_from

KINDS = ENUMERATIONS["organisation_kind"].tokens
DISTRICTS = ("05911", "05913", "05914", "05915", "05978", "elsewhere", "abroad", "unknown")
COUNTED = ("organisations_reached", "cooperating_organisations")
"""Each organisation is in one part, so the parts make up the whole."""


def _named(view, by, year):
    """How many of each part are known by name as partners: from the network shown, on the year's last day."""
    who = Network.of(view).on(year.ends_on)
    known = who.organisations.iloc[who.nodes]
    return known[~known["organisation_id"].str.startswith("unnamed-")][by].value_counts().to_dict()


def _parts(view, year):
    """The tables of the KPIs that are told in parts, each with what is true."""
    core = frozenset(view.ask("region_districts", [year]).query("is_core")["district"])
    totals = compute(view, [CATALOGUE[name] for name in COUNTED], [year]).set_index("kpi")["value"]
    covered = compute(view, [CATALOGUE["district_coverage"]], [year])["numerator"].iloc[0]
    rows = View(view.snapshot).ask("region_districts", [year])
    districts, somebody = list(rows["district"]), set(rows.query("known > 0")["district"])
    for name in COUNTED:
        for by, segments in (("kind", KINDS), ("district", districts)):
            told = split(view, CATALOGUE[name], by, segments, [year]).set_index("segment")["value_class"]
            counted = [segment for segment in segments if by == "kind" or segment in somebody]
            exact = split(View(view.snapshot), CATALOGUE[name], by, counted, [year]).set_index("segment")["value"]
            truth = exact.reindex(segments).fillna(0).astype(int).to_dict()
            is_reached = name == "organisations_reached"
            named = {} if is_reached else _named(view, by, year)  # who came to what is told of nobody
            known = {core: int(covered)} if is_reached and by == "district" else {}
            yield [Table(told.to_dict(), totals[name], named, known)], [truth]


def _counted(view, year):
    """The tables of the region, of sizes and of the ties between districts."""
    for question, by, column in (
        ("region_districts", "district", "members"),
        ("region_districts", "district", "cooperations"),
        ("progress_supported", "size", "supported"),
        ("region_ties", "pair", "ties"),
    ):
        told = view.ask(question, [year]).set_index(by)
        rows = View(view.snapshot).ask(question, [year]).set_index(by)
        truth = rows[column].reindex(told.index).fillna(0).astype(int).to_dict()
        if not truth:
            continue
        areas = told.groupby("area").groups.values() if column == "members" else ()
        sums = {frozenset(cells): int(rows.loc[cells, column].sum()) for cells in areas}
        total = None if column == "cooperations" else int(rows[column].sum())  # districts share cooperations
        yield [Table(told[f"{column}_class"].to_dict(), total, sums=sums)], [truth]


def _events(view, year):
    """How many came to the events of each quarter: persons, organisations, and those that were new."""
    for quarter in periods_between(year.starts_on, year.ends_on, "quarter"):
        told = view.ask("events", [quarter]).query("status == 'held'").set_index("event_id")
        truth = View(view.snapshot).ask("events", [quarter]).set_index("event_id").loc[told.index]
        if told.empty:
            continue
        persons = compute(view, [CATALOGUE["participations"]], [quarter])["value"].iloc[0]
        newcomers = int(truth["newcomers"].sum())
        yield (
            [
                Table(told["attended_class"].to_dict(), persons),
                Table(told["organisations_class"].to_dict(), None, within=0),
                Table(told["newcomers_class"].to_dict(), newcomers, within=1),
            ],
            [truth[column].astype(int).to_dict() for column in ("attended", "organisations", "newcomers")],
        )


def _found_out(view, year):
    """The small counts for which only one number is left; of a 0, which is nobody's secret, nothing is tried."""
    found = []
    for tables, truths in (*_parts(view, year), *_counted(view, year), *_events(view, year)):
        silent = [replace(table, classes=dict.fromkeys(table.classes, UNTOLD)) for table in tables]
        known = None
        for place, cells in enumerate(pinned(tables, *truths)):
            for cell in cells:
                truth = truths[place][cell]
                if truth == tables[place].named.get(cell, 0):
                    continue
                known = pinned(silent, *truths) if known is None else known
                if cell not in known[place]:
                    found.append((year.name, place, cell, truth))
    return found


def test_nothing_told_of_the_demo_gives_a_small_count_away(demo_store):
    view = View(current(demo_store), "public")
    assert _found_out(view, periods_between(view.first_day, view.last_day, "year")[-2]) == []


def test_what_one_audience_is_told_the_next_is_told_as_well(demo_store):
    # Public within ministry within management: they are told the same classes, and these hold the exact numbers.
    public, ministry, management = (
        View(current(demo_store), audience) for audience in ("public", "ministry", "management")
    )
    year = periods_between(public.first_day, public.last_day, "year")[-2]
    for question in question_names():
        if (found := disclosure_of(question)) and found.way == "cells":
            told = public.ask(question, [year], event_id="V30")
            # The public is told titles and venues of public events only; the counts are the same.
            words = [column for column in ("title", "venue") if column in told]
            next_told = ministry.ask(question, [year], event_id="V30")
            pd.testing.assert_frame_equal(told.drop(columns=words), next_told.drop(columns=words))
            exact = management.ask(question, [year], event_id="V30")
            for cells in found.cells:
                _hold(told.set_index(cells.by), exact.set_index(cells.by), cells.columns)


def _hold(told, exact, columns):
    """That every class told holds the exact count, and an exact one is the same."""
    for column in columns:
        counts = exact[column].reindex(told.index).fillna(0)
        for cell, token in told[f"{column}_class"].items():
            low, high = bounds_of(token)
            assert low <= counts[cell] <= high
        shown = told[column].dropna()
        assert shown.tolist() == counts[shown.index].tolist()


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


@settings(max_examples=4, suppress_health_check=list(HealthCheck))
@given(text=regions())
def test_nothing_told_of_any_region_gives_a_small_count_away(tmp_path_factory, text):
    snapshot = built_from(text, tmp_path_factory.mktemp("region")).snapshot
    public, ministry = View(snapshot, "public"), View(snapshot, "ministry")
    for year in periods_between(public.first_day, public.last_day, "year"):
        assert _found_out(public, year) == []
        for name in COUNTED:
            for by, segments in (("kind", KINDS), ("district", DISTRICTS)):
                one, other = (split(view, CATALOGUE[name], by, segments, [year]) for view in (public, ministry))
                pd.testing.assert_frame_equal(one, other)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    kinds=st.lists(st.sampled_from(KINDS), unique=True),
    districts=st.lists(st.sampled_from(DISTRICTS), unique=True),
    topics=st.lists(st.sampled_from(["unknown", "digital"]), unique=True),
    place=st.integers(0, 2),
    grain=st.sampled_from(GRAINS),
    audience=st.sampled_from(MASKED),
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
