"""Columns that may hold persons are not read, whatever the format, and the answer says so."""

import pytest

from analytics.intake.formats.cordis import _ORGANIZATION, _PROJECT
from analytics.intake.mapping import ColumnMapping
from analytics.intake.personal import harmless_title
from analytics.intake.vocabulary import vocabulary
from analytics.model import TABLES
from tests.intake.conftest import told

PROJECTS = "Projekt-ID;Projekt;Name;Vorname;Unternehmen;Beginn\n"


def names(intake):
    return sorted(row["name"] for row in intake.rows("organisations"))


def left_out(report):
    """What the answer says was left out: (column, reason)."""
    return [(note.column, note.key.partition(".")[2]) for note in report.notes if note.line is None]


def stored(intake):
    return b"".join(file.read_bytes() for file in sorted(intake.store.folder.rglob("*")) if file.is_file())


def test_a_name_beside_an_enterprise_is_a_persons(intake):
    intake.file(
        "projekte.csv",
        PROJECTS
        + "P1;KI-Pilot;Zweifel;Ada;Kessel Optik GmbH;01.03.2026\nP1;KI-Pilot;Anders;Bo;Lohmann AG;01.03.2026\n",
    )
    report = intake.take()
    assert report.rejections == []
    assert names(intake) == ["Kessel Optik GmbH", "Lohmann AG"]
    assert left_out(report) == [("Name", "personal_beside"), ("Vorname", "personal_title")]
    assert report.notes[0].sentence("de") == (
        "Nicht gelesen: Neben „Unternehmen“ gilt dies als Name einer Person. "
        "Sind es Organisationen, sagt das eine Zuordnungsdatei."
    )
    assert report.ignored == {"projekte.csv": ["Name", "Vorname"]}


def test_what_a_mapping_file_names_is_read(intake):
    intake.file("projekte.csv", PROJECTS + "P1;KI-Pilot;Karl Weber;;x;01.03.2026\n")
    report = intake.take(mappings=(ColumnMapping({"organisation_name": "Name"}),))
    assert names(intake) == ["Karl Weber"]
    assert left_out(report) == [("Vorname", "personal_title")]


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["Kessel Optik GmbH", "Dr. Müller Maschinenbau", "Karl Weber"], None),
        (["Ingenieurbüro Karl Weber"], None),
        (["Ada Zweifel", "Bo Anders", "Kessel Optik GmbH"], "personal_values"),
        (["Zweifel, Ada"], "personal_values"),
        (["Zweifel", "Anders"], "undecided_name"),
        (["Zweifel", "Kessel Optik GmbH", "Anders"], "undecided_name"),
    ],
)
def test_a_name_without_an_enterprise_beside_it_is_whose_its_values_say(intake, cells, found):
    intake.file("t.csv", "Projekt;Beginn;Name\n" + "".join(f"A;01.03.2026;{cell}\n" for cell in cells))
    report = intake.take()
    if found is None:
        assert names(intake) == sorted(cells)
        assert left_out(report) == []
    else:
        assert report.batch is None
        assert left_out(report) == [("Name", found)]


@pytest.mark.parametrize("title", ["Organisation", "Unternehmen", "Partner"])
def test_a_column_of_persons_is_recognised_under_an_organisations_title(intake, title):
    intake.file("t.csv", f"Projekt;Beginn;{title}\nA;01.03.2026;Ada Zweifel\nA;01.03.2026;Bo Anders\n")
    report = intake.take()
    assert report.batch is None
    assert left_out(report) == [(title, "personal_values")]


def test_the_models_own_table_says_whose_name_it_is(intake):
    header = "Organisations-ID;Name;Art\n"
    intake.file("a.csv", header + "o1;Kessel;Unternehmen\no2;Lohmann;Unternehmen\no3;Karl Weber;Unternehmen\n")
    assert left_out(intake.take()) == []
    assert names(intake) == ["Karl Weber", "Kessel", "Lohmann"]


@pytest.mark.parametrize("beside", ["Vorname", "Anrede", "Firma", "Arbeitgeber"])
def test_in_the_models_own_table_a_name_can_be_a_persons_too(intake, beside):
    intake.file("organisationen.csv", f"Organisations-ID;Name;{beside};Art\no1;Zweifel;Ada;Unternehmen\n")
    report = intake.take()
    assert told(report) == [("organisationen.csv", 2, "name", "required")]
    assert ("Name", "personal_beside") in left_out(report)


FOREIGN = """
Vorname|Nachname|Familienname|First Name|Last Name|Given name|Family name|Full name
E-Mail|Email|E-mail address|Teilnehmer-E-Mail|E-Mail Teilnehmer*in|Attendee email|Participant E-mail
Telefon|Telefonnummer|Phone number|Cell Phone|Mobil|Handy|Fax
Ansprechpartner|Ansprechpartner/in|Ansprechpartnerin|Kontaktperson|Contact person|Contact
Name Teilnehmer*in|Name des Teilnehmers|Teilnehmer*innenname: Vorname|Teilnehmername: Titel|Attendee name
Attendee name: Given name|Rechnungsadresse: Name|Invoice address name|Display Name|Sort Name|Participant Name
Anrede|Salutation|Prefix|Geburtsdatum|Date of birth|Adresse|Address|Home Address 1|Straße|Ticket-Code|Ticket secret
Cognome|Nome|Speaker|Referent/in|Projektleitung|Geschäftsführer|Telefonnr.|Geburtstag|URL of Member Profile
"""


@pytest.mark.parametrize("title", [title for line in FOREIGN.split("\n") for title in line.split("|") if title])
def test_titles_of_other_systems_are_recognised(intake, title):
    intake.file("t.csv", f"Projekt;Beginn;Organisation;{title}\nA;01.03.2026;Kessel Optik GmbH;Zweifel\n")
    report = intake.take()
    assert left_out(report) == [(harmless_title(title), "personal_title")]
    assert names(intake) == ["Kessel Optik GmbH"]


def test_no_title_that_is_known_here_is_taken_for_a_persons(intake):
    known = {
        title
        for names in (vocabulary("flat"), _PROJECT, _ORGANIZATION)
        for name in names
        for title in (name, *names[name])
    }
    known |= {
        title
        for table in TABLES.values()
        for column in table.columns
        for title in (column.name, column.label.de, column.label.en, *column.aliases)
    }
    header = sorted(known - {"name", "Name"})
    intake.file("t.csv", ";".join(header) + "\n" + ";".join("x" for _ in header) + "\n")
    assert left_out(intake.take()) == []


def test_a_persons_name_in_a_rejected_row_is_not_kept(intake):
    """Not what stood in columns of persons, nor those words in another column, nor what is out of step."""
    intake.file(
        "organisations.csv",
        "organisation_id;name;Art;Größe;PLZ;Ansprechpartner\n"
        "o1;Kessel Optik GmbH;Zweifel;;;Ada Zweifel\n"
        "o2;Lohmann AG;Anders;Bo Andersen;;\n"
        "o3;Weber, Anna;Unternehmen;Klein;Zeile 0171 1234567;\n"
        "o4;Stahl GmbH;Quatsch;Klein;44137;\n"
        "o5;Eisen GmbH;Unternehmen;Klein;44137;Tilda Anders\n",
    )
    report = intake.take()
    assert {line for _, line, _, _ in told(report)} == {2, 3, 5}
    content = "".join(found.reason("de") for found in report.rejections)
    for name in ("Zweifel", "Anders", "1234567"):
        assert name not in content
    for name in (b"Zweifel", b"Anders", b"1234567", b"Andersen", b"Tilda"):
        assert name not in stored(intake)


def test_words_stand_for_roles_and_names_do_not(intake):
    intake.file("people.csv", "person_id;role_group\np1;Geschäftsführung\np2;Ada Zweifel\np3;Technik und Produktion\n")
    report = intake.take()
    assert intake.rows("people", "role_group") == [("Geschäftsführung",), (None,), ("Technik und Produktion",)]
    assert [(note.key, note.line, note.things) for note in report.notes] == [("notes.no_role", 3, 1)]
