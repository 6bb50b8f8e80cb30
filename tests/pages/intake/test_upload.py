"""Files dropped on the page: a preview first, what is asked, then one click; the demo goes with it or stays."""

import pytest

from analytics.intake.demo import load_demo
from analytics.model.limits import MOST_MEMBERS
from analytics.store import Store
from pages.intake import upload
from tests.pages.intake.conftest import DE, button

CHECKIN = "Order code,Checked in,Checked out,Company\nA3B7C,18.06.2026 18:01,,Kessel Optik GmbH\n"
ORGANISATIONS = "Organisations-ID;Name;Art;Ort\nO1;Kessel Optik GmbH;Unternehmen;Hagen\nO2;;Unternehmen;Hagen\n"
MOVED = "Organisations-ID;Name;Art;Ort\nO1;Kessel Optik GmbH;Unternehmen;Dortmund\n"
PROGRAMME = "Projekt;Start;Unternehmen\n" + "".join(f"Bonus;01.01.2022;B{number} GmbH\n" for number in range(61))
OPEN_SUMS = "Projekt;Start;Unternehmen;Fördersumme\nBonus;01.01.2022;Lohmann AG;40.000\n"


@pytest.fixture
def demo(tmp_path):
    store = Store(tmp_path / "store")
    load_demo(store)
    return store


def test_the_demo_goes_where_something_takes_its_place(dropped, demo):
    page = dropped(demo, ORGANISATIONS)
    assert not page.exception
    assert [entry.is_demo for entry in demo.active()] == [True]
    button(page, "intake.import").click().run()
    (entry,) = demo.active()
    assert (entry.is_demo, entry.rows.accepted, entry.rows.rejected) == (False, 1, 1)
    demo.undo(entry.batch)
    assert [entry.is_demo for entry in demo.active()] == [True]


def test_the_demo_stays_where_that_is_wished(dropped, demo):
    page = dropped(demo, ORGANISATIONS)
    page.checkbox(key="replace_demo").uncheck().run()
    button(page, "intake.import").click().run()
    assert [entry.is_demo for entry in demo.active()] == [True, False]


def test_nothing_is_imported_before_the_click(dropped, own):
    page = dropped(own, ORGANISATIONS)
    table = page.table[0].value
    assert table.loc["Organisationen"].to_dict() == {"Neu": "1", "Geändert": "0", "Unverändert": "0"}
    assert own.ledger() == []
    button(page, "intake.discard").click().run()
    assert own.ledger() == []
    assert [folder.name for folder in own.batches.iterdir()] == []
    assert not page.table


def test_changed_values_stand_beside_the_old_ones(dropped, own):
    first = dropped(own, ORGANISATIONS)
    button(first, "intake.import").click().run()
    page = dropped(own, MOVED)
    (cells,) = [frame.value for frame in page.dataframe if "Bisher" in frame.value]
    assert cells.to_dict("records") == [
        {
            "Tabelle": "Organisationen",
            "Wo": "Kessel Optik GmbH",
            "Spalte": "Ort",
            "Bisher": "Hagen",
            "Neu": "Dortmund",
        }
    ]


def test_what_is_there_already_changes_nothing(dropped, own):
    button(dropped(own, MOVED), "intake.import").click().run()
    page = dropped(own, MOVED)
    assert DE.text("intake.nothing_new") in [info.value for info in page.info]
    assert button(page, "intake.import").disabled


def test_somebody_else_was_faster(dropped, own):
    page = dropped(own, MOVED)
    button(dropped(own, ORGANISATIONS, name="andere.csv"), "intake.import").click().run()
    button(page, "intake.import").click().run()
    assert DE.text("intake.store_changed") in [info.value for info in page.info]
    assert len(own.ledger()) == 1
    button(page, "intake.import").click().run()
    assert len(own.ledger()) == 2


def test_the_event_of_a_list_is_asked_and_can_be_made(dropped, own):
    page = dropped(own, CHECKIN)
    assert button(page, "intake.import").disabled
    box = page.selectbox(key="upload_event_datei.csv")
    assert box.value is None
    page = box.select("new").run()
    page.text_input(key="new_event_title_datei.csv").input("Sommerempfang").run()
    page.date_input(key="new_event_day_datei.csv").set_value("2026-06-18").run()
    button(page, "intake.import").click().run()
    (entry,) = own.active()
    assert entry.tables == {"organisations": 1, "events": 1, "participations": 1}


def test_the_event_of_a_list_may_be_in_another_file(dropped, own):
    calendar = "Veranstaltungs-ID;Titel;Datum;Format;Status\nE1;Sommerempfang;18.06.2026;Empfang;durchgeführt\n"
    page = dropped(own, calendar, a=CHECKIN, b=CHECKIN.replace("A3B7C", "B3B7C"))
    box = page.selectbox(key="upload_event_a.csv")
    assert box.options == [DE.text("intake.event_new"), "Sommerempfang"]
    page = box.select("E1").run()
    page = page.selectbox(key="upload_event_b.csv").select("new").run()
    page.text_input(key="new_event_title_b.csv").input("Nachlese").run()
    page = page.date_input(key="new_event_day_b.csv").set_value("2026-06-19").run()
    assert page.selectbox(key="upload_event_a.csv").options == [DE.text("intake.event_new"), "Sommerempfang"]
    button(page, "intake.import").click().run()
    assert own.active()[-1].tables == {"organisations": 1, "events": 2, "participations": 2}


def test_an_answer_stays_however_long_the_check_takes(dropped, own, monkeypatch):
    calendar = "Veranstaltungs-ID;Titel;Datum;Format;Status\nE1;Sommerempfang;18.06.2026;Empfang;durchgeführt\n"
    page = dropped(own, calendar, a=CHECKIN)
    monkeypatch.setattr(upload, "_AT_ONCE", 0.0)
    page = page.selectbox(key="upload_event_a.csv").select("E1").run()
    assert page.selectbox(key="upload_event_a.csv").value == "E1"
    monkeypatch.setattr(upload, "_AT_ONCE", 60.0)
    page = page.run()
    assert page.selectbox(key="upload_event_a.csv").value == "E1"
    button(page, "intake.import").click().run()
    assert own.active()[-1].tables == {"organisations": 1, "events": 1, "participations": 1}


def test_an_event_just_entered_is_offered_for_the_next_list(dropped, own):
    page = dropped(own, CHECKIN, z=CHECKIN.replace("A3B7C", "B3B7C"))
    page = page.selectbox(key="upload_event_datei.csv").select("new").run()
    page.text_input(key="new_event_title_datei.csv").input("Sommerempfang").run()
    page = page.date_input(key="new_event_day_datei.csv").set_value("2026-06-18").run()
    box = page.selectbox(key="upload_event_z.csv")
    assert box.options == [DE.text("intake.event_new"), "Sommerempfang"]
    button(box.select_index(1).run(), "intake.import").click().run()
    assert own.active()[-1].tables == {"organisations": 1, "events": 1, "participations": 2}


def test_the_event_of_a_list_can_be_picked(dropped, demo):
    page = dropped(demo, CHECKIN)
    page.checkbox(key="replace_demo").uncheck().run()
    box = page.selectbox(key="upload_event_datei.csv")
    assert len(box.options) > 50
    page = box.select("V68").run()
    button(page, "intake.import").click().run()
    assert demo.active()[-1].tables == {"organisations": 1, "participations": 1}


def test_the_year_of_a_list_of_members_is_asked(dropped, own):
    page = dropped(own, "Firma\nLohmann AG\n", name="Mitglieder.csv")
    assert button(page, "intake.import").disabled
    (box,) = page.number_input
    assert box.value is None
    page = box.set_value(2024).run()
    button(page, "intake.import").click().run()
    assert own.active()[0].tables == {"organisations": 1}


def test_how_open_numbers_are_meant_is_asked(dropped, own):
    page = dropped(own, OPEN_SUMS)
    assert [box.value for box in page.radio] == [None]
    page = page.radio[0].set_value("comma").run()
    button(page, "intake.import").click().run()
    assert own.active()[0].tables["funding"] == 1


def test_a_large_cooperation_can_be_confirmed(dropped, own):
    page = dropped(own, PROGRAMME)
    (box,) = [box for box in page.checkbox if box.label == DE.text("intake.allow_large", most=MOST_MEMBERS)]
    assert "Mitglieder der Kooperationen" not in page.table[0].value.index
    page = box.check().run()
    assert page.table[0].value.loc["Mitglieder der Kooperationen", "Neu"] == "61"


def test_a_file_that_is_none_is_said_to_be_none(dropped, own):
    page = dropped(own, "", name="leer.csv")
    assert not page.exception
    assert button(page, "intake.import").disabled
    assert own.ledger() == []
