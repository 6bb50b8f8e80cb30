"""The catalogue: every KPI says what it is, in both languages, and keeps its number and name."""

import typing

import pytest

from analytics.kpis import CATALOGUE
from analytics.kpis.catalogue import GROUPS, Split, Unit
from analytics.model.limits import MOST_MEMBERS
from analytics.warehouse import AUDIENCES

KPIS = pytest.mark.parametrize("kpi", CATALOGUE.values(), ids=list(CATALOGUE))

NUMBERS = {
    "organisations_reached": "K01",
    "smes_reached": "K02",
    "sme_share": "K03",
    "manufacturing_share": "K04",
    "events_held": "K05",
    "participations": "K06",
    "distinct_attendees": "K07",
    "no_show_rate": "K08",
    "return_rate": "K09",
    "newcomers": "K10",
    "event_mix": "K11",
    "active_cooperations": "K12",
    "new_cooperations": "K13",
    "cooperating_organisations": "K14",
    "enterprises_with_research": "K15",
    "district_coverage": "K23",
    "enterprises_advised": "K24",
    "approval_rate": "K25",
    "funding_won": "K26",
    "completeness": "K29",
}


def test_names_keep_their_numbers():
    assert {name: CATALOGUE[name].number for name in NUMBERS} == NUMBERS


def test_numbers_are_unique_and_in_order():
    numbers = [kpi.number for kpi in CATALOGUE.values()]
    assert numbers == sorted(set(numbers))


@KPIS
def test_every_text_is_there_in_both_languages(kpi):
    texts = [kpi.label, kpi.definition, kpi.counting, *([kpi.undefined] if kpi.undefined else [])]
    for text in texts:
        assert text.de.strip()
        assert text.en.strip()
        assert text.de != text.en


@KPIS
def test_definition_and_counting_are_sentences(kpi):
    for text in (kpi.definition, kpi.counting):
        assert text.de.rstrip().endswith(".")
        assert text.en.rstrip().endswith(".")


@KPIS
def test_what_is_measured_at_a_date_says_on_which(kpi):
    is_at_date = kpi.measured == "date"
    day = "Stichtag ist der letzte Tag des Zeitraums, oder der letzte Tag der Daten, wenn dieser früher liegt."
    assert kpi.counting.de.startswith(day) == is_at_date
    day = "The key date is the last day of the period, or the last day of the data where that is earlier."
    assert kpi.counting.en.startswith(day) == is_at_date


@pytest.mark.parametrize(
    "name", ["cross_sector_share", "mean_partners", "cohesion", "robustness", "bridges", "ties_after_meeting"]
)
def test_what_looks_at_ties_says_which_cooperations_are_too_large_for_them(name):
    counting = CATALOGUE[name].counting
    assert f"mehr als {MOST_MEMBERS} Mitgliedern (auch früheren) verbinden niemanden" in counting.de
    assert f"more than {MOST_MEMBERS} members (former ones included) tie nobody" in counting.en


@KPIS
def test_what_it_is_measured_in_is_known(kpi):
    assert kpi.group in GROUPS
    assert kpi.unit in typing.get_args(Unit)
    assert kpi.better in ("up", "down", "neither")
    assert kpi.measured in ("period", "date")
    assert kpi.audiences
    assert set(kpi.audiences) <= set(AUDIENCES)
    assert set(kpi.splits) <= set(typing.get_args(Split))


@KPIS
def test_what_can_be_undefined_says_when(kpi):
    needs_keys = kpi.name == "distinct_attendees"  # a count of what is not recorded
    assert (kpi.undefined is None) == (kpi.unit in ("count", "eur") and not needs_keys)


@KPIS
def test_what_resembles_an_official_indicator_says_that_it_is_none(kpi):
    if kpi.near:
        assert f"{kpi.near}-nah" in kpi.label.de
        assert "nicht der amtliche Wert" in kpi.counting.de
        assert "not the official value" in kpi.counting.en
