"""Stores in which nothing has a day yet: every page says what there is and what it lacks, none that there is nothing."""

import json

import pytest

from analytics.commands.run import run
from analytics.intake.importing import import_files
from analytics.language import LANGUAGES, Language
from analytics.store import Store
from analytics.warehouse import View, build, contents, current
from pages.parts.escape_markdown import escape_markdown

ORGANISATIONS = "organisation_id;name;kind\no1;Kessel;company\no2;Lohmann;company\n"
STORES = {
    "cooperations": (
        {"t": "Projekt-ID;Projekt;Unternehmen\nP1;A;Kessel Optik GmbH\nP1;A;Lohmann AG\n"},
        [
            "Organisationen (2), Kooperationen (1) und Mitglieder der Kooperationen (2)",
            "1 Kooperation fehlt der Beginn",
        ],
    ),
    "organisations": ({"o": ORGANISATIONS}, ["Organisationen (2)", "Es fehlen Veranstaltungen"]),
    "targets": ({"z": "kpi;due_on;target\nevents_held;2030-12-31;12\n"}, ["Ziele (1)", "Es fehlen Veranstaltungen"]),
    "planned events": (
        {"e": "event_id;title;starts_on;format;status\ne1;Fest;2026-06-18;reception;planned\n"},
        ["Veranstaltungen (1)", "1 Veranstaltung zählt, sobald"],
    ),
    "funding": (
        {"o": ORGANISATIONS, "f": "funding_id;organisation_id;programme;status\nf1;o1;EFRE;submitted\n"},
        ["Förderung (1)", "1 Förderantrag zählt ab dem Tag"],
    ),
    "people": ({"o": ORGANISATIONS, "p": "person_id;organisation_id\nx7;o1\n"}, ["Personen (1)", "Es fehlen"]),
}
PAGES = ["overview", "growth", "events", "cooperation", "organisations", "region", "progress", "evening", "intake"]


@pytest.fixture(scope="module", params=STORES)
def undated(request, tmp_path_factory):
    """A store, and what every page of it must say in German."""
    files, sentences = STORES[request.param]
    folder = tmp_path_factory.mktemp("undated")
    (folder / "files").mkdir()
    for name, content in files.items():
        (folder / "files" / f"{name}.csv").write_text(content, "utf-8")
    store = Store(folder / "store")
    assert import_files(store, [folder / "files"]).rejections == []
    build(store)
    return store, sentences


@pytest.mark.parametrize("name", PAGES)
def test_no_page_says_that_there_is_nothing(undated, opened, name):
    store, sentences = undated
    page = opened(store, name, lang="de")
    assert not page.exception
    shown = "\n".join(element.value for kind in ("info", "markdown", "warning") for element in getattr(page, kind))
    assert escape_markdown(Language("de").text("frame.empty")) not in shown
    assert "Noch keine Daten" not in shown
    if name not in ("evening", "intake"):
        for sentence in sentences:
            assert escape_markdown(sentence) in shown


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", ["network", "encounters", "kpis"])
def test_no_command_says_that_there_is_nothing(undated, capsys, monkeypatch, command, lang):
    store, sentences = undated
    monkeypatch.setenv("NETWORK_STORE", str(store.folder))
    assert run(["--language", lang, command]) == 0
    out = capsys.readouterr().out
    assert "Noch keine Daten" not in out
    assert "No data yet" not in out
    if lang == "de" and command != "kpis":
        assert all(sentence in out for sentence in sentences)


def test_the_network_command_counts_the_undated(tmp_path, capsys, monkeypatch):
    (tmp_path / "t.csv").write_text("Projekt-ID;Projekt;Unternehmen;Start\nP1;A;X;\nP2;B;X;01.01.2024\n", "utf-8")
    store = Store(tmp_path / "store")
    import_files(store, [tmp_path / "t.csv"])
    build(store)
    assert contents(View(current(store))).undated == 1
    monkeypatch.setenv("NETWORK_STORE", str(store.folder))
    run(["network", "--json"])
    assert json.loads(capsys.readouterr().out)["undated_cooperations"] == 1
    run(["--language", "de", "network"])
    assert "1 Kooperation fehlt der Beginn" in capsys.readouterr().out


def test_page_data_counts_the_undated(tmp_path, opened):
    (tmp_path / "t.csv").write_text("Projekt-ID;Projekt;Unternehmen;Start\nP1;A;X;\nP2;B;X;01.01.2024\n", "utf-8")
    store = Store(tmp_path / "store")
    import_files(store, [tmp_path / "t.csv"])
    build(store)
    told = escape_markdown(Language("de").text("frame.lacks_cooperations", n=1))
    assert told in [warning.value for warning in opened(store, "intake", lang="de").warning]
