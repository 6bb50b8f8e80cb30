"""A flat table of cooperations, recognised by its titles or by a mapping file."""

from datetime import date

import duckdb
import pytest

from analytics.errors import IntakeError
from analytics.intake.mapping import read_mapping
from analytics.intake.names import organisation_id_of
from analytics.intake.vocabulary import vocabulary
from analytics.warehouse import build
from tests.intake.conftest import account, told

ENGLISH = "project_id,title,start_date,end_date,funding,org_name,country,ags,nuts3,lat,lon\n"


def test_a_row_is_a_cooperation_an_organisation_and_a_member(intake):
    intake.file("t.csv", ENGLISH + "7,Green steel,2022-01-01,2024-12-31,1000,RWE AG,DE,05913,DEA52,51,7\n")
    report = intake.take()
    assert report.format == "flat"
    assert account(report) == (1, 1, 0)
    assert intake.rows("cooperations", "cooperation_id", "title", "kind", "origin", "evidence", "ended_on") == [
        ("7", "Green steel", "research", "unknown", "document", date(2024, 12, 31))
    ]
    assert intake.rows("cooperation_stages", "stage", "since") == [("4", date(2022, 1, 1))]
    assert intake.rows("funding", "funding_id", "cooperation_id", "programme", "approved_eur", "decided_on") == [
        ("7", "7", "unknown", 1000.0, date(2022, 1, 1))
    ]
    (organisation,) = intake.rows("organisations", "organisation_id", "name", "kind", "kind_basis", "district")
    assert organisation[0].startswith("org-")
    assert organisation[1:] == ("RWE AG", "company", "estimated", "05913")
    assert intake.rows("cooperation_members", "cooperation_id", "organisation_id") == [("7", organisation[0])]


def test_german_titles(intake):
    intake.file(
        "vorhaben.csv",
        "Förderkennzeichen;Projekttitel;Laufzeit von;Laufzeit bis;Fördersumme;Zuwendungsempfänger;PLZ;Programm;Rolle\n"
        "03A;Stahl;01.02.2022;31.01.2025;1.234,50;Ruhr-Universität Bochum;44801;BMBF;Koordinator\n",
    )
    assert intake.take().rejections == []
    assert intake.rows("funding", "programme", "approved_eur", "decided_on") == [("BMBF", 1234.5, date(2022, 2, 1))]
    assert intake.rows("cooperation_members", "role") == [("lead",)]
    assert intake.rows("organisations", "kind", "postcode") == [("science", "44801")]


def test_a_title_stands_for_a_missing_identity(intake):
    intake.file("t.csv", "title,start,organisation\nGreen  Steel,2022-01-01,A\ngreen steel,2022-01-01,B\nOther,,C\n")
    intake.take()
    assert len({row["cooperation_id"] for row in intake.rows("cooperation_members")}) == 2


def test_an_organisation_is_known_by_its_name_whatever_its_case_and_blanks(intake):
    names = ["Müller GmbH", "MÜLLER  GMBH", "müllergmbh", "Mueller GmbH", "Müller AG"]
    intake.file(
        "t.csv", ENGLISH + "".join(f"{number},T,2022-01-01,,,{name},DE,,,,\n" for number, name in enumerate(names))
    )
    intake.take()
    assert sorted(row["name"] for row in intake.rows("organisations")) == ["Mueller GmbH", "Müller AG", "Müller GmbH"]
    assert len(intake.rows("cooperation_members")) == 5


def test_a_project_that_ends_before_it_starts_is_rejected_row_by_row(intake):
    intake.file("t.csv", ENGLISH + "1,A,2022-01-01,2021-12-31,5,X AG,DE,,,,\n2,B,2022-01-01,2022-01-01,5,X AG,DE,,,,\n")
    report = intake.take()
    assert told(report) == [("t.csv", 2, "end_date", "wrong_order")]
    assert account(report) == (2, 1, 1)
    assert len(intake.rows("organisations")) == len(intake.rows("funding")) == len(intake.rows("cooperations")) == 1


def test_a_rejected_row_leaves_nothing_behind(intake):
    intake.file("t.csv", ENGLISH + "1,A,31.31.2022,,5,X AG,DE,,,,\n2,,2022-01-01,,5,Y AG,DE,,,,\n3,C,,,5,,DE,,,,\n")
    report = intake.take()
    assert told(report) == [
        ("t.csv", 2, "start_date", "unreadable_date"),
        ("t.csv", 3, "title", "required"),
        ("t.csv", 4, "org_name", "required"),
    ]
    assert report.batch is None
    assert report.tables == {}


@pytest.mark.parametrize(
    ("row", "district"),
    [
        ("DE,05513,,,", "05513"),
        ("DE,5513,,,", "05513"),
        ("DE,,DEA52,,", "05913"),
        ("DE,,DE212,,", "elsewhere"),
        ("Deutschland,,,48.1,11.5", "elsewhere"),
        ("DE,,,,", None),
        ("FR,,,48.1,11.5", "abroad"),
        (",05513,,,", "05513"),
        (",,,,", None),
    ],
)
def test_the_district(intake, row, district):
    intake.file("t.csv", ENGLISH + f"1,A,2022-01-01,,5,X AG,{row}\n")
    intake.take()
    assert intake.rows("organisations", "district") == [(district,)]


@pytest.mark.parametrize(
    ("kind", "basis", "kept"),
    [
        ("startup", "verified", ("startup", "verified")),
        ("startup", "declared", ("startup", "declared")),
        ("startup", "", ("startup", None)),
        ("science", "estimated", ("company", "estimated")),
        ("unknown", "", ("company", "estimated")),
    ],
)
def test_a_guess_never_replaces_what_is_known_better(intake, kind, basis, kept):
    intake.file("organisations.csv", f"organisation_id,name,kind,kind_basis\no1,Stahl,{kind},{basis}\n")
    intake.take("organisations.csv")
    intake.file("t.csv", "project_id,title,start,organisation_id,organisation\n1,A,2022-01-01,o1,Stahl GmbH\n")
    intake.take("t.csv")
    assert intake.rows("organisations", "name", "kind", "kind_basis") == [("Stahl GmbH", *kept)]


def test_a_cell_that_is_empty_here_leaves_the_stores_alone(intake):
    intake.file("organisations.csv", "organisation_id,name,kind,postcode,nace_code\no1,Stahl,company,44135,24.1\n")
    intake.take("organisations.csv")
    intake.file("t.csv", "project_id,title,start,organisation_id,organisation,plz\n1,A,2022-01-01,o1,Stahl GmbH,\n")
    intake.take("t.csv")
    assert intake.rows("organisations", "postcode", "nace_code") == [("44135", "24.1")]


def test_a_flat_table_called_like_a_table_of_the_model_is_still_flat(intake):
    intake.file("projekte.csv", ENGLISH + "7,Green steel,2022-01-01,2024-12-31,1000,RWE AG,DE,05913,DEA52,51,7\n")
    assert intake.take().format == "flat"


def test_a_mapping_file_names_the_columns(intake):
    intake.file("t.csv", "Was;Wer;Wann;Name\nStahl;X AG;01.02.2022;never read\n")
    intake.file(
        "m.yaml", "columns: {title: Was, organisation_name: Wer, starts_on: Wann}\nconstants: {programme: EFRE}\n"
    )
    report = intake.take("t.csv", "m.yaml")
    assert report.rejections == []
    assert report.ignored == {"t.csv": ["Name"]}
    assert intake.rows("organisations", "name") == [("X AG",)]
    assert intake.rows("cooperation_stages", "since") == [(date(2022, 2, 1),)]


def test_a_mapping_may_be_for_a_table_of_the_model(intake):
    intake.file("t.csv", "Kürzel;Firma\no1;X AG\n")
    intake.file(
        "m.yaml", "table: organisations\ncolumns: {organisation_id: Kürzel, name: Firma}\nconstants: {kind: company}\n"
    )
    assert intake.take("t.csv", "m.yaml").format == "own"
    assert intake.rows("organisations", "organisation_id", "name", "kind") == [("o1", "X AG", "company")]


def test_a_mapping_that_does_not_fit_says_what_is_missing(intake):
    intake.file("t.csv", "Was;Wer\nStahl;X AG\n")
    intake.file("m.yaml", "columns: {title: Was, organisation_name: Wen}\n")
    report = intake.take("t.csv", "m.yaml")
    assert told(report) == [("t.csv", None, None, "mapping_misfits")]
    assert "Wen" in report.rejections[0].reason("de")
    assert account(report) == (1, 0, 1)


@pytest.mark.parametrize("text", ["columns: {nonsense: Was}", "table: nothing", "- a list", "a: [", "columns: 7"])
def test_a_mapping_that_is_none_is_refused(intake, text):
    with pytest.raises(IntakeError):
        read_mapping(intake.file("m.yaml", text))


def test_the_names_a_mapping_may_use_are_documented():
    from analytics.intake import mapping

    assert all(name in mapping.__doc__ for name in vocabulary("flat"))


def test_the_real_table(intake, real_file):
    report = intake.take(real_file)
    assert account(report) == (1484, 1484, 0)
    # 966 exact names; two of them differ by one blank only ("A L'ENERGIE", "A L' ENERGIE")
    assert report.tables == {
        "organisations": 965,
        "cooperations": 129,
        "cooperation_stages": 128,  # one project has no dates
        "cooperation_members": 1484,
        "funding": 129,
    }
    snapshot = build(intake.store)
    with duckdb.connect(str(snapshot.path), read_only=True) as connection:
        westphalian = connection.execute(
            "select count(*) from base.organisations join base.districts on district = ags5 where is_westfalen"
        ).fetchone()
    assert westphalian == (13,)


def test_what_rows_of_one_project_say_differently_is_told(intake):
    header = "project_id;title;start;org_name;city\n"
    rows = "7;Steel;2022-01-01;X AG;Essen\n7;Steel;2023-05-01;Y AG;\n8;Glass;2022-01-01;x ag;Bochum\n"
    intake.file("t.csv", header + rows)
    report = intake.take()
    assert intake.rows("cooperation_stages", "since") == [(date(2022, 1, 1),), (date(2022, 1, 1),)]
    assert [(note.key, note.column, note.value, note.things) for note in report.notes] == [
        ("notes.first_counts", "start", "2022-01-01 ≠ 2023-05-01", 1),
        ("notes.first_counts", "city", "Bochum ≠ Essen", 1),
    ]


def test_a_cooperation_without_a_start_is_told_with_where_to_add_it(intake):
    intake.file("projekte.csv", "Projekt-ID;Projekt;Unternehmen\nP1;A;Kessel Optik GmbH\nP1;A;Lohmann AG\n")
    (note,) = intake.take().notes
    assert (note.key, note.value, note.things) == ("notes.undated_cooperations", "A", 1)
    assert note.sentence("de").startswith("1 Kooperation hat keinen Beginn (A)")
    assert "„Start“" in note.sentence("de")
    assert "“Since”" in note.sentence("en")
    intake.file("stufen.csv", "Kooperations-ID;Stufe;Seit\nP1;4;01.01.2024\n")
    assert intake.take().notes == []


def test_of_two_files_on_one_organisation_the_one_that_knows_its_kind_counts(intake):
    intake.file("a.csv", "project_id,title,start,organisation_id,organisation\nP1,A,2024-01-01,1,Xenon\n")
    intake.file("b.csv", "projectID,organisationID,name,activityType,role\nP1,1,Xenon,HES,participant\n")
    assert intake.take().rejections == []
    assert intake.rows("organisations", "name", "kind") == [("Xenon", "science")]


def test_an_id_made_of_a_name_is_no_telephone_number(intake):
    (digits,) = [
        name for name in (f"Betrieb {n} GmbH" for n in range(4000)) if organisation_id_of(name)[4:].isdecimal()
    ][:1]
    intake.file("t.csv", f"project_id;title;start;org_name\n7;Steel;2022-01-01;{digits}\n")
    assert intake.take().rejections == []
    assert intake.rows("organisations", "organisation_id") == [(organisation_id_of(digits),)]
