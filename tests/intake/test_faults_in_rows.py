"""Rows with something wrong in them: each is rejected whole, by line, column and reason; the others come in."""

import json
from datetime import date

import duckdb
import pytest

from analytics.intake.rejected_rows import rejected_rows
from analytics.warehouse import build
from tests.intake.conftest import account, told

EVENTS = "event_id;title;starts_on;ends_on;format;status\n"


def test_a_headers_double_is_tolerated_where_it_agrees(intake):
    header = "organisation_id;Name;name;kind;kind\n"
    intake.file("organisations.csv", header + "o1;A;A;company;\no2;;B;;company\no3;C;D;company;company\n")
    report = intake.take()
    assert told(report) == [("organisations.csv", 4, "name", "contradiction")]
    assert intake.rows("organisations", "organisation_id", "name", "kind") == [
        ("o1", "A", "company"),
        ("o2", "B", "company"),
    ]


@pytest.mark.parametrize(
    ("cell", "stored"),
    [
        ('=HYPERLINK("http://example.org","x")', '=HYPERLINK("http://example.org","x")'),
        ("=1+1", "=1+1"),
        ("@SUM(A1)", "@SUM(A1)"),
        ("+49 GmbH", "+49 GmbH"),
        ("-1", "-1"),
        ('="007"', "007"),
        ('="  007 "', "007"),
        ("'=1+1", "=1+1"),
        ("'t Hooft BV", "'t Hooft BV"),
        ("\u00a0A\u200b ", "A"),
        ("a\tb", "a b"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("NULL AG", "NULL AG"),
        ("nan GmbH", "nan GmbH"),
        ("'; drop table draft_organisations; --", "'; drop table draft_organisations; --"),
    ],
)
def test_a_name_is_text_whatever_it_looks_like(intake, cell, stored):
    intake.file("organisations.csv", 'organisation_id;name;kind\no1;"' + cell.replace('"', '""') + '";company\n')
    assert intake.take().rejections == []
    assert intake.rows("organisations", "name") == [(stored,)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-12-31", date(2025, 12, 31)),
        ("31.12.2025", date(2025, 12, 31)),
        ("1.2.2025", date(2025, 2, 1)),
        ("31.12.25", date(2025, 12, 31)),
        ("2025-12-31 23:30:00", date(2025, 12, 31)),
        ("2025-12-31T23:30:00+02:00", date(2025, 12, 31)),
        ("2025-01-01T00:30:00+02:00", date(2024, 12, 31)),
        ("31.12.2025 18:00", date(2025, 12, 31)),
        ("31.12.20225", None),
        ("20225-12-31", None),
        ("20251231", None),
        ("2025-02-29", None),
        ("31.04.2025", None),
        ("0025-12-31", None),
        ("2201-01-01", None),
        ("12/31/2025", None),
        ("45657", None),
        ("tomorrow", None),
        ("2025-12-31 or so", None),
    ],
)
def test_dates(intake, written, read):
    intake.file("events.csv", EVENTS + f"e1;Empfang;{written};;reception;held\n")
    report = intake.take()
    if read is None:
        assert told(report) == [("events.csv", 2, "starts_on", "unreadable_date")]
        assert written in report.rejections[0].reason("de")
    else:
        assert intake.rows("events", "starts_on") == [(read,)]


def test_an_event_that_ends_before_it_starts(intake):
    intake.file(
        "events.csv", EVENTS + "e1;A;02.01.2024;01.01.2024;reception;held\ne2;B;02.01.2024;02.01.2024;forum;held\n"
    )
    report = intake.take()
    assert told(report) == [("events.csv", 2, "ends_on", "wrong_order")]
    assert intake.rows("events", "event_id") == [("e2",)]


def test_two_organisations_with_one_id(intake):
    intake.file("organisations.csv", "organisation_id;name;kind\no1;A;company\no2;B;company\no1;C;science\n")
    report = intake.take()
    assert told(report) == [("organisations.csv", 4, "organisation_id", "duplicate")]
    assert "2" in report.rejections[0].reason("de")
    assert intake.rows("organisations", "name") == [("A",), ("B",)]


def test_parents_in_a_circle(intake):
    intake.file(
        "o.csv",
        "organisation_id;name;kind;parent_id\n1;A;company;2\n2;B;company;3\n3;C;company;1\n4;D;company;4\n5;E;company;1\n",
    )
    report = intake.take()
    assert told(report) == [("o.csv", line, "parent_id", "circle") for line in (2, 3, 4, 5)]
    assert report.unassigned == {("organisations", "parent_id"): 1}
    assert intake.rows("organisations", "name") == [("E",)]


def test_a_circle_that_only_the_store_closes(intake):
    intake.file("a.csv", "organisation_id;name;kind;parent_id\n1;A;company;2\n2;B;company;\n")
    intake.take("a.csv")
    intake.file("b.csv", "organisation_id;name;kind;parent_id\n2;B;company;1\n")
    assert told(intake.take("b.csv")) == [("b.csv", 2, "parent_id", "circle")]


def test_what_refers_to_nothing_is_rejected(intake):
    intake.file("members.csv", "cooperation_id;organisation_id;role\nc1;o1;lead\n")
    intake.file("consultations.csv", "consultation_id;organisation_id;held_on\nb1;o9;2024-01-01\n")
    report = intake.take()
    assert told(report) == [
        ("consultations.csv", 2, "organisation_id", "no_such_row"),
        ("members.csv", 2, "cooperation_id", "no_such_row"),
        ("members.csv", 2, "organisation_id", "no_such_row"),
    ]
    assert account(report) == (2, 0, 2)


def test_what_refers_to_a_rejected_row_is_rejected_with_it(intake):
    intake.file("cooperations.csv", "cooperation_id;title;kind\nc1;A;nonsense\nc2;B;pilot\n")
    intake.file("stages.csv", "cooperation_id;stage;since\nc1;3;2024-01-01\nc2;3;2024-01-01\n")
    report = intake.take()
    assert told(report) == [
        ("cooperations.csv", 2, "kind", "unreadable_choice"),
        ("stages.csv", 2, "cooperation_id", "no_such_row"),
    ]
    assert len(intake.rows("cooperation_stages")) == 1


def test_a_guest_of_an_unknown_organisation_is_unassigned_and_heals(intake):
    intake.file("events.csv", EVENTS + "e1;A;02.01.2024;;reception;held\n")
    intake.file("participations.csv", "event_id;organisation_id;status\ne1;o1;attended\n")
    report = intake.take("events.csv", "participations.csv")
    assert report.rejections == []
    assert report.unassigned == {("participations", "organisation_id"): 1}
    assert _guests(intake) == [(None,)]
    intake.file("organisations.csv", "organisation_id;name;kind\no1;A;company\n")
    intake.take("organisations.csv")
    assert _guests(intake) == [("o1",)]


def _guests(intake):
    with duckdb.connect(str(build(intake.store).path), read_only=True) as connection:
        return connection.execute("select organisation_id from base.participations").fetchall()


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (["1.234,5", "0,25"], [1234.5, 0.25]),
        (["1,234.5", "0.25"], [1234.5, 0.25]),
        (["1.234", "7,5"], [1234.0, 7.5]),
        (["nan", "5"], [None, 5.0]),
        (["1.234", "7.25"], [1.234, 7.25]),
        (["1 234,50 €", "EUR 3"], [1234.5, 3.0]),
        (["1e3", "5"], [1000.0, 5.0]),
    ],
)
def test_decimals(intake, cells, read):
    rows = "".join(f'"c{number}";"o1";"2024-01-01";"{cell}"\n' for number, cell in enumerate(cells))
    intake.file("organisations.csv", "organisation_id;name;kind\no1;A;company\n")
    intake.file("consultations.csv", "consultation_id;organisation_id;held_on;hours\n" + rows)
    assert intake.take().rejections == []
    assert [hours for (hours,) in intake.rows("consultations", "hours")] == read


@pytest.mark.parametrize("cell", ["-1", "1.2.3", "ten", "inf", "1,2,3", "99999999"])
def test_numbers_that_are_none_or_out_of_bounds(intake, cell):
    intake.file("organisations.csv", "organisation_id;name;kind\no1;A;company\n")
    intake.file("consultations.csv", f"consultation_id;organisation_id;held_on;hours\nc1;o1;2024-01-01;{cell}\n")
    assert [key for *_, key in told(intake.take())] == ["unreadable_decimal"]


@pytest.mark.parametrize(
    ("written", "kept_as"),
    [
        ("1067", "01067"),
        ("01067", "01067"),
        ('="01067"', "01067"),
        ("44135", "44135"),
        ("123456", "123456"),
        ("SW1A", "SW1A"),
    ],
)
def test_lost_leading_zeros_come_back(intake, written, kept_as):
    intake.file("organisations.csv", f"organisation_id;name;kind;PLZ\no1;A;company;{written}\n")
    intake.take()
    assert intake.rows("organisations", "postcode") == [(kept_as,)]


@pytest.mark.parametrize(
    ("written", "district"), [("5913", "05913"), ("abroad", "abroad"), ("059130", None), ("Dortmund", None)]
)
def test_districts(intake, written, district):
    intake.file("organisations.csv", f"organisation_id;name;kind;Kreis\no1;A;company;{written}\n")
    report = intake.take()
    if district is None:
        assert told(report) == [("organisations.csv", 2, "district", "unreadable_text")]
    else:
        assert intake.rows("organisations", "district") == [(district,)]


PEOPLE = (
    "event_id;organisation_id;person_id;status;Vorname;Nachname;E-Mail\n"
    "e1;o1;p1;attended;Erika;Mustermann;erika@example.org\n"
    "e1;o1;max@example.org;attended;Max;Mustermann;max@example.org\n"
    "e1;o1;p3;nonsense;Emil;Beispiel;emil@example.org\n"
    "e1;o1;p4;attended;Anna;Beispiel\n"
)


def test_no_reason_and_no_file_holds_a_persons_data(intake):
    intake.file("events.csv", EVENTS + "e1;A;02.01.2024;;reception;held\n")
    intake.file("organisations.csv", "organisation_id;name;kind\no1;A;company\n")
    intake.file("participations.csv", PEOPLE)
    report = intake.take()
    assert account(report) == (6, 4, 2)
    told_text = json.dumps([[found.reason("de"), found.reason("en"), found.value] for found in report.rejections])
    stored = [
        repr(duckdb.execute("from read_parquet(?)", [str(file)]).fetchall())
        for file in intake.store.batches.rglob("*.parquet")
    ]
    entry = next(intake.store.batches.rglob("entry.json")).read_text("utf-8")
    for name in ("Erika", "Max", "Emil", "Anna", "Mustermann", "Beispiel", "@", "p3"):
        assert name not in told_text
        assert not any(name in text for text in (*stored, entry))
    assert report.ignored == {"participations.csv": ["Vorname", "Nachname", "E-Mail"]}


def test_a_list_without_a_header_shows_nobody(intake):
    intake.file("liste.csv", "Erika Mustermann;erika@example.org\nMax Mustermann;max@example.org\n")
    intake.file("namen.csv", "Erika Mustermann;Dortmund\nMax Mustermann;Hamm\n")
    intake.file("organisations.csv", "organisation_id;name;kind\no1;A;company\n")
    report = intake.take()
    assert told(report) == [("liste.csv", None, None, "no_header"), ("namen.csv", None, None, "unknown_header")]
    assert "Mustermann" not in report.rejections[0].reason("de")
    assert "Mustermann" not in repr(rejected_rows(intake.store, report.batch).to_pylist())


def test_a_batch_keeps_what_was_not_taken(intake):
    intake.file(
        "organisations.csv", "organisation_id;name;Art;extra\no1;A;Firma;x\no2;B;Uni;y\no3;;Firma;z\no4;D;Firma;z;z\n"
    )
    report = intake.take()
    rows = rejected_rows(intake.store, report.batch).to_pylist()
    assert [(row["file"], row["line"], row["column"], row["key"]) for row in rows] == [
        ("organisations.csv", 3, "kind", "rejections.unreadable_choice"),
        ("organisations.csv", 4, "name", "rejections.required"),
        ("organisations.csv", 5, None, "rejections.wrong_columns"),
    ]
    assert rows[0]["reason_en"].startswith("“Uni” is no value for Kind.")
    assert rows[1]["reason_de"] == "Name fehlt."
    assert [json.loads(row["cells"]) if row["cells"] else None for row in rows] == [
        {"organisation_id": "o2", "name": "B", "Art": "Uni"},
        {"organisation_id": "o3", "name": None, "Art": "Firma"},
        None,
    ]


def test_a_batch_without_rejections_keeps_none(intake):
    intake.file("organisations.csv", "organisation_id;name;kind\no1;A;company\n")
    assert rejected_rows(intake.store, intake.take().batch).num_rows == 0


@pytest.mark.parametrize(
    "header",
    [
        "Organisations-ID;Name;Art;Größe;Gründungsjahr",
        "organisations-id;NAME;art;groesse;gruendungsjahr",
        "Organisations ID;name;Art;Grosse;Grundungsjahr",
        "organisation_id;name;kind;size;founded_year",
        "Organisation ID;Name;Kind;Size;Founded",
        "org_id;Name;org_type;size_class;Founded",
        '"Organisations-ID *";"Name *";"Art *";"Größe";"Gründungsjahr"',
    ],
)
def test_headers_of_either_language_with_and_without_umlauts(intake, header):
    intake.file("liste.csv", f"{header}\no1;A;Unternehmen;Groß (ab 250);1999\no2;B;science;large;2001\n")
    assert intake.take().rejections == []
    assert intake.rows("organisations", "kind", "size", "founded_year") == [
        ("company", "large", 1999),
        ("science", "large", 2001),
    ]


def test_a_list_without_its_required_columns_is_not_taken_for_another_table(intake):
    intake.file("liste.csv", "event_id;organisation_id\ne1;o1\n")
    report = intake.take()
    assert told(report) == [("liste.csv", None, None, "near_misses")]
    assert "Teilnahmen (verstanden: event_id, organisation_id; es fehlt: Stand)" in report.rejections[0].reason("de")
    assert "Participations (understood: event_id, organisation_id; missing: Status)" in report.rejections[0].reason(
        "en"
    )
