"""pretix asked directly gives the rows of its exports, page by page, from where the last pull ended, and no person."""

import copy
import logging
import os
import re
import socket
import ssl
from contextlib import contextmanager

import pytest

from analytics.errors import IntakeError
from analytics.intake.hints import Hints
from analytics.intake.importing import import_files
from analytics.intake.pretix import Pretix, pull, token
from analytics.intake.pretix.exports import ORDER_FIELDS
from analytics.store import Store
from analytics.warehouse import build
from tests.intake.conftest import Intake
from tests.intake.disk import everything
from tests.intake.pretix.answering import RECORDED, TOKEN, answering

TABLES = {
    "events": ("event_id", "title", "starts_on", "ends_on", "venue", "format", "status"),
    "organisations": ("organisation_id", "name", "kind"),
    "participations": ("participation_id", "event_id", "organisation_id", "status", "registered_on"),
}


@pytest.fixture
def answers():
    with answering() as (held, address):
        held.address = address
        yield held


@contextmanager
def asked(address, given=TOKEN, organiser="netzwerk"):
    waits = []
    with Pretix(address, organiser, given, wait=waits.append) as pretix:
        pretix.waits = waits
        yield pretix


def pulled(store, answers, **said):
    with asked(answers.address) as pretix:
        return pull(store, pretix, **said)


def rows(intake):
    return {table: intake.rows(table, *columns) for table, columns in TABLES.items()}


def statuses(intake):
    names = dict(intake.rows("organisations", "organisation_id", "name"))
    found = intake.rows("participations", "event_id", "organisation_id", "status")
    return sorted((event, names.get(organisation), status) for event, organisation, status in found)


def test_the_rows_are_those_of_the_exports(intake, tmp_path, answers):
    address = os.environ.get("PRETIX_ADDRESS") or answers.address
    with asked(address, os.environ.get("PRETIX_TOKEN") or TOKEN) as pretix:
        assert pull(intake.store, pretix).rejections == []
    (tmp_path / "by-files").mkdir()
    files = Intake(tmp_path / "by-files")
    # The same secret makes the same keys of guests.
    (files.store.folder / "persons.secret").write_bytes((intake.store.folder / "persons.secret").read_bytes())
    events = {f"checkin_{slug}.csv": slug for slug in ("fest26", "messe26")}
    names = ["events.csv", "positions_fest26.csv", "positions_messe26.csv", "checkin_fest26.csv"]
    assert import_files(files.store, [RECORDED / name for name in names], Hints(events=events)).rejections == []
    # An export does not tell who only tested; pretix itself does.
    by_files = rows(files)
    tester = next(key for key, name, _ in by_files["organisations"] if name == "Probe GmbH")
    by_files = {table: [row for row in found if tester not in row] for table, found in by_files.items()}
    assert rows(intake) == by_files


def test_who_came_who_did_not_who_cancelled_and_who_only_tested(intake, answers):
    # Of A3B7C the first guest was let in, the second, without an organisation of his own, was not; the meal is nobody.
    # D4E5F was cancelled as a whole, of K8L9M the second guest; G6H7J is not paid, so that nobody waits for it.
    pulled(intake.store, answers)
    assert statuses(intake) == [
        ("fest26", "Kessel Optik GmbH", "attended"),
        ("fest26", "Linse KG", "registered"),
        ("fest26", "Lohmann AG", "attended"),
        ("fest26", "Lohmann AG", "cancelled"),
        ("fest26", "Lohmann AG", "cancelled"),
        ("fest26", "Rechnungs AG", "no_show"),
        ("messe26", "Kessel Optik GmbH", "registered"),
        ("messe26", "Universität Bielefeld", "registered"),
    ]


def test_nothing_of_a_person_and_no_token_reaches_disk_log_or_answer(intake, answers, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    report = pulled(intake.store, answers)
    build(intake.store)
    said = repr(report) + "".join(capfd.readouterr()) + caplog.text
    for text in (everything(intake.store.folder), said):
        assert not re.search(f"zweifelmann|Cy Dritt|example.org|{TOKEN}", text, re.IGNORECASE)
        assert not re.search("A3B7C|D4E5F", text)


def test_neither_addresses_nor_answers_are_asked_for(answers, intake):
    pulled(intake.store, answers)
    query = next(path for path in answers.asked if "/fest26/orders/" in path)
    assert set(re.findall("include=([a-z_.]+)", query)) == set(ORDER_FIELDS)
    assert not any(re.search("mail|phone|street|zipcode|answers|secret", field) for field in ORDER_FIELDS)


def test_a_second_pull_asks_only_for_what_changed_since_the_first_and_brings_only_that(intake, answers):
    pulled(intake.store, answers)
    answers.asked.clear()
    assert pulled(intake.store, answers).batch is None
    assert [path.partition("?")[0].partition("netzwerk/")[2] for path in answers.asked] == ["orders/", "events/"]
    assert "modified_since=2026-12-01T14" in answers.asked[0]

    late = next(order for order in answers.orders["messe26"] if order["code"] == "Q3R4S")
    late["last_modified"] = "2026-12-01T15:00:00Z"
    late["positions"][0]["checkins"] = [{"datetime": "2026-09-03T08:05:00Z", "type": "entry"}]
    answers.asked.clear()
    report = pulled(intake.store, answers)
    assert not any("fest26" in path for path in answers.asked)
    # The other guest of that event did not change in pretix, and yet did not come.
    assert report.tables == {"participations": 2}
    assert statuses(intake)[-2:] == [
        ("messe26", "Kessel Optik GmbH", "no_show"),
        ("messe26", "Universität Bielefeld", "attended"),
    ]


def test_what_was_taken_back_is_asked_for_anew(intake, answers):
    batch = pulled(intake.store, answers).batch
    intake.store.undo(batch)
    assert pulled(intake.store, answers).tables["participations"] == 8
    assert len(intake.store.active()) == 1


def test_a_trial_keeps_nothing_and_a_pull_that_failed_begins_where_the_last_one_did(intake, answers):
    assert pulled(intake.store, answers, dry_run=True).tables["participations"] == 8
    ok = (200, {}, '{"next": null, "results": []}')
    answers.instead = [ok, (403, {}, "{}")]
    with pytest.raises(IntakeError):
        pulled(intake.store, answers)
    assert intake.store.ledger() == []
    assert not (intake.store.folder / "pretix.json").exists()
    assert pulled(intake.store, answers).tables["participations"] == 8


def test_each_date_of_a_series_is_an_event_of_its_own(intake, answers):
    answers.events = [copy.deepcopy(answers.events[1]) | {"has_subevents": True}]
    answers.orders = {"messe26": answers.orders["messe26"]}
    answers.dates = {
        "messe26": [
            {
                "id": number,
                "name": {"de": f"Tag {number}", "en": "x"},
                "date_from": f"2026-09-0{number}T22:30:00Z",
                "date_to": None,
            }
            for number in (3, 4)
        ]
    }
    for number, order in zip((3, 4), answers.orders["messe26"], strict=True):
        order["positions"][0]["subevent"] = number
    pulled(intake.store, answers)
    # Half past ten in the evening in UTC is half past midnight in Bielefeld.
    assert [(title, str(day)) for title, day in intake.rows("events", "title", "starts_on")] == [
        ("Tag 3", "2026-09-04"),
        ("Tag 4", "2026-09-05"),
    ]
    assert len({event for (event,) in intake.rows("participations", "event_id")}) == 2


def test_it_waits_as_long_as_pretix_asks_and_tries_again(intake, answers):
    busy = [(429, {"Retry-After": "7"}, "{}"), (503, {}, "")]
    answers.instead = list(busy)
    with asked(answers.address) as pretix:
        pull(intake.store, pretix)
    assert [wait for wait in pretix.waits if wait >= 1] == [7.0, 2.0]
    assert all(wait <= 0.2 for wait in pretix.waits if wait < 1)  # 300 requests a minute at most
    answers.instead = busy[:1] * 6
    assert reason(answers.address) == "pretix_busy"


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ((401, {}, "{}"), "pretix_token"),
        ((403, {}, "{}"), "pretix_forbidden"),
        ((404, {}, "{}"), "pretix_not_found"),
        ((500, {}, "{}"), "pretix_answer"),
        ((302, {"Location": "http://127.0.0.1:9/"}, ""), "pretix_answer"),
        ((200, {}, "<html>"), "pretix_answer"),
        ((200, {}, "[]"), "pretix_answer"),
        ((200, {}, '{"next": null, "results": [{"no": "order"}]}'), "pretix_answer"),
    ],
)
def test_what_pretix_refuses_is_told_in_words_and_nothing_comes_in(answers, answer, key, tmp_path):
    answers.instead = [answer]
    assert reason(answers.address, store=Store(tmp_path / "store")) == key
    assert Store(tmp_path / "store").ledger() == []


def test_a_link_to_the_next_page_leads_nobody_elsewhere_with_the_token(intake, answers):
    answers.next_host = "http://192.0.2.1"
    assert pulled(intake.store, answers).tables["participations"] == 8


def reason(address, given=TOKEN, store=None):
    with pytest.raises(IntakeError) as told, asked(address, given) as pretix:
        pull(store or Store(), pretix)
    assert TOKEN not in told.value.message("de") + told.value.message("en")
    return told.value.key


def test_a_wrong_token_and_another_organiser_are_told(answers):
    assert reason(answers.address, "wrong") == "pretix_token"
    with pytest.raises(IntakeError) as told, asked(answers.address, organiser="../netzwerk") as pretix:
        pull(Store(), pretix)
    assert told.value.key == "pretix_not_found"


def test_nobody_there_or_no_proof_of_who_it_is(answers):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert reason(f"http://127.0.0.1:{port}") == "pretix_unreachable"
    assert isinstance(ssl.SSLError(), OSError)
    assert reason(answers.address.replace("http:", "https:")) == "pretix_certificate"


@pytest.mark.parametrize(
    "address", ["http://pretix.example.org", "ftp://pretix.eu", "https://", "https://me:word@pretix.eu", ""]
)
def test_an_address_on_whose_way_others_could_read_the_token_is_refused(address):
    with pytest.raises(IntakeError) as told:
        Pretix(address, "netzwerk", TOKEN)
    assert told.value.key == "pretix_address"


def test_the_token_comes_from_the_environment_else_from_the_secrets(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NETWORK_PRETIX_TOKEN", raising=False)
    with pytest.raises(IntakeError) as told:
        token()
    assert told.value.key == "pretix_no_token"
    (tmp_path / ".streamlit").mkdir()
    secrets = tmp_path / ".streamlit" / "secrets.toml"
    secrets.write_text('[pretix]\ntoken = "fromsecrets"\n')
    assert token() == "fromsecrets"
    monkeypatch.setenv("NETWORK_PRETIX_TOKEN", "fromenvironment")
    assert token() == "fromenvironment"
    monkeypatch.delenv("NETWORK_PRETIX_TOKEN")
    secrets.write_text('[pretix\ntoken = "s3cret"')
    with pytest.raises(IntakeError) as told:
        token()
    assert "s3cret" not in str(told.value)
