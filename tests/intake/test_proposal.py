"""What the columns of a table that nobody knows may mean, and why."""

import pytest

from analytics.intake.hints import Hints
from analytics.intake.importing import opened
from analytics.intake.mapping import ColumnMapping
from analytics.intake.proposal import propose

MEETING = (
    "Betrieb;Wer war da;Anlass;Wann;Dabei?\n"
    "Kessel Optik GmbH;Friederike Quast;Stammtisch Mai;12.05.2024;ja\n"
    "Linse KG;Bernd Klein;Stammtisch Mai;12.05.2024;nein\n"
)
PROJECTS = (
    "Kurztitel Projekt;Beteiligte;Beginnn;Geld\nBonus;Kessel GmbH;01.01.2022;4000\nBonus;Linse KG;01.01.2022;100\n"
)


@pytest.fixture
def proposed(intake):
    def of(content, *said):
        file = intake.file("liste.csv", content)
        (sheet,) = opened(intake.store, [file], Hints())[0].sheets
        return propose(sheet, *said)

    return of


def names(proposal):
    return {column.title: (column.name, column.why) for column in proposal.columns}


def test_by_what_stands_in_the_cells(proposed):
    proposal = proposed(MEETING)
    assert proposal.subject == "attendance"
    assert names(proposal) == {
        "Betrieb": ("company", "values"),
        "Wer war da": (None, "person"),
        "Anlass": (None, "nothing"),
        "Wann": ("starts_on", "values"),
        "Dabei?": ("status", "values"),
    }
    assert proposal.columns[0].samples == ("Kessel Optik GmbH", "Linse KG")


def test_by_what_the_titles_say(proposed):
    proposal = proposed(PROJECTS)
    assert proposal.subject == "flat"
    assert names(proposal) == {
        "Kurztitel Projekt": ("title", "title_has"),
        "Beteiligte": ("organisation_name", "values"),
        "Beginnn": ("starts_on", "title_like"),
        "Geld": (None, "nothing"),
    }
    assert {column.because for column in proposal.columns if column.why == "title_has"} == {"projekt"}


def test_a_name_is_given_once_to_the_best(proposed):
    proposal = proposed("Firma;Betrieb;Mitglied seit\nKessel GmbH;Linse GmbH;01.02.2020\n", "members")
    assert names(proposal)["Firma"] == ("organisation", "title")
    assert names(proposal)["Betrieb"] == (None, "nothing")


def test_as_a_table_of_the_model(proposed):
    proposal = proposed("Beratungs-ID;Wer\nB1;Kessel GmbH\n", "consultations")
    assert names(proposal)["Beratungs-ID"] == ("consultation_id", "title")


def test_a_kept_mapping_that_fits_says_it(proposed):
    known = ColumnMapping({"company": "Betrieb", "event_title": "Anlass"}, table="attendance", name="alt")
    proposal = proposed(MEETING, None, [known])
    assert names(proposal)["Anlass"] == ("event_title", "title")
    assert names(proposal)["Dabei?"] == (None, "nothing")


def test_the_columns_of_a_table_of_the_model_too(proposed):
    talks = "Nr.;Betrieb;Firma;Erstgespräch am;Dauer\n1;Linse KG;Kessel GmbH;01.02.2024;2\n"
    assert names(proposed(talks, "consultations")) == {
        "Nr.": (None, "nothing"),
        "Betrieb": (None, "nothing"),
        "Firma": ("organisation_id", "title"),
        "Erstgespräch am": ("held_on", "values"),
        "Dauer": (None, "nothing"),
    }
    assert names(proposed("Betrieb;Wann\nKessel GmbH;01.02.2024\n", "consultations")) == {
        "Betrieb": ("organisation_id", "values"),
        "Wann": ("held_on", "values"),
    }
