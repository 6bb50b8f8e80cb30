"""What masked audiences are given: no name without consent, no person, no small count, no part of the network.

organisations:
organisation_id | name        | kind    | district | consents_to_name | is_coordinator
hub             | Hub         | public  | 05913    | yes              | yes
alpha           | Alpha       | company | 05913    | yes              | no
beta-secret     | Beta Secret | company | 05911    | no               | no
gamma           | Gamma       | science | 05911    | yes              | no
delta-secret    | Delta Quiet | startup | 05913    |                  | no

people:
person_id | organisation_id
p-1       | alpha

events:
event_id | title     | starts_on  | format    | status
e1       | Reception | 2024-02-01 | reception | held
e2       | Workshop  | 2024-03-01 | workshop  | held

participations:
event_id | organisation_id | person_id | status
e1       | alpha           | p-1       | attended
e1       | beta-secret     | p-2       | attended
e1       | gamma           | p-3       | attended
e1       | delta-secret    | p-4       | attended
e2       | alpha           | p-1       | attended

cooperations:
cooperation_id | title             | kind  | is_confidential
k-open         | Shared lab        | pilot | no
k-beta         | Beta Secret pilot | pilot | no
k-silent       | Silent deal       | pilot | yes

cooperation_stages:
cooperation_id | stage | since
k-open         | 3     | 2024-04-01
k-beta         | 3     | 2024-05-01
k-silent       | 3     | 2024-06-01

cooperation_members:
cooperation_id | organisation_id
k-open         | alpha
k-open         | gamma
k-beta         | alpha
k-beta         | beta-secret
k-silent       | gamma
k-silent       | delta-secret
"""

from datetime import date

import pandas as pd
import pytest

from analytics.errors import QuestionError
from analytics.kpis import CATALOGUE, split
from analytics.network import Network
from analytics.network.picture.positions import positions
from analytics.warehouse import Period, Scope, View, current
from analytics.warehouse.disclosure import MASKED, disclosure_of
from analytics.warehouse.sql import question_names

YEAR, QUARTER = Period.parse("2024"), Period.parse("2024-Q1")
QUESTIONS = question_names()
VALUES = {"organisation_id": "alpha", "event_id": "e1", "district": "05913"}


@pytest.fixture(params=MASKED)
def masked(request, view):
    return View(view.snapshot, request.param)


def _everything_said(view):
    """Every answer to every question that the audience may ask, as one text."""
    asked = [question for question in QUESTIONS if disclosure_of(question)]
    return "\n".join(view.ask(question, [YEAR], **VALUES).to_csv() for question in asked)


def test_nobody_is_named_without_consent_and_no_person_is_there(masked):
    said = _everything_said(masked)
    assert "Alpha" in said
    assert "Shared lab" in said
    for secret in ("Beta Secret", "Delta Quiet", "beta-secret", "delta-secret", "Silent deal", "k-beta", "k-silent"):
        assert secret not in said
    assert not {"p-1", "p-2", "p-3", "p-4"} & set(said.replace("\n", ",").split(","))


def test_the_demo_gives_no_secret_away(demo_store):
    management = View(current(demo_store))
    who = management.ask("network_organisations", scope=Scope(with_coordinator=True))
    named = set(View(current(demo_store), "ministry").ask("network_organisations")["name"])
    secret = who[~who["name"].isin(named) & ~who["is_coordinator"]]
    assert len(secret) > 50
    for audience in MASKED:
        said = _everything_said(View(current(demo_store), audience))
        cells = set(said.replace("\n", ",").replace(";", ",").replace('"', "").split(","))
        assert not cells & (set(secret["name"]) | set(secret["organisation_id"]))


def test_who_is_not_named_has_a_number_and_nothing_else(masked):
    rows = masked.ask("network_organisations").set_index("organisation_id")
    unnamed = rows[rows.index.str.startswith("unnamed-")]
    assert len(unnamed) == 2
    assert unnamed["name"].str.fullmatch(r"Organisation \d+").all()
    assert set(unnamed["kind"]) == {"unknown"}
    assert unnamed["district"].isna().all()
    assert rows.loc["alpha", "kind"] == "company"


def test_confidential_cooperations_are_counted_and_not_shown(masked):
    day = date(2024, 12, 31)
    assert len(Network.of(masked).on(day).ends) == 2
    assert len(Network.counted(masked).on(day).ends) == 3


def test_the_masked_network_has_the_same_places(view, masked):
    ours, theirs = positions(view), positions(masked)
    assert sorted(zip(ours["x"], ours["y"], strict=True)) == sorted(zip(theirs["x"], theirs["y"], strict=True))
    assert set(theirs["organisation_id"]) == set(
        masked.ask("network_organisations", scope=Scope(with_coordinator=True))["organisation_id"]
    ) - {"hub"}


@pytest.mark.parametrize("scope", [{"kinds": ("company",)}, {"districts": ("05913",)}, {"topics": ("unknown",)}])
def test_a_part_of_the_network_is_refused(masked, scope):
    for ask in (masked.within, masked.counting):
        with pytest.raises(QuestionError) as caught:
            ask([YEAR], Scope(**scope))
        assert caught.value.key == "whole_network_only"


def test_parts_are_told_of_calendar_years_only(masked):
    assert len(masked.ask("growth_kinds", [YEAR]))
    for period in (QUARTER, Period(date(2023, 1, 1), date(2024, 12, 31), "two years")):
        with pytest.raises(QuestionError) as caught:
            masked.ask("growth_kinds", [period])
        assert caught.value.key == "whole_years_only"


def test_single_events_are_told_of_whole_quarters_only(masked):
    assert len(masked.ask("events", [QUARTER])) == 2
    with pytest.raises(QuestionError) as caught:
        masked.ask("events", [Period(date(2024, 1, 1), date(2024, 2, 10), "six weeks")])
    assert caught.value.key == "whole_quarters_only"


VISITED = """
organisations:
organisation_id | name | kind    | consents_to_name
a               | A    | company | no
b               | B    | company | no
c               | C    | science | no
d               | D    | science | no
e               | E    | public  | no
f               | F    | startup | no

events:
event_id | title     | starts_on  | format    | status | cost_eur
e1       | Reception | 2024-02-01 | reception | held   | 900

participations:
event_id | organisation_id | person_id | status
e1       | a               | p1        | attended
e1       | b               | p2        | attended
e1       | c               | p3        | attended
e1       | d               | p4        | attended
e1       | e               | p5        | attended
e1       | f               | p6        | attended
e1       | f               | p7        | no_show

feedback:
feedback_id | event_id | satisfaction | would_recommend
f1          | e1       | 5            | 9
"""


def test_what_came_to_an_event_is_told_in_classes_and_nothing_more(built):
    view = built(VISITED)
    exact = view.ask("events", [YEAR]).iloc[0]
    without = list(disclosure_of("events").without)
    assert without == [
        "registered", "mix", "no_show_rate", "satisfaction", "would_recommend", "answers", "cooperations", "cost_eur"
    ]  # fmt: skip
    assert exact[without].notna().all(), "each of these the management is told"
    assert exact[["attended", "organisations", "newcomers"]].tolist() == [6, 6, 6]
    told = View(view.snapshot, "ministry").ask("events", [YEAR]).iloc[0]
    assert told[without].isna().all()
    assert told[["attended", "organisations", "newcomers"]].isna().all()
    assert told[["attended_class", "organisations_class", "newcomers_class"]].tolist() == ["5-19"] * 3


def test_every_column_that_says_more_than_counts_stays_empty(demo_store):
    view, management = View(current(demo_store), "public"), View(current(demo_store))
    emptied = 0
    for question in QUESTIONS:
        disclosure = disclosure_of(question)
        if disclosure is not None and disclosure.without:
            for column in disclosure.without:
                assert management.ask(question, [Period.parse("2025")], **VALUES)[column].notna().any(), column
                assert view.ask(question, [Period.parse("2025")], **VALUES)[column].isna().all(), column
                emptied += 1
    assert emptied > 10


def test_figures_of_the_whole_network_are_exact(view, masked):
    for question in ("growth_organisations", "growth_arrivals", "growth_cooperations", "aftermath"):
        pd.testing.assert_frame_equal(view.ask(question, [QUARTER]), masked.ask(question, [QUARTER]))


def test_what_declares_nothing_is_for_management_alone(view, masked):
    private = [question for question in QUESTIONS if disclosure_of(question) is None]
    assert {"event_guests", "organisation_timeline", "rows_organisations", "organisations_directory"} <= set(private)
    for question in private:
        with pytest.raises(QuestionError) as caught:
            masked.ask(question, [YEAR], **VALUES)
        assert caught.value.key == "not_for_audience"


def test_every_declaration_names_columns_that_are_there(view):
    for question in QUESTIONS:
        disclosure = disclosure_of(question)
        if disclosure is not None and disclosure.way == "cells":
            columns = set(view.ask(question, [YEAR], **VALUES).columns)
            assert set(disclosure.without) <= columns, question
            for cells in disclosure.cells:
                assert {*cells.columns, cells.by} <= columns, question
                assert {cells.day, cells.block, cells.core} - {None} <= columns, question


def test_parts_are_the_same_with_and_without_the_coordinator(demo_store):
    # Else the difference would be what one organisation has.
    view, years = View(current(demo_store), "ministry"), [Period.parse("2025")]
    for question in QUESTIONS:
        disclosure = disclosure_of(question)
        if disclosure is not None and disclosure.way == "cells":
            without = view.ask(question, years, **VALUES)
            pd.testing.assert_frame_equal(view.ask(question, years, Scope(with_coordinator=True), **VALUES), without)
    kpi = CATALOGUE["cooperating_organisations"]
    parts = [
        split(view, kpi, "kind", ["company", "science"], years, Scope(with_coordinator=flag)) for flag in (True, False)
    ]
    pd.testing.assert_frame_equal(*parts)


def test_an_events_title_names_nobody_without_consent(built):
    text = (__doc__ or "").replace("e2       | Workshop ", "e2       | Visit to Beta SECRET ")
    view = built(text)
    assert "Visit to Beta SECRET" in set(view.ask("events", [YEAR])["title"])
    for audience in MASKED:
        said = View(view.snapshot, audience).ask("events", [YEAR]).to_csv()
        assert "Reception" in said
        assert "Beta" not in said


def test_one_figure_looks_the_same_on_every_page(demo_store):
    for audience in MASKED:
        view = View(current(demo_store), audience)
        for year in (Period.parse("2024"), Period.parse("2025")):
            region = view.ask("region_districts", [year]).set_index("district")
            parts = split(view, CATALOGUE["organisations_reached"], "district", list(region.index), [year])
            assert parts["value_class"].tolist() == region["organisations_class"].tolist()
            kinds = view.ask("growth_kinds", [year]).set_index("kind")["organisations_class"]
            parts = split(view, CATALOGUE["organisations_reached"], "kind", list(kinds.index), [year])
            assert parts["value_class"].tolist() == kinds.tolist()
