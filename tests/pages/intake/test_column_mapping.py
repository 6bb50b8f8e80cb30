"""A table nobody knows, mapped on the page: shown as it stands, said once, recognised by itself the next time."""

import pytest

from analytics.intake.mapping_library import remembered
from analytics.language import LANGUAGES, Language
from tests.pages.intake.conftest import DE, button

MEETING = (
    "Unser Stammtisch;;;;\n\n"
    "Betrieb;Wer war da;Anlass;Wann;Dabei?\n"
    "Kessel Optik GmbH;Friederike Quast;Stammtisch Mai;12.05.2024;ja\n"
    "Linse KG;Bernd Klein;Stammtisch Mai;12.05.2024;nein\n"
    "Summe;;;;2\n"
)


@pytest.fixture
def mapping_page(dropped, own):
    """The page with the list of a meeting, or another table, dropped on it."""
    return lambda content=MEETING, lang="de": dropped(own, content, name="stammtisch.csv", lang=lang)


def meant(page):
    """The column's field by its title."""
    return {box.label: box for box in page.selectbox if box.key and box.key.startswith("meaning_")}


def test_said_once_it_comes_in_and_is_known_the_next_time(mapping_page, own):
    page = mapping_page()
    assert DE.text("meanings.unknown", sheet="stammtisch.csv") in [
        title.value.replace("\\", "") for title in page.subheader
    ]
    assert button(page, "intake.import").disabled
    boxes = meant(page)
    assert {label.replace("\\", ""): box.value for label, box in boxes.items()} == {
        "Spalte „Betrieb“": "company",
        "Spalte „Wer war da“": None,
        "Spalte „Anlass“": None,
        "Spalte „Wann“": "starts_on",
        "Spalte „Dabei?“": "status",
    }
    next(box for label, box in boxes.items() if "Anlass" in label).select("event_title")
    page = button(page, "meanings.take").click().run()
    assert page.table[0].value["Neu"].to_dict() == {"Organisationen": "2", "Veranstaltungen": "1", "Teilnahmen": "2"}
    assert remembered(own) == ()
    button(page, "intake.import").click().run()
    (mapping,) = remembered(own)
    assert (mapping.name, mapping.subject, mapping.left_out) == ("stammtisch", "attendance", ("Wer war da",))
    again = mapping_page()
    assert meant(again) == {}
    assert DE.text("intake.nothing_new") in [info.value for info in again.info]


def test_one_meaning_for_two_columns_is_asked_about(mapping_page, own):
    page = mapping_page()
    next(box for label, box in meant(page).items() if "Anlass" in label).select("company")
    page = button(page, "meanings.take").click().run()
    assert any("zwei Spalten" in error.value for error in page.error)
    assert button(page, "intake.import").disabled


def test_another_row_may_be_the_header(mapping_page, own):
    page = mapping_page("Alt;Neu;Dritte\nBetrieb;Anlass;Wann\nKessel GmbH;Fest;12.05.2024\n")
    box = page.selectbox(key="header_line_stammtisch.csv")
    assert (box.value, len(meant(page))) == (1, 3)
    page = box.select(2).run()
    assert any("Betrieb" in label for label in meant(page))


def test_what_was_chosen_can_be_changed(mapping_page, own):
    page = mapping_page()
    next(box for label, box in meant(page).items() if "Anlass" in label).select("event_title")
    page = button(page, "meanings.take").click().run()
    page = button(page, "meanings.change").click().run()
    assert meant(page)
    assert button(page, "intake.import").disabled


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_subject_can_be_chosen(mapping_page, lang):
    page = mapping_page(lang=lang)
    box = next(box for box in page.selectbox if box.label == Language(lang).text("meanings.subject"))
    assert len(set(box.options)) == len(box.options)
    for subject in ("flat", "members", "calendar", "consultations"):
        page = page.selectbox(key=box.key).select(subject).run()
        assert not page.exception


def test_kept_mappings_are_renamed_and_deleted(mapping_page, opened, own):
    page = mapping_page()
    next(box for label, box in meant(page).items() if "Anlass" in label).select("event_title")
    page = button(page, "meanings.take").click().run()
    button(page, "intake.import").click().run()
    page = opened(own, "intake", lang="de")
    page.text_input(key="mapping_new_name_0").input("Runder Tisch").run()
    page.button(key="mapping_rename_0").click().run()
    assert [mapping.name for mapping in remembered(own)] == ["Runder Tisch"]
    page.button(key="mapping_delete_0").click().run()
    assert remembered(own) == ()
