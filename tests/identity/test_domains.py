"""The domain of an e-mail address helps to tell whose a name is while a file comes in, and is nowhere afterwards."""

import pytest

from analytics.commands.run import run
from analytics.identity.joining import join_sure
from analytics.intake.importing import import_files
from analytics.store import Store
from analytics.warehouse import build
from tests.intake.disk import everything

HEADER = "Veranstaltung;Datum;Status;Firma;E-Mail Teilnehmer*in\n"


def guests(*rows):
    return HEADER + "".join(f"Fest;01.03.2025;anwesend;{firm};{mail}\n" for firm, mail in rows)


@pytest.fixture
def taken(tmp_path):
    """What an import of this text tells of domains, by the organisations' names, and which names are joined by it."""

    def take(text):
        store, file = Store(tmp_path / "store"), tmp_path / "gaeste.csv"
        file.write_text(text, "utf-8")
        report = import_files(store, [file])
        joined = join_sure(store, title="join", domains=report.domains)
        build(store)
        return store, report, {frozenset((join.joined.name, join.lead.name)) for join in joined.joins}

    return take


def test_two_names_of_one_domain_are_one(taken):
    store, report, joined = taken(
        guests(("Almefunken", "a.z@almefunken.de"), ("Almefunken GmbH", "B.Y@Almefunken.de "))
    )
    assert set(report.domains.values()) == {frozenset({"almefunken.de"})}
    assert joined == {frozenset(("Almefunken", "Almefunken GmbH"))}
    assert "almefunken.de" not in everything(store.folder).casefold()


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("a.z@almefunken.de", "b.y@almefunken.com"),
        ("almefunken@gmx.de", "almefunken2@gmx.de"),
        ("a.z@almefunken.de", ""),
        ("a.z@almefunken.de, a.z@reisen.example", "b.y@almefunken.de kein Verteiler"),
    ],
)
def test_without_one_of_their_own_two_names_stay_two(taken, mine, theirs):
    _, _, joined = taken(guests(("Almefunken", mine), ("Almefunken GmbH", theirs)))
    assert joined == set()


def test_a_row_that_says_two_domains_says_nothing(taken):
    text = "Veranstaltung;Datum;Status;Firma;E-Mail;E-Mail Teilnehmer*in\n"
    text += "Fest;01.03.2025;anwesend;Almefunken;buero@reisen.example;a.z@almefunken.de\n"
    assert taken(text)[1].domains == {}


def test_a_domain_that_many_have_is_nobodys_own(taken):
    names = ("Almefunken", "Kessel Optik", "Lohmann", "Bever Textil", "Diemel Robotik", "Emscher Plasma")
    assert len(taken(guests(*((name, "a@anmelden.example") for name in names[:5])))[1].domains) == 5
    assert taken(guests(*((name, "b@anmelden.example") for name in names)))[1].domains == {}


def test_another_organisation_of_the_same_domain_is_not_joined(taken):
    _, _, joined = taken(guests(("Almefunken GmbH", "a@almefunken.de"), ("Bever Textil GmbH", "b@almefunken.de")))
    assert joined == set()


def test_the_command_joins_by_them_too(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("NETWORK_STORE", str(tmp_path / "store"))
    file = tmp_path / "gaeste.csv"
    file.write_text(guests(("Almefunken", "a.z@almefunken.de"), ("Almefunken GmbH", "b.y@almefunken.de")), "utf-8")
    run(["import", str(file)])
    told = capsys.readouterr().out
    assert "Domain" in told
    assert "almefunken.de" not in told
