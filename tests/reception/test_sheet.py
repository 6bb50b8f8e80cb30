"""The sheet of introductions for a list of guests, by hand.

organisations:
organisation_id | name             | kind       | member_since | left_on    | is_coordinator | consents_to_name
zeta            | Zeta             | company    | 2022-01-01   |            | false          | false
alpha           | älpha GmbH       | company    | 2022-01-01   |            | false          | true
beta            | Beta             | science    | 2022-01-01   |            | false          | true
gamma           | Gamma            | startup    | 2022-01-01   |            | false          | true
gone            | Gone             | company    | 2022-01-01   | 2024-01-01 | false          | true
office          | Office           | public     | 2022-01-01   |            | true           | true

events:
event_id | title  | starts_on  | format    | status
before   | Before | 2024-03-01 | workshop  | held
coming   | Coming | 2025-06-01 | reception | planned
empty    | Empty  | 2025-07-01 | reception | planned

participations:
event_id | organisation_id | persons | status
before   | beta            | 1       | attended
before   | gamma           | 1       | attended
coming   | zeta            | 1       | registered
coming   | alpha           | 2       | registered
coming   | alpha           | 1       | registered
coming   | beta            | 1       | registered
coming   | gamma           | 1       | cancelled
coming   | gone            | 1       | registered
coming   | office          | 4       | registered
coming   |                 | 3       | registered

cooperations:
cooperation_id | title | kind
one            | One   | pilot

cooperation_stages:
cooperation_id | stage | since
one            | 3     | 2024-05-01

cooperation_members:
cooperation_id | organisation_id
one            | alpha
one            | beta
"""

import pytest

from analytics.errors import QuestionError
from analytics.language import Language
from analytics.reception.sheet import Sheet
from analytics.reception.sheet_words import about, coming, wanting, why
from analytics.warehouse import View

GERMAN, ENGLISH = Language("de"), Language("en")


@pytest.fixture
def sheet(view):
    return Sheet.of(view, "coming")


def test_guests_stand_in_the_order_of_the_alphabet_with_those_who_come(sheet):
    assert [(guest.name, guest.persons) for guest in sheet.guests] == [("älpha GmbH", 3), ("Beta", 1), ("Zeta", 1)]
    assert sheet.persons == 5
    assert [guest.is_first for guest in sheet.guests] == [True, False, True]


def test_those_who_work_together_are_not_introduced_and_each_pair_stands_on_both_sides(sheet):
    names = {guest.name: [to.name for to in guest.introductions] for guest in sheet.guests}
    assert names["älpha GmbH"] == ["Zeta"]
    assert names["Beta"] == ["Zeta"]
    assert sorted(names["Zeta"]) == ["Beta", "älpha GmbH"]
    assert {frozenset((pair.name, pair.partner.name)) for pair in sheet.pairs} == {
        frozenset(("älpha GmbH", "Zeta")),
        frozenset(("Beta", "Zeta")),
    }


def test_who_gets_fewer_than_two_is_told_why(sheet):
    assert {guest.name: guest.want for guest in sheet.guests} == {
        "älpha GmbH": "knows_all_but_one",
        "Beta": "knows_all_but_one",
        "Zeta": None,
    }
    assert sheet.aside == (("Gone", "left"), ("Office", "coordinator"))
    assert sheet.unassigned == 3
    assert wanting(sheet, GERMAN) == [
        "älpha GmbH: arbeitet schon mit allen anderen außer einer zusammen oder tat es.",
        "Beta: arbeitet schon mit allen anderen außer einer zusammen oder tat es.",
        "Gone: hat das Netzwerk verlassen.",
        "Office: Koordinierungsstelle, gehört zu den Gastgebern.",
        "3 Gäste ohne Organisation: auf der Seite „Daten“ noch zuzuordnen.",
    ]


def test_reasons_are_told_as_seen_from_the_guest(sheet):
    alpha, beta, zeta = sheet.guests
    # Beta has a partner, Alpha, and was at an event two months before the data ends; of Zeta nothing is known.
    assert why(beta.introductions[0], ENGLISH) == ["Have never met here so far"]
    of_beta = next(to for to in zeta.introductions if to.name == "Beta")
    assert why(of_beta, GERMAN) == ["Hat hier 1 Partner und war im letzten Jahr auf 1 Veranstaltung"]
    assert why(alpha.introductions[0], GERMAN) == ["Sind sich hier noch nie begegnet"]


def test_what_stands_beside_a_name_and_above_all(sheet):
    assert about(sheet.guests[0], GERMAN) == "Unternehmen · 3 Personen · zum ersten Mal dabei"
    assert about(sheet.guests[1], ENGLISH) == "Science"
    assert coming(sheet, GERMAN) == "3 Organisationen von Gästen · 5 angemeldete Personen · 2 Vorschläge"


def test_a_list_without_anybody_is_an_empty_sheet(view):
    empty = Sheet.of(view, "empty")
    assert (empty.guests, empty.pairs, empty.aside, empty.unassigned) == ((), (), (), 0)


def test_a_single_guest_is_told_that_there_is_nobody_else(view):
    """
    organisations:
    organisation_id | name  | kind    | member_since
    alpha           | Alpha | company | 2022-01-01

    events:
    event_id | title  | starts_on  | format    | status
    coming   | Coming | 2025-06-01 | reception | planned

    participations:
    event_id | organisation_id | status
    coming   | alpha           | registered
    """
    assert [guest.want for guest in Sheet.of(view, "coming").guests] == ["only_guest"]


def test_two_who_work_together_know_all(view):
    """
    organisations:
    organisation_id | name  | kind    | member_since
    alpha           | Alpha | company | 2022-01-01
    beta            | Beta  | company | 2022-01-01

    events:
    event_id | title  | starts_on  | format    | status
    coming   | Coming | 2025-06-01 | reception | planned

    participations:
    event_id | organisation_id | status
    coming   | alpha           | registered
    coming   | beta            | registered

    cooperations:
    cooperation_id | title | kind
    one            | One   | pilot

    cooperation_stages:
    cooperation_id | stage | since
    one            | 1     | 2024-05-01

    cooperation_members:
    cooperation_id | organisation_id
    one            | alpha
    one            | beta
    """
    assert [guest.want for guest in Sheet.of(view, "coming").guests] == ["knows_all", "knows_all"]


@pytest.mark.parametrize("event", ["before", "nobody's"])
def test_only_planned_events_have_one(view, event):
    with pytest.raises(QuestionError):
        Sheet.of(view, event)


@pytest.mark.parametrize("audience", ["ministry", "public"])
def test_no_masked_audience_gets_the_guest_list(view, audience):
    with pytest.raises(QuestionError):
        Sheet.of(View(view.snapshot, audience), "coming")
